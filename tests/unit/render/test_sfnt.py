"""A fixed font is made of a variable one, and the variable one keeps its weights."""

import io

import pytest
from fontTools.ttLib import TTFont

from octavo.render import sfnt
from octavo.render.fonts import choose, files


@pytest.fixture(scope="module")
def variable():
    folders = dict(choose(("EB Garamond",)).placed())
    return files(folders["EB Garamond"])["EBGaramond[wght].ttf"]


def test_the_default_instance_has_no_axes_and_the_same_letters(variable):
    made = sfnt.default_instance(variable)
    before, after = (TTFont(io.BytesIO(data)) for data in (variable, made))
    assert sfnt.is_variable(variable)
    assert not sfnt.is_variable(made)
    assert after.getBestCmap() == before.getBestCmap()
    assert after["name"].getDebugName(1) == "EB Garamond"


def test_a_renamed_font_keeps_its_other_names(variable):
    made = TTFont(io.BytesIO(sfnt.renamed(variable, "Other")))
    assert made["name"].getDebugName(1) == "Other"
    assert made["name"].getDebugName(6) == "EBGaramond-Regular"


def test_bold_comes_from_the_variable_font():
    assert choose(("EB Garamond",)).bold[0] == "EB Garamond Weights"
