from hypothesis import given, strategies

from octavo.validate.segments import Lines

TEXTS = strategies.text(strategies.sampled_from("aö\n𝄞é "), min_size=1)


@given(TEXTS, strategies.data())
def test_a_place_and_its_offset_are_the_same_point(text, data):
    index = data.draw(strategies.integers(0, len(text) - 1))
    lines = Lines(text.encode())
    line, column = lines.place(len(text[:index].encode()))
    assert line == text.count("\n", 0, index) + 1
    assert column == index - (text.rfind("\n", 0, index) + 1) + 1
    assert lines.offset(line, column) == len(text[:index].encode())
