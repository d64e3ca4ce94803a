"""Making again only what changed."""

import pytest

from octavo import ledger
from octavo.diagnostics import Diagnostic, Severity
from octavo.ledger import Made, Target

FOUND = Diagnostic("ABC001", Severity.WARNING, "look here", "a.xml", 3, 4)


def target(name="html: a", inputs=("1",), files=None, runs=None):
    def make():
        if runs is not None:
            runs.append(name)
        return Made(files or {"a/index.html": b"a"}, (FOUND,))

    return Target(name, {f"input {i}": print_ for i, print_ in enumerate(inputs)}, make)


def snapshot(folder):
    return {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_second_build_makes_nothing_and_repeats_the_findings(tmp_path):
    runs = []
    ledger.build([target(runs=runs)], tmp_path)
    before = snapshot(tmp_path)
    (done,) = ledger.build([target(runs=runs)], tmp_path)
    assert runs == ["html: a"]
    assert (done.reasons, done.diagnostics) == ((), (FOUND,))
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    ("inputs", "reason"),
    [(("2",), "input 0 changed"), ((), "input 0 is no longer used")],
)
def test_a_change_of_inputs_is_the_reason(tmp_path, inputs, reason):
    ledger.build([target()], tmp_path)
    (done,) = ledger.build([target(inputs=inputs)], tmp_path)
    assert done.reasons == (reason,)


def test_damaged_and_missing_outputs_are_made_again(tmp_path):
    ledger.build([target()], tmp_path)
    page = tmp_path / "a" / "index.html"
    page.write_bytes(b"other")
    (done,) = ledger.build([target()], tmp_path)
    assert done.reasons == ("a/index.html was changed by another hand",)
    page.unlink()
    (done,) = ledger.build([target()], tmp_path)
    assert done.reasons == ("a/index.html is missing",)
    assert page.read_bytes() == b"a"


def test_what_is_no_longer_made_is_removed_but_other_outputs_stay(tmp_path):
    pdf = target("pdf: a", files={"a.pdf": b"pdf"})
    ledger.build([target(), target("html: b", files={"b/x.html": b"b"}), pdf], tmp_path)
    ledger.build([target()], tmp_path)
    assert not (tmp_path / "b").exists()
    assert (tmp_path / "a.pdf").is_file()


def test_a_failure_leaves_the_folder_as_it_was(tmp_path):
    ledger.build([target()], tmp_path)
    before = snapshot(tmp_path)

    def fail():
        raise ValueError("no luck")

    failing = Target("html: b", {}, fail)
    with pytest.raises(ValueError, match="no luck"):
        ledger.build([target(inputs=("9",), files={"a": b"new"}), failing], tmp_path)
    assert snapshot(tmp_path) == before


def test_a_damaged_ledger_means_making_everything(tmp_path):
    ledger.build([target()], tmp_path)
    (tmp_path / ledger.LEDGER).write_text("{", encoding="utf-8")
    (done,) = ledger.build([target()], tmp_path)
    assert done.reasons == ("never made",)


def test_a_ledger_from_elsewhere_removes_nothing_outside_the_folder(tmp_path):
    outside = tmp_path / "precious.txt"
    outside.write_text("kept", encoding="utf-8")
    folder = tmp_path / "dist"
    ledger.build([target(files={"x": b"x"})], folder)
    record = folder / ledger.LEDGER
    text = record.read_text(encoding="utf-8").replace('"x"', '"../precious.txt"')
    record.write_text(text, encoding="utf-8")
    ledger.build([target()], folder)
    assert outside.is_file()
