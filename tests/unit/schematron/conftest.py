"""Small schemas and documents, written as text."""

import pytest

from octavo import schematron, source

HEAD = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="{binding}"'
    ' xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
    '<ns prefix="t" uri="urn:t"/>'
)


@pytest.fixture
def check(tmp_path):
    """Check a document against the inside of a schema; give the findings."""

    def run(rules, document, *, phase=None, binding="xslt3"):
        schema = tmp_path / "rules.sch"
        schema.write_text(HEAD.format(binding=binding) + rules + "</schema>")
        options = {} if phase is None else {"phase": phase}
        loaded = schematron.load(schema, **options)
        path = tmp_path / "document.xml"
        return list(loaded.validate(source.parse(document.encode(), path)))

    return run


@pytest.fixture
def say(check):
    """The same, but only what the findings say."""
    return lambda *args, **options: [d.message for d in check(*args, **options)]
