import random
import re
import tomllib

import pytest

from octavo.encode import Profile, Reviewed, encode, review_html
from octavo.encode.decisions import read_decisions
from octavo.encode.review import as_decision

TEXT = """CHAPTER I.

The Harbour

Lot Varga came down to the harbour with Mr. Anders, as he did each day of the year.1
He said to Anders that the boats were late; and Anders, who came from Brill, said no.

  The tide is high, the moon is low,
  And home to Brill the boats will go

Mr. Anders laughed. "In 3 hours, Varga," he said, and Will Sorrel sat down beside him
to look at the boats that came in from the sea. They were late on that day.

CHAPTER II.

Anna Brandt

They came back with the last of the 2 boats, and Lot was not among them.2 He had gone.

NOTES.

1. The calendar of that year is lost.

2. See what Sorrel says of it.

4. Nothing in the text calls this one.
"""


def decided(toml, text=TEXT):
    """Encode with decisions written in TOML."""
    found = read_decisions(tomllib.loads(toml), "d.toml")
    return encode(text, Profile(decisions=found))


def chosen(first, choose):
    """Decide on each doubt of a run, as the page of the report would."""
    pieces = [f'{as_decision(i)}kind = "{choose(i)}"\n' for i in first.review]
    return "\n".join(pieces)


def body(encoded):
    return encoded.tei.decode().partition("<text>")[2]


def test_what_was_found_right_is_no_longer_in_doubt():
    first = encode(TEXT)
    assert len(first.review) > 5
    second = decided(chosen(first, lambda item: item.kind))
    assert second.review == ()
    assert {d.code for d in second.diagnostics} == set()
    plain = [re.sub(' cert="[a-z]+"', "", body(run)) for run in (first, second)]
    assert plain[0] == plain[1]


@pytest.mark.parametrize("seed", range(8))
def test_what_was_decided_otherwise_is_no_longer_in_doubt_either(seed):
    first = encode(TEXT)
    draw = random.Random(seed)
    second = decided(chosen(first, lambda item: draw.choice(item.kinds)))
    places = {(item.start, item.end) for item in first.review}
    assert places.isdisjoint((item.start, item.end) for item in second.review)


def test_a_reference_is_where_the_editor_says():
    toml = '[[decision]]\nwords = "2"\nkind = "ref"\n'
    assert 'the last of the <ref type="noteref"' in body(decided(toml))
    toml = '[[decision]]\nwords = "3"\nkind = "ref"\nn = "1"\n'
    assert re.search('"In <ref [^>]*target="#n1">3</ref> hours', body(decided(toml)))


def test_a_number_is_no_reference_if_the_editor_says_so():
    toml = '[[decision]]\nwords = "year.1"\nkind = "none"\n'
    assert "of the year.1" in body(decided(toml))


def test_a_reference_that_no_note_fits_is_reported():
    found = decided('[[decision]]\nwords = "3"\nkind = "ref"\n').diagnostics
    assert [(d.code, d.line) for d in found if d.code == "ENC002"] == [("ENC002", 11)]


def test_a_note_is_what_the_editor_calls_one():
    toml = '[[decision]]\nwords = "They came back"\nkind = "note"\nn = "x"\n'
    assert re.search('<note [^>]*n="x"[^>]*>They came back', body(decided(toml)))
    toml = '[[decision]]\nwords = "4. Nothing in"\nkind = "p"\n'
    found = decided(toml)
    assert "<p>4. Nothing in" in body(found)
    assert "ENC003" not in {d.code for d in found.diagnostics}


def names(encoded, words):
    return re.findall(rf"<(\w+Name)[^>]*>{words}</", body(encoded))


def test_a_decision_on_all_places_leaves_longer_names_alone():
    toml = '[[decision]]\nwords = "Lot"\nkind = "placeName"\neverywhere = "words"\n'
    found = decided(toml)
    assert names(found, "Lot") == ["placeName"]
    assert names(found, "Lot Varga") == ["persName"]


def test_a_decision_on_all_names_adds_none():
    toml = '[[decision]]\nwords = "{}"\nkind = "orgName"\neverywhere = "names"\n'
    assert names(decided(toml.format("boats")), "boats") == []
    kinds = set(names(decided(toml.format("Anders")), "Anders"))
    assert kinds == {"orgName"}


def test_who_is_no_person_is_not_in_the_register_made_of_the_text():
    assert b"<persName>Anna Brandt</persName>" in encode(TEXT).tei
    toml = '[[decision]]\nwords = "Anna Brandt"\nkind = "none"\n'
    assert b"p-anna-brandt" not in decided(toml).tei


def test_of_two_decisions_that_overlap_one_is_kept():
    first = '[[decision]]\nwords = "Anders laughed"\nkind = "orgName"\n'
    second = '[[decision]]\nwords = "Mr. Anders"\noccurrence = 2\nkind = "persName"\n'
    found = decided(first + second)
    assert names(found, "Mr. Anders")[1:] == ["persName"]
    assert names(found, "Anders laughed") == []


def test_a_byline_amid_the_text_stays_a_paragraph():
    toml = '[[decision]]\nwords = "The tide is"\nkind = "byline"\n'
    found = decided(toml)
    assert "<byline>" not in body(found)
    assert [d.code for d in found.diagnostics if "byline" in d.message] == ["ENC002"]


def test_a_division_of_nothing_but_edges_has_a_paragraph():
    toml = '[[decision]]\nwords = "{}"\nkind = "{}"\n'
    both = toml.format("One.", "closer") + toml.format("Two.", "argument")
    assert body(decided(both, "One.\n\nTwo.\n")).count("<p>") == 2
    assert body(decided(both, "Two.\n\nA.\n\nOne.\n")).count("<argument>") == 1


def test_a_correction_may_stand_inside_a_word():
    toml = '[[decision]]\nwords = "rn"\nkind = "corr"\ntext = "m"\n'
    found = body(decided(toml, "He carne down.\n"))
    assert "ca<choice><sic>rn</sic><corr>m</corr></choice>e" in found


def test_a_decision_on_words_of_two_paragraphs_is_reported():
    toml = '[[decision]]\nwords = "I. The"\nkind = "persName"\n'
    assert "ENC002" in {d.code for d in decided(toml).diagnostics}


def test_a_block_taken_out_of_a_note_leaves_the_rest_of_it():
    text = "One.1\n\nNOTES\n\n1. A note.\n\nMore of it.\n"
    toml = '[[decision]]\nwords = "More of it"\nkind = "p"\n'
    assert re.search("A note.</note>.*<p>More of it", body(decided(toml, text)), re.S)


def test_a_table_of_which_one_row_is_left_is_a_table():
    toml = '[[decision]]\nwords = "0"\nkind = "argument"\n'
    text = "0\t0\n0\t0\n\n:\t:"
    assert body(encode(text)).count("<row") == 3
    found = body(decided(toml, text))
    assert found.count("<row") == 1


def test_what_is_removed_inside_a_heading_leaves_the_rest_a_heading():
    toml = '[[decision]]\nwords = "Harbour"\nkind = "remove"\n'
    assert re.search(r"<head>[^<]*The\s*</head>", body(decided(toml)))


def test_the_page_escapes_the_words_of_the_text():
    hostile = '</script><b a="x">$title Mr. "Ham"'
    items = encode(TEXT.replace("Anders", hostile)).review
    page = review_html([Reviewed(hostile, items, "a.xml")])
    assert "<b " not in page
    assert page.count("</script>") == 1


def test_a_text_without_doubts_says_so():
    assert "Nothing is in doubt" in review_html([Reviewed("a.txt", ())])
