"""Repairs change values of attributes and nothing else."""

import pytest

from octavo.validate import validate
from octavo.validate.fixes import fixed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<foreign xml:lang="fre">e  ö\n</foreign>',
            '<foreign xml:lang="fr">e  ö\n</foreign>',
        ),
        (
            "<foreign  n='1' xml:lang = 'ger-CH'/>",
            "<foreign  n='1' xml:lang = 'de-CH'/>",
        ),
        ('<hi xml:lang="English">e</hi>', '<hi xml:lang="en">e</hi>'),
        ('<hi corresp="#p p">e</hi>', '<hi corresp="#p #p">e</hi>'),
        (
            '<hi xml:lang="fre"><hi xml:lang="lat"/></hi>',
            '<hi xml:lang="fr"><hi xml:lang="la"/></hi>',
        ),
    ],
)
def test_what_leaves_no_doubt_is_repaired(write, before, after):
    path = write("a.xml", f'<p xml:id="p">ö{before}</p>')
    repaired = fixed(validate([path], only=["links"]))
    assert repaired[path][0].decode() == path.read_text().replace(before, after)
    path.write_bytes(repaired[path][0])
    assert list(validate([path], only=["links"])) == []


@pytest.mark.parametrize(
    "body", ['<p corresp="#x">ink</p>', "<p/>", '<p corresp="x.xml">i</p>']
)
def test_what_leaves_a_doubt_is_left_alone(write, body):
    assert fixed(validate([write("a.xml", body)])) == {}
