"""Stage 5: an XSLT 3.0 stylesheet that reports where rules are broken.

Every rule becomes a template of one mode; the priorities keep the order of the
rules, and a list of the patterns that have spoken already keeps a later rule of
the same pattern silent. Nodes are visited in one flat pass, without recursion.
Patterns about other documents get a mode of their own.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

from octavo.schematron import messages
from octavo.schematron.contexts import Selection, selection
from octavo.schematron.failures import unusable
from octavo.schematron.messages import Test
from octavo.schematron.names import (
    BASE,
    LINE,
    OWN,
    SCHEMATRON,
    XSLT,
    elements,
    sch,
    xsl,
)

_BINDINGS: Final = {
    "xslt": "1.0",
    "xpath": "1.0",
    "xslt1": "1.0",
    "xslt2": "3.0",
    "xpath2": "3.0",
    "xslt3": "3.0",
    "xpath3": "3.0",
    "xpath31": "3.0",
}
_DONE: Final = "o:done"
_FOREIGN: Final = (
    "import",
    "include",
    "key",
    "function",
    "param",
    "variable",
    "accumulator",
    "decimal-format",
)


@dataclass(slots=True)
class Program:
    """A stylesheet, and the tests that its findings name by number."""

    stylesheet: bytes
    tests: list[Test]


@dataclass(slots=True)
class _Compiler:
    schema: "etree._Element"
    guarded: bool
    tests: list[Test] = field(default_factory=list)
    priority: int = 0


def compile_schema(schema: "etree._Element", *, guarded: bool = False) -> Program:
    """Write the stylesheet of a schema that has been through the other stages.

    A guarded one survives rules that fail with a dynamic error, and reports them.
    """
    compiler = _Compiler(schema, guarded)
    compiler.priority = sum(1 for _ in schema.iter(f"{{{SCHEMATRON}}}rule"))
    root = _stylesheet(schema)
    root.extend(_foreign(schema))
    root.extend(_variables(schema))
    patterns = list(elements(schema, "pattern", "group"))
    shared = [p for p in patterns if not _is_apart(p)]
    apart = {f"o:p{n}": p for n, p in enumerate(patterns) if _is_apart(p)}
    root.extend(_main(shared, apart))
    root.extend(_mode(name) for name in ("o:rules", *apart))
    for number, pattern in enumerate(shared):
        root.extend(_rules(compiler, pattern, "o:rules", number))
    for mode, pattern in apart.items():
        root.extend(_rules(compiler, pattern, mode, 0))
    etree.indent(root, "")
    return Program(etree.tostring(root, encoding="utf-8"), compiler.tests)


def _stylesheet(schema: "etree._Element") -> "etree._Element":
    binding = schema.get("queryBinding", "xslt").lower()
    if binding not in _BINDINGS:
        message = f"the query binding '{binding}' is not known"
        hint = "Octavo knows xslt2 and xslt3"
        raise unusable("SCH001", message, hint, schema)
    prefixes = {p: uri for p, uri in schema.nsmap.items() if p and p != "xml"}
    prefixes |= {
        ns.get("prefix", ""): ns.get("uri", "") for ns in elements(schema, "ns")
    }
    root = etree.Element(
        xsl("stylesheet"),
        {"version": _BINDINGS[binding], "exclude-result-prefixes": "#all"},
        nsmap={**prefixes, "xsl": XSLT, "o": OWN},
    )
    base = Path(schema.get(BASE, "")).resolve().as_uri()
    root.set("{http://www.w3.org/XML/1998/namespace}base", base)
    return root


def _foreign(schema: "etree._Element") -> "Iterator[etree._Element]":
    """Give keys, functions and the like that the schema has in XSLT.

    No templates: they could silence the rules or write files. Those of a pattern
    become the schema's, unless it has one of this name.
    """
    known = set()
    for place in (schema, *elements(schema, "pattern", "group")):
        for element in place.iterchildren(*map(xsl, _FOREIGN)):
            name = (element.tag, element.get("name"))
            if place is schema or name not in known:
                known.add(name)
                yield _copy(element)


def _variables(parent: "etree._Element") -> "Iterator[etree._Element]":
    for let in elements(parent, "let"):
        variable = _made("variable", let, name=let.get("name", ""))
        if let.get("as"):
            variable.set("as", let.get("as", ""))
        if "value" in let.attrib:
            variable.set("select", let.get("value", ""))
        else:
            variable.text = let.text
            variable.extend(_copy(child) for child in let)
        yield variable


def _is_apart(pattern: "etree._Element") -> bool:
    return "documents" in pattern.attrib


def _main(
    shared: "list[etree._Element]", apart: "dict[str, etree._Element]"
) -> "Iterator[etree._Element]":
    """Write the template that starts every mode, and the variables it needs."""
    main = etree.Element(xsl("template"), {"match": "/"})
    report = etree.SubElement(main, f"{{{OWN}}}report")
    starts = [("o:rules", _selected(shared, 0), "")]
    for number, (mode, pattern) in enumerate(apart.items(), 1):
        starts.append((mode, _selected([pattern], number), _documents(pattern)))
    for mode, nodes, documents in starts:
        select = f"({documents}) ! ({nodes.path})" if documents else nodes.path
        each = {"select": select, "mode": mode}
        report.append(etree.Element(xsl("apply-templates"), each))
        for name, value in nodes.variables.items():
            yield etree.Element(xsl("variable"), {"name": name, "select": value})
    yield main


def _documents(pattern: "etree._Element") -> str:
    """Give an XPath for the documents that a pattern is about."""
    address = "resolve-uri(string($o:uri), base-uri(/))"
    return f"for $o:uri in ({pattern.get('documents')}) return doc({address})"


def _mode(name: str) -> "etree._Element":
    return etree.Element(xsl("mode"), {"name": name, "on-no-match": "deep-skip"})


def _selected(patterns: "Iterable[etree._Element]", number: int) -> Selection:
    rules = (rule for p in patterns for rule in elements(p, "rule"))
    return selection((rule.get("context", "") for rule in rules), number)


def _rules(
    compiler: _Compiler, pattern: "etree._Element", mode: str, number: int
) -> "Iterator[etree._Element]":
    """Write a template for each rule of a pattern."""
    for rule in elements(pattern, "rule"):
        context = rule.get("context")
        if context is None:
            hint = "say with @context what the rule is about"
            raise unusable("SCH003", "this rule has no context", hint, rule)
        template = _made(
            "template", rule, match=context, mode=mode, priority=str(compiler.priority)
        )
        compiler.priority -= 1
        etree.SubElement(template, xsl("param"), {"name": _DONE, "select": "()"})
        # The rules of a group all speak; of a pattern, only the first that matches.
        is_group = pattern.tag == sch("group")
        test = "true()" if is_group else f"not(${_DONE} = {number})"
        speaking = etree.SubElement(template, xsl("if"), {"test": test})
        speaking.extend(_body(compiler, rule))
        following = etree.SubElement(template, xsl("next-match"))
        select = f"${_DONE}" if is_group else f"(${_DONE}, {number})"
        done = {"name": _DONE, "select": select}
        etree.SubElement(following, xsl("with-param"), done)
        yield template


def _body(compiler: _Compiler, rule: "etree._Element") -> "list[etree._Element]":
    """Write the variables and tests of a rule."""
    body = list(_variables(rule))
    body += [_copy(e) for e in rule.iterchildren(f"{{{XSLT}}}*")]
    for check in elements(rule, "assert", "report"):
        test = messages.read(check)
        condition = check.get("test")
        if condition is None:
            message = "there is nothing to test here"
            raise unusable("SCH003", message, "add @test, an XPath expression", check)
        wanted = f"({condition})" if test.is_report else f"not(({condition}))"
        speaking = _made("if", check, test=wanted)
        number = len(compiler.tests)
        speaking.append(messages.finding(check, compiler.schema, number))
        compiler.tests.append(test)
        body.append(speaking)
    return _guard(compiler, rule, body) if compiler.guarded else body


def _guard(
    compiler: _Compiler, rule: "etree._Element", body: "list[etree._Element]"
) -> "list[etree._Element]":
    attempt = _made("try", rule)
    attempt.attrib["rollback-output"] = "yes"
    attempt.extend(body)
    caught = etree.SubElement(attempt, xsl("catch"))
    caught.append(messages.failed(len(compiler.tests)))
    compiler.tests.append(messages.FAILED)
    return [attempt]


def _copy(element: "etree._Element") -> "etree._Element":
    """Copy an element of the schema, without the notes about its place."""
    copied = deepcopy(element)
    etree.strip_attributes(copied, BASE, LINE)
    return copied


def _made(kind: str, origin: "etree._Element", **attributes: str) -> "etree._Element":
    """Make an element of XSLT that knows where in the schema it comes from."""
    made = etree.Element(xsl(kind), attributes)
    for note in (BASE, LINE):
        made.set(note, origin.get(note, ""))
    return made
