"""A house style: sets parameters, wraps rules, fills slots, from outside."""

from octavo import resources, saxon
from octavo.saxon import Document

TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>
<p>a <choice><orig>vpon</orig><reg>upon</reg></choice></p><p>b</p>
</div></body></text></TEI>"""


def test_the_example_changes_what_it_says():
    made = saxon.transform(
        Document(TEXT.encode()),
        resources.stylesheet("custom/example.xsl"),
        {"split": "none"},
    )
    page = made.documents["text.html"].decode()
    assert '<span class="number gen">2</span><p id="body-1-p2">b</p>' in page
    assert "vpon" in page
    assert "<p>Set for a small press.</p></footer>" in page
