"""What the layout says without a mark: quotations, glossaries, pages, hyphens."""

from lxml import etree

from octavo.encode import encode
from octavo.names import tei

PROSE = (
    "The road went down to the harbour and the boats lay in rows under the wall. "
    "Nobody was about at that hour except the gulls, and they had nothing to say."
)
WRAPPED = (
    "The road went down to the harbour and the boats lay in rows under the\n"
    "wall. Nobody was about at that hour except the gulls, and they had not\n"
    "much to say to anybody who had walked so far.\n"
)
LETTER = (
    "    The boats are in and the nets are mended, and we wait for nothing\n"
    "    now but the wind, which has been against us for as many days as I\n"
    "    can count.\n"
)


def texts(source, name):
    text = etree.fromstring(encode(source).tei).find(tei("text"))
    return [" ".join("".join(e.itertext()).split()) for e in text.iter(tei(name))]


def test_a_letter_keeps_its_short_lines():
    parts = [WRAPPED * 2, "    Dear friend,\n", LETTER, "    Anna BERG.\n", WRAPPED * 2]
    (quote,) = texts("\n".join(parts), "quote")
    assert quote.startswith("Dear friend, The boats")
    assert quote.endswith("Anna BERG.")


def test_a_signature_ends_a_quoted_letter():
    letters = [LETTER, "    Anna BERG.\n", LETTER, "    Otto HOLM.\n"]
    parts = [WRAPPED * 2, *letters, WRAPPED * 2]
    assert len(texts("\n".join(parts), "quote")) == 2


def test_a_paragraph_that_is_announced_is_a_quotation():
    quoted = PROSE.replace("road", "path")
    lines = [f"  {PROSE}"] * 3
    lines += [f"  {PROSE} As Anna Berg wrote,", f"  {quoted}", f"  {PROSE}"]
    assert texts("\n\n".join(lines), "quote") == [quoted]


def test_terms_in_the_order_of_the_alphabet_are_a_list():
    terms = ["anchor", "buoy", "capstan", "deck", "ensign", "forestay", "galley"]
    entries = [
        f"  {term}, a word that sailors use for what they need" for term in terms
    ]
    source = "\n\n".join([f"  {PROSE}", *entries, f"  {PROSE}"])
    assert len(texts(source, "item")) == len(terms)


def test_page_numbers_in_brackets_become_breaks():
    source = "\n\n".join(f"{PROSE} [p. {n}] {PROSE}" for n in range(7, 12))
    tree = etree.fromstring(encode(source).tei)
    assert [e.get("n") for e in tree.iter(tei("pb"))] == ["7", "8", "9", "10", "11"]
    assert "[p." not in "".join(tree.find(tei("text")).itertext())


def test_a_rule_of_dashes_stays_text():
    source = "\n\n".join([PROSE, "–-", PROSE])
    assert texts(source, "ab") == ["–-"]


def test_parts_that_the_book_joins_by_hyphens_stay_joined_so():
    known = "The harbour-wall, the harbour-light and the harbour-bell stood there.\n"
    cut = WRAPPED.replace("harbour and the", "harbour-\nwatchmen and the")
    paragraphs = texts(f"{WRAPPED}\n{known}\n{cut}\n{WRAPPED}", "p")
    assert any("harbour-watchmen" in p.replace("- ", "-") for p in paragraphs)


def test_lines_that_name_what_the_text_speaks_of_are_captions():
    names = ["Anna Berg", "Otto Holm", "Clara Lund", "Karl Sund"]
    told = [f"  {name} came to the harbour. {PROSE}" for name in names]
    parts = [x for t, name in zip(told, names, strict=True) for x in (t, f"  {name}")]
    source = "\n\n".join([*parts, f"  {PROSE}"])
    assert texts(source, "figure") == names


def test_lines_that_nothing_around_them_names_are_no_captions():
    lines = ["Early Days", "The Storm", "New Friends", "A Long Farewell"]
    parts = [x for line in lines for x in (f"  {PROSE}", f"  {line}")]
    assert not texts("\n\n".join([*parts, f"  {PROSE}"]), "figure")


