"""Parts, chapters, sections; contents and lists made for the book."""

import re

import pytest


def calls(code):
    """The functions called at the top of the code, with their ids."""
    return re.findall(r'^#([\w-]+)\((?:"([^"]*)")?', code, re.MULTILINE)


CHAPTERS = "".join(
    f'<div type="chapter" xml:id="c{n}"><head>{n}</head><p>x</p></div>' for n in (1, 2)
)


def test_chapters_inside_a_part_are_chapters(book_code):
    body = f'<div type="part" xml:id="p"><head>P</head>{CHAPTERS}</div>'
    code = book_code(f"<text><body>{body}</body></text>")
    parts = [("part", "p"), ("chapter", "c1"), ("chapter", "c2")]
    assert [call for call in calls(code) if call in parts] == parts
    assert '#chapter("c1", 2, ' in code


def test_divisions_inside_a_chapter_are_sections(chapter_code):
    code = chapter_code('<div xml:id="s"><head>S</head><p>a</p></div>')
    assert code[0].startswith('section("s", 2, 1, {"S";}, ')


def test_contents_are_made_anew_if_there_is_something_to_list(book_code):
    front = '<front><div type="contents"><head>Contents</head><p>old</p></div></front>'
    many = book_code(f"<text>{front}<body>{CHAPTERS}</body></text>")
    none = book_code(f"<text>{front}<body><p>x</p></body></text>")
    assert "#contents(" in many
    assert '"old"' not in many
    assert "#contents(" not in none
    assert '"old"' in none


def test_a_heading_has_no_note_in_the_contents(book_code):
    head = "<head>A<note>b</note></head>"
    code = book_code(f'<text><body><div xml:id="c">{head}<p>c</p></div></body></text>')
    assert '#chapter("c", 1, {"A";}, {heading-line("title", {"A";note(' in code


def test_a_text_without_divisions_is_printed(book_code):
    code = book_code("<text><body><p>a</p></body></text>")
    assert '#open-page()\n#{\nparagraph(indented: false, {"a";})\n}\n' in code


STRAY = "<p>a</p>"


@pytest.mark.parametrize(
    "text",
    [
        f"<front>{STRAY}<div><head>F</head>{STRAY}</div>{STRAY}</front><body>{STRAY}</body>",
        f"<front><castList><castItem>a</castItem></castList></front><body>{STRAY}</body>",
        f"<body>{STRAY}<div><head>A</head>{STRAY}</div>{STRAY}</body><back>{STRAY}</back>",
        f"<body>a<div><head>A</head><p><div><head>B</head>{STRAY}</div></p></div></body>",
        f"<group>{STRAY}<text><body>{STRAY}</body></text></group>",
        f"<body><floatingText><body><div><head>A</head>{STRAY}</div></body>"
        "</floatingText></body>",
        f"<body><unheard>{STRAY}</unheard></body>",
        f"<body xml:lang='de'><div xml:lang='fr'><head>A</head>{STRAY}</div></body>",
        f"<front><div type='dedication' xml:lang='la' xml:id='d'>{STRAY}</div></front>"
        "<body><p><ref target='#d'>a</ref></p></body>",
    ],
)
def test_no_text_stands_at_the_top_of_the_code(book_code, text):
    """There it would be read as markup: only calls and blocks may stand there."""
    depth = 0
    for line in book_code(f"<text>{text}</text>").splitlines():
        assert depth > 0 or line.startswith("#"), line
        bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", line)
        depth += len(re.findall(r"[{(]", bare)) - len(re.findall(r"[})]", bare))
    assert depth == 0


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("1 A child of exiles", "1"),
        ("Part II Away", "Part II"),
        ("Chapter I. The Bell", "Chapter I."),
        ("Part One: The Bell", "Part One:"),
        ("2nd Book. The Bell", "2nd Book."),
        ("The Book: a history", ""),
        ("XIV. Storm", "XIV."),
        ("I. Storm", "I."),
        ("I am born", ""),
        ("Civil war", ""),
        ("CIVIL WAR", ""),
        ("Chapter I", ""),
        ("1848", ""),
    ],
)
def test_the_number_of_a_heading_stands_on_a_line_of_its_own(book_code, head, number):
    body = f'<div type="chapter"><head>{head}</head><p>x</p></div>'
    code = book_code(f"<text><body>{body}</body></text>")
    assert re.findall(r'heading-line\("number", "([^"]*)"\)', code) == (
        [number] if number else []
    )


