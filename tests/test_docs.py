"""The manual is complete, true and an edition like any other."""

import importlib
import re
import shlex
import shutil
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from octavo import settings
from octavo.cli import main
from octavo.edition import Manifest
from octavo.encode import Profile
from octavo.encode.decisions import KINDS, Decision

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
XSL = {"xsl": "http://www.w3.org/1999/XSL/Transform"}
NS = {"t": "http://www.tei-c.org/ns/1.0"}
CODE = re.compile(r'"([A-Z]{3}\d{3})"')
# A code in quotes with the severity beside it, as findings are made.
RAISED = re.compile(r'"([A-Z]{3}\d{3})",\s*Severity\.([A-Z]+)')


@pytest.fixture(scope="module")
def reference():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(DOCS)
        return importlib.import_module("reference")


def test_the_comparison_says_what_octavo_says_now(monkeypatch):
    monkeypatch.syspath_prepend(DOCS)
    comparison = importlib.import_module("comparison")
    text = (DOCS / "texts" / "comparison.xml").read_text(encoding="utf-8")
    shown = etree.fromstring(text.encode()).xpath("//t:eg/text()", namespaces=NS)
    for body in comparison.MISTAKES.values():
        assert body in shown
        assert "\n".join(comparison.by_octavo(body)) in shown


@pytest.fixture(scope="module")
def manual():
    return etree.parse(DOCS / "texts" / "manual.xml")


@pytest.fixture(scope="module")
def ids():
    tree = etree.parse(DOCS / "texts" / "reference.xml")
    found = tree.xpath("//@xml:id")
    assert len(found) == len(set(found))
    return set(found)


def sources(*suffixes):
    """The program's own files, with their texts."""
    folders = [ROOT / "src", ROOT / "xslt"]
    paths = sorted(p for f in folders for p in f.rglob("*") if p.suffix in suffixes)
    return {p: p.read_text(encoding="utf-8") for p in paths}


def run(*args):
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exit_code == 0, (args, result.output, result.exception)
    return result.output


def test_the_reference_is_up_to_date(reference):
    written = (DOCS / "texts" / "reference.xml").read_bytes()
    assert written == reference.reference(), "run docs/reference.py"


def test_every_command_and_option_is_in_the_reference(ids):
    for name in main.list_commands(None):
        assert f"command-{name}" in ids
        for option in main.get_command(None, name).params:
            if option.param_type_name == "option":
                assert f"option-{name}-{option.name}" in ids


def test_every_setting_is_in_the_reference_and_explained(reference, ids):
    nested = {name: table for name, _, table in reference.tables()}
    assert {"encode", "print", "web"} <= set(nested)
    for prefix, table in {"": Manifest, **nested}.items():
        for known in settings.explained(table):
            assert known.explanation, known.name
            name = "-".join(filter(None, ("setting", prefix, known.name)))
            assert name in ids or known.name in nested


def test_every_parameter_and_slot_is_in_the_reference(ids):
    for path in (ROOT / "xslt").glob("*.xsl"):
        for name in etree.parse(path).xpath("/*/xsl:param/@name", namespaces=XSL):
            assert f"parameter-{path.stem}-{name}" in ids
    slots = etree.parse(ROOT / "xslt" / "slots.xsl")
    for name in slots.xpath("/*/xsl:template/@name", namespaces=XSL):
        assert f"slot-{name.removeprefix('t:')}" in ids


def test_every_code_is_in_the_reference(ids):
    used = {c for t in sources(".py", ".xsl").values() for c in CODE.findall(t)}
    rules = (ROOT / "schemas" / "octavo.sch").read_text(encoding="utf-8")
    used |= set(re.findall(r'id="([A-Z]{3}\d{3})"', rules))
    assert len(used) > 100
    assert used - ids == set()


