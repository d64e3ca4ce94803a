import pytest

from octavo.diagnostics import Severity
from octavo.validate import validate

PREFIX = (
    "<encodingDesc><listPrefixDef>"
    '<prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="{}"/>'
    "</listPrefixDef></encodingDesc>"
)
PERSON = (
    '<p>ink</p><listPerson><person xml:id="{}"><persName>A</persName></person>'
    "</listPerson>"
)


def links(*paths):
    found = validate(paths, only=["links"])
    return [finding for finding in found if finding.severity is not Severity.INFO]


def codes(*paths):
    return [finding.code for finding in links(*paths)]


def test_a_pointer_that_leads_somewhere_raises_nothing(write):
    body = (
        '<p xml:id="a">ink <ref target="#a https://e.org/x mailto:a@e.org">a</ref></p>'
    )
    assert codes(write("a.xml", body)) == []


def test_every_pointer_of_an_attribute_is_followed(write):
    found = links(write("a.xml", '<p xml:id="a" corresp="#a #b #c">ink</p>'))
    assert [f.message for f in found] == [
        "@corresp points to '#b', but nothing has this name",
        "@corresp points to '#c', but nothing has this name",
    ]


POINTERS = """
active ana change copyOf corresp decls edRef end exclude facs hand lemmaRef mutual next
nymRef parts passive period prev ref rendition require resp sameAs scribeRef scriptRef
select since source spanTo start synch target targetEnd toWhom unitRef where who wit
"""


@pytest.mark.parametrize("attribute", POINTERS.split())
def test_every_attribute_that_points_is_followed(write, attribute):
    body = (
        f'<seg xml:id="a" {attribute}="#a">ink</seg> <seg {attribute}="#a #b">ink</seg>'
    )
    found = [f for f in links(write("a.xml", f"<p>{body}</p>")) if f.code == "LNK001"]
    assert [f.message for f in found] == [
        f"@{attribute} points to '#b', but nothing has this name"
    ]


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ('<app from="#b"/>', 1),
        ('<span from="#b" to="#c"/>', 2),
        ('<biblScope from="1" to="5"/>', 0),
        ('<handShift new="#b"/>', 1),
        ('<shift new="loud"/>', 0),
        ('<catRef scheme="#b"/>', 1),
        ('<date calendar="#julian"/>', 0),
        ('<calendar xml:id="k"/><date calendar="#julian"/>', 1),
        ('<ref cRef="b" target="b.xml"/>', 0),
    ],
)
def test_an_attribute_points_where_it_is_a_pointer(write, element, expected):
    found = links(write("a.xml", f"<p>{element}</p>"))
    assert sum(f.code == "LNK001" for f in found) == expected


def test_a_witness_must_be_one_wherever_it_is_described(write):
    register = write("persons.xml", PERSON.format("anna"))
    text = write("a.xml", '<p><app><rdg wit="#anna">ink</rdg></app></p>')
    (found,) = links(register, text)
    assert (found.code, found.message) == (
        "LNK006",
        "'anna' is not a witness but a <person>",
    )


def test_a_name_used_twice_in_a_file_is_said_once(write):
    path = write("a.xml", '<p xml:id="a">ink</p><p xml:id="a">ink</p>')
    assert codes(path) == ["LNK008"]
    assert [f.code for f in validate([path])] == ["RNG110"]


def test_the_place_is_that_of_the_attribute(write):
    (found,) = links(write("a.xml", '<p>ink\n<ref\n target="#b">b</ref></p>'))
    assert (found.line, found.column) == (7, 2)
    assert found.xpath.endswith("ref[1]/@target")


def test_a_near_name_is_proposed(write):
    body = '<p xml:id="printer"><persName ref="#prnter">P</persName></p>'
    (found,) = links(write("a.xml", body))
    assert found.hint == "did you mean '#printer'?"


def test_targets_may_stand_in_another_file_of_the_edition(write):
    register = write("registers/persons.xml", PERSON.format("anna"))
    text = write("texts/a.xml", '<p><persName ref="#anna">A</persName></p>')
    assert codes(text, register) == []
    assert codes(text) == ["LNK001"]


def test_a_file_of_an_edition_is_checked_in_the_edition(write, tmp_path):
    write("registers/persons.xml", PERSON.format("anna"))
    text = write("texts/a.xml", '<p><persName ref="#anna #otto">A</persName></p>')
    (tmp_path / "edition.toml").write_text('title = "Ink"\n')
    assert [finding.file for finding in links(text)] == [str(text)]
    assert len(links(tmp_path)) == 1


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("registers/persons.xml#anna", []),
        ("registers/persons.xml", []),
        ("registers/persons.xml#otto", ["LNK001"]),
        ("registers/people.xml#anna", ["LNK002"]),
        ("registers/persons%2Exml#anna", []),
    ],
)
def test_pointers_into_a_named_file(write, target, expected):
    register = write("registers/persons.xml", PERSON.format("anna"))
    text = write("a.xml", f'<p><persName ref="{target}">A</persName></p>')
    assert codes(text, register) == expected