def test_a_part_and_its_first_chapter_may_have_the_same_name():
    said = f"  {PROSE}"
    twice = ["", "", "  The Harbour", "", "", "  The Harbour", "", said, ""]
    once = ["", "", "  The Town", "", said, "", said, ""]
    source = "\n".join([*twice, *once])
    heads = texts(source, "head")
    assert heads == ["The Harbour", "The Harbour", "The Town"]
    text = etree.fromstring(encode(source).tei).find(tei("text"))
    assert text.find(f".//{tei('div')}/{tei('div')}") is not None


def test_a_title_said_again_below_its_author_is_a_heading():
    titles = ["THE HARBOUR AT NIGHT.", "BY ANNA BERG.", "THE HARBOUR AT NIGHT."]
    article = "\n\n\n".join(titles) + "\n\n\n\n" + f"{WRAPPED}\n" * 3
    source = f"CHAPTER I\n\n{WRAPPED}\n\n\n\n\n\n{article}"
    assert texts(source, "head") == ["CHAPTER I", *titles]


def test_a_wide_gap_ends_a_division_without_a_heading():
    wide = "\n" * 6
    source = f"CHAPTER I\n\n{WRAPPED}{wide}{WRAPPED}{wide}THE TOWN\n\n\n{WRAPPED}"
    text = etree.fromstring(encode(source).tei).find(tei("text"))
    (town,) = [
        d for d in text.iter(tei("div")) if d.findtext(tei("head")) == "THE TOWN"
    ]
    assert town.getparent().find(tei("head")) is None


def test_lines_that_all_open_with_a_capital_are_verse_however_full():
    verse = "".join(
        f"    The wind has left the harbour wall and gone {n}\n" for n in "abcd"
    )
    source = "\n".join([WRAPPED * 2, verse, WRAPPED * 2])
    assert len(texts(source, "l")) == 4
    assert not texts(source, "quote")


def test_an_index_in_one_block_is_a_list_of_its_lines():
    entries = ["Anchors, 4, 18", "Boats, 7", "Gulls, 12, 15", "Harbour, 3"]
    source = WRAPPED * 2 + "\n\n\n\nINDEX.\n\n\n" + "".join(f"  {e}\n" for e in entries)
    assert texts(source, "item") == entries


def test_numbers_over_the_entries_of_a_diary_are_no_headings():
    days = "".join(f"\n\n\n\n{n}. To town, with my uncle.\n" for n in range(2, 10))
    source = WRAPPED * 2 + "\n\n\n\n1. At home.\n\n" + WRAPPED + days
    assert not texts(source, "head")


def test_the_edges_of_a_chapter_have_elements_of_their_own():
    motto = "    The wind has left the wall,\n    And nobody at all,\n\n  Old Song.\n"
    head = "\n\n\n\nCHAPTER I. THE BOATS.\n\n"
    chapter = [head, "Anna Berg and Otto Holm\n", motto, WRAPPED * 3]
    end = "\n".join([*chapter, "THE END.", "", "Printed by Holm, Berg."])
    signed = WRAPPED * 2 + "\n  Anna Berg\n  1901\n"
    first = WRAPPED * 2 + "\n\n\n\nPREFACE.\n\n" + signed
    source = first + end
    assert texts(source, "signed") == ["Anna Berg", "1901"]
    assert texts(source, "byline") == ["Anna Berg and Otto Holm"]
    assert texts(source, "bibl") == ["Old Song."]
    assert texts(source, "trailer") == ["THE END.", "Printed by Holm, Berg."]
    assert len(texts(source, "head")) == 2


def source_of(text):
    tree = etree.fromstring(encode(text).tei)
    found = tree.find(f".//{tei('sourceDesc')}")
    return [
        (e.tag.split("}")[1], e.text, e.get("when")) for e in found.iter() if e.text
    ]


def test_a_title_page_says_who_printed_the_book_and_in_what_year():
    lines = ["A WALK TO THE WALL", "BY ANNA BERG", "VOL. II.", "LONDON"]
    lines += ["BERG AND HOLM, STRAND", "M.DCC.LXXXV."]
    page = "".join(line.center(70).rstrip() + "\n\n" for line in lines)
    facts = source_of(page + "\n\n\n\nCHAPTER I.\n\n\n" + WRAPPED * 3)
    assert ("publisher", "Berg and Holm, Strand", None) in facts
    assert ("pubPlace", "London", None) in facts
    assert ("date", "1785", "1785") in facts


