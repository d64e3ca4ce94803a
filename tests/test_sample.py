"""The sample edition: encoded, validated and built as its manifest says."""

import shutil
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args, get_type_hints

import pikepdf
import pytest
from click.testing import CliRunner
from lxml import etree, html

from octavo.cli import main
from octavo.edition import Manifest

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tei" / "serge"
NS = {"t": "http://www.tei-c.org/ns/1.0"}


def run(*args):
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """A copy of the sample, so that nothing is made inside the checkout."""
    folder = tmp_path_factory.mktemp("sample") / "serge"
    return shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("dist"))


@pytest.fixture(scope="module")
def tei():
    return etree.parse(SAMPLE / "texts" / "serge.xml")


def settings(kind, prefix=""):
    """The dotted names of all settings of a class and of the tables in it."""
    for field in fields(kind):
        hint = get_type_hints(kind)[field.name]
        inner = next((k for k in (hint, *get_args(hint)) if is_dataclass(k)), None)
        if inner is None:
            yield prefix + field.name
        else:
            yield from settings(inner, f"{prefix}{field.name}.")


def test_the_manifest_shows_every_setting():
    shown = tomllib.loads((SAMPLE / "edition.toml").read_text(encoding="utf-8"))
    missing = []
    for name in settings(Manifest):
        table = shown
        for part in name.split("."):
            if table == []:  # shown, and said to be none
                break
            table = table[0] if isinstance(table, list) else table
            table = table.get(part, KeyError) if table is not KeyError else table
        missing += [name] if table is KeyError else []
    assert missing == []


def test_the_text_is_what_the_encoder_makes_of_the_raw_text(sample):
    result = run("encode", sample)
    assert result.exit_code == 0, result.output
    made = (sample / "texts" / "serge.xml").read_bytes()
    assert made == (SAMPLE / "texts" / "serge.xml").read_bytes()


def test_it_validates_with_nothing_worse_than_a_remark(sample):
    result = run("validate", sample, "--fresh")
    assert result.exit_code == 0
    assert "warning" not in result.output


@pytest.mark.parametrize(
    ("xpath", "count"),
    [
        ("//t:div[@type='part']", 2),
        ("//t:div[@type='chapter']", 8),
        ("//t:note[@place='end']", 34),
        ("//t:ref[@type='noteref'][starts-with(@target, '#n')]", 34),
        ("//t:figure[t:graphic and t:figDesc and t:head]", 9),
        ("//t:list[@type='illustrations']/t:item", 9),
        ("//t:table/t:row", 13),
        ("//t:lg[count(t:l) = 4]", 3),
        ("//t:div[@type='dedication']//t:l", 5),
        ("//t:licence[contains(@target, 'by/4.0')]", 1),
    ],
)
def test_the_structure_of_the_book_is_there(tei, xpath, count):
    assert len(tei.xpath(xpath, namespaces=NS)) == count


def test_no_furniture_of_the_site_is_left_in_the_text(tei):
    text = " ".join(tei.xpath("string(//t:text)", namespaces=NS).split())
    for words in ("Fold Side Panel", "Bigger Type", "sheet 2 of 2", "ques tion"):
        assert words not in text
    assert "there could be no question of any party but one" in text


@pytest.mark.slow
def test_every_id_of_the_web_edition_is_a_place_of_the_book(sample, tmp_path):
    assert run("build", sample, "--out", tmp_path, "--only", "html,pdf").exit_code == 0
    page = html.parse(tmp_path / "serge.html")
    for made_anew in page.xpath("//*[@id='d4' or @id='d5']"):
        etree.strip_elements(made_anew, "ul", "ol")
    ids = set(page.xpath("//article[contains(@class, 'text')]//@id"))
    with pikepdf.open(tmp_path / "serge.pdf") as book:
        places = {str(name) for name in pikepdf.NameTree(book.Root.Names.Dests)}
    assert len(ids) > 600
    assert ids - places == set()


@pytest.mark.slow
def test_two_builds_give_the_same_bytes(sample, tmp_path):
    for name in ("one", "two"):
        result = run("build", sample, "--out", tmp_path / name)
        assert result.exit_code == 0, result.output

    def snapshot(folder):
        files = (p for p in folder.rglob("*") if p.is_file())
        return {p.relative_to(folder): p.read_bytes() for p in files}

    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")
