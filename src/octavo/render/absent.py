"""What no document of an edition has, so that no rules for it need be compiled.

Compiling the stylesheets takes longer than making a small site. Here is what calls
for the modules of html.xsl that most texts do without; a document that has one
element of a group brings in the whole group.
"""

from collections.abc import Iterable
from typing import Final

from lxml import etree

from octavo.names import tei
from octavo.source import Source

# Groups as html.xsl names them, and the elements of TEI that call for each.
GROUPS: Final = {
    "readings": "app lem listApp listWit rdg rdgGrp wit witDetail witness",
    "figures": "cell figure graphic media row table",
    "transcription": (
        "add addSpan am damage del delSpan fw gap handShift hyph metamark mod redo "
        "restore retrace secl space subst supplied surplus unclear undo"
    ),
    "lists": (
        "castGroup castList list listBibl listEvent listNym listObject listOrg "
        "listPerson listPlace listRelation listWit"
    ),
    "speech": (
        "annotationBlock camera g incident kinesic oRef pRef pause sense shift sound "
        "tech u view vocal writing"
    ),
}
# Languages inside TEI that call for a group.
_FOREIGN: Final = {
    "http://www.w3.org/1998/Math/MathML": "figures",
    "http://www.w3.org/2000/svg": "figures",
}
_BY_TAG: Final = {
    tei(name): group for group, names in GROUPS.items() for name in names.split()
}
_TAGS: Final = (*_BY_TAG, *(f"{{{uri}}}*" for uri in _FOREIGN))
_LOOKS: Final = etree.XPath("boolean(//@style) or boolean(//@rendition)")


def absent(
    documents: Iterable[Source], *, entries: bool, languages: bool
) -> tuple[str, ...]:
    """List the groups of rules that an edition does without.

    `documents` are all files of the edition; `entries` and `languages` tell whether
    there are entries of registers, and languages to choose from.
    """
    present: set[str] = set()
    present |= {"registers"} if entries else set()
    present |= {"languages"} if languages else set()
    for document in documents:
        present.update(map(_group, document.root.iter(*_TAGS)))
        present |= {"looks"} if _LOOKS(document.tree) else set()
    return tuple(sorted({*GROUPS, "looks", "registers", "languages"} - present))


def _group(element: etree._Element) -> str:
    tag = str(element.tag)
    return _BY_TAG.get(tag) or _FOREIGN[tag[1:].partition("}")[0]]
