import pytest

from octavo.encode import Profile, as_toml, encode, load_profile
from octavo.encode.decisions import words_hash
from octavo.errors import UsageError


def write(tmp_path, text):
    path = tmp_path / "p.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_profile_gives_the_values_it_names(tmp_path):
    profile = load_profile(write(tmp_path, 'title = "A Life"\nnames = false\n'))
    assert (profile.title, profile.names, profile.author) == ("A Life", False, "")


def test_an_unknown_key_names_the_nearest_known_one(tmp_path):
    with pytest.raises(UsageError) as error:
        load_profile(write(tmp_path, 'autor = "X"'))
    assert "'autor'" in error.value.message
    assert "'author'" in error.value.hint


@pytest.mark.parametrize("line", ["names = 3", 'layout = "odd"', 'remove = ["("]'])
def test_a_value_of_the_wrong_kind_is_refused(tmp_path, line):
    with pytest.raises(UsageError):
        load_profile(write(tmp_path, line))


def test_the_figures_may_lie_in_a_file_of_their_own(tmp_path):
    (tmp_path / "images.toml").write_text(
        '[[figure]]\nnumber = 1\nfile = "a.svg"\nfigDesc = "A map."\n'
    )
    profile = load_profile(write(tmp_path, 'figures = "images.toml"'))
    (image,) = profile.figures
    assert (image.number, image.url) == ("1", "a.svg")
    assert image.description == "A map."


def decision(**values):
    lines = "\n".join(f"{key} = {value!r}" for key, value in values.items())
    return f"[[decision]]\n{lines}\n".replace("'", '"')


def decided(tmp_path, source, /, **values):
    (tmp_path / "d.toml").write_text(decision(**values), encoding="utf-8")
    return encode(source, load_profile(write(tmp_path, 'decisions = "d.toml"\n')))


TEXT = "CHAPTER I.\n\nThe first is not long.\n\nThe far shore\n\nThe second one.\n"


def test_a_decision_makes_a_heading(tmp_path):
    start = TEXT.index("The far shore")
    known = {
        "words": "The far shore",
        "hash": words_hash("The far shore"),
        "kind": "head",
    }
    encoded = decided(tmp_path, TEXT, start=start, end=start + 13, **known)
    assert b"<head>The far shore</head>" in encoded.tei


def test_a_decision_is_found_again_when_text_before_it_has_changed(tmp_path):
    start = TEXT.index("The far shore")
    known = {
        "words": "The far shore",
        "hash": words_hash("The far shore"),
        "kind": "head",
    }
    text = "A new first line, added later.\n\n" + TEXT
    encoded = decided(tmp_path, text, start=start, end=start + 13, **known)
    assert b"<head>The far shore</head>" in encoded.tei
    assert encoded.diagnostics == ()


def test_a_decision_whose_words_are_gone_is_reported(tmp_path):
    known = {"words": "Nowhere", "hash": words_hash("Nowhere"), "kind": "head"}
    encoded = decided(tmp_path, TEXT, start=3, end=10, **known)
    assert [d.code for d in encoded.diagnostics] == ["ENC002"]


def test_a_correction_keeps_the_words_of_the_source(tmp_path):
    start = TEXT.index("second")
    known = {"words": "second", "hash": words_hash("second"), "kind": "corr"}
    encoded = decided(tmp_path, TEXT, start=start, end=start + 6, text="2nd", **known)
    assert b"<sic>second</sic>" in encoded.tei
    assert b"<corr>2nd</corr>" in encoded.tei


def test_a_decision_of_an_unknown_kind_is_refused(tmp_path):
    with pytest.raises(UsageError) as error:
        decided(tmp_path, TEXT, start=0, end=1, words="C", hash="x", kind="hed")
    assert "head" in error.value.hint


LAYOUTS = [
    TEXT,
    "  One is short.\n  Two is “not” long.[1]\n\n  Three.\n\n[1] A note.\n",
    "I. ONE\n\nThe first line goes on\nand on and on for long.\n   Indented it begins\n"
    "once more, and goes on.\n\f2\n\nA second page1 has\nsome _more_ lines _here_.\n",
]


@pytest.mark.parametrize("source", LAYOUTS)
def test_the_profile_that_is_shown_gives_the_same_text(tmp_path, source):
    plain = encode(source)
    profile = load_profile(write(tmp_path, as_toml(plain.measured, "a.txt")))
    assert encode(source, profile).tei == plain.tei


def test_the_editor_says_that_there_are_no_notes():
    source = "One word.[1]\n\nTwo words.\n\n[1] A note.\n"
    assert b"<note" in encode(source).tei
    assert b"<note" not in encode(source, Profile(notes="none")).tei
    assert b"<ref" not in encode(source, Profile(notes="none")).tei


def test_the_editor_says_that_form_feeds_are_no_pages():
    source = "One.\n\f\nTwo.\n\f\nThree.\n\f\nFour.\n"
    assert b"<pb" in encode(source).tei
    assert b"<pb" not in encode(source, Profile(pages=False)).tei


def paragraphs(source, profile):
    return encode(source, profile).tei.partition(b"<text>")[2].count(b"<p>")


def test_the_editor_says_that_indents_begin_paragraphs():
    lines = ["she went down to the harbour and looked at the"] * 6
    lines[0], lines[3] = "The " + lines[0], "   The " + lines[0]
    source = "CHAPTER I.\n\n" + "\n".join(lines) + " sea.\n"
    said = Profile(layout="wrapped", indent=3, blank_lines=False)
    assert paragraphs(source, said) == 2
    assert paragraphs(source, Profile(layout="wrapped")) == 1
