"""Tags of languages that browsers and checkers of HTML know."""

import pytest

from octavo import resources, saxon


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("de", ["de"]),
        ("eng_GB", ["en-GB"]),
        ("grc", ["grc"]),
        ("el-grc-x-lgpn", ["grc-x-lgpn"]),
        ("sr-Cryl", ["sr"]),
        ("sr-Cyrl-RS", ["sr-Cyrl-RS"]),
        ("en-UK", ["en"]),
        ("de-1901", ["de-1901"]),
        ("la-x-medieval", ["la-x-medieval"]),
        ("la-x", ["la"]),
        ("x-own", ["x-own"]),
        ("xx", []),
        ("German", []),
        ("", []),
    ],
)
def test_what_no_browser_knows_is_left_out_of_a_tag(written, shown):
    function = "{urn:x-octavo:functions}tag"
    sheet = resources.stylesheet("html.xsl")
    assert saxon.call_function(sheet, function, written) == shown
