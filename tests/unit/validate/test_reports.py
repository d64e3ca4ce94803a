import json

from octavo.diagnostics import Diagnostic, Severity
from octavo.validate import reports


def write(*args, **options):
    return "".join(reports.write(*args, **options))


FOUND = Diagnostic(
    "ABC001", Severity.ERROR, "no ink", "a.xml", 2, 4, "/Q{}a[1]", "add ink", "links"
)


def test_text_has_a_line_a_finding_the_source_line_and_the_hint(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text("<a>\n\t<b/>\n</a>")
    found = Diagnostic("ABC001", Severity.ERROR, "no ink", str(path), 2, 2, hint="add")
    assert write([found]).splitlines() == [
        f"{path}:2:2: error ABC001: no ink",
        "  |  <b/>",
        "  |  ^",
        "  hint: add",
        "1 error",
    ]


def test_a_long_source_line_is_cut_around_the_place(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text("x" * 500 + "<b/>" + "x" * 500)
    found = Diagnostic("ABC001", Severity.ERROR, "no ink", str(path), 1, 501)
    line, caret = write([found]).splitlines()[1:3]
    assert len(line) < 110
    assert line[caret.index("^")] == "<"
    assert line.startswith("  | …x")
    assert line.endswith("x…")


def test_the_caret_stands_below_its_place_on_a_terminal(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text("墨e\u0301<b/>", encoding="utf-8")
    found = Diagnostic("ABC001", Severity.ERROR, "no ink", str(path), 1, 4)
    assert write([found]).splitlines()[2] == "  |    ^"


def test_a_document_cannot_steer_the_terminal(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text("<a>\x9b2J\x1b]0;x\x07\u202e</a>", encoding="utf-8")
    found = Diagnostic("ABC001", Severity.ERROR, "'\x9b'", str(path), 1, 1, hint="\x9b")
    assert not set(write([found])) & set("\x9b\x1b\x07\u202e")


def test_findings_are_written_as_they_come():
    written = reports.write(iter([FOUND, FOUND]))
    assert next(written).startswith("a.xml:2:4: error ABC001")


def test_a_source_that_is_gone_costs_only_its_line():
    assert (
        write([FOUND]) == "a.xml:2:4: error ABC001: no ink\n  hint: add ink\n1 error\n"
    )


def test_the_summary_counts_in_words():
    warning = Diagnostic("ABC002", Severity.WARNING, "pale")
    info = Diagnostic("ABC003", Severity.INFO, "red")
    last = write([FOUND, FOUND, warning, info]).splitlines()[-1]
    assert last == "2 errors, 1 warning, 1 remark"
    assert write([]) == "nothing to find fault with\n"


def test_json_gives_records_and_counts():
    report = json.loads(write([FOUND], "json"))
    assert report == {
        "findings": [
            {
                "code": "ABC001",
                "severity": "error",
                "file": "a.xml",
                "line": 2,
                "column": 4,
                "xpath": "/Q{}a[1]",
                "message": "no ink",
                "hint": "add ink",
                "source": "links",
            }
        ],
        "counts": {"error": 1, "warning": 0, "info": 0},
    }


def test_sarif_says_where_and_what_of_each_finding():
    warning = Diagnostic("ABC000", Severity.WARNING, "pale")
    log = json.loads(write([FOUND, warning], "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "ABC000",
        "ABC001",
    ]
    first, second = run["results"]
    assert first == {
        "ruleId": "ABC001",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": "no ink (add ink)"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "a.xml"},
                    "region": {"startLine": 2, "startColumn": 4},
                },
                "logicalLocations": [{"fullyQualifiedName": "/Q{}a[1]"}],
            }
        ],
    }
    assert second["level"] == "warning"
    assert "locations" not in second


def test_github_gets_a_command_a_finding():
    odd = Diagnostic("ABC002", Severity.INFO, "50 %\nink", "a,b.xml", 3)
    assert write([FOUND, odd], "github").splitlines() == [
        "::error file=a.xml,line=2,col=4,title=ABC001::no ink%0Aadd ink",
        "::notice file=a%2Cb.xml,line=3,title=ABC002::50 %25%0Aink",
    ]


def test_colours_are_only_added_when_asked_for():
    painted = write([FOUND], is_colored=True)
    assert "\x1b[31;1m error ABC001:\x1b[0m no ink" in painted
    assert "\x1b" not in write([FOUND])


def test_many_findings_are_counted_by_code():
    other = Diagnostic("ABC000", Severity.WARNING, "pale")
    last = write([FOUND] * 9 + [other] * 2).splitlines()[-2:]
    assert last == ["ABC001 9, ABC000 2", "9 errors, 2 warnings"]
