"""Pages of one document among others."""

import re
from pathlib import Path

from octavo.edition import Manifest
from octavo.render import context, html
from octavo.source import parse


def source(path, body):
    text = f"<text><body><div>{body}</div></body></text>"
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{text}</TEI>'
    return parse(data.encode(), Path(path))


def headings(body):
    """The headings of a document whose first division has some content."""
    document = source("/e/one/a.xml", body)
    known = context.build(Manifest(), [document], [])
    page = html.pages(document, known).rendered.files["a.html"].decode()
    article = re.search("<article.*</article>", page, re.DOTALL)
    return re.findall(r"<(h\d)[^>]*>(.*?)</", article[0])


def links(body):
    """What the first of three documents, of which two have one name, links to."""
    documents = [
        source("/e/one/a.xml", body),
        source("/e/two/a.xml", '<p xml:id="p">x</p>'),
        source("/e/one/b c.xml", "<p>x</p>"),
    ]
    known = context.build(Manifest(), documents, [])
    page = html.pages(documents[0], known).rendered.files["a.html"].decode()
    article = re.search("<article.*</article>", page, re.DOTALL)
    return re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', article[0])


def test_a_pointer_leads_to_the_document_at_its_path():
    assert links('<p><ref target="../two/a.xml#p">x</ref></p>') == [("a-2.html#p", "x")]
    assert links('<p><ref target="b%20c.xml">x</ref></p>') == [("b-c.html", "x")]
    assert links('<p><ref target="c.xml">x</ref></p>') == []


def test_no_link_is_without_words():
    address = "https://example.org/"
    empty = (
        f'<p><ref target="{address}"/><ref target="{address}"><del>x</del></ref></p>'
    )
    assert links(empty) == [(address, f'<span class="gen">{address}</span>')] * 2


def test_a_heading_without_words_is_none():
    title = ("h1", "a")
    assert headings("<head><!-- to write --></head><p>x</p>") == [title]
    assert headings("<head>One</head><p>x</p>") == [title, ("h2", "One")]
