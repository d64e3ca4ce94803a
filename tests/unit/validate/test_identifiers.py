import pytest

from octavo.validate.identifiers import is_valid

GOOD = [
    ("ISBN", "978-3-16-148410-0"),
    ("ISBN", "ISBN 0-306-40615-2"),
    ("ISBN", "097522980X"),
    ("ISSN", "2049-3630"),
    ("ISSN", "2434-561X"),
    ("ORCID", "0000-0002-1825-0097"),
    ("ORCID", "https://orcid.org/0000-0002-1694-233X"),
    ("ISNI", "0000 0001 2103 2683"),
    ("GND", "118540238"),
    ("GND", "4099668-2"),
    ("VIAF", "24602065"),
    ("WIKIDATA", "Q5879"),
    ("GEONAMES", "2950159"),
    ("DOI", "https://doi.org/10.1000/182"),
    ("shelfmark", "anything"),
]
BAD = [
    ("ISBN", "978-3-16-148410-1"),
    ("ISBN", "979"),
    ("ISBN", "X306406152"),
    ("ISSN", "2049-3631"),
    ("ORCID", "0000-0002-1825-0096"),
    ("ORCID", "1825-0097"),
    ("GND", "118540239"),
    ("GND", "poet"),
    ("VIAF", "0"),
    ("WIKIDATA", "5879"),
    ("DOI", "10.1000"),
]


@pytest.mark.parametrize(("kind", "value"), GOOD)
def test_a_right_number_is_taken(kind, value):
    assert is_valid(kind, value)


@pytest.mark.parametrize(("kind", "value"), BAD)
def test_a_wrong_number_is_seen(kind, value):
    assert not is_valid(kind, value)
