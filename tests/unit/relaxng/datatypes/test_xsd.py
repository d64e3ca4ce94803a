"""Types of XML Schema: what they allow, what is equal, what comes first."""

import pytest

from octavo.relaxng.datatypes import DatatypeError, library

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
COMPATIBILITY = "http://relaxng.org/ns/compatibility/datatypes/1.0"
CONTEXT = {"p": "urn:p", "q": "urn:p", "": "urn:default", "&picture": ""}


def make(name, *params, uri=XSD):
    return library(uri).make(name, params, CONTEXT)


def allowed(datatype, *texts):
    return [text for text in texts if datatype.allows(text, CONTEXT)]


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("string", [" a\n", ""], []),
        ("language", ["en", "grc-Latn", " x-a1 "], ["", "en_GB", "abcdefghi"]),
        ("NCName", [" a.b-c ", "é", "a\u06dd"], ["a:b", "1a", "", "a b", "𐀀"]),
        ("Name", ["a:b", ":"], ["-a"]),
        ("NMTOKEN", ["1.2", "·"], ["a b", ""]),
        ("NMTOKENS", ["1 2", " 1\n2 "], ["", "1 /"]),
        ("IDREFS", ["a b"], ["", "a:b"]),
        ("anyURI", ["", "a b", "#a", "é", "x:[", "http://[::1]/", "///", "?[x]"], []),
        ("anyURI", [], ["a#b#c", "%", "%4g", "http:", "//", ":a", "[a]", "1a:b"]),
        ("anyURI", [], ["http://[", "http://[1]/", "//[x]", "a@b:c"]),
        ("QName", ["a", "p:a", "xml:a"], ["r:a", "p:", "a:b:c", "p: a", ""]),
        ("NOTATION", ["p:a"], ["r:a"]),
        ("ENTITY", ["picture"], ["other", ""]),
        ("ENTITIES", ["picture picture"], ["picture other", ""]),
        ("boolean", [" true ", "0"], ["TRUE", "01", ""]),
        (
            "decimal",
            ["1.", ".1", "+1", "9" * 5000],
            [".", "1e5", "INF", "", "1_0", "٣"],
        ),
        (
            "double",
            ["1e5", "-INF", "NaN", "1e400"],
            ["+INF", "nan", "1_0", "0x1", "1f"],
        ),
        ("integer", ["-0", "007"], ["1.0", "٣", ""]),
        ("positiveInteger", ["+1"], ["0", "-1"]),
        ("nonPositiveInteger", ["-1", "0"], ["1"]),
        ("byte", ["127", "-128"], ["128", "-129"]),
        ("unsignedLong", [str(2**64 - 1)], [str(2**64), "-1"]),
        ("duration", ["P1Y", "-P3D", "PT1.5S"], ["P", "PT", "P1YT", "P-1Y", "PT1.5M"]),
        ("date", ["2000-02-29", "-0005-02-29Z"], ["1900-02-29", "0000-01-01"]),
        ("date", ["12000-01-01+14:00"], ["02000-01-01", "2000-04-31", "2000-1-1"]),
        ("dateTime", ["2000-01-01T23:59:60.5Z"], ["2000-01-01", "2000-02-30T00:00:00"]),
        ("time", ["09:30:00"], ["09:30", "25:00:00"]),
        ("gYear", ["1947", "-0043"], ["47", "0000"]),
        ("gMonth", ["--11"], ["--11--", "--13"]),
        ("gMonthDay", ["--02-29"], ["--02-30"]),
        ("gDay", ["---31"], ["---32"]),
        ("hexBinary", ["0aFB", ""], ["0", "0 0"]),
        ("base64Binary", ["AA= =", "A A\nAA", ""], ["AB==", "AAB=", "A"]),
    ],
)
def test_type_allows_what_the_standard_says(name, good, bad):
    datatype = make(name)
    assert allowed(datatype, *good) == good
    assert allowed(datatype, *bad) == []


@pytest.mark.parametrize(
    ("name", "one", "other", "equal"),
    [
        ("string", "a ", "a", False),
        ("normalizedString", "a\tb", "a b", True),
        ("token", " a  b", "a b", True),
        ("token", "a\xa0", "a", False),
        ("decimal", "1.0", "01", True),
        ("decimal", "9" * 40, "9" * 39 + "8", False),
        ("double", "0", "-0", True),
        ("double", "NaN", "NaN", True),
        ("float", "16777216", "16777217", True),
        ("double", "16777216", "16777217", False),
        ("float", "1e40", "INF", True),
        ("boolean", "1", "true", True),
        ("dateTime", "2000-01-01T12:00:00Z", "2000-01-01T13:00:00.0+01:00", True),
        ("dateTime", "2000-01-01T12:00:00Z", "2000-01-01T12:00:00", False),
        ("date", "2000-01-01+13:00", "1999-12-31-11:00", True),
        ("gYear", "2000Z", "2000+00:00", True),
        ("duration", "P1Y", "P12M", False),
        ("duration", "P1Y0M", "P01Y", True),
        ("duration", "P0D", "-PT0S", True),
        ("QName", "p:a", "q:a", True),
        ("QName", "a", "p:a", False),
        ("hexBinary", "0a", "0A", True),
        ("base64Binary", "AA==", "A A = =", True),
        ("NMTOKENS", "a b", " a\nb ", True),
        ("language", "en", "EN", False),
    ],
)
def test_values_are_compared_not_texts(name, one, other, equal):
    datatype = make(name)
    left, right = datatype.value(one, CONTEXT), datatype.value(other, CONTEXT)
    assert left is not None
    assert (left == right) is equal
    assert not equal or hash(left) == hash(right)


