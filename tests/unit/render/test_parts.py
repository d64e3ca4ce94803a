"""The whole text is made of its chapters as if it were made by itself."""

import re
from pathlib import Path

import pytest

from octavo.edition import Manifest, Web
from octavo.render import context, html
from octavo.source import parse

LIST = '<listApp><app loc="1"><lem>x</lem><rdg wit="#A">y</rdg></app></listApp>'
TEXT = """<text><front><div type="preface" xml:id="pré"><head>Preface</head>
<p>See <ref target="#two">the end</ref>.</p></div></front><body>
<div><head>A part</head><p>Before its chapters.<note type="editor">E1</note></p>
<div type="chapter" xml:id="one"><head>One<note>N1</note></head><pb n="3"/>
<div><head>Deep <figure><head>F</head></figure></head><p xml:id="p1">To <ref
target="#two">a page</ref>, <ref target="#p2">a place</ref>, <ref target="#pré">a
name</ref>, <ref target="#n2">a note</ref>, <ref target="#p1">here</ref>.<note>N2</note>
<note xml:id="n2">N3</note></p></div></div><pb n="4"/></div>
<div xml:id="two"><head>Two</head><p xml:id="p2"><ref target="#e" type="note">1</ref>
<note type="editor">E2 <ref target="#p1">back</ref></note></p></div>
<div><p>No heading.</p></div></body><back><div><note xml:id="e">End</note></div>
%s</back></text>"""


def made(split, inserted=""):
    text = TEXT % inserted
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{text}</TEI>'
    source = parse(data.encode(), Path("/e/a.xml"))
    known = context.build(Manifest(web=Web(split=split)), [source], [])
    return html.pages(source, known).rendered.files


def article(split, inserted):
    pages = made(split, inserted)
    assert not [name for name in pages if b"<?octavo" in pages[name]]
    page = pages["a.html"].decode()
    shown = page[page.index("<article") : page.index('<details class="cite"')]
    # Only a text with chapters puts their titles over the notes of each.
    lists = re.sub(r"</ol>(<h3.*?</h3>)?<ol>|<h3 class=\"gen\">.*?</h3>", "", shown)
    return lists.replace(' class="first"', ' class=""'), len(pages)


@pytest.mark.parametrize("split", ["part", "2", "section"])
@pytest.mark.parametrize("inserted", ["", LIST], ids=["text", "lists of readings"])
def test_a_text_with_chapters_is_the_same_as_one_without(split, inserted):
    whole, count = article(split, inserted)
    alone, one = article("none", inserted)
    assert whole == alone
    assert count > one


def test_a_chapter_begins_with_a_heading_of_the_first_level():
    pages = made("section")
    assert b'<h1 class="head">Two</h1>' in pages["a-two.html"]
    assert b'<h2 class="head">Two</h2>' in pages["a.html"]


def test_a_link_between_chapters_is_one_within_the_whole():
    pages = made("section")
    assert b'<a href="a-two.html" class="ref">' in pages["a-pr_.html"]
    assert b'<a href="#two" class="ref">' in pages["a.html"]
    assert b'<a href="#pr%C3%A9" class="ref">' in pages["a.html"]


@pytest.mark.parametrize("split", ["part", "2", "section"])
def test_the_contents_of_a_page_are_as_if_they_were_made_for_it(split):
    def contents(inserted):
        block = re.compile(rb'<details class="contents">.*?</details>')
        pages = made(split, inserted)
        return {name: block.findall(pages[name]) for name in sorted(pages)}

    shared = contents("")
    assert shared == contents(LIST)
    marked = b"".join(blocks[0] for blocks in shared.values() if blocks)
    assert marked.count(b'aria-current="page"') == len(shared) - 2  # whole text, TEI
