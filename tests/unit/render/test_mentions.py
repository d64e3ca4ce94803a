"""Lists of the places where entries are named."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from octavo.render import mentions

E = "{urn:x-octavo:edition}"
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


def extract(*names):
    root = etree.Element(f"{E}extract", id="a", title="Whole & all")
    outline = etree.SubElement(root, f"{E}outline")
    etree.SubElement(outline, f"{E}part", id="one", title="Chapter <1>")
    for facts in names:
        etree.SubElement(root, f"{E}name", facts)
    return root


def test_each_place_has_the_title_of_its_page_and_its_words():
    facts = {"keys": "x y", "href": "a-one.html#n1", "page": "one", "before": "to "}
    root = extract(facts | {"words": "Ada", "after": " said"})
    found = mentions.take_out([root])
    assert found["x"] == found["y"]
    assert found["x"] == [
        '<li><a href="a-one.html#n1">Chapter &lt;1&gt;</a> <span class="words">'
        "to <mark>Ada</mark> said</span></li>"
    ]
    assert root.find(f"{E}name") is None


def test_a_place_outside_all_pages_has_the_title_of_the_text():
    found = mentions.take_out([extract({"keys": "x", "href": 'ä"', "page": ""})])
    assert found["x"][0].startswith('<li><a href="%C3%A4&#34;">Whole &amp; all</a>')


def test_lists_stand_where_their_marks_are():
    names = [{"keys": key, "words": key} for key in ("x", "y", "x")]
    found = mentions.take_out([extract(*names)])
    counts = {e.get("keys"): dict(e.attrib) for e in mentions.counts(found)}
    assert counts["x"]["count"] == "2"
    page = b"<ol><?octavo-places %s?></ol>" % counts["y"]["number"].encode()
    assert mentions.filled(page, found).count(b"<mark>y</mark>") == 1


@given(WORDS)
def test_words_are_the_same_when_the_page_is_read(words):
    found = mentions.take_out([extract({"keys": "x", "words": words})])
    assert etree.fromstring(found["x"][0]).findtext("span/mark") == words