def test_appendices_are_numbered_if_their_headings_are_not(book_code):
    back = "".join(
        f"<div type='appendix'><head>{head}</head><p>x</p></div>"
        for head in ("Letters", "Appendix 2: Bills")
    )
    code = book_code(f"<text><body><p>x</p></body><back>{back}</back></text>")
    assert re.findall(r'heading-line\("number", "(.*?)"\)', code) == ["Appendix A"]


def test_a_chapter_begins_with_a_large_letter_on_request(chapter_code):
    text = "<p>When <hi>it</hi> was.</p><p>Then.</p>"
    first, second = chapter_code(text, initials=True)
    assert first.startswith('initial("", "W", ({"hen";sp;}, {"it";sp;}, {"was.";}, ')
    assert second.startswith("paragraph(")
    assert "initial(" not in "".join(chapter_code(text))


def test_a_quotation_mark_is_no_initial(chapter_code):
    (line,) = chapter_code("<p>“Who?”</p>", initials=True)
    assert line.startswith('initial("“", "W", ({"ho?”";}, ')


def test_figures_become_plates_on_request(book_code):
    figure = '<figure><graphic url="a.png"/><head>Cap</head></figure>'
    text = f"<text><body><p>x</p>{figure}<p>y</p></body></text>"
    code = book_code(text, figures="plates", pictures=("1.png a.png",))
    assert "illustration(" not in code
    assert code.index('"y"') < code.index('#chapter("plates"') < code.index("#plate(")
    assert "#plate(" not in book_code(text, pictures=("1.png a.png",))


def test_a_list_that_calls_no_notes_is_known_as_a_list(chapter_code):
    items = "<list type='ordered'><item>a</item><item>b{}</item></list>"
    assert 'listing(({"1."}, {"2."}, ), ' in chapter_code(items.format(""))
    assert "listing(" not in "".join(chapter_code(items.format("<note>n</note>")))


def test_what_closes_a_part_or_the_text_stands_below_its_chapters(
    book_code,
):
    part = f'<div type="part"><head>P</head>{CHAPTERS}<trailer>end</trailer></div>'
    code = book_code(f"<text><body>{part}<trailer>finis</trailer></body></text>")
    _, found, after = code.rpartition('#chapter("c2"')
    assert found
    assert after.index('"end"') < after.index('"finis"')
    assert "#open-page()" not in after


def test_a_dedication_has_its_signature_and_what_stands_between_its_blocks(book_code):
    words = "<p>to</p><closer>of <signed>me</signed><dateline>here</dateline></closer>"
    front = f'<front><div type="dedication">{words}</div></front>'
    code = book_code(f"<text>{front}<body><p>x</p></body></text>")
    line = re.search(r"^#dedication.*", code, re.MULTILINE).group()
    assert re.findall(r'"(\w+) *"', line) == ["to", "of", "me", "here"]
    assert line.count("linebreak();") == 3


TITLE_PAGE = "<titlePage><docTitle><titlePart>Main</titlePart></docTitle></titlePage>"
HEADER = "<fileDesc><titleStmt><title>Ferry</title></titleStmt></fileDesc>"


def places(code, *words):
    """Where words stand in the code; each must be there once."""
    assert [code.count(f'"{word}"') for word in words] == [1] * len(words)
    return [code.index(f'"{word}"') for word in words]


def test_what_stands_before_the_title_page_stays_there(book_code):
    front = f"<div><p>before</p></div>{TITLE_PAGE}<div><p>after</p></div>"
    code = book_code(
        f"<text><front>{front}</front><body><p>text</p></body></text>", header=HEADER
    )
    wanted = places(code, "before", "Main", "after", "text")
    assert wanted == sorted(wanted)
    assert code.index("#half-title(") < wanted[0] < code.index("#title-page(")


def test_every_further_title_page_has_its_page(book_code):
    second = TITLE_PAGE.replace("Main<", "Volume<")
    inner = f"<text><front>{second}</front><body><p>a</p></body></text>"
    code = book_code(
        f"<text><front>{TITLE_PAGE}{second.replace('Volume', 'Second')}</front>"
        f"<group>{inner}</group></text>",
        header=HEADER,
    )
    wanted = places(code, "Main", "Second", "Volume", "a")
    assert wanted == sorted(wanted)
    assert code.count("#title-page(") == 3


