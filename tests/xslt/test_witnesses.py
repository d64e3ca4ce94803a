"""The text of each witness, rebuilt from an apparatus of each kind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from octavo import resources, saxon
from octavo.saxon import Document

H = {"h": "http://www.w3.org/1999/xhtml"}
SIGLA = ("A", "B")
WORDS = st.text("abcdeg", max_size=4)
# Places of a text: what the edition has, and what each witness has.
PLACES = st.lists(st.tuples(WORDS.filter(bool), WORDS, WORDS), min_size=1, max_size=6)
HEAD = """<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><sourceDesc>
<listWit><witness xml:id="A">a</witness>
<listWit xml:id="b"><witness xml:id="B">b</witness>
</listWit></listWit></sourceDesc></fileDesc>%s</teiHeader>"""
VIEWS = Document(
    b'<e:views xmlns:e="urn:x-octavo:edition">'
    b'<e:view id="t" kind="reading" witness=""/>'
    b'<e:view id="t-witness-a" kind="witness" witness="A"/>'
    b'<e:view id="t-witness-b" kind="witness" witness="B"/></e:views>'
)


def segments(places):
    """Every place with its readings in the text itself."""
    return "".join(
        f'<app><lem>{lem}</lem><rdg wit="#A">{a}</rdg><rdg wit="#b">{b}</rdg></app> '
        for lem, a, b in places
    )


def ends(places):
    """The text of the edition, and readings with their two ends after it."""
    text = "".join(
        f'<anchor xml:id="f{n}"/>{lem}<anchor xml:id="t{n}"/> '
        for n, (lem, *_) in enumerate(places)
    )
    readings = "".join(
        f'<app from="#f{n}" to="#t{n}">'
        f'<rdg wit="#A">{a}</rdg><rdg wit="#B">{b}</rdg></app>'
        for n, (_, a, b) in enumerate(places)
    )
    return f"{text}<listApp>{readings}</listApp>"


def pages(content, witness="", encoding=""):
    text = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEAD % encoding}'
        f"<text><body><p>{content}</p></body></text></TEI>"
    )
    name = f"t-witness-{witness.lower()}" if witness else "t"
    return saxon.transform(
        Document(text.encode()),
        resources.stylesheet("witness.xsl" if witness else "html.xsl"),
        {"document": name, "views": VIEWS, "witness": witness, "split": "none"},
    ).documents


def words(content, witness, encoding=""):
    page = pages(content, witness, encoding)[f"t-witness-{witness.lower()}.html"]
    article = etree.fromstring(page).find(".//h:article", H)
    for made in article.xpath(".//*[contains(@class, 'gen')]"):
        made.getparent().remove(made) if made.tail is None else made.clear(True)
    return "".join("".join(article.itertext()).split())


@pytest.mark.parametrize("encode", [segments, ends])
@settings(max_examples=8, deadline=None)
@given(places=PLACES)
def test_the_text_of_a_witness_is_what_was_collated(encode, places):
    for number, siglum in enumerate(SIGLA, start=1):
        collated = "".join(place[number] for place in places)
        assert words(encode(places), siglum) == collated


def test_readings_that_name_a_line_are_put_into_it():
    lines = (
        '<l n="1">one two</l><l n="2">three four<app><lem>four</lem>'
        '<rdg wit="#B">five</rdg></app></l><listApp><app loc="1"><lem>two</lem>'
        '<rdg wit="#A">ten</rdg></app></listApp>'
    )
    method = (
        "<encodingDesc><variantEncoding method='location-referenced'/></encodingDesc>"
    )
    assert words(lines, "A", method) == "onetenthreefour"
    assert words(lines, "B", method) == "onetwothreefive"


def test_a_gap_of_a_witness_is_a_gap_in_its_text_only():
    text = (
        'a <app><lem>b</lem><rdg wit="#A"><lacunaStart/></rdg></app> c '
        '<app><lem>d</lem><rdg wit="#B">x</rdg></app> '
        '<app><lem>e</lem><rdg wit="#A"><lacunaEnd/>f</rdg></app>'
    )
    assert words(text, "A") == "af"
    assert words(text, "B") == "abcxe"


def test_sigla_lead_to_the_same_place_in_the_other_texts():
    made = pages(segments([("a", "b", "c")]))
    page = etree.fromstring(made["t.html"])
    entry = page.find(".//h:section[@class='apparatus gen']//h:li", H)
    assert "".join(entry.itertext()) == "§ 1 a] b A; c b"
    assert entry.find(".//h:i/h:a", H).get("href") == "t-witness-a.html#app1"
    views = [a.get("href") for a in page.iterfind(".//h:nav[@class='views']//h:a", H)]
    assert views == [
        "t.html",
        "t-witnesses.html",
        "t-witness-a.html",
        "t-witness-b.html",
    ]
    names = etree.fromstring(made["t-witnesses.html"]).iterfind(".//h:dt", H)
    assert [name.text for name in names] == ["A", "b", "B"]


@pytest.mark.parametrize(
    ("lemma", "is_recorded"), [("<lem>", True), ('<lem wit="#A">', False)]
)
def test_a_witness_that_is_not_named_has_the_lemma_or_is_said_to_be_unknown(
    lemma, is_recorded
):
    text = f'<app>{lemma}red</lem><rdg wit="#A">read</rdg></app>'
    page = etree.fromstring(pages(text, "B")["t-witness-b.html"])
    entry = page.find(".//h:article//h:a[@id='app1']", H)
    assert "".join(entry.itertext()) == "red"
    assert (entry.get("title") is None) is is_recorded
    said = "".join(
        page.find(".//h:section[@class='apparatus gen']//h:li", H).itertext()
    )
    assert ("B: reading not recorded" not in said) is is_recorded
