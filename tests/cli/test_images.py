"""Images of an edition on their way into its outputs."""

import io
import zipfile

import pytest
from PIL import Image

from octavo import edition
from octavo.publish import publish
from octavo.render import scaling

TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>T</title></titleStmt></fileDesc></teiHeader><text><body><div><p>{}</p><figure>
<graphic url="../images/a.png"/><figDesc>A field.</figDesc></figure></div></body></text>
</TEI>"""


@pytest.fixture
def folder(tmp_path):
    for name in ("texts", "images"):
        (tmp_path / name).mkdir()
    Image.new("RGB", (1800, 90), "green").save(tmp_path / "images" / "a.png")
    (tmp_path / "texts" / "t.xml").write_text(TEXT.format("one"))
    (tmp_path / "edition.toml").write_text("")
    return tmp_path


@pytest.mark.slow
def test_images_come_in_fitting_sizes_and_are_scaled_once(folder, monkeypatch):
    publish(edition.load(folder), ("html", "epub"), folder / "dist")
    page = (folder / "dist" / "t.html").read_text()
    assert 'src="images/a.png" alt="A field." width="1800" height="90"' in page
    assert 'srcset="scaled/480/images/a.png 480w' in page
    assert (folder / "dist" / "scaled" / "480" / "images" / "a.png").is_file()
    with zipfile.ZipFile(folder / "dist" / "t.epub") as book:
        name = next(n for n in book.namelist() if n.endswith("images/a.png"))
        assert Image.open(io.BytesIO(book.read(name))).width == scaling.EBOOK

    (folder / "texts" / "t.xml").write_text(TEXT.format("two"))
    monkeypatch.delattr(scaling, "fit")
    made = publish(edition.load(folder), ("html", "epub"), folder / "dist")
    remade = {done.name for done in made.done if done.reasons}
    assert remade == {"html: texts/t.xml", "epub: texts/t.xml", "html: site"}
