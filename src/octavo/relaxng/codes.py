"""The codes and sentences of everything that can be wrong with a schema or document.

``{section}`` is the section of RELAX NG (OASIS, December 2001) that is broken.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Sentence(NamedTuple):
    """A code, the sentence that goes with it, and what to do about it."""

    code: str
    message: str
    hint: str = ""


SCHEMA: Final[dict[str, Sentence]] = {
    "not_well_formed": Sentence(
        "RNG001", "the schema is not well-formed XML: {reason}"
    ),
    "unreadable": Sentence(
        "RNG002",
        'cannot read the schema "{file}": {reason}',
        "check the path, or add the address to a catalog; nothing is fetched from "
        "the network",
    ),
    "not_relaxng": Sentence(
        "RNG003",
        'the file is not a RELAX NG schema: its root element is "{name}"',
        "a schema starts with <grammar>, <element> or another pattern in the "
        "namespace http://relaxng.org/ns/structure/1.0",
    ),
    "unknown_element": Sentence(
        "RNG004", 'RELAX NG has no element "{name}" here (section 3)'
    ),
    "unknown_attribute": Sentence(
        "RNG005", 'the element "{name}" takes no attribute "{attribute}" (section 3)'
    ),
    "missing_attribute": Sentence(
        "RNG006", 'the element "{name}" needs the attribute "{attribute}" (section 3)'
    ),
    "misplaced_text": Sentence(
        "RNG007", 'text is not allowed in the element "{name}" (section 3)'
    ),
    "wrong_children": Sentence(
        "RNG008", 'the element "{name}" must contain {expected} (section 3)'
    ),
    "bad_name": Sentence("RNG009", '"{value}" is not a name (section {section})'),
    "undeclared_prefix": Sentence(
        "RNG010",
        'the prefix "{prefix}" is not declared (section 4.10)',
        'declare it: xmlns:{prefix}="..."',
    ),
    "bad_combine": Sentence(
        "RNG011",
        'combine must be "choice" or "interleave", not "{value}" (section 3)',
    ),
    "bad_library": Sentence(
        "RNG012",
        'datatypeLibrary "{value}" is not an absolute URI without fragment '
        "(section 4.3)",
    ),
    "bad_href": Sentence(
        "RNG013", 'href "{value}" must not have a fragment identifier (section 4.5)'
    ),
    "include_not_grammar": Sentence(
        "RNG014", 'the included file "{file}" is not a grammar (section 4.7)'
    ),
    "recursive_file": Sentence(
        "RNG015", 'the file "{file}" includes itself (sections 4.6, 4.7)'
    ),
    "include_nothing_to_replace": Sentence(
        "RNG016",
        'the include redefines {what}, but "{file}" does not define it (section 4.7)',
    ),
    "unknown_library": Sentence(
        "RNG017",
        'there is no datatype library "{library}" (section 4.16)',
        "the libraries are http://www.w3.org/2001/XMLSchema-datatypes and the "
        "built-in one",
    ),
    "bad_parameter": Sentence("RNG019", "{reason} (section 4.16)"),
    "bad_value": Sentence(
        "RNG020", '"{value}" is not a value of the type "{name}" (section 6.2.8)'
    ),
    "name_class_exclusion": Sentence(
        "RNG021", "{outer} must not exclude {inner} (section 4.16)"
    ),
    "xmlns_attribute": Sentence(
        "RNG022", "an attribute pattern must not match xmlns (section 4.16)"
    ),
    "several_without_combine": Sentence(
        "RNG023",
        "{what} is defined more than once without combine (section 4.17)",
        'add combine="choice" or combine="interleave" to all but one',
    ),
    "different_combine": Sentence(
        "RNG024", "{what} is combined both by choice and by interleave (section 4.17)"
    ),
    "no_start": Sentence(
        "RNG025",
        "the grammar has no start (section 4.18)",
        "add <start> with the element a document begins with",
    ),
    "undefined": Sentence(
        "RNG026",
        'the pattern "{name}" is used but not defined (section 4.18)',
        "{nearest}",
    ),
    "outside_grammar": Sentence(
        "RNG027", '{what} "{name}" stands outside of any grammar (section 4.18)'
    ),
    "recursive": Sentence(
        "RNG028",
        'the pattern "{name}" contains itself without an element between '
        "(section 4.19)",
    ),
    "contains": Sentence(
        "RNG029", "{outer} must not contain {inner} (section {section})"
    ),
    "repeated_group_attribute": Sentence(
        "RNG030",
        "{outer} must not repeat a group that has attributes (section 7.1.2)",
    ),
    "string_sequence": Sentence(
        "RNG031",
        "data, value and list must not stand beside other content (section 7.2)",
    ),
    "duplicate_attribute": Sentence(
        "RNG032", "the attribute {name} is allowed twice in one group (section 7.3)"
    ),
    "infinite_attribute": Sentence(
        "RNG033",
        "an attribute with anyName or nsName must be repeated (section 7.3)",
        "put oneOrMore or zeroOrMore around it",
    ),
    "interleave_element": Sentence(
        "RNG034",
        "the element {name} is allowed in two branches of an interleave (section 7.4)",
    ),
    "interleave_text": Sentence(
        "RNG035",
        "text is allowed in two branches of an interleave (section 7.4)",
    ),
    "limit": Sentence(
        "RNG036",
        "the schema is too large: {reason}",
        "a schema this size is a mistake or an attack; nothing was validated",
    ),
    "id_conflict": Sentence(
        "RNG037",
        "the attribute {attribute} of {element} is of type {one} in one place and "
        "{other} in another (DTD compatibility, section 5)",
        "ids are not checked with this schema",
    ),
    "id_names": Sentence(
        "RNG038",
        "an attribute of type {kind} must be named, and so must its element "
        "(DTD compatibility, section 5)",
        "ids are not checked with this schema",
    ),
}


DOCUMENT: Final[dict[str, Sentence]] = {
    "unknown_element": Sentence(
        "RNG101", "element {name} is not in the schema; {expected}"
    ),
    "misplaced_element": Sentence(
        "RNG102", "element {name} is not allowed here; {expected}"
    ),
    "early_element": Sentence(
        "RNG103", "element {name} is not allowed yet; {missing} must come first"
    ),
    "early_element_expected": Sentence(
        "RNG103", "element {name} is not allowed yet; {expected}"
    ),
    "text": Sentence("RNG104", "text is not allowed here; {expected}"),
    "incomplete": Sentence(
        "RNG105", "element {name} is incomplete; it lacks {missing}"
    ),
    "incomplete_expected": Sentence(
        "RNG105", "element {name} is incomplete; {expected}"
    ),
    "attribute": Sentence(
        "RNG106", "attribute {name} is not allowed on {element}; {expected}"
    ),
    "no_attributes": Sentence(
        "RNG106", "attribute {name} is not allowed: {element} has no attributes"
    ),
    "attribute_value": Sentence(
        "RNG107", "attribute {name} must not be {value}; it must be {rule}"
    ),
    "missing_attribute": Sentence("RNG108", "element {name} lacks {missing}"),
    "missing_attribute_expected": Sentence(
        "RNG108", "element {name} lacks an attribute; {expected}"
    ),
    "content_value": Sentence(
        "RNG109", "element {name} must not contain {value}; it must contain {rule}"
    ),
    "content_empty": Sentence(
        "RNG109", "element {name} must not be empty; it must contain {rule}"
    ),
    "duplicate_id": Sentence(
        "RNG110", "the id {value} is already taken on line {line}"
    ),
    "dangling_reference": Sentence(
        "RNG111", "nothing in the document has the id {value}"
    ),
    "id_words": Sentence(
        "RNG112", "attribute {name} must be one id without spaces, not {value}"
    ),
    "not_well_formed": Sentence("XML001", "the document is not well-formed: {reason}"),
    "encoding": Sentence("XML002", "the document cannot be read: {reason}"),
    "too_deep": Sentence(
        "XML004", "more than {limit} elements are nested in one another"
    ),
    "entity_bomb": Sentence(
        "XML005", "the entities of the document grow beyond all measure"
    ),
    "unread_entity": Sentence(
        "XML003", "the entity {name} is declared in a file that was not read"
    ),
    "too_complex": Sentence("RNG113", "the schema is too ambiguous to go on: {reason}"),
}
