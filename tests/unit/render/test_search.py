"""The search index."""

import json
import re

from octavo.render import search

PAGE = """<html xmlns="http://www.w3.org/1999/xhtml">
<head><title>One · Book</title></head>
<body><nav>Contents</nav><main><article><h1 id="d">One</h1>
<p id="p1">A <a href="persons.html#ada">name</a><sup class="gen">
<a href="#n">1</a></sup>.</p>
<div id="q"><p>In a quotation</p></div></article>
<section role="doc-endnotes"><h2 class="gen">Notes</h2><ol>
<li id="n"><div><span class="gen">1</span> A note.</div></li></ol></section></main>
</body></html>"""


def indexed(page, entries=()):
    tree = search.etree.fromstring('<e:extract xmlns:e="urn:x-octavo:edition"/>')
    search.enclose(tree, {"a.html": page})
    made = search.index(search.take_out(tree), dict(entries)).decode()
    assert len(tree) == 0
    return json.loads(re.fullmatch(r"const octavoIndex=(.*);\n", made)[1])


def test_passages_have_the_address_of_the_nearest_id():
    (name, title, passages) = indexed(PAGE.encode())["pages"][0]
    assert (name, title) == ("a.html", "One")
    assert passages == [
        ["d", "One"],
        ["p1", "A name."],
        ["q", "In a quotation"],
        ["n", "A note."],
    ]


def test_passages_know_whom_they_name():
    made = indexed(PAGE.encode(), [("bob", "Bob"), ("ada", "Ada")])
    assert made["entries"] == [["ada", "Ada"]]
    assert made["pages"][0][2][1] == ["p1", "A name.", [0]]


def test_words_of_the_text_cannot_end_the_script():
    words = "</script><script>alert(1)</script>"
    page = PAGE.replace("In a quotation", words.replace("<", "&lt;"))
    assert indexed(page.encode())["pages"][0][2][2] == ["q", words]


def test_what_is_between_blocks_is_a_passage_and_what_is_in_them_is_not():
    words = "In <!-- <p> --> a <i>quotation<br/></i> &amp; <a href='x'>on</a>"
    page = PAGE.replace("In a quotation</p>", f'{words}</p><span id="s">More</span>')
    assert indexed(page.encode())["pages"][0][2][2:4] == [
        ["q", "In a quotation & on"],
        ["s", "More"],
    ]
