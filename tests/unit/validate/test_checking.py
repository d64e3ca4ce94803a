import pytest

from octavo.errors import SourceError, UsageError
from octavo.validate import Selection, validate

ANY = "start = any\nany = element * { (attribute * { text } | any | text)* }"


def test_findings_of_all_checks_come_sorted_by_place(write):
    path = write(
        "a.xml", '<p corresp="#x"><ink/></p>\n<p><gap/></p>\n<p colour="red">ink</p>'
    )
    found = list(validate([path]))
    assert [f.code for f in found] == ["LNK001", "RNG101", "EDT003", "RNG106"]
    assert [f.line for f in found] == [5, 5, 6, 7]


@pytest.mark.parametrize(
    ("check", "expected"),
    [("grammar", ["RNG106"]), ("rules", ["EDT003"]), ("links", ["LNK001"])],
)
def test_one_check_alone(write, check, expected):
    path = write("a.xml", '<p corresp="#x" colour="red"><gap/></p>')
    assert [f.code for f in validate([path], only=[check])] == expected


def test_a_broken_document_does_not_hide_the_others(write, tmp_path):
    broken = tmp_path / "a.xml"
    broken.write_text("<TEI>")
    good = write("b.xml", "<p><gap/></p>")
    assert [f.code for f in validate([broken, good])] == ["XML001", "EDT003"]


def test_a_folder_without_manifest_is_all_its_documents(write, tmp_path):
    write("deep/a.xml", "<p><gap/></p>")
    write("b.xml", "<p><gap/></p>")
    assert [f.code for f in validate([tmp_path])] == ["EDT003", "EDT003"]


def test_missing_files_and_schemas_are_failures(write, tmp_path):
    with pytest.raises(SourceError, match="no such file"):
        list(validate([tmp_path / "none.xml"]))
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="no XML file"):
        list(validate([tmp_path / "empty"]))
    with pytest.raises(UsageError, match=r"no schema 'none\.rng'"):
        list(validate([write("a.xml")], schema="none.rng"))


def test_another_grammar_can_be_asked_for(write, tmp_path):
    schema = tmp_path / "any.rnc"
    schema.write_text(ANY)
    path = write("a.xml", "<ink/>")
    assert list(validate([path], schema=str(schema))) == []


def test_an_edition_names_its_own_grammar_and_rules(write, tmp_path):
    write("texts/a.xml", "<ink/>")
    (tmp_path / "any.rnc").write_text(ANY)
    (tmp_path / "own.sch").write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">'
        '<pattern><rule context="*:ink"><assert id="INK001" test="@n">no number'
        "</assert></rule></pattern></schema>"
    )
    (tmp_path / "edition.toml").write_text('schema = "any.rnc"\nrules = ["own.sch"]\n')
    assert [f.code for f in validate([tmp_path])] == ["INK001"]


def test_findings_can_be_selected_and_left_out_by_code(write):
    path = write("a.xml", '<p corresp="#x" colour="red"><gap/></p>')

    def codes(select=(), ignore=()):
        selection = Selection(tuple(select), tuple(ignore))
        return [f.code for f in validate([path], selection=selection)]

    assert codes(select=["EDT", "LNK001"]) == ["LNK001", "EDT003"]
    assert codes(ignore=["EDT003", "RNG"]) == ["LNK001"]
    assert codes(select=["EDT"], ignore=["EDT003"]) == []


def test_an_edition_lets_findings_be_for_a_reason(write, tmp_path):
    write("texts/a.xml", "<p><gap/></p>")
    write("texts/b.xml", "<p><gap/></p>")
    manifest = tmp_path / "edition.toml"
    ignore = '[[ignore]]\ncode = "EDT"\nfiles = "texts/b*"\nreason = "{}"\n'
    manifest.write_text(ignore.format("the gaps are described in the preface"))
    assert [f.file for f in validate([tmp_path])] == [str(tmp_path / "texts/a.xml")]
    manifest.write_text(ignore.format(""))
    with pytest.raises(UsageError, match="a reason"):
        list(validate([tmp_path]))
