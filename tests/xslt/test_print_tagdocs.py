"""Examples of code, and labels too long for the indentation."""


def test_an_example_keeps_its_lines_and_spaces(chapter_code):
    code = "\n".join(chapter_code('<eg>a  "b"\n  c</eg>'))
    assert code == 'example("a  \\"b\\"\n  c")'


def test_an_example_in_a_paragraph_cuts_it_in_two(chapter_code):
    assert chapter_code("<p>a<eg>b</eg>c</p>") == [
        'paragraph(indented: false, {"a";})',
        'example("b")',
        'paragraph(indented: false, {"c";})',
    ]


def test_the_labels_of_explanations_are_set_apart(chapter_code):
    content = "<list type='gloss'><label>a</label><item>b</item></list>"
    assert 'explained("a", {emphasis({"a";});}, {"b";})' in chapter_code(content)
