"""Books are set in a process with limits, which sees nothing else."""

import pytest

from octavo.edition import Print
from octavo.errors import TransformError
from octavo.render.fonts import choose
from octavo.render.print import layout
from octavo.render.typeset import Job, Limits, is_image, typeset

pytestmark = pytest.mark.slow


def job(code, **changes):
    given = {
        "code": '#import "/octavo/book.typ": *\n#show: book.with(title: "T")\n' + code,
        "settings": layout(Print()),
        "fonts": choose(("EB Garamond",)),
        "images": {},
    }
    return Job(**{**given, **changes})


def test_a_failure_says_what_the_typesetter_said():
    with pytest.raises(TransformError, match="unknown variable: nonsense"):
        typeset(job("#nonsense()"))


@pytest.mark.parametrize("path", ["/etc/passwd", "../../etc/passwd"])
def test_nothing_outside_the_folder_can_be_read(path):
    with pytest.raises(TransformError):
        typeset(job(f'#read("{path}")'))


def test_too_much_time_is_a_failure():
    with pytest.raises(TransformError, match="was stopped"):
        typeset(job("#for a in range(9999) {for b in range(9999) {}}"), Limits(1))


def test_too_much_memory_is_a_failure():
    with pytest.raises(TransformError, match="was stopped"):
        typeset(job('#("x" * 3000000000).len()'), Limits(memory=2 * 1024**3))


def test_nesting_without_end_is_a_failure():
    with pytest.raises(TransformError, match="depth"):
        typeset(job("#" + "emphasis({" * 2000 + "})" * 2000))


TEXT = "Words that fill some lines of the measure to the end and then a few more. "


def paragraphs(*, is_told=False, is_kept=False):
    def paragraph(number):
        words, note = TEXT * (number % 3 + 1), TEXT * (number % 4 + 1)
        room = f"before: {len(words)}, after: {len(TEXT)}, length: {len(note)}, "
        name = f'"n{number}"'
        call = f'note({name}, "m{number}", "1", {room * is_told}{{"{note}"}})'
        kept = f"notes: ({name},), " * is_kept
        return f'#paragraph({kept}{{"{words}"; {call}; "{TEXT}"}})\n'

    return "".join(map(paragraph, range(90)))


def test_notes_stay_on_the_page_of_their_calls():
    told = typeset(job(paragraphs(is_told=True)))
    assert told.diagnostics == ()
    assert all(told.places[f"n{i}"][0] == told.places[f"m{i}"][0] for i in range(90))


def test_notes_of_which_nothing_is_known_are_kept_by_looking_at_their_pages():
    assert typeset(job(paragraphs(is_kept=True))).diagnostics == ()
    found = typeset(job(paragraphs())).diagnostics
    assert {d.code for d in found} == {"PRN005"}


@pytest.mark.parametrize(
    ("name", "data", "is_one"),
    [
        ("a.svg", b"<svg/>", True),
        ("a.svg", b"<svg><g>", False),
        ("a.png", b"\x89PNG\r\n\x1a\n...IEND", True),
        ("a.png", b"\x89PNG\r\n\x1a\n...", False),
        ("a.jpg", b"\xff\xd8\xff...", False),
        ("a.png", b"<svg/>", False),
        ("a.typ", b"#read", False),
        ("a", b"", False),
    ],
)
def test_images_are_known_by_name_beginning_and_end(name, data, is_one):
    assert is_image(name, data) == is_one
