"""Settings: tables of TOML become checked values."""

from dataclasses import dataclass
from typing import Literal

import pytest

from octavo import settings
from octavo.errors import UsageError
from octavo.settings import setting


@dataclass(frozen=True)
class Page:
    size: float = setting(10.5, "size in points")


@dataclass(frozen=True)
class Book:
    title: str = setting("", "title of the book")
    page_count: int = setting(0, "how many pages")
    notes: Literal["foot", "end"] = setting("foot", "where notes stand")
    names: tuple[str, ...] = setting((), "names")
    page: Page = setting(Page(), "the page")
    pages: tuple[Page, ...] = setting((), "more pages")


def test_a_table_becomes_a_value():
    table = {"page-count": 3, "page": {"size": 9}, "pages": [{"size": 8.5}]}
    assert settings.fill(Book, table, "x") == Book(
        page_count=3, page=Page(9.0), pages=(Page(8.5),)
    )


@pytest.mark.parametrize(
    ("table", "message", "hint"),
    [
        ({"tilte": "x"}, "unknown key 'tilte'", "did you mean 'title'?"),
        ({"xyz": 1}, "unknown key 'xyz'", "known here: names, notes, page"),
        ({"title": 1}, "title: 1 is not a text in quotes", "write a text"),
        ({"page-count": True}, "True is not a whole number", "write a whole"),
        ({"notes": "foor"}, "unknown value 'foor'", "did you mean 'foot'?"),
        ({"names": "a"}, "'a' is not a list", "write ["),
        ({"page": {"siz": 1}}, "page: unknown key 'siz'", "did you mean 'size'?"),
        ({"page": 3}, "page: 3 is not a table", "write a table"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_remedy(table, message, hint):
    with pytest.raises(UsageError) as caught:
        settings.fill(Book, table, "edition.toml")
    assert caught.value.message.startswith("edition.toml: ")
    assert message in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize("data", [b"a = ", b"a = '\xe9'", None])
def test_a_file_that_is_not_toml_is_refused(tmp_path, data):
    path = tmp_path / "edition.toml"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UsageError, match=r"edition\.toml"):
        settings.load(path)


def test_settings_explain_themselves():
    first = settings.explained(Book)[0]
    assert (first.name, first.default, first.explanation) == (
        "title",
        "",
        "title of the book",
    )
