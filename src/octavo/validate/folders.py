"""Where the user's own things are kept: schemas to stay, results to be forgotten."""

import os
import sys
from pathlib import Path


def schemas() -> Path:
    """Give the folder of the collection of schemas, which may not exist yet."""
    if "OCTAVO_SCHEMAS" in os.environ:
        return Path(os.environ["OCTAVO_SCHEMAS"])
    return _base("XDG_DATA_HOME", ".local/share") / "octavo" / "schemas"


def cache() -> Path:
    """Give the folder of the cache, which may not exist yet."""
    if "OCTAVO_CACHE" in os.environ:
        return Path(os.environ["OCTAVO_CACHE"])
    return _base("XDG_CACHE_HOME", ".cache") / "octavo"


def _base(variable: str, below_home: str) -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home()))
    return Path(os.environ.get(variable, Path.home() / below_home))
