"""Time and memory for documents that grow, the longest 500 MB, read from a file.

Usage: python benchmarks/relaxng_growth.py [MEGABYTES ...] [PICTURE.svg]
"""

from __future__ import annotations

import math
import resource
import sys
import tempfile
import time
from pathlib import Path

from relaxng_data import TEI_ALL

from octavo.relaxng import Schema, load

HEAD = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>Growth</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader><text><body>
"""
PART = b"""<div type="letter" n="%d"><head>Letter</head>
<p rend="indent">Dear <persName ref="#p1">Anna</persName>, the
<hi rend="italic">sea</hi> was calm<note place="foot">or nearly so</note> on
<date when="1871-03-02">Thursday</date>.</p>
<lg><l>one line</l>
<l>and <choice><sic>anohter</sic><corr>another</corr></choice></l></lg>
</div>
"""
TAIL = b"</body></text></TEI>"

LEFT, RIGHT, TOP, BOTTOM = 70, 600, 40, 400
HEADER = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 460"
  width="640" height="460" font-family="sans-serif" font-size="12" fill="#222">
<rect width="640" height="460" fill="#fff"/>
"""


def write(path: Path, size: int) -> None:
    """Write a document of about some bytes."""
    with path.open("wb") as file:
        file.write(HEAD)
        written = number = 0
        while written < size:
            block = b"".join(PART % (number + n) for n in range(1000))
            number += 1000
            written += file.write(block)
        file.write(TAIL)


def measure(schema: Schema, size: int) -> tuple[float, float]:
    """Give the seconds that a document takes, and the peak of memory till then."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.xml"
        write(path, size * 1_000_000)
        before = time.process_time()
        with path.open("rb") as file:
            assert list(schema.stream(file)) == []
        taken = time.process_time() - before
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def plot(rows: list[tuple[int, float, float]]) -> str:
    """Draw seconds over megabytes, both logarithmic: a straight line of slope one."""
    shapes = [text(x_of(0.5), 24, "CPU seconds by megabytes of document", "start")]
    for power in range(4):
        x, y = x_of(10**power), y_of(10 ** (power - 2))
        shapes += [line(x, TOP, x, BOTTOM), line(LEFT, y, RIGHT, y)]
        shapes += [text(x, BOTTOM + 20, f"{10**power} MB")]
        shapes += [text(LEFT - 8, y + 4, f"{10.0 ** (power - 2):g} s", "end")]
    first, seconds, _ = rows[0]
    ends = [(m, y_of(seconds / first * m)) for m in (first, rows[-1][0])]
    (one, low), (other, high) = ends
    shapes.append(line(x_of(one), low, x_of(other), high, "#b33", 1.5))
    for size, taken, peak in rows:
        x, y = x_of(size), y_of(taken)
        shapes.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="#234"/>')
        shapes.append(text(x + 10, y + 16, f"{taken:.3g} s, {peak:.0f} MB", "start"))
    legend = "red: as many times the cost as the length; beside the dots: peak memory"
    shapes.append(text(x_of(0.5), BOTTOM + 44, legend, "start"))
    return HEADER + "\n".join(shapes) + "\n</svg>\n"


def x_of(megabytes: float) -> float:
    """Give where a size stands."""
    return LEFT + 40 + 140 * math.log10(megabytes)


def y_of(seconds: float) -> float:
    """Give where a time stands."""
    return BOTTOM - 70 * (math.log10(seconds) + 2)


def line(
    x: float, y: float, to_x: float, to_y: float, color: str = "#ddd", width: float = 1
) -> str:
    """Draw a line."""
    ends = f'x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"'
    return f'<line {ends} stroke="{color}" stroke-width="{width}"/>'


def text(x: float, y: float, content: str, anchor: str = "middle") -> str:
    """Write a few words."""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{content}</text>'


def main(megabytes: list[int], picture: str = "") -> None:
    """Print seconds, speed and memory for each size; draw them into a file."""
    schema = load(TEI_ALL)
    rows = []
    print("     MB  seconds     MB/s  peak MB")
    for size in sorted(megabytes):
        taken, peak = measure(schema, size)
        rows.append((size, taken, peak))
        print(f"{size:7} {taken:8.2f} {size / taken:8.1f} {peak:8.0f}")
    if picture:
        Path(picture).write_text(plot(rows), encoding="utf-8")


if __name__ == "__main__":
    sizes = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    pictures = [argument for argument in sys.argv[1:] if not argument.isdigit()]
    main(sizes or [1, 5, 50, 500], *pictures)