def test_every_code_of_the_table_is_used_with_its_severity():
    table = tomllib.loads((ROOT / "src/octavo/codes.toml").read_text(encoding="utf-8"))
    texts = list(sources(".py", ".xsl").values())
    used = {code for text in texts for code in CODE.findall(text)}
    assert set(table) - used == set()
    for code, severity in (found for text in texts for found in RAISED.findall(text)):
        if code in table:
            assert table[code]["severity"] == severity.lower(), code


def test_every_element_of_the_schema_is_in_the_reference(ids):
    modules = (ROOT / "schemas" / "modules").glob("*.rnc")
    text = "".join(path.read_text(encoding="utf-8") for path in modules)
    names = set(re.findall(r"^ *element (\w+)", text, re.MULTILINE))
    assert len(names) > 100
    assert {f"element-{name}" for name in names} - ids == set()


def test_every_setting_of_a_profile_is_in_the_manual(manual):
    labels = manual.xpath(
        "//t:div[@xml:id = 'profile']//t:label//text()", namespaces=NS
    )
    names = {field.name.replace("_", "-") for field in fields(Profile)}
    assert names - set(labels) == set()


def test_every_key_and_kind_of_a_decision_is_in_the_manual(manual):
    said = manual.xpath("//t:div[@xml:id = 'decisions']/t:list//text()", namespaces=NS)
    keys = {field.name for field in fields(Decision)}
    assert (keys | KINDS) - set(said) == set()


def test_every_file_that_the_manual_names_exists(manual):
    named = [e.text for e in manual.iterfind(".//t:code", NS) if e.text]
    ours = [n for n in named if n.startswith(("docs/", "schemas/", "xslt/"))]
    assert ours
    assert [name for name in ours if not (ROOT / name).exists()] == []


def test_every_file_that_the_manual_shows_is_shown_as_it_is(manual):
    examples = manual.findall(".//t:eg[@source]", NS)
    assert examples
    for example in examples:
        file = DOCS / "texts" / example.get("source")
        assert example.text == file.read_text(encoding="utf-8").rstrip("\n"), file


def test_the_findings_that_the_manual_shows_are_what_the_command_says(
    manual, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    run("new", "letters")
    monkeypatch.chdir("letters")
    letter = Path("texts/letter.xml")
    text = letter.read_text(encoding="utf-8").replace("closer>", "closing>")
    text = text.replace('#tomas-holm">Tomas<', '#thomas-holm">Tomas<')
    letter.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["validate", str(letter)])
    assert result.stdout == f"{shown(manual, 'two-findings')}\n"


