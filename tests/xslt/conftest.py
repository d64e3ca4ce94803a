"""Turn a piece of TEI into Typst code, for the tests of the print stylesheets."""

import re

import pytest

from octavo import resources, saxon

BLOCK = re.compile(
    r"^#(?:with-line-numbers\()?\{\n(.*)^\}\)?\n", re.DOTALL | re.MULTILINE
)
# Names of places; tests of them ask for the whole code.
PLACE = re.compile(
    r'#anchor\("[^"]*"\);\n|anchor\("[^"]*"\);|(?<=, )id: "[^"]*", |names: \([^)]*\), '
)
TEI = "http://www.tei-c.org/ns/1.0"


def transform(text, header="", house=None, **params):
    data = f'<TEI xmlns="{TEI}"><teiHeader>{header}</teiHeader>{text}</TEI>'.encode()
    stylesheet = resources.stylesheet("print.xsl")
    return saxon.transform(saxon.Document(data), stylesheet, params, house=house)


@pytest.fixture(scope="session")
def book_code():
    """The code of a whole text: call it with the text and parameters."""
    return lambda text, **params: PLACE.sub("", transform(text, **params).principal)


@pytest.fixture(scope="session")
def named_code():
    """The code of a whole text with the names of its places."""
    return lambda text, **params: transform(text, **params).principal


@pytest.fixture(scope="session")
def chapter_code():
    """The code of what stands in the only chapter of a text, line by line."""

    def make(content, **params):
        div = f'<div xml:id="c"><head>H</head>{content}</div>'
        made = transform(f"<text><body>{div}</body></text>", **params).principal
        return BLOCK.search(PLACE.sub("", made)).group(1).splitlines()

    return make
