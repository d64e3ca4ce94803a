"""The run in C says what the run in Python says, and is used wherever it can be."""

import json
import random
import sys

import pytest
from tests.unit.relaxng.grammars import LETTER, schema

from octavo.relaxng import acceptor, document, limits, load

pytestmark = pytest.mark.skipif(
    acceptor._accelerator is None, reason="the accelerator is not compiled"
)

GRAMMAR = """
<grammar $ ns="urn:x">
  <start><ref name="r"/></start>
  <define name="r">
    <element name="r">
      <optional><attribute name="n" ns=""><data type="integer"/></attribute></optional>
      <optional><attribute name="q" ns=""><data type="QName"/></attribute></optional>
      <optional><attribute name="i" ns=""><data type="ID"/></attribute></optional>
      <optional><attribute name="to" ns=""><data type="IDREF"/></attribute></optional>
      <choice>
        <data type="date"/>
        <mixed><zeroOrMore>
          <choice><ref name="r"/><element name="e"><empty/></element></choice>
        </zeroOrMore></mixed>
        <group><element name="e"><text/></element><element name="f"><list>
          <oneOrMore><data type="integer"/></oneOrMore></list></element></group>
      </choice>
    </element>
  </define>
</grammar>"""
DOCUMENTS = (
    "<r xmlns='urn:x'>text <e/> text <r n='1' i='a'/><![CDATA[<]]>&amp;</r>",
    "<x:r xmlns:x='urn:x' q='x:y'> <x:r q='z:y' xmlns:z='urn:z'/></x:r>",
    "<x:r xmlns:x='urn:x'><x:r q='z:y'/></x:r>",
    "<r xmlns='urn:x'>2001-02-<!-- text in pieces -->03</r>",
    "<r xmlns='urn:x'>2001-02-33</r>",
    "<r xmlns='urn:x'><e>text</e> <f>1 2 3</f></r>",
    "<r xmlns='urn:x'><e>text</e> <f>1 2 x</f></r>",
    "<r xmlns='urn:x' i='a' to='b'><r i='b'/></r>",
    "<r xmlns='urn:x' i='a' to='c'><r i='b'/></r>",
    "<r xmlns='urn:x' i='a'><r i='a'/></r>",
    "<r xmlns='urn:x' n='١'/>",
    "<r xmlns='urn:x' ä='1'/>",
    "<r xmlns='urn:x' n='1' unknown='1'/>",
    "<r xmlns='urn:x'>not closed",
    "<r xmlns='urn:x'>&undefined;</r>",
    "<r xmlns='urn:x'/><r/>",
    "",
    f"<!--{'-_' * document.CHUNK}--><r xmlns='urn:x'/>",
    f"<r xmlns='urn:x'>{'ä' * document.CHUNK}<e/>{'x' * document.CHUNK}</r>",
    f"<r xmlns='urn:x' n='{'0' * document.CHUNK}1'/>",
    "<!DOCTYPE r [<!ENTITY e '<e/>'>]><r xmlns='urn:x'>&e;</r>",
    "<!DOCTYPE r [<!ATTLIST r n CDATA '1' xmlns CDATA 'urn:x'>]><r/>",
    "<!DOCTYPE r [<!ATTLIST r n CDATA 'x' xmlns CDATA 'urn:x'>]><r/>",
    "<r xmlns='urn:x'>" * (limits.DOCUMENT_DEPTH + 1),
    "<r xmlns='urn:x'>" * limits.DOCUMENT_DEPTH + "</r>" * limits.DOCUMENT_DEPTH,
)


@pytest.fixture
def verdicts(monkeypatch):
    """Ask for the verdict on a document without and with the accelerator."""

    def ask(made, data):
        monkeypatch.setenv(acceptor.PURE, "1")
        assert not acceptor.is_accelerated()
        pure = made.accepts(data)
        monkeypatch.delenv(acceptor.PURE)
        assert acceptor.is_accelerated()
        return pure, made.accepts(data)

    return ask


