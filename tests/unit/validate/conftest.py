"""Small editions, made of small documents."""

import pytest

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>Ink</title></titleStmt>
<publicationStmt><publisher>Octavo</publisher><availability><p>free</p></availability>
</publicationStmt><sourceDesc><p>made</p></sourceDesc></fileDesc>{header}</teiHeader>
<text><body>{body}</body></text></TEI>
"""


@pytest.fixture
def write(tmp_path):
    """Write a document; give its path."""

    def run(name, body="<p>ink</p>", header=""):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(DOCUMENT.format(body=body, header=header), encoding="utf-8")
        return path

    return run
