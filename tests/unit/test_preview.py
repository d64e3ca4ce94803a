"""The preview: what it serves, to whom, and when it builds again."""

import http.client

import pytest

from octavo import preview
from octavo.errors import SourceError

TEXT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>{}</p></body>'
    "</text></TEI>"
)


pytestmark = pytest.mark.slow


@pytest.fixture
def site(tmp_path):
    """The preview of an edition of one text, built once."""
    (tmp_path / "texts").mkdir()
    write(tmp_path, "first")
    made = preview.Site(tmp_path, tmp_path / "dist")
    assert made.refresh() is not None
    return made


def write(root, words):
    (root / "texts" / "t.xml").write_text(TEXT.format(words), encoding="utf-8")


@pytest.fixture
def ask(site):
    """Ask the server for an address; give the status and what it says."""
    server = preview.server(site, 0)
    opened = []

    def asked(address, host="127.0.0.1", *, method="GET"):
        connection = http.client.HTTPConnection(*server.server_address[:2], timeout=10)
        opened.append(connection)
        connection.request(method, address, headers={"Host": host})
        return connection.getresponse()

    yield asked
    for connection in opened:
        connection.close()
    server.shutdown()
    server.server_close()


def test_only_this_machine_is_listened_to(site):
    server = preview.server(site, 0)
    server.shutdown()
    server.server_close()
    assert server.server_address[0] == "127.0.0.1"


def test_pages_come_with_a_line_that_loads_them_again(ask, site):
    answer = ask("/t.html")
    page = answer.read()
    assert answer.status == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert preview.ADDED in page
    written = (site.folder / "t.html").read_bytes()
    assert page.replace(preview.ADDED, b"") == written
    assert b"Contents" in ask("/").read()
    assert ask("/assets/edition.css").headers["Content-Type"] == "text/css"


@pytest.mark.parametrize(
    "address",
    [
        "/nothing.html",
        "/assets/",
        "/assets",
        "/.octavo/t.xml",
        "/../texts/t.xml",
        "/%2e%2e/texts/t.xml",
        "/assets/..%2f..%2ftexts/t.xml",
        "//etc/passwd",
        "/link.xml",
    ],
)
def test_nothing_but_the_site_is_served(ask, site, tmp_path, address):
    (site.folder / "link.xml").symlink_to(tmp_path / "texts" / "t.xml")
    assert ask(address).status == 404


def test_another_name_for_this_machine_gets_nothing(ask):
    assert ask("/t.html", "evil.example").status == 403
    assert ask("/t.html", "localhost:8000").status == 200


def test_nothing_can_be_sent_to_it(ask):
    assert ask("/t.html", method="POST").status == 501


def test_a_change_of_a_source_is_built_and_told(ask, site, tmp_path):
    news = ask(preview.CHANGES)
    assert site.refresh() is None
    write(tmp_path, "second")
    assert site.refresh() is not None
    assert news.fp.readline() == b"data: made\n"
    assert b"second" in ask("/t.html").read()


def test_a_fault_in_a_source_is_told_once_and_leaves_the_pages(ask, site, tmp_path):
    write(tmp_path, "<broken>")
    with pytest.raises(SourceError):
        site.refresh()
    assert site.refresh() is None
    assert b"first" in ask("/t.html").read()
    write(tmp_path, "mended now")
    assert site.refresh() is not None


def test_a_single_document_is_watched_alone(tmp_path):
    document = tmp_path / "letter.xml"
    document.write_text(TEXT.format("one"), encoding="utf-8")
    site = preview.Site(document, tmp_path / "dist")
    assert site.refresh() is not None
    (tmp_path / "other.xml").write_text("<x/>")
    assert site.refresh() is None


def test_the_images_of_a_single_document_are_watched(tmp_path):
    document = tmp_path / "letter.xml"
    text = TEXT.format("one</p><figure><graphic url='a.svg'/></figure><p>two")
    document.write_text(text, encoding="utf-8")
    site = preview.Site(document, tmp_path / "dist")
    assert site.refresh() is not None
    (tmp_path / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert site.refresh() is not None
    assert site.refresh() is None


def test_a_place_on_a_page_leads_to_its_line(ask, site, tmp_path):
    text = TEXT.format("one</p>\n<p>two</p><p xml:id='last'>three")
    (tmp_path / "texts" / "t.xml").write_text(text)
    site.refresh()
    said = []
    site.say = said.append
    document = tmp_path / "texts" / "t.xml"
    for ident, line in (("body-p1", 1), ("body-p2", 2), ("last", 2)):
        answer = ask(f"{preview.SOURCE}?page=t.html&id={ident}").read().decode()
        assert answer == f"{document.resolve()}:{line}"
        assert said.pop() == answer
    answer = ask(f"{preview.SOURCE}?page=index.html&id=main").read()
    assert b"no line" in answer
