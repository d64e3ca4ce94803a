"""Time and memory for documents that grow, the longest 500 MB, read from a file.

Usage: python benchmarks/relaxng_growth.py [MEGABYTES ...]
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from relaxng_data import TEI_ALL

from octavo.relaxng import load

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


def main(megabytes: list[int]) -> None:
    """Print seconds, speed and memory for each size."""
    schema = load(TEI_ALL)
    print("     MB  seconds     MB/s  peak MB")
    for size in megabytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "document.xml"
            write(path, size * 1_000_000)
            before = time.process_time()
            with path.open("rb") as file:
                assert list(schema.stream(file)) == []
            taken = time.process_time() - before
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:7} {taken:8.2f} {size / taken:8.1f} {peak:8.0f}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1, 5, 50, 500])
