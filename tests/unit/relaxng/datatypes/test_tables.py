"""The character tables say what their sources say."""

import re
import runpy
import unicodedata
from pathlib import Path

import pytest

from octavo.relaxng.datatypes import charset, tables

SOURCE = runpy.run_path(str(Path(__file__).with_name("tables_source.py")))
RUN = re.compile("([A-Z!#$%])([0-9a-z]*)")


def test_name_characters_are_those_of_expat():
    assert SOURCE["names"]() == tables.NAMES


@pytest.mark.skipif(
    unicodedata.unidata_version != "14.0.0", reason="another version of Unicode"
)
def test_categories_are_those_of_unicode():
    assert SOURCE["categories"]() == tables.CATEGORIES


def test_tables_cover_all_code_points():
    lengths = (int(length or "1", 36) for _, length in RUN.findall(tables.CATEGORIES))
    assert sum(lengths) == charset.LAST + 1


def test_ascii_needs_no_table():
    for name in ("L", "Lu", "Nd", "P", "S", "Z", "C"):
        whole = charset.clip(charset.category(name), charset.ASCII)
        assert charset.category(name, charset.ASCII) == whole


def test_name_characters_of_ascii_are_those_of_the_table():
    for characters in (charset.name_start, charset.name_char):
        whole = charset.clip(characters(), charset.ASCII)
        assert characters(charset.ASCII) == whole
