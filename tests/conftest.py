"""What tests need from outside, and how they skip when it is not there."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COLLECTION = Path(os.environ.get("OCTAVO_TESTDATA", ROOT.parent / "shared"))
NEEDS = {
    "shared": (COLLECTION.is_dir(), "the collection of real documents is not here"),
    "java": (shutil.which("java") is not None, "Java is not installed"),
    "browser": (shutil.which("chromium") is not None, "Chromium is not installed"),
}


def pytest_collection_modifyitems(items):
    """Skip, visibly, what this machine cannot run."""
    for item in items:
        for name, (present, reason) in NEEDS.items():
            if name in item.keywords and not present:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def shared():
    """The folder of real documents, schemas and scorers."""
    return COLLECTION


def pytest_addoption(parser):
    """Offer to write golden files anew."""
    parser.addoption("--update-golden", action="store_true", help="accept what is made")