def test_a_name_without_number_sign_is_recognized(write):
    (found,) = links(write("a.xml", '<p xml:id="a" corresp="a">ink</p>'))
    assert (found.code, found.hint) == ("LNK002", 'write corresp="#a"')


@pytest.mark.parametrize(
    ("replacement", "value", "expected"),
    [
        ("#$1", "psn:anna", []),
        ("#$1", "psn:otto", ["LNK001"]),
        ("#$1", "psn:Anna9", ["LNK003"]),
        ("https://e.org/$1", "psn:otto", []),
        ("#$1", "plc:anna", ["LNK003"]),
    ],
)
def test_private_addresses_are_written_out(write, replacement, value, expected):
    body = f'<p xml:id="anna" corresp="{value}">A</p>'
    assert codes(write("a.xml", body, PREFIX.format(replacement))) == expected


def test_a_prefix_may_be_declared_by_another_document(write):
    a = write("a.xml", '<p xml:id="anna">ink</p>', PREFIX.format("a.xml#$1"))
    b = write("b.xml", '<p><persName corresp="psn:anna psn:otto">A</persName></p>')
    assert [f.message for f in links(a, b)] == ["there is no 'otto' in a.xml"]


def test_a_name_used_in_two_files_is_a_warning(write):
    a = write("a.xml", PERSON.format("anna"))
    b = write("b.xml", PERSON.format("anna"))
    (found,) = links(a, b)
    assert (found.code, found.severity, found.file) == (
        "LNK004",
        Severity.WARNING,
        str(b),
    )


def test_an_entry_of_a_register_that_nothing_refers_to_is_a_remark(write):
    register = write("registers/persons.xml", PERSON.format("anna"))
    used = write(
        "a.xml", '<p><persName ref="registers/persons.xml#anna">A</persName></p>'
    )
    (found,) = validate([register, write("b.xml")], only=["links"])
    assert (found.code, found.severity) == ("LNK005", Severity.INFO)
    assert list(validate([register, used], only=["links"])) == []


def test_a_name_must_refer_to_a_thing_of_its_kind(write):
    register = write("persons.xml", PERSON.format("anna"))
    (found,) = links(
        register, write("a.xml", '<p><placeName ref="#anna">A</placeName></p>')
    )
    assert (found.code, found.message) == (
        "LNK006",
        "'anna' is not a place but a <person>",
    )


def test_notes_and_their_references_pair_up(write):
    notes = '<div type="notes"><note xml:id="n1">n</note></div>'
    (found,) = links(write("a.xml", f"<div><p>ink</p></div>{notes}"))
    assert found.code == "LNK007"
    dated = "<div><p>ink</p><note xml:id='n1' type='date'>today</note></div>"
    assert links(write("a.xml", dated)) == []
    ref = '<ref type="noteref" target="#{}">1</ref>'
    assert links(write("a.xml", f"<div><p>{ref.format('n1')}</p></div>{notes}")) == []
    (found,) = links(write("a.xml", f'<p xml:id="p">ink {ref.format("p")}</p>'))
    assert (found.code, found.message) == ("LNK006", "'p' is not a note but a <p>")


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n...IEND", []),
        ("a.png", b"\x89PNG\r\n\x1a\n...", ["IMG003"]),
        ("a.png", b"no picture", ["IMG003"]),
        ("a.png", b"", ["IMG003"]),
        ("a.JPG", b"\xff\xd8\xff...\xff\xd9 more", []),
        ("a.JPG", b"\xff\xd8\xff...", ["IMG003"]),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>", ["IMG003"]),
        ("a.svg", b"<html><svg/></html>", ["IMG003"]),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", []),
        ("b.png", b"\x89PNG", ["IMG001"]),
    ],
)
def test_an_image_must_be_there_and_be_an_image(write, tmp_path, name, data, expected):
    asked = name if name.startswith("a") else "a.png"
    (tmp_path / name).write_bytes(data)
    body = f'<p>ink</p><figure><graphic url="{asked}"/></figure>'
    assert codes(write("a.xml", body)) == expected


def test_an_image_must_lie_in_the_edition(write, tmp_path):
    write(
        "edition/texts/a.xml", '<p>ink</p><figure><graphic url="../../a.png"/></figure>'
    )
    (tmp_path / "edition/edition.toml").write_text("")
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert codes(tmp_path / "edition") == ["IMG002"]
