"""Make the character tables of the datatypes anew; run as a script it prints them.

The categories come from `unicodedata`, the name characters from expat, whose tables
are those of XML 1.0, second edition.
"""

import sys
import textwrap
import unicodedata
from itertools import groupby
from xml.parsers import expat

PAIRS = "LuLlLtLmLoMnMcMeNdNlNoPcPdPsPePiPfPoSmScSkSoZsZlZpCcCfCsCoCn"
CATEGORIES = [PAIRS[start : start + 2] for start in range(0, len(PAIRS), 2)]
CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number):
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
    return digits


def runs(classify, size):
    """Write a classification of code points as code letter and length of each run."""
    spans = (
        (key, len(list(group))) for key, group in groupby(map(classify, range(size)))
    )
    return "".join(
        key + ("" if length == 1 else base36(length)) for key, length in spans
    )


def categories():
    code = dict(zip(CATEGORIES, CODES, strict=True))
    return runs(lambda point: code[unicodedata.category(chr(point))], 0x110000)


def is_name(text):
    try:
        expat.ParserCreate().Parse(f"<{text}/>".encode(), True)
    except (expat.ExpatError, UnicodeEncodeError):
        return False
    return True


def name_code(point):
    char = chr(point)
    if char in "<>&/=\"' \t\n\r":
        return "A"
    if is_name(char):
        return "C"
    return "B" if is_name("a" + char) else "A"


def names():
    return runs(name_code, 0x10000)


def module():
    """Give the text of the module that holds the tables."""
    parts = []
    for name, note, text in (
        ("CATEGORIES", "General categories of all code points", categories()),
        ("NAMES", "A no name character, B not at the start, C name start", names()),
    ):
        lines = "\n".join(f'    "{line}"' for line in textwrap.wrap(text, 80))
        parts.append(f"# {note}.\n{name} = (\n{lines}\n)")
    return "\n\n".join(parts)


if __name__ == "__main__":
    sys.stdout.write(module() + "\n")
