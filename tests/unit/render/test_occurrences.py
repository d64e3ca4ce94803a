"""The words around a name."""

from pathlib import Path

from lxml import etree

from octavo.names import EDITION
from octavo.render import occurrences
from octavo.source import parse

TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>To
 <name ref="#a">Ann</name><!-- she --> from <hi><name ref="#x #b">Bob</name>, who</hi>
 wrote<note>not <name ref="#a">Ann</name></note>.</p></body></text></TEI>"""


def test_each_name_has_the_words_before_and_after_it_in_its_block():
    extract = etree.Element(f"{{{EDITION}}}extract")
    for _ in range(3):
        etree.SubElement(extract, f"{{{EDITION}}}name")
    occurrences.complete(extract, parse(TEXT.encode(), Path("a.xml")), {"a", "b"})
    assert [(name.get("before"), name.get("after")) for name in extract] == [
        ("To ", " from Bob, who wrotenot Ann."),
        ("To Ann from ", ", who wrotenot Ann."),
        ("not ", ""),
    ]


def test_long_contexts_are_cut_between_words():
    words = "word " * 40
    assert occurrences.before(words, 200) == "… " + "word " * 12
    assert occurrences.after(words, 0) == "word " * 12 + "word …"
