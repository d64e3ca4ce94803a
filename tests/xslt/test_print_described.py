"""What is described in parts: words, speech, manuscripts, schemas."""

import re

import pytest


def test_an_entry_is_a_hanging_paragraph_with_a_bold_headword(chapter_code):
    senses = '<sense n="1"><def>leaf</def></sense><sense n="2"><def>book</def></sense>'
    code = chapter_code(
        "<entry><form><orth>folio</orth></form><gramGrp><pos>n.</pos></gramGrp>"
        f"{senses}</entry>"
    )
    assert code == [
        'reference({bold({"folio";});sp;emphasis({"n.";});sp;bold("1");sp;"leaf";'
        'sp;bold("2");sp;"book";})'
    ]


def test_words_between_the_parts_of_an_entry_need_no_more_spaces(chapter_code):
    code = chapter_code(
        "<entryFree><orth>a</orth>(<gen>m</gen>)<def>b</def></entryFree>"
    )
    assert code == ['reference({bold({"a";});"(";emphasis({"m";});")";"b";})']


def test_a_sense_with_blocks_hangs_by_its_number(chapter_code):
    code = chapter_code(
        "<entry><form><orth>a</orth></form>"
        '<sense n="1">b<quote><p>c</p></quote></sense></entry>'
    )
    assert 'item({bold("1");}, {"b";})' in code


def test_who_speaks_is_named_as_the_document_names_him(book_code):
    who = (
        '<profileDesc><particDesc><person xml:id="A"><persName>Ann</persName></person>'
    )
    code = book_code(
        '<text><body><div><head>H</head><u who="#A">yes</u><u who="#B">no</u>'
        "<incident><desc>rain</desc></incident></div></body></text>",
        header=f"{who}</particDesc></profileDesc>",
    )
    said = re.findall(r"^(?:speaker|paragraph|stage-direction).*$", code, re.MULTILINE)
    assert said == [
        'speaker("Ann", none)',
        'paragraph(indented: false, {"yes";})',
        'speaker("B", none)',
        'paragraph(indented: false, {"no";})',
        'stage-direction({"rain";})',
    ]


def test_a_place_of_keeping_is_given_as_one_says_it(chapter_code):
    code = chapter_code(
        "<msDesc><msIdentifier><settlement>Oxford</settlement> <idno>MS 5</idno>"
        "</msIdentifier><history><origin>Paris</origin></history></msDesc>"
    )
    assert code == ['reference({"Oxford";",";sp;"MS 5";})', 'reference({"Paris";})']


def test_an_example_in_xml_shows_its_tags_and_no_markup_of_the_edition(chapter_code):
    example = (
        '<egXML xmlns="http://www.tei-c.org/ns/Examples"><p n="1">a<lb/></p></egXML>'
    )
    assert chapter_code(example) == [r'example("<p n=\"1\">a<lb/></p>")']


def test_a_grammar_in_a_declaration_is_an_example_of_its_own(chapter_code):
    grammar = '<empty xmlns="http://relaxng.org/ns/structure/1.0"/>'
    code = chapter_code(
        f'<elementSpec ident="x"><content>{grammar}</content></elementSpec>'
    )
    assert code == [
        'short-line({typewriter("x");})',
        'example("<empty/>")',
    ]


def test_a_character_that_is_described_stands_for_itself(book_code):
    declared = '<charDecl><glyph xml:id="r"><mapping>ꝛ</mapping></glyph></charDecl>'
    code = book_code(
        '<text><body><p>a<g ref="#r"/></p></body></text>',
        header=f"<encodingDesc>{declared}</encodingDesc>",
    )
    assert '"a";"ꝛ";' in code


@pytest.mark.parametrize("name", ["prologue", "epilogue", "performance", "set"])
def test_what_frames_a_play_has_its_heading(chapter_code, name):
    code = chapter_code(f"<{name}><head>A</head><p>b</p></{name}>")
    assert re.match(r'section\(".*", 1, 1, \{"A";\}', code[0])
    assert code[-1] == 'paragraph(indented: false, {"b";})'


def test_a_reading_outside_of_any_apparatus_is_shown(chapter_code):
    assert chapter_code("<p><rdg>a</rdg></p>") == ['paragraph(indented: false, {"a";})']


def test_a_list_of_witnesses_in_the_text_is_printed_there(chapter_code):
    code = chapter_code('<listWit><witness xml:id="B">Basel</witness></listWit>')
    assert code == ['item({emphasis("B");}, {"Basel";})']
