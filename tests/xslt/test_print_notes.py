"""Notes stand where they are called, however they are encoded."""

import re

from octavo.saxon import Document

INLINE = "<p>a<note>b</note></p>"
CALL = '<ref type="noteref" target="#n">1</ref>'
APART = f'<p>a{CALL}</p><div><note xml:id="n">b</note></div>'
ROOM = "before: 1, after: 0, length: 1, "
LINE = (
    'paragraph(indented: false, notes: ("call1", ), '
    f'{{"a";note("call1", "n", "1", {ROOM}{{"b";}});}})'
)


def test_both_conventions_give_the_same_code(chapter_code):
    inline = INLINE.replace("<note>", '<note xml:id="n">')
    assert chapter_code(inline) == chapter_code(APART) == [LINE]


def test_a_note_knows_what_is_around_its_call_and_which_notes_follow(chapter_code):
    text = "<p>Some <hi>words</hi><note>A note.</note> more<note>B</note> and.</p>"
    code = "".join(chapter_code(text))
    assert "before: 9, after: 8, length: 7, next: ((4, 1), ), " in code
    assert "before: 13, after: 4, length: 1, {" in code


def test_only_the_text_around_a_call_is_counted_not_other_notes(chapter_code):
    text = "<p>ab<note>A long note<note>in a note</note></note>cd<note>e</note></p>"
    assert "before: 4, after: 0, length: 1, {" in "".join(chapter_code(text))


def test_a_note_of_several_paragraphs_begins_after_its_sign(chapter_code):
    code = "".join(chapter_code("<p>a<note><p>b</p><p>c</p></note></p>"))
    assert '{"b";paragraph({"c";})});' in code


def test_a_second_call_of_a_note_repeats_its_sign(chapter_code):
    code = "".join(chapter_code(f'<p>a{CALL}b{CALL}</p><note xml:id="n">c</note>'))
    assert code.count('note("') == 1
    assert 'raised(to("call1", "1"));' in code


def test_a_name_in_a_note_is_indexed_with_the_sign_of_the_note(book_code):
    edition = (
        '<edition xmlns="urn:x-octavo:edition">'
        '<entry id="p" kind="person" heading="P"/></edition>'
    )
    name = '<persName ref="#p">b</persName>'
    code = book_code(
        f"<text><body><p>{name}<note>{name}</note></p></body></text>",
        edition=Document(edition.encode()),
    )
    assert re.search(
        r'indexed\("p", {"b";}\);note\([^{]*{indexed\("p", note: "1", {"b";}\);}\);',
        code,
    )
    assert '#index((\n("p", "P"),\n))' in code


def test_notes_of_author_and_editor_are_told_apart(book_code):
    notes = '<note type="author">x</note><note type="editor">y</note>'
    div = f"<div><head>H</head><p>a{notes}</p></div>"
    code = book_code(f"<text><body>{div}{div}</body></text>")
    assert re.findall(r'note\("call\d", "note\d", "(\w)"', code) == ["a", "1", "a", "1"]


def test_notes_at_the_end_stand_under_the_title_of_their_chapter(book_code):
    div = f"<div xml:id='c'><head>Title</head>{INLINE}</div>"
    code = book_code(f"<text><body>{div}</body></text>", notes="end")
    assert 'end-call("call1", "note1", "1");' in code
    assert '#section("notes-c", 2, 1, "Title", ' in code
    assert '#end-note("call1", "note1", "1", {"b";})' in code


def test_notes_stand_at_the_end_of_their_chapter_on_request(book_code):
    chapters = "".join(
        f"<div xml:id='{c}'><head>{c}</head>{INLINE}</div>" for c in "cd"
    )
    code = book_code(f"<text><body>{chapters}</body></text>", notes="chapter")
    assert code.index('#section("notes-c"') < code.index('#chapter("d"')
    assert code.count("#end-note(") == 2
    assert "endnotes" not in code
