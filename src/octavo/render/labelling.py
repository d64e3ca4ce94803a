"""The languages of labels and menus that readers of a web edition choose from.

The pages in the edition's own language lie in the folder of the site; those in any
other are the same pages with other labels, in a folder of its own beside images,
sources and assets, which all languages share.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from octavo.names import EDITION

# Labels there are; a language without is read with those of the first.
LABELLED: Final = ("en", "de", "es", "fr", "it", "la")


def own(language: str) -> str:
    """Give the language of the labels of an edition in a language."""
    primary = language.replace("_", "-").split("-")[0].lower()
    return primary if primary in LABELLED else LABELLED[0]


def others(languages: Sequence[str], language: str) -> tuple[str, ...]:
    """List the languages asked for besides the edition's own, each once."""
    return tuple(dict.fromkeys(tag for tag in languages if tag != own(language)))


def described(
    languages: Sequence[str], language: str, reader: str
) -> Iterator[etree._Element]:
    """Describe the languages to choose from for the stylesheet; none if only one."""
    further = others(languages, language)
    for tag in (own(language), *further) if further else ():
        facts = {"tag": tag, "folder": f"{tag}/" if tag in further else ""}
        if tag == (reader or own(language)):
            facts["current"] = "true"
        yield etree.Element(f"{{{EDITION}}}language", facts)


def reader(params: Mapping[str, object]) -> str:
    """Give the language of the labels; nothing if it is the edition's own."""
    return str(params["language"]) if params["to-root"] else ""


def placed(files: Mapping[str, bytes], reader: str) -> dict[str, bytes]:
    """Put pages into the folder of their language; what all share is there already.

    What pages leave for those of the edition names that folder itself.
    """
    pages = {
        f"{reader}/{name}": data
        for name, data in files.items()
        if name.endswith(".html")
    }
    return pages | {n: d for n, d in files.items() if f"/{reader}/" in n}