def test_a_title_page_without_a_title_gets_it_and_keeps_its_words(book_code):
    front = "<titlePage><docImprint>London</docImprint></titlePage>"
    code = book_code(
        f"<text><front>{front}</front><body><p>a</p></body></text>",
        header=HEADER,
    )
    assert '("title", "Ferry"), ("imprint", {"London";}), ' in code


def test_a_half_title_of_the_source_is_the_half_title(book_code):
    front = f"<div type='half-title'><p>A</p><p>B</p></div>{TITLE_PAGE}"
    code = book_code(f"<text><front>{front}</front><body><p>a</p></body></text>")
    assert '#half-title({"A";linebreak();"B";})' in code


def test_an_imprint_page_keeps_all_its_words(book_code):
    lines = "<head>A</head><bibl>B</bibl><list><item>C</item></list>"
    imprint = f"<div type='imprint'>{lines}</div>"
    code = book_code(
        f"<text><front>{TITLE_PAGE}{imprint}</front><body><p>a</p></body></text>"
    )
    assert [code.count(f'imprint-line({{"{word}";}})') for word in "ABC"] == [1, 1, 1]


def test_lines_of_title_pages_stay_lines(book_code):
    page = (
        "<titlePage><docTitle><titlePart>The<lb/>Ferry</titlePart></docTitle><docImprint>"
        "<pubPlace>Oslo</pubPlace> <publisher>Berg</publisher></docImprint></titlePage>"
        "<div type='dedication'><p>To<lb/>Anna</p></div>"
    )
    code = book_code(f"<text><front>{page}</front><body><p>a<lb/>b</p></body></text>")
    assert '("title", {"The";linebreak();"Ferry";})' in code
    assert '("imprint", {"Oslo";linebreak();"Berg";})' in code
    assert '{"To";linebreak();"Anna";}' in code
    assert '{"a";sp;"b";}' in code


def test_a_quotation_says_on_the_right_where_it_comes_from(book_code):
    motto = "<epigraph><cit><quote>q</quote><bibl>b</bibl></cit></epigraph>"
    body = f"<div type='chapter'><head>H</head>{motto}<p>x</p></div>"
    assert 'attribution(inset: 4, {"b";})' in book_code(
        f"<text><body>{body}</body></text>"
    )


def test_only_the_title_is_set_in_quiet_capitals(book_code):
    body = (
        "<div type='chapter'><head>Chapter 1</head><head>THE FERRY</head><p>x</p></div>"
    )
    code = book_code(f"<text><body>{body}</body></text>")
    assert '{"Chapter 1";" ";quiet-capitals({"THE FERRY";});}' in code


def test_a_letter_in_the_text_has_no_large_initial(book_code):
    letter = "<floatingText><body><p>Dear Holm, all is well.</p></body></floatingText>"
    body = f"<div type='chapter'><head>H</head><p>He wrote this.</p>{letter}</div>"
    code = book_code(f"<text><body>{body}</body></text>", initials=True)
    assert code.count("initial(") == 1
    assert 'paragraph(indented: false, inset: 1, {"Dear Holm' in code


def test_nothing_stands_between_an_initial_and_the_rest_of_its_word(chapter_code):
    text = "<p>When it was.<note>n</note></p>"
    line = chapter_code(text, initials=True)[0]
    assert line.startswith('initial("", "W", ({"hen";sp;}, ')
    assert line.endswith('), notes: ("call1", ), )')


def test_the_colophon_names_the_type_and_the_tool(book_code):
    text = "<text><body><p>x</p></body></text>"
    code = book_code(text, font="Vollkorn")
    assert 'imprint-line("Set in Vollkorn");imprint-line("Made with Octavo");' in code
    assert "Set in" not in book_code(text)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("The Ferry: A Story", "The Ferry: A Story"),
        (f"Travels through the North, {'and more ' * 9}", "Travels through the North"),
        (f"On {'and on ' * 20}".strip(), f"On {'and on ' * 20}".strip()),
    ],
)
def test_the_half_title_of_a_long_title_is_short(book_code, title, shown):
    header = f"<fileDesc><titleStmt><title>{title}</title></titleStmt></fileDesc>"
    code = book_code("<text><body><p>x</p></body></text>", header=header)
    assert f'#half-title("{shown}")' in code
