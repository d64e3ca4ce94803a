"""Word-processor files: a text as .docx, for authors, editors and publishers.

Everything has a style with a name, so that a house can give it its look; notes are
footnotes, and names carry the marks from which an index is made.
"""

from octavo.render.context import Context
from octavo.render.docx import package
from octavo.render.docx.blocks import Writer
from octavo.render.images import Images
from octavo.render.rendered import Rendered
from octavo.render.whole import whole
from octavo.source import Source

_NONE = Images()


def docx(source: Source, context: Context, images: Images = _NONE) -> Rendered:
    """Render a document as one file named after it; raises TransformError."""
    text = whole(source, context)
    document = package.new(text, context.manifest.date)
    Writer(document, text, context.headings, images.files).write()
    made = {f"{context.text(source).id}.docx": package.save(document)}
    return Rendered(made, text.diagnostics)
