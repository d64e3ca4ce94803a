"""What was measured of a text, in the words of the profile that can override it."""

from collections.abc import Mapping

from octavo.encode.draft import Draft
from octavo.encode.inline import has_emphasis
from octavo.encode.phrases import quotation_style

_QUOTED = '"'


def measures(draft: Draft) -> dict[str, str | int | bool]:
    """Give the keys of a profile with the values that this run has used."""
    found, said, data = draft.measured, draft.profile, draft.source.data
    shows = said.emphasis
    return {
        "language": found.language,
        "layout": "wrapped" if found.wrapped else "lines",
        "blank-lines": found.spaced,
        "indent": found.indent,
        "pages": draft.source.pages > 1 and said.pages is not False,
        "notes": _notes(draft),
        "emphasis": has_emphasis(data) if shows is None else shows,
        "quotation-marks": said.quotation_marks or quotation_style(data),
    }


def _notes(draft: Draft) -> str:
    """Tell how the text calls its notes."""
    data = draft.source.data
    calls = [data[note.ref[0]] for note in draft.notes if note.ref]
    if not calls:
        return "numbers" if draft.orphans else "none"
    bare = sum(call.isdecimal() for call in calls)
    return "numbers" if 2 * bare > len(calls) else "brackets"


def as_toml(measured: Mapping[str, str | int | bool], name: str) -> str:
    """Write them as a profile, to be kept and corrected."""
    lines = (f"{key} = {_value(value)}" for key, value in measured.items())
    return f"# measured in {name}\n" + "\n".join(lines) + "\n"


def _value(value: str | int | bool) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    return f"'{value}'" if _QUOTED in value else f'"{value}"'
