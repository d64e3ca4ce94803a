import pytest

from octavo.validate import validate
from octavo.validate.calendar import corrected, is_real


@pytest.mark.parametrize(
    "value",
    [
        *("1912", "-0043", "12000", "1912-03", "1912-03-05", "1912-03-05Z"),
        *("1912-03-05T09:30:00", "1912-03-05+01:00", "--03", "--03-05", "---05"),
        *("2000-02-29", "1600-02-29", "--02-29", "09:30:00", "spring", ""),
    ],
)
def test_a_date_that_can_be_is_taken(value):
    assert is_real(value)


@pytest.mark.parametrize(
    "value",
    [
        *("1912-13", "1912-00", "1912-02-30", "1900-02-29", "1912-04-31", "1912-03-00"),
        *("--02-30", "--13", "---32", "1912-3-5", "1912/03/05", "19120305"),
    ],
)
def test_a_date_that_cannot_be_is_seen(value):
    assert not is_real(value)


@pytest.mark.parametrize(
    ("value", "is_taken"),
    [("19120305", True), ("19120230", False), ("1912/1913", True), ("P1Y", True)],
)
def test_dates_of_iso_8601_have_other_forms(value, is_taken):
    assert is_real(value, is_iso=True) == is_taken


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("1912-3-5", "1912-03-05"),
        ("1912.03.05", "1912-03-05"),
        ("１９１２－３", "1912-03"),
        ("1912-2-30", None),
        ("5.3.1912", None),
        ("1912-03-05", None),
    ],
)
def test_a_date_with_one_reading_can_be_corrected(value, right):
    assert corrected(value) == right


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ('<date from="1912" to="1912-03"/>', []),
        ('<date from="1912-04" to="1912-03"/>', ["DAT002"]),
        ('<date from-iso="1912-04" to-iso="1912-03"/>', ["DAT002"]),
        ('<date from="-0043" to="-0044"/>', ["DAT002"]),
        ('<date notBefore="1913" notAfter="1912"/>', ["DAT003"]),
        ('<biblScope from="9" to="5"/>', []),
        ('<person><birth when="1880"/><death when="1880"/></person>', []),
        ('<person><birth notBefore="1881"/><death when="1880"/></person>', ["DAT004"]),
        (
            '<person><birth><date when="1881"/></birth><death when="1880"/></person>',
            ["DAT004"],
        ),
        (
            '<person><birth when="1881"/></person>'
            '<person><death when="1880"/></person>',
            [],
        ),
        (
            '<correspDesc><correspAction type="sent"><date when="1912-03-05"/>'
            '</correspAction><correspAction type="received"><date when="1912-03-04"/>'
            "</correspAction></correspDesc>",
            ["DAT005"],
        ),
        ('<date when="1912-02-30"/>', ["DAT006"]),
    ],
)
def test_dates_come_in_their_order(write, element, expected):
    path = write("a.xml", f"<p>{element}</p>")
    assert [f.code for f in validate([path], only=["links"])] == expected


def test_a_date_that_the_grammar_refuses_is_said_once(write):
    path = write("a.xml", '<p><date when="1912-02-30">e</date></p>')
    assert [f.code for f in validate([path])] == ["RNG107"]
