"""Findings name their nodes in one form."""

import pytest

from octavo.diagnostics import readable_path

TEI = "Q{http://www.tei-c.org/ns/1.0}"
XML = "Q{http://www.w3.org/XML/1998/namespace}"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (f"/{TEI}TEI[1]/{TEI}text[1]/@{XML}id", "/TEI[1]/text[1]/@xml:id"),
        (f"/{TEI}TEI[1]/Q{{urn:svg}}g[2]/@Q{{}}x", "/TEI[1]/Q{urn:svg}g[2]/@x"),
        (f"/{TEI}TEI[1]/Q{{}}p[1]/text()[1]", "/TEI[1]/Q{}p[1]/text()[1]"),
        (f"/{TEI}TEI[1]/@{TEI}n", f"/TEI[1]/@{TEI}n"),
        ("/Q{}a[1]/Q{}b[1]/@n", "/a[1]/b[1]/@n"),
        ("/a[1]/@n", "/a[1]/@n"),
    ],
)
def test_a_path_is_short_but_never_ambiguous(path, expected):
    assert readable_path(path) == expected
