"""Plain text of one document, wrapped or one line a paragraph."""

from octavo import resources, saxon
from octavo.render.context import Context
from octavo.render.places import placed
from octavo.render.rendered import Rendered
from octavo.render.wrap import wrap
from octavo.source import Source


def text(source: Source, context: Context) -> Rendered:
    """Render a document as one file of plain text, named after it."""
    made = saxon.transform(
        saxon.Document(source.data, source.path.absolute().as_uri()),
        resources.stylesheet("text.xsl"),
        {
            **context.params,
            "document": context.text(source).id,
            "notes": context.manifest.text.notes,
        },
    )
    filled = wrap(made.principal, context.manifest.text.width)
    name = f"{context.text(source).id}.txt"
    return Rendered({name: filled.encode("utf-8")}, placed(made.messages, source))
