"""Where the stylesheets and schemas lie, in a checkout and in a wheel alike."""

from functools import cache
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
_SHIPPED: Final = _PACKAGE / "_data"


def root() -> Path:
    """Give the folder that holds `xslt` and `schemas`."""
    return _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent.parent


@cache
def stylesheet(name: str) -> Path:
    """Give the path of a stylesheet, for example `html.xsl`."""
    return root() / "xslt" / name


def schema(name: str) -> Path:
    """Give the path of a schema, for example `octavo.rnc`."""
    return root() / "schemas" / name


def new_edition() -> Path:
    """Give the folder of the small edition that `octavo new` copies."""
    return root() / "tei" / "letter"