def test_a_signed_preface_tells_the_author_where_nothing_else_does():
    signed = "PREFACE.\n\n\n" + WRAPPED + "\nANNA BERG.\n\nMay 3, 1901.\n"
    facts = source_of(signed + "\n\n\n\nCHAPTER I.\n\n\n" + WRAPPED * 3)
    assert ("author", "Anna Berg", None) in facts
    assert ("date", "1901", "1901") in facts


def test_a_dedication_in_the_form_of_a_letter_is_a_part_of_the_front():
    page = "A WALK\n\nBY ANNA BERG\n\nLONDON, 1901\n"
    letter = "\n\n\n\nTO MRS. HOLM.\n\n\n" + WRAPPED * 4 + "\nA. B.\n"
    tree = etree.fromstring(
        encode(page + letter + "\n\n\n\nCHAPTER I.\n\n\n" + WRAPPED * 3).tei
    )
    (part,) = tree.findall(f".//{tei('front')}/{tei('div')}")
    assert part.get("type") == "dedication"


def lines(*paragraphs):
    """Give paragraphs on one line each, as sites do; an empty one is one more gap."""
    return "\n\n".join(f"  {p}" if p else p for p in paragraphs) + "\n"


def test_short_lines_in_one_pair_of_quotation_marks_are_verse():
    song = ["“How many miles to town?", "Three score and ten!", "Shall I be there?”"]
    source = lines(*[PROSE * 4] * 3, *song, PROSE * 4, "“Yes.”", "“No.”", PROSE * 4)
    assert texts(source, "l") == song


def test_a_larger_gap_in_a_book_of_verse_is_a_heading():
    poem = ["The wind has left the wall", "And nobody at all", "Will stay,", "I say"]
    source = lines(*["", "", "The Wall", *poem, "", "", "The Stair", *poem] * 3)
    assert texts(source, "head") == ["The Wall", "The Stair"] * 3


def test_headings_apart_open_a_part_and_a_chapter_in_it():
    source = lines(PROSE * 4, "", "", "The Sea", "", "The Harbour", PROSE * 4, PROSE)
    text = etree.fromstring(encode(source).tei).find(tei("text"))
    (chapter,) = text.iterfind(f".//{tei('div')}/{tei('div')}/{tei('head')}")
    assert chapter.text == "The Harbour"


def test_the_note_of_a_page_is_called_on_that_page():
    first = "Part 1\n\n" + WRAPPED * 3 + "\f"
    second = WRAPPED + "the boats that nobody had got shut\n1 on him in 18901 and\n"
    foot = "\n1 As the sailors say.\n2 See the chart.\n\f"
    pages = first + second.replace("18901", "18902") + WRAPPED * 2 + foot
    tree = etree.fromstring(encode(pages + WRAPPED * 3).tei)
    calls = tree.findall(f".//{tei('ref')}[@type='noteref']")
    assert [(c.text, c.tail[:4]) for c in calls] == [("1", " on "), ("2", " and")]


def test_a_decision_says_how_sure_it_is_unless_it_is_sure():
    verse = "    The wind has left the wall,\n    And nobody at all\n"
    sure = WRAPPED * 2 + "\n" + verse + "    Will stay,\n    I say\n\n" + WRAPPED * 2
    tree = etree.fromstring(encode(sure).tei)
    assert all(p.get("cert") is None for p in tree.find(tei("text")).iter(tei("p")))
    (quote,) = etree.fromstring(
        encode("\n".join([WRAPPED * 2, LETTER, WRAPPED])).tei
    ).iter(tei("quote"))
    assert quote.get("cert") == "low"


def test_the_bars_of_a_table_are_recorded_as_left_out():
    rows = "".join(f"Row {n}|{n * 7}|more\n" for n in range(5))
    source = "CHAPTER I.\n\n\n" + WRAPPED + "\n" + rows + "\n" + WRAPPED
    assert len(texts(source, "row")) == 5
    rules = {removal.rule for removal in encode(source).removals}
    assert "table-bar" in rules
