"""A spaCy pipeline of the user's own votes on names with the rules."""

import re
import sys
from types import SimpleNamespace

import pytest
from lxml import etree

from octavo.encode import Profile, encode, marking
from octavo.errors import UsageError
from octavo.names import tei

TEXT = (
    "CHAPTER I.\n\nThey went by the Halmar Vey; it rained on the Halmar Vey.\n\n"
    "She asked Captain Holm about it. Then Holm went home.\n"
)


class Pipeline:
    """Finds given words, as spaCy gives names back."""

    def __init__(self, **labels):
        self._labels = {word.replace("_", " "): name for word, name in labels.items()}

    def pipe(self, texts):
        for text in texts:
            yield SimpleNamespace(
                ents=[
                    SimpleNamespace(
                        start_char=m.start(), end_char=m.end(), label_=label
                    )
                    for word, label in self._labels.items()
                    for m in re.finditer(word, text)
                ]
            )


def names(monkeypatch, pipeline):
    monkeypatch.setattr(marking, "load_pipeline", lambda _name: pipeline)
    root = etree.fromstring(encode(TEXT, Profile(spacy="mine")).tei)
    found = root.find(tei("text")).iter(tei("persName"), tei("placeName"))
    return {(e.tag.partition("}")[2], e.text, e.get("cert")) for e in found}


def test_what_only_the_pipeline_finds_again_and_again_is_in_doubt(monkeypatch):
    assert ("placeName", "Halmar Vey", "low") not in names(monkeypatch, Pipeline())
    found = names(monkeypatch, Pipeline(Halmar_Vey="GPE"))
    assert ("placeName", "Halmar Vey", "low") in found


def test_a_name_that_both_find_is_surer(monkeypatch):
    assert ("persName", "Captain Holm", "low") in names(monkeypatch, Pipeline())
    found = names(monkeypatch, Pipeline(Captain_Holm="PERSON"))
    assert ("persName", "Captain Holm", "medium") in found


def test_a_name_that_the_pipeline_calls_otherwise_stays_in_doubt(monkeypatch):
    found = names(monkeypatch, Pipeline(Holm="ORG"))
    assert ("persName", "Holm", "low") in found


def test_single_words_are_left_to_the_rules(monkeypatch):
    assert names(monkeypatch, Pipeline(road="GPE")) == names(monkeypatch, Pipeline())


def test_a_pipeline_that_is_not_installed_is_named():
    pytest.importorskip("spacy")
    with pytest.raises(UsageError) as error:
        encode(TEXT, Profile(spacy="no_such_pipeline"))
    assert "no_such_pipeline" in error.value.message


def test_without_spacy_the_message_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError) as error:
        encode(TEXT, Profile(spacy="en_core_web_sm"))
    assert "octavo[spacy]" in error.value.hint
