"""The apparatus at the foot of the page, and the numbers of lines."""

import re

APP = '<app><lem wit="#A">red</lem><rdg wit="#B #C">read</rdg><rdg wit="#D"/></app>'


def test_an_entry_has_lemma_readings_and_sigla(chapter_code):
    code = "".join(chapter_code(f"<p>a {APP} b</p>"))
    readings = '"read";sp;emphasis("B\xa0C");";";sp;emphasis("om.");sp;emphasis("D");'
    assert f'"a";sp;variation("app1", "red", {{{readings}}}, {{"red";}});' in code


def test_a_place_of_variation_is_kept_with_its_entry_as_a_note_is(chapter_code):
    (line,) = [x for x in chapter_code(f"<p>{APP}</p>") if x.startswith("paragraph")]
    assert 'notes: (among-readings: ("app1", ))' in line


def test_readings_of_verse_have_the_numbers_of_the_source(chapter_code):
    lines = "".join(f'<l n="{n}">{APP}</l>' for n in (104, 105))
    code = "".join(chapter_code(f"<lg>{lines}</lg>"))
    assert re.findall(r'line: "(\d+)"', code) == ["104", "105"]
    assert re.findall(r'number: "(\d+)"', code) == ["105"]


def test_long_lemmas_are_shortened(chapter_code):
    app = "<app><lem>one two three four five six</lem><rdg>x</rdg></app>"
    assert 'variation("app1", "one … six", ' in "".join(chapter_code(f"<p>{app}</p>"))


def test_without_an_apparatus_the_text_stands_alone(chapter_code):
    assert chapter_code(f"<p>{APP}</p>", apparatus=False) == [
        'paragraph(indented: false, {"red";})'
    ]


def test_lines_of_prose_are_numbered_where_there_are_variants(book_code):
    div = "<div><head>H</head><p>a</p></div>"
    variants = f"<div><head>H</head><p>{APP}</p></div>"
    assert "#with-line-numbers(" in book_code(f"<text><body>{variants}</body></text>")
    assert "#with-line-numbers(" not in book_code(f"<text><body>{div}</body></text>")


def test_entries_of_the_second_apparatus_are_told_apart(chapter_code):
    other = APP.replace("<app>", "<app type='orthographic'>")
    code = "".join(chapter_code(f"<p>{APP}{other}</p>", second=("orthographic",)))
    assert re.findall(r'variation\("(\w+)"|(level: 2)', code) == [
        ("app1", ""),
        ("app2", ""),
        ("", "level: 2"),
    ]


def test_a_place_of_variation_knows_its_neighbours_in_the_line(chapter_code):
    lines = "".join(f"<l>{APP}{APP}</l>" for _ in range(2))
    code = "".join(chapter_code(f"<lg>{lines}</lg>"))
    near = re.findall(r'variation\("(\w+)".*?, ((?:before|after): "\w+")', code)
    assert near == [
        ("app1", 'after: "app2"'),
        ("app2", 'before: "app1"'),
        ("app3", 'after: "app4"'),
        ("app4", 'before: "app3"'),
    ]


def test_an_apparatus_apart_from_the_text_is_a_list_of_its_entries(chapter_code):
    app = '<app loc="4"><lem>x</lem><rdg wit="#B">z</rdg><note>so</note></app>'
    code = chapter_code(f"<listApp><head>List</head>{app}</listApp>")
    assert code[-2:] == [
        'short-line({"List";})',
        'reference({bold("4");sp;"x]";sp;"z";sp;emphasis("B");sp;"so";})',
    ]


def test_entries_apart_have_the_numbers_of_the_lines_between_their_ends(book_code):
    entry = '<app from="#a" to="#b"><lem>x</lem><rdg>y</rdg></app>'
    back = f"<back><div><head>H</head><listApp>{entry}</listApp></div></back>"
    prose = '<p><w xml:id="a">x</w> <anchor xml:id="b"/></p>'
    verse = '<l><w xml:id="a">x</w></l><l n="2b"><anchor xml:id="b"/></l>'
    codes = [
        book_code(f"<text><body><div><head>H</head>{text}</div></body>{back}</text>")
        for text in (prose, f"<lg>{verse}</lg>")
    ]
    assert 'reference({lines-between("a", "b", per-page: true);"x]"' in codes[0]
    assert 'reference({bold("1–2b");sp;"x]"' in codes[1]
    assert "apart: true" in codes[0]