@pytest.mark.parametrize("text", DOCUMENTS, ids=range(len(DOCUMENTS)))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_verdict_is_that_of_the_run_in_python(tmp_path, verdicts, text, encoding):
    pure, accelerated = verdicts(schema(tmp_path, GRAMMAR), text.encode(encoding))
    assert accelerated == pure


def test_both_verdicts_occur(tmp_path, verdicts):
    made = schema(tmp_path, GRAMMAR)
    assert {verdicts(made, d.encode())[0] for d in DOCUMENTS} == {True, False}


def test_documents_changed_by_chance_get_the_same_verdict(tmp_path, verdicts):
    made, chance = schema(tmp_path, GRAMMAR), random.Random(7)
    short = [d.encode() for d in DOCUMENTS if 0 < len(d) < 200]
    for _ in range(400):
        data = bytearray(chance.choice(short))
        other = chance.choice(short)
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(len(data))
            start = chance.randrange(len(other))
            data[place : place + chance.randint(0, 6)] = other[start : start + 5]
        pure, accelerated = verdicts(made, bytes(data))
        assert accelerated == pure, data


def test_run_in_python_is_not_needed_without_a_doctype(tmp_path, monkeypatch):
    made = schema(tmp_path, LETTER)
    monkeypatch.delenv(acceptor.PURE, raising=False)
    monkeypatch.setattr(acceptor, "Acceptor", None)
    assert made.accepts(b"<letter id='a'><sender>x</sender><p>y<name/></p></letter>")
    assert not made.accepts(b"<letter><sender/></letter>")
    with pytest.raises(TypeError):
        made.accepts(b"<!DOCTYPE letter><letter><sender/><p/></letter>")


def test_nothing_is_held_after_a_run(tmp_path, monkeypatch):
    made = schema(tmp_path, GRAMMAR)
    monkeypatch.delenv(acceptor.PURE, raising=False)
    documents = [d.encode() for d in DOCUMENTS if len(d) < 200]

    def go_through_all():
        for data in documents:
            made.accepts(data)
        automaton = made._automaton
        held = [automaton.start(), *automaton.start().go.values()]
        held += [s for s in automaton._states.values() if s is not held[0]]
        return [sys.getrefcount(thing) for thing in held]

    go_through_all()
    before = go_through_all()
    for _ in range(5):
        go_through_all()
    assert go_through_all() == before


@pytest.mark.parametrize(
    "step", ["start", "open", "plan", "leave", "after_text", "typed", "note_ids"]
)
def test_failure_of_a_step_comes_home(tmp_path, monkeypatch, step):
    made = schema(tmp_path, GRAMMAR)
    monkeypatch.delenv(acceptor.PURE, raising=False)
    monkeypatch.setattr(acceptor.Steps, step, lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        [made.accepts(d.encode()) for d in DOCUMENTS[:10]]


@pytest.mark.parametrize("step", ["start", "open", "plan", "leave"])
def test_answer_of_a_wrong_kind_is_refused(tmp_path, monkeypatch, step):
    made = schema(tmp_path, GRAMMAR)
    monkeypatch.delenv(acceptor.PURE, raising=False)
    monkeypatch.setattr(acceptor.Steps, step, lambda *_: "nonsense")
    with pytest.raises(TypeError):
        [made.accepts(d.encode()) for d in DOCUMENTS[:10]]


@pytest.mark.shared
@pytest.mark.slow
def test_all_real_documents_get_the_same_verdict(shared, verdicts):
    base = shared / "data/validate"
    lines = (base / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = sorted(map(json.loads, lines), key=lambda pair: pair["schema"])
    name, made = None, None
    for pair in pairs:
        if pair["schema"] != name:
            name, made = pair["schema"], load(base / pair["schema"])
        data = (base / pair["document"]).read_bytes()
        assert verdicts(made, data) == (pair["valid"],) * 2, pair["document"]
