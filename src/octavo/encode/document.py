"""The TEI document around the text: header, record of removals, text."""

from octavo.encode.removals import Removals, record
from octavo.encode.spans import Element
from octavo.encode.text import Text
from octavo.encode.writer import Writer
from octavo.names import TEI


def document(root: Element, source: Text, removals: Removals) -> bytes:
    """Write the whole document."""
    removed = record(source, removals)
    stand_off = f"<standOff>\n{removed}</standOff>\n" if removed else ""
    text = Writer(source.data, removals).write(root)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{TEI}">\n'
        "<teiHeader><fileDesc><titleStmt><title/></titleStmt>"
        "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>"
        f"</fileDesc></teiHeader>\n{stand_off}{text}</TEI>\n"
    ).encode()
