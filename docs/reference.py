"""The reference part of the manual, drawn from the source.

Run it after a change of a command, a setting, a parameter, a code or a schema:

    .venv/bin/python docs/reference.py

It writes `docs/texts/reference.xml`; a test fails while that file is out of date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import is_dataclass
from itertools import groupby
from pathlib import Path
from typing import Final, cast, get_args, get_type_hints

import click
from docwriter import E, Entry, division, gloss, lined, paragraph
from lxml import etree
from shown import shown

from octavo.cli import main
from octavo.cli.command import Command
from octavo.edition import Manifest
from octavo.names import XML_ID, XML_LANG, tei
from octavo.settings import explained
from octavo.validate.explain import Explanation, explanations

ROOT: Final = Path(__file__).resolve().parent.parent
TEXTS: Final = ROOT / "docs" / "texts"
XSL: Final = {"xsl": "http://www.w3.org/1999/XSL/Transform"}
TITLES: Final = {
    "APP": "the critical apparatus",
    "DAT": "dates",
    "EDT": "editing and transcription",
    "ENC": "encoding raw text",
    "FIG": "figures and facsimiles",
    "HDR": "the header",
    "HTM": "the web edition",
    "IDN": "numbers of books and authority files",
    "IMG": "images",
    "LET": "letters",
    "LNG": "languages",
    "LNK": "pointers and links",
    "MEA": "measures",
    "PRN": "the book",
    "REG": "registers",
    "RNG": "the grammar",
    "SCH": "Schematron files",
    "SCM": "the choice of a schema",
    "TXT": "the text",
    "XIN": "documents made of several files",
    "XML": "documents that cannot be read",
    "XSL": "stylesheets",
}
_ELEMENT: Final = re.compile(r"((?:^ *##.*\n)+) *element (\w+)", re.MULTILINE)
_MODULE: Final = re.compile(r"# Module (\w+): ((?:.|\n# )+)\.")


def reference() -> bytes:
    """Give the whole document; its header is that of the manual."""
    header = deepcopy(etree.parse(TEXTS / "manual.xml").getroot()[0])
    next(header.iter(tei("title"))).text = "Octavo: The Reference"
    parts = (
        commands(),
        settings(),
        parameters(),
        findings(),
        elements(),
        shown(),
    )
    root = lined("TEI", header, lined("text", lined("body", *parts)))
    root.set(XML_LANG, "en")
    root.set(XML_ID, "reference")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def commands() -> etree._Element:
    """Every command, with its arguments, options and examples."""
    context = click.Context(main, info_name="octavo")
    named = [(n, main.get_command(context, n)) for n in main.list_commands(context)]
    made = [
        _command(name, c) if isinstance(c, Command) else _group(name, c)
        for name, c in named
        if isinstance(c, Command | click.Group)
    ]
    return division(
        "chapter",
        "commands",
        "Commands",
        paragraph(
            "Every command explains itself with `--help`. These options stand before "
            "the name of the command:"
        ),
        *gloss(_options("option", main)),
        *made,
    )


def _group(name: str, group: click.Group) -> etree._Element:
    """Describe a command whose first argument chooses what it does."""
    said = [" ".join(p.split()) for p in (group.help or "").split("\n\n")]
    commands = sorted(group.commands.items())
    made = [_command(f"{name} {n}", c) for n, c in commands if isinstance(c, Command)]
    return division(
        "section", f"command-{name}", f"octavo {name}", *map(paragraph, said), *made
    )


def _command(name: str, command: Command) -> etree._Element:
    context = click.Context(command, info_name=f"octavo {name}")
    usage = " ".join((f"octavo {name}", *command.collect_usage_pieces(context)))
    said = [" ".join(p.split()) for p in (command.help or "").split("\n\n")]
    return division(
        "section",
        f"command-{name.replace(' ', '-')}",
        f"octavo {name}",
        E.eg(usage),
        *map(paragraph, said),
        *gloss(_options(f"option-{name.replace(' ', '-')}", command)),
        paragraph("Examples:"),
        E.eg("\n".join(command.examples)),
    )


def _options(ident: str, command: click.Command) -> Iterator[Entry]:
    context = click.Context(command)
    for option in command.params:
        record = option.get_help_record(context)
        if isinstance(option, click.Option) and record is not None:
            about = " ".join(record[1].split())
            yield Entry(f"{ident}-{option.name}", record[0], [about])


def settings() -> etree._Element:
    """Every setting of the manifest, table by table."""
    return division(
        "chapter",
        "settings",
        "Settings",
        paragraph("Every key that may stand in `edition.toml`. All have defaults."),
        _table("", "At the top of the file", Manifest),
        *(_table(name, f"In {written}", table) for name, written, table in tables()),
    )


def tables() -> Iterator[tuple[str, str, type]]:
    """Give the tables of the manifest: name, how it is written, settings class."""
    for name, kind in get_type_hints(Manifest).items():
        item = next(iter(get_args(kind)), None)
        if is_dataclass(kind):
            yield name, f"the table [{name}]", cast(type, kind)
        elif is_dataclass(item):
            yield name, f"each table [[{name}]]", cast(type, item)


def _table(name: str, title: str, settings: type) -> etree._Element:
    nested = [table for table, *_ in tables()] if settings is Manifest else []
    entries = (
        Entry(
            "-".join(filter(None, ("setting", name, known.name))),
            E.code(known.name),
            [_sentence(known.explanation), *_default(known.default)],
        )
        for known in explained(settings)
        if known.name not in nested
    )
    ident = f"settings-{name or 'edition'}"
    return division("section", ident, title, *gloss(entries))


def _sentence(words: str) -> str:
    begins_with_word = words.partition(" ")[0].isalpha()
    return (words[0].upper() if begins_with_word else words[0]) + f"{words[1:]}."


def _default(value: object) -> list[str]:
    if value in ("", (), None):
        return []
    return [f"Default: `{json.dumps(value)}`."]


def parameters() -> etree._Element:
    """Every parameter and slot of the stylesheets, with the comment before it."""
    found = sorted((ROOT / "xslt").glob("*.xsl"))
    lists = [
        division("section", f"parameters-{path.stem}", f"Only in {path.name}", *entries)
        for path in found
        if path.stem != "params" and (entries := gloss(_parameters(path)))
    ]
    every = gloss(_parameters(ROOT / "xslt" / "params.xsl"))
    return division(
        "chapter",
        "parameters",
        "Parameters and slots",
        paragraph(
            "What a house style in XSLT can set, and the empty templates it can fill."
        ),
        division("section", "parameters-params", "Parameters of every output", *every),
        *lists,
        division("section", "slots-list", "Slots", *gloss(_slots())),
    )


def _parameters(path: Path) -> Iterator[Entry]:
    for param in _declared(path.name, "xsl:param"):
        kind = f"Type `{param.get('as')}`, default `{param.get('select')}`."
        name = param.get("name", "")
        ident = f"parameter-{path.stem}-{name}"
        yield Entry(ident, E.code(name), [_comment(param), kind])


def _slots() -> Iterator[Entry]:
    for slot in _declared("slots.xsl", "xsl:template"):
        name = slot.get("name", "")
        ident = f"slot-{name.partition(':')[2]}"
        yield Entry(ident, E.code(name), [_comment(slot)])


def _declared(stylesheet: str, path: str) -> list[etree._Element]:
    tree = etree.parse(ROOT / "xslt" / stylesheet)
    return tree.getroot().findall(path, XSL)


def _comment(element: etree._Element) -> str:
    before = element.getprevious()
    return " ".join((before.text or "").split()) if before is not None else ""


def findings() -> etree._Element:
    """Every code, by its letters, with its severity, its sentences, its remedy."""
    groups = groupby(explanations().values(), key=lambda known: known.code[:3])
    return division(
        "chapter",
        "findings",
        "Findings",
        paragraph(
            "Every code with its severity and its sentence, by the letters it begins "
            "with. Three dots stand for words of your document. `octavo explain` "
            "followed by a code says the same."
        ),
        *(
            division(
                "section",
                f"findings-{letters}",
                ": ".join(filter(None, (letters, TITLES.get(letters)))),
                *gloss(map(_finding, group)),
            )
            for letters, group in groups
        ),
    )


def _finding(known: Explanation) -> Entry:
    about = f"{known.severity.capitalize()}: {'; or: '.join(known.meanings)}."
    remedy = f" What to do: {known.remedy}." if known.remedy else ""
    words = (about + remedy).replace("….", "…").replace("\ufffd", "U+FFFD")
    return Entry(known.code, known.code, [words])


def elements() -> etree._Element:
    """Every element of Octavo's schema, module by module, with its documentation."""
    files = sorted((ROOT / "schemas" / "modules").glob("*.rnc"))
    made = [_module(path.read_text(encoding="utf-8")) for path in files]
    return division(
        "chapter",
        "elements",
        "Elements",
        paragraph(
            "The elements that Octavo's schema allows, by the modules of the TEI."
        ),
        *(module for module in made if module is not None),
    )


def _module(grammar: str) -> etree._Element | None:
    found = _ELEMENT.findall(grammar)
    head = _MODULE.search(grammar)
    if not found or head is None:
        return None
    about = " ".join(head[2].replace("\n#", " ").split())
    entries = (
        Entry(f"element-{name}", E.gi(name), [" ".join(said.replace("##", "").split())])
        for said, name in sorted(found, key=lambda pair: pair[1].lower())
    )
    opening = paragraph(_sentence(about))
    return division("section", f"module-{head[1]}", head[1], opening, *gloss(entries))


if __name__ == "__main__":
    (TEXTS / "reference.xml").write_bytes(reference())
