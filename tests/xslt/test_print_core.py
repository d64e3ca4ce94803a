"""Paragraphs, words set apart, quotations, breaks."""

import pytest


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("<p>a <hi rend='italic'>b</hi></p>", '"a";sp;emphasis({"b";});'),
        ("<p><hi rend='bold sc'>b</hi></p>", 'bold({small-capitals({"b";});});'),
        ("<p><hi>b</hi></p>", '"b";'),
        ("<p><emph>b</emph></p>", 'emphasis({"b";});'),
        ("<p><title level='a'>b</title></p>", '"b";'),
        ("<p><title level='m'>b</title></p>", 'emphasis({"b";});'),
        ("<p>a<lb/>b<lb break='no'/>c</p>", '"a";sp;"b";"c";'),
        ("<p><choice><sic>a</sic><corr>b</corr></choice></p>", '"b";'),
        ("<p><soCalled>a</soCalled></p>", '"“";"a";"”";'),
        ("<p>“<q>a</q>”</p>", '"“";"a";"”";'),
        ("<p><gap/></p>", '"[…]";'),
        ("<p>a<!-- b --></p>", '"a";'),
    ],
)
def test_words_in_a_line(chapter_code, content, line):
    assert chapter_code(content) == [f"paragraph(indented: false, {{{line}}})"]


def test_the_first_paragraph_stands_flush_the_next_is_indented(chapter_code):
    assert chapter_code("<p>a</p><p>b</p>") == [
        'paragraph(indented: false, {"a";})',
        'paragraph({"b";})',
    ]


def test_a_quotation_cuts_its_paragraph_in_two(chapter_code):
    assert chapter_code("<p>a<quote><p>b</p></quote>c</p>") == [
        'paragraph(indented: false, {"a";})',
        "quotation({",
        'paragraph(indented: false, inset: 1, {"b";})',
        "})",
        'paragraph(indented: false, {"c";})',
    ]


def test_words_of_another_language_say_so(chapter_code):
    (line,) = chapter_code(
        "<p xml:lang='en'>a <foreign xml:lang='de-AT'>b</foreign></p>"
    )
    assert 'language("de", {emphasis({"b";});});' in line


def test_what_no_rule_knows_is_printed_and_reported(chapter_code):
    assert chapter_code("<p><unheard>a</unheard></p>") == [
        'paragraph(indented: false, {"a";})'
    ]


def test_a_pointer_that_leads_nowhere_closes_nothing(chapter_code):
    assert chapter_code("<p>a <ptr target='L1'/> b</p>") == [
        'paragraph(indented: false, {"a";sp;"L1";sp;"b";})'
    ]


def test_blocks_in_the_description_of_a_place_are_no_paragraphs_in_one(chapter_code):
    place = "<place><placeName>A</placeName><state><p>b</p></state></place>"
    assert chapter_code(f"<listPlace>{place}</listPlace>") == [
        'reference({"A";})',
        'paragraph(indented: false, {"b";})',
    ]
