"""Registers as CSV and BEACON."""

from octavo.render.lists import lists
from octavo.render.registers import Entry

ADA = Entry("ada", "person", "Ada, Countess", "A", (("GND", "118"), ("VIAF", "7")))
EVIL = Entry("evil", "person", "=1+1", "1")
ROME = Entry("rome", "place", "Rome", "R")


def test_each_register_becomes_a_table_with_counts():
    files = lists([ADA, EVIL, ROME], ["ada", "rome", "ada"], "", "Title")
    assert files["data/persons.csv"].decode("utf-8-sig").splitlines() == [
        "id,heading,occurrences,GND,VIAF",
        'ada,"Ada, Countess",2,118,7',
        "evil,'=1+1,0,,",
    ]
    assert sorted(files) == ["data/persons.csv", "data/places.csv"]


def test_a_site_with_an_address_has_a_beacon_of_each_authority_file():
    files = lists([ADA], [], "https://example.org/edition/", "Title")
    beacon = files["data/persons-gnd.beacon.txt"].decode()
    assert "#TARGET: https://example.org/edition/persons.html#{ID}\n" in beacon
    assert beacon.endswith("\n118||ada\n")
