"""Dates, foreign words, titles and quotations inside paragraphs."""

import pytest
from lxml import etree

from octavo.encode import Profile, encode
from octavo.names import XML_LANG, tei


def marked(text, name, language="en", **profile):
    encoded = encode(text, Profile(language=language, **profile))
    body = etree.fromstring(encoded.tei).find(tei("text"))
    return list(body.iter(tei(name)))


@pytest.mark.parametrize(
    ("language", "words", "when"),
    [
        ("en", "3 March 1921", "1921-03-03"),
        ("en", "the 3rd of March, 1921", "1921-03-03"),
        ("en", "March 3d, 1921", "1921-03-03"),
        ("en", "Dec. 25", "--12-25"),
        ("en", "early 1921", "1921"),
        ("de", "am 3. März 1921", "1921-03-03"),
        ("de", "den 3ten May 1799", "1799-05-03"),
        ("de", "am 24. 12. 1900", "1900-12-24"),
        ("de", "im Jahre 1848", "1848"),
        ("fr", "le 1er mai 1830", "1830-05-01"),
        ("es", "el 2 de mayo de 1808", "1808-05-02"),
        ("pl", "1791-05-03", "1791-05-03"),
    ],
)
def test_a_date_has_its_value(language, words, when):
    (date,) = marked(f"One ({words}). Two.\n", "date", language)
    assert date.get("when") == when


def test_two_years_are_a_range():
    (date,) = marked("It went on from 1914 to 1918. So it was.\n", "date")
    assert (date.text, date.get("from"), date.get("to")) == (
        "1914 to 1918",
        "1914",
        "1918",
    )


@pytest.mark.parametrize(
    "words",
    [
        "in 1500 copies",
        "31 April",
        "by 1200 men",
        "1914",
        "nr. 1900-45-67",
        "May 3 men",
    ],
)
def test_numbers_that_are_no_dates_stay_numbers(words):
    assert marked(f"There was {words} of it.\n", "date") == []


ITALICS = (
    "He said _je ne suis pas un homme_ and read _The Wealth of Nations_.\n\n"
    "He was _very_ late and sailed the _Resolution_ home.\n"
)


def test_foreign_words_and_titles_are_told_from_emphasis():
    (foreign,) = marked(ITALICS, "foreign")
    assert foreign.get(XML_LANG) == "fr"
    assert [t.text for t in marked(ITALICS, "title")] == ["The Wealth of Nations"]
    assert [h.text for h in marked(ITALICS, "hi")] == ["very", "Resolution"]


def test_phrases_are_left_alone_on_request():
    assert len(marked(ITALICS, "hi", phrases=False)) == 4


def test_quotations_in_the_line_are_marked_on_request():
    text = "“I go,” he said, “but not far.” It’s so.\n\n“Go,” she said.\n"
    assert marked(text, "q") == []
    found = [q.text for q in marked(text, "q", quotations=True)]
    assert found == ["“I go,”", "“but not far.”", "“Go,”"]
