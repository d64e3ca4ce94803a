"""In which encoding bytes are, and what a wrong one left behind."""

import pytest
from lxml import etree

from octavo.encode import Profile, encode
from octavo.encode.charsets import guess
from octavo.errors import SourceError, UsageError
from octavo.names import tei

TEXTS = {
    "de": "Die Straße war nicht breit, und die Häuser standen schräg über dem Fluß. ",
    "fr": "Le château était là, près de la forêt, où le garçon allait à l’école. ",
    "es": "El señor que vivía en la montaña no tenía más que una niña pequeña. ",
    "pl": "Pan poszedł do świątyni, gdzie ksiądz mówił o miłości i życiu wiecznym. ",
    "ru": "Все счастливые семьи похожи друг на друга, каждая несчастна иначе. ",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("de", "cp1252"),
        ("de", "mac-roman"),
        ("de", "cp850"),
        ("fr", "cp1252"),
        ("fr", "mac-roman"),
        ("es", "latin-1"),
        ("pl", "cp1250"),
        ("pl", "iso8859-2"),
        ("ru", "cp1251"),
        ("ru", "koi8-r"),
        ("de", "utf-16-le"),
    ],
)
def test_the_encoding_of_a_text_is_found_by_its_letters(language, encoding):
    text = TEXTS[language] * 4
    assert text.encode(encoding).decode(guess(text.encode(encoding)).encoding) == text


def test_the_finding_says_which_encoding_was_taken_and_how_sure():
    (finding,) = encode((TEXTS["de"] * 9).encode("cp1252")).diagnostics
    assert finding.code == "ENC001"
    assert "latin-1 (9" in finding.message


def test_a_few_stray_bytes_do_not_spoil_a_text_in_utf_8():
    data = (TEXTS["fr"] * 3).encode() + "né là-bas".encode("cp1252")
    encoded = encode(data)
    assert "né là-bas" in encoded.tei.decode()
    assert "2 bytes" in encoded.diagnostics[0].message


def test_the_editor_says_another_encoding():
    data = "ÄÖÜ und ß".encode("cp437")
    assert "ÄÖÜ und ß" in encode(data, Profile(encoding="cp437")).tei.decode()


def test_an_encoding_that_does_not_fit_names_the_byte_and_its_line():
    with pytest.raises(SourceError) as error:
        encode(b"one\ntwo \xff", Profile(encoding="ascii"), name="a.txt")
    assert error.value.message == "a.txt: not ascii: byte 0xff in line 2"


def test_an_unknown_encoding_names_the_nearest_known_one():
    with pytest.raises(UsageError) as error:
        encode(b"one", Profile(encoding="uft-8"))
    assert "utf" in error.value.hint


@pytest.mark.parametrize("data", [b"\xff\xfea", b"\xff\xfe\0\xd8a\0"])
def test_utf_16_that_is_cut_off_is_read_as_far_as_it_goes(data):
    assert encode(data).diagnostics[0].code == "ENC001"


BROKEN = "The cafÃ© was voilÃ\xa0 cold.\n\nâ€œSo cold,â€\x9d said FranÃ§ois.\n"


def test_characters_read_in_a_wrong_encoding_are_reported_and_left():
    encoded = encode(BROKEN)
    assert [d.code for d in encoded.diagnostics] == ["ENC006"]
    assert "cafÃ©" in encoded.tei.decode()


@pytest.mark.parametrize(
    "text", ["«CAFÉ”», dit-il. Ça!", "MANHÃ “É” – Ä‘", "naïve Œuvre"]
)
def test_letters_that_are_meant_are_not_reported(text):
    assert encode(text).diagnostics == ()


def test_the_repair_is_recorded_with_its_place():
    pytest.importorskip("ftfy")
    encoded = encode(BROKEN, Profile(repair_mojibake=True))
    root = etree.fromstring(encoded.tei)
    words = " ".join("".join(root.find(tei("text")).itertext()).split())
    assert words == "The café was voilà cold. “So cold,” said François."
    items = root.findall(f".//{tei('list')}[@subtype='mojibake']/{tei('item')}")
    assert [item.get("n") for item in items][:2] == ["1.8", "1.19"]
    assert items[0][0][0].text == "Ã©"
