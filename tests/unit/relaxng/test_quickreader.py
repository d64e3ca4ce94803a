"""The quick reader reads what the careful one reads, or gives up."""

import pytest

from octavo.relaxng import quickreader, xmlreader

SCHEMA = b"""<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:t="urn:t"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0">
  <!-- a comment --><start><element><name>t:r</name>
    <a:documentation xmlns:b="urn:b">Words <b:i>of</b:i> it.</a:documentation>
    <attribute name="k" a:defaultValue="v" xml:base="other/"><value> v
    </value></attribute><data type="string"><param name="length">&#50;</param></data>
  </element></start>
</grammar>"""

DOUBTFUL = [
    SCHEMA.replace(b"<start>", b"<start>text"),
    SCHEMA.replace(b"t:r</name>", b"t:r<a:x/></name>"),
    SCHEMA.replace(b"</grammar>", b""),
    b"<other/>",
]


def told(node):
    return (
        (node.name, node.place, node.attributes, node.text, dict(node.namespaces)),
        (node.base, node.foreign),
        [told(child) for child in node.children],
    )


def test_both_readers_read_the_same():
    quick = quickreader.read(SCHEMA, "a.rng", "file:///a.rng")
    careful = xmlreader.parse(SCHEMA, "a.rng", base="file:///a.rng", annotations=True)
    assert told(quick) == told(careful)


@pytest.mark.parametrize("data", DOUBTFUL)
def test_what_may_be_wrong_is_left_to_the_careful_reader(data):
    assert quickreader.read(data, "a.rng", "") is None