def test_the_failure_that_the_manual_shows_is_what_the_command_says(
    manual, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    run("new", "ferry")
    Path("ferry/edition.toml").write_text('langauge = "en"\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["build", "ferry"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{shown(manual, 'unknown-key')}\n"


def shown(manual, name):
    return manual.xpath(f"//t:eg[@xml:id = '{name}']/text()", namespaces=NS)[0]


@pytest.fixture(scope="module")
def ferry(manual, tmp_path_factory):
    """The folder of someone who did what the tutorial says, to the letter."""
    folder = tmp_path_factory.mktemp("tutorial")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for step in tutorial(manual, "/*[self::t:eg or self::t:item[../@xml:id]]"):
            if step.tag.endswith("}item"):
                Path("".join(step.itertext())).unlink()
            elif step.get("source"):
                Path(step.get("n")).parent.mkdir(exist_ok=True)
                Path(step.get("n")).write_text(f"{step.text}\n", encoding="utf-8")
            else:
                for line in step.text.splitlines():
                    run(*shlex.split(line)[1:])
    return folder


def tutorial(manual, path):
    return manual.xpath(f"//t:div[@xml:id = 'tutorial']/{path}", namespaces=NS)


def test_the_tutorial_makes_the_files_it_names(manual, ferry):
    deleted = set(tutorial(manual, "/t:item[../@xml:id]//t:code/text()"))
    named = set(tutorial(manual, "/t:code[starts-with(., 'ferry/')]/text()"))
    assert len(deleted) == 3
    assert len(named - deleted) > 5
    assert {name for name in named if not (ferry / name).exists()} < deleted


def test_the_tutorial_finds_in_the_text_what_it_promises(ferry):
    tei = etree.parse(ferry / "ferry" / "texts" / "ferry.xml")

    def count(path):
        return len(tei.xpath(f"//t:body{path}", namespaces=NS))

    assert count("/t:div/t:head") == 3
    assert count("//t:lg//t:l") == 8
    assert count("//t:quote") == 1
    assert count("//t:ref[@type = 'noteref']") == count("//t:note") == 2
    forms = tei.xpath("//t:choice/*/text()", namespaces=NS)
    assert forms == ["wether", "whether"]
    assert "our app" not in tei.xpath("string(//t:body)", namespaces=NS)
    refs = tei.xpath("//t:body//t:persName/@ref", namespaces=NS)
    assert {ref.partition("#")[2] for ref in refs} == {"jonas", "agnes"}


def test_the_tutorial_ends_without_a_finding(ferry):
    assert run("validate", ferry / "ferry") == "nothing to find fault with\n"


def test_the_house_style_of_the_manual_changes_the_look(manual, ferry, tmp_path):
    edition = shutil.copytree(ferry / "ferry", tmp_path / "ferry")
    for name in ("house.css", "house.xsl", "house.typ"):
        shutil.copy(DOCS / "tutorial" / name, edition)
    lines = manual.xpath("//t:div[@xml:id = 'house']/t:eg/text()", namespaces=NS)[0]
    web, book = lines.split("[print]")
    manifest = (edition / "edition.toml").read_text(encoding="utf-8")
    changed = f"{manifest.replace('[print]', f'[print]{book}')}\n{web}\n"
    (edition / "edition.toml").write_text(changed, encoding="utf-8")
    run("build", edition, "--only", "html,pdf")
    dist = edition / "dist"
    page = (dist / "ferry.html").read_text(encoding="utf-8")
    assert "Set by the Harbour Press" in page
    assert page.count('class="star"') == 1
    assert (dist / "assets" / "house.css").is_file()
    plain = (ferry / "ferry" / "dist" / "ferry.pdf").read_bytes()
    assert (dist / "ferry.pdf").read_bytes() != plain


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The manual, as built, and what the command said about it."""
    folder = tmp_path_factory.mktemp("manual")
    return folder, CliRunner().invoke(main, ["build", str(DOCS), "--out", str(folder)])


@pytest.mark.slow
def test_the_manual_validates_and_builds_without_a_finding(built):
    assert run("validate", DOCS) == "nothing to find fault with\n"
    folder, result = built
    assert (result.exit_code, result.stderr) == (0, "")
    for name in (
        "index.html",
        "manual.pdf",
        "reference.pdf",
        "manual.epub",
        "manual.txt",
    ):
        assert (folder / name).stat().st_size > 0, name


@pytest.mark.slow
def test_every_link_in_the_manual_leads_somewhere(built):
    pages = {p.name: etree.parse(p) for p in built[0].glob("*.html")}
    names = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    found = {
        (name, *href.partition("#")[::2])
        for name, page in pages.items()
        for href in page.xpath("//*[local-name() = 'a']/@href")
        if ":" not in href
    }
    assert ("manual-validating.html", "reference.html", "findings") in found
    broken = [
        (name, file, ident)
        for name, file, ident in found
        if not (built[0] / (file or name)).exists()
        or (ident and ident not in names[file or name])
    ]
    assert broken == []


def test_the_examples_in_python_run_one_after_the_other(
    manual, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("OCTAVO_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    run("new", "sea")
    monkeypatch.chdir(tmp_path / "sea")
    names = {}
    for example in manual.xpath("//t:div[@xml:id = 'python']/t:eg", namespaces=NS):
        exec(example.text, names)
    said = capsys.readouterr().out
    assert "chapter A part of the book with a number of its own." in said
    assert "book.xml:1:16: error RNG" in said
    assert "dist/index.html" in said
    assert "winter.xml" not in said  # no finding