def test_what_is_not_allowed_has_no_value():
    assert make("integer").value("x", CONTEXT) is None


@pytest.mark.parametrize(
    ("name", "params", "good", "bad"),
    [
        ("token", {"pattern": "a"}, [" a "], ["b"]),
        ("string", {"pattern": "a"}, ["a"], [" a"]),
        ("string", {"length": "1"}, ["𐀀"], ["", "ab"]),
        ("NMTOKENS", {"minLength": "2"}, ["a b"], ["abc"]),
        ("base64Binary", {"maxLength": "1"}, ["AA=="], ["AAA="]),
        ("hexBinary", {"length": " +1 "}, ["00"], ["0000"]),
        ("decimal", {"minInclusive": "0.5", "maxExclusive": "1"}, [".50"], ["1", ".4"]),
        (
            "decimal",
            {"totalDigits": "3"},
            ["0123", "12.30", "0.12"],
            ["1234", "0.0012"],
        ),
        ("decimal", {"fractionDigits": "1"}, ["1.20", "10"], ["1.25"]),
        ("double", {"maxExclusive": "INF"}, ["1"], ["INF", "NaN"]),
        ("double", {"minInclusive": "NaN"}, ["NaN"], ["1"]),
        ("date", {"minInclusive": "2000-01-01"}, ["2000-01-02Z"], ["2000-01-01Z"]),
        (
            "dateTime",
            {"maxInclusive": "2000-01-01T00:00:00Z"},
            [],
            ["1999-12-31T11:00:00"],
        ),
        ("duration", {"minInclusive": "P1Y"}, ["P1Y", "P367D"], ["P12M", "P365D"]),
        ("duration", {"minExclusive": "P1M"}, ["P32D"], ["P31D", "P28D"]),
        ("gDay", {"maxExclusive": "---15"}, ["---14"], ["---15"]),
    ],
)
def test_parameters_narrow_a_type(name, params, good, bad):
    datatype = make(name, *params.items())
    assert allowed(datatype, *good) == good
    assert allowed(datatype, *bad) == []


@pytest.mark.parametrize(
    ("name", "param", "message"),
    [
        ("tokn", None, 'no type "tokn"; did you mean "token"'),
        ("token", ("enumeration", "a"), "value patterns"),
        ("token", ("whiteSpace", "collapse"), "choose string"),
        ("token", ("size", "1"), 'no parameter "size"'),
        ("token", ("pattern", "("), 'the pattern "\\(" is wrong'),
        ("token", ("length", "-1"), "must be a whole number"),
        ("token", ("minInclusive", "1"), "no order"),
        ("date", ("length", "10"), "no length"),
        ("double", ("totalDigits", "2"), "decimal and whole numbers only"),
        ("decimal", ("totalDigits", "0"), "1 or more"),
        ("byte", ("maxInclusive", "300"), "a whole number from -128 to 127"),
        ("integer", ("minInclusive", "a"), "a whole number such as 12"),
    ],
)
def test_what_cannot_be_made_is_explained(name, param, message):
    with pytest.raises(DatatypeError, match=message):
        make(name, *([param] if param else []))


@pytest.mark.parametrize(
    ("name", "params", "words"),
    [
        ("date", {}, "a date such as 1947-11-17"),
        ("token", {"pattern": r"\S+"}, "no spaces"),
        ("token", {"maxLength": "1"}, "at most 1 character"),
        (
            "integer",
            {"minInclusive": "3"},
            "a whole number such as 12, not less than 3",
        ),
        ("nonNegativeInteger", {}, "a whole number, 0 or more"),
    ],
)
def test_rule_is_said_in_words(name, params, words):
    assert make(name, *params.items()).describe() == words


def test_kinds_of_types_are_told():
    assert make("ID").id_type == "ID"
    assert make("IDREFS").id_type == "IDREFS"
    assert make("string").is_trivial
    assert not make("string", ("length", "1")).is_trivial
    assert make("QName").needs_context
    assert not make("NCName").needs_context


def test_library_without_uri_has_string_and_token_only():
    assert make("token", uri="").value(" a ", {}) == "a"
    with pytest.raises(DatatypeError, match="no type"):
        make("NCName", uri="")
    with pytest.raises(DatatypeError, match="takes no parameter"):
        make("token", ("pattern", "a"), uri="")


def test_compatibility_library_has_identifiers_only():
    assert make("ID", uri=COMPATIBILITY).id_type == "ID"
    assert allowed(make("IDREFS", uri=COMPATIBILITY), "a b", "1") == ["a b"]
    assert library("urn:unknown") is None
