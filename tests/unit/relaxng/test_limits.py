"""Hostile schemas and documents end in a message, soon."""

import io

import pytest
from tests.unit.relaxng.grammars import LETTER, schema

from octavo.relaxng import SchemaError, limits

ANY = """<grammar $><start><ref name="any"/></start><define name="any">
<element><anyName/><zeroOrMore><ref name="any"/></zeroOrMore></element></define>
</grammar>"""


def codes(made, data):
    return [d.code for d in made.validate(data)]


def test_nesting_is_limited(tmp_path):
    made = schema(tmp_path, ANY)
    deep = 5 * limits.DOCUMENT_DEPTH
    assert codes(made, b"<a>" * 100 + b"</a>" * 100) == []
    assert codes(made, b"<a>" * deep + b"</a>" * deep) == ["XML004"]


@pytest.mark.parametrize(("more", "accepted"), [(0, True), (1, False)])
def test_limit_of_nesting_is_exact(tmp_path, more, accepted):
    made = schema(tmp_path, ANY)
    deep = limits.DOCUMENT_DEPTH + more
    document = b"<a>" * deep + b"</a>" * deep
    assert made.accepts(document) is accepted
    assert (codes(made, document) == []) is accepted


def test_entities_that_multiply_are_stopped(tmp_path):
    made = schema(tmp_path, '<element $ name="r"><text/></element>')
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE r [<!ENTITY e0 "{"x" * 100}">{levels}]><r>&e9;</r>'
    assert codes(made, bomb.encode()) == ["XML005"]


def test_external_entities_are_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    made = schema(tmp_path, '<element $ name="r"><text/></element>')
    text = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]><r>&x;</r>'
    assert codes(made, text.encode()) == ["XML003"]


def test_external_dtd_is_not_asked_for(tmp_path):
    made = schema(tmp_path, '<element $ name="r"><text/></element>')
    assert codes(made, b'<!DOCTYPE r SYSTEM "http://example.org/x.dtd"><r>x</r>') == []


def test_internal_subset_is_honoured(tmp_path):
    text = (
        '<element $ name="r"><attribute name="x"><value>1</value></attribute></element>'
    )
    made = schema(tmp_path, text)
    subset = b'<!DOCTYPE r [<!ATTLIST r x CDATA "%s">]><r/>'
    assert codes(made, subset % b"1") == []
    assert codes(made, subset % b"2") == ["RNG107"]


def test_interleave_does_not_blow_up_without_end(tmp_path, monkeypatch):
    branches = "".join(
        f'<oneOrMore><group><element name="a{n}"><empty/></element>'
        f'<element name="b{n}"><empty/></element></group></oneOrMore>'
        for n in range(16)
    )
    text = f'<element $ name="r"><interleave>{branches}</interleave></element>'
    made = schema(tmp_path, text)
    monkeypatch.setattr(limits, "PATTERNS", 500)
    many = "".join(f"<a{n}/>" for n in range(16)) * 20
    data = f"<r>{many}</r>".encode()
    assert codes(made, data)


def test_schema_that_nests_too_deep_is_refused(tmp_path):
    deep = limits.SCHEMA_DEPTH + 10
    text = f'<element $ name="r">{"<group>" * deep}<text/>{"</group>" * deep}</element>'
    with pytest.raises(SchemaError) as caught:
        schema(tmp_path, text)
    assert caught.value.diagnostics[0].code == "RNG036"


def test_memory_does_not_grow_with_the_names_of_a_document(tmp_path, monkeypatch):
    text = """<element $ name="r"><zeroOrMore><attribute><anyName/></attribute>
    </zeroOrMore><zeroOrMore><element><anyName/><empty/></element></zeroOrMore>
    </element>"""
    made = schema(tmp_path, text)
    monkeypatch.setattr(limits, "STATES", 50)
    children = "".join(f"<a{n}/>" for n in range(500))
    assert made.accepts(f"<r>{children}</r>".encode())
    attributes = " ".join(f"a{n}=''" for n in range(500))
    assert made.accepts(f"<r {attributes}/>".encode())
    assert len(made._automaton.arcs._memory) <= 100


def test_stream_keeps_little_in_memory(tmp_path):
    made = schema(tmp_path, LETTER)

    class Endless(io.RawIOBase):
        """A document of many paragraphs that is never whole in memory."""

        pieces = iter([b"<letter><sender/>", *[b"<p>x</p>" * 1000] * 20, b"</letter>"])

        def read(self, _size=-1):
            return next(self.pieces, b"")

    assert list(made.stream(Endless())) == []
