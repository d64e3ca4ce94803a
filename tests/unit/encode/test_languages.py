"""What the encoder knows of languages besides English, German and French."""

import pytest
from lxml import etree

from octavo.encode import encode
from octavo.encode.measure import guess_language
from octavo.names import tei

SPANISH = """LA CASA DEL PUERTO

POR

ANA BERGARA

MADRID
1884



PRÓLOGO


No se sabe lo que ha de pasar en la villa, y por eso los vecinos hablan poco.



CAPÍTULO PRIMERO

La llegada


El puerto estaba en silencio y las barcas dormían junto al muelle, y no se veía luz en
la casa del señor Ortega, que esperaba a su hija María.


CAPÍTULO II

La carta


Manuel leyó la carta que le habían traído de Barcelona, y no dijo nada a la niña por
más que ella le miraba.

FIN
"""


def words(element):
    return " ".join("".join(element.itertext()).split())


def test_a_spanish_book_has_its_parts():
    root = etree.fromstring(encode(SPANISH).tei)
    text = root.find(tei("text"))
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "es"
    assert [d.get("type") for d in text.iter(tei("div"))] == [
        "preface",
        "chapter",
        "chapter",
    ]
    assert words(next(text.iter(tei("docAuthor")))) == "ANA BERGARA"
    assert words(next(text.iter(tei("trailer")))) == "FIN"
    named = {words(name) for name in text.iter(tei("persName"))}
    assert {"Ortega", "María"} <= named
    assert not any("CAPÍTULO" in name for name in named)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("CAPITOLO PRIMO", "chapter"),
        ("PARTE SECONDA", "part"),
        ("LIVRO TERCEIRO", "book"),
        ("CAPÍTULO DÉCIMO TERCERO", "chapter"),
        ("DERDE HOOFDSTUK", "chapter"),
        ("ROZDZIAŁ PIERWSZY", "chapter"),
        ("CZĘŚĆ DRUGA", "part"),
        ("LIBER SECUNDUS", "book"),
        ("DREIZEHNTES KAPITEL", "chapter"),
        ("PREFAZIONE", "preface"),
        ("SPIS TREŚCI", "contents"),
        ("BIJLAGEN", "appendix"),
        ("AL LETTORE", "preface"),
    ],
)
def test_a_heading_tells_the_part_it_opens(heading, kind):
    line = "Some words stand here below the heading, and go on to the end of the line."
    text = f"{line}\n\n\n\n{heading}\n\n\n" + "\n".join(4 * [line])
    root = etree.fromstring(encode(text).tei)
    assert root.find(f".//{tei('div')}").get("type") == kind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("CHAPTER I.\n\nAnna came to Oslo.\n\nCHAPTER II.\n\nShe stayed.", "en"),
        ("I do not know what I am to do, and I am afraid.", "en"),
        ("Ich sehe, daß die Tür offen ist, und ich gehe hinein.", "de"),
        ("Wyszedł i nie wrócił, a na stole stała lampa.", "pl"),
        ("Elle entra dans la maison et ne dit pas un mot.", "fr"),
    ],
)
def test_a_few_words_tell_the_language(text, language):
    assert guess_language(text) == language
