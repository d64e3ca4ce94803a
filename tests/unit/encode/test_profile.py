import pytest

from octavo.encode import load_profile
from octavo.errors import UsageError


def write(tmp_path, text):
    path = tmp_path / "p.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_profile_gives_the_values_it_names(tmp_path):
    profile = load_profile(write(tmp_path, 'title = "A Life"\nnames = false\n'))
    assert (profile.title, profile.names, profile.author) == ("A Life", False, "")


def test_an_unknown_key_names_the_nearest_known_one(tmp_path):
    with pytest.raises(UsageError) as error:
        load_profile(write(tmp_path, 'autor = "X"'))
    assert "'autor'" in error.value.message
    assert "'author'" in error.value.hint


@pytest.mark.parametrize("line", ["names = 3", 'layout = "odd"', 'remove = ["("]'])
def test_a_value_of_the_wrong_kind_is_refused(tmp_path, line):
    with pytest.raises(UsageError):
        load_profile(write(tmp_path, line))


def test_the_figures_may_lie_in_a_file_of_their_own(tmp_path):
    (tmp_path / "images.toml").write_text(
        '[[figure]]\nnumber = 1\nfile = "a.svg"\nfigDesc = "A map."\n'
    )
    profile = load_profile(write(tmp_path, 'figures = "images.toml"'))
    (image,) = profile.figures
    assert (image.number, image.url) == ("1", "a.svg")
    assert image.description == "A map."
