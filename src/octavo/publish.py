"""An edition and its outputs become targets, each made only when it must be.

A target depends on its own document, on the stylesheets and settings, and on
what it uses of the whole edition; not on other documents. The pages of the whole
edition depend on the extracts that the documents' pages leave, so their target
is drawn up after those are made.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from octavo import __version__, ledger
from octavo.diagnostics import Diagnostic
from octavo.edition import Edition, Output
from octavo.ledger import Done, Made, Target, fingerprint
from octavo.render import addresses, context, html, inputs, labelling, pictures, site
from octavo.render.context import Context
from octavo.render.images import Images
from octavo.render.pictures import Collection
from octavo.render.rendered import Rendered
from octavo.source import Source, read

if TYPE_CHECKING:
    from octavo.render.supplies import Supplies

Recipe = Callable[..., Made]

EXTRACTS: Final = ".octavo"
REDUCED: Final = f"{EXTRACTS}/ebook"
ADDRESSES: Final = f"{EXTRACTS}/addresses"
OF_SITE: Final = f"{EXTRACTS}/site.txt"
# Outputs that are one file a document, in the order they are shown.
_FILES: Final = ("pdf", "epub", "txt", "md", "json", "docx")
# Outputs that show no images.
_WORDS: Final = ("txt", "md", "json")


@dataclass(frozen=True)
class Published:
    """What became of each target, and where to begin to read."""

    done: tuple[Done, ...]
    root: Path
    entries: tuple[Path, ...]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Give every finding once, in the order of the targets."""
        found = dict.fromkeys(d for done in self.done for d in done.diagnostics)
        return tuple(
            replace(d, file=str(self.root / d.file)) if d.file else d for d in found
        )


def publish(
    edition: Edition, outputs: Sequence[Output], folder: Path, *, force: bool = False
) -> Published:
    """Make the outputs of an edition that are not up to date.

    Raises SourceError for documents that cannot be read, before anything is made.
    """
    work = _Work.of(edition, folder)
    done = ledger.build(work.targets(outputs), folder, force=force)
    made = {name for target in done for name in target.outputs}
    return Published(done, edition.root, _entries(work.context, folder, made))


def _entries(known: Context, folder: Path, made: set[str]) -> tuple[Path, ...]:
    """List where readers begin: the first page, the books, the plain texts."""
    names = ["index.html", *(f"{t.id}.{kind}" for kind in _FILES for t in known.texts)]
    return tuple(folder / name for name in names if name in made)


@dataclass(frozen=True)
class _Work:
    """An edition read into memory, ready to be made into outputs."""

    edition: Edition
    folder: Path
    documents: tuple[Source, ...]
    lists: tuple[Source, ...]
    context: Context
    common: dict[str, str]
    images: Collection
    kept: dict[str, bytes] = field(default_factory=dict)
    reader: str = ""

    @classmethod
    def of(cls, edition: Edition, folder: Path) -> "_Work":
        documents = tuple(read(path) for path in edition.documents)
        lists = tuple(read(path) for path in edition.registers)
        known = context.build(edition.manifest, documents, lists)
        shown = Collection.gather(documents, edition.root)
        common = inputs.common(edition, known)
        return cls(edition, folder, documents, lists, known, common, shown)

    def targets(self, outputs: Sequence[Output]) -> Iterator[Target]:
        """Draw up the targets; those that others use what they leave come first."""
        if "epub" in outputs:
            yield from self._each("epub", self._reduce, self.images.large())
        for document in self.documents:
            for output in outputs:
                yield self._document(output, document)
        if "html" in outputs:
            yield from self._each("html", _scaled, self.images.files())
            yield self._site()
            yield self._addresses()
            yield from self._in_other_languages()

    def _in_other_languages(self) -> Iterator[Target]:
        """Draw up the pages once more for each further language of labels."""
        manifest = self.edition.manifest
        for tag in labelling.others(manifest.web.languages, self.context.language):
            known = context.build(manifest, self.documents, self.lists, tag)
            common = {**self.common, "labels": tag}
            work = replace(self, context=known, common=common, kept={}, reader=tag)
            yield from (work._document("html", d) for d in self.documents)
            yield work._site()

    def _document(self, output: Output, document: Source) -> Target:
        makers: dict[Output, Callable[[Source], Made]] = {
            "html": self._pages,
            "pdf": self._book,
            "epub": self._ebook,
            "txt": self._text,
            "md": self._markdown,
            "json": self._json,
            "docx": self._docx,
        }
        name = document.path.relative_to(self.edition.root).as_posix()
        shown, scans = self.images.of(document)
        needed = {name: fingerprint(document.data), **self.common}
        if output == "html":
            needed["scans"] = scans.fingerprint()
        if output == "pdf":
            needed["supplies"] = self._supplies(document).fingerprint()
        if output not in _WORDS:
            needed["images"] = shown.fingerprint()
        return self._target(f"{output}: {name}", needed, makers[output], document)

    def _each(
        self, output: Output, make: Recipe, images: Mapping[str, bytes]
    ) -> Iterator[Target]:
        """Draw up one target an image, so that each is scaled once."""
        for place, data in images.items():
            needed = {place: fingerprint(data), "Octavo": __version__}
            yield self._target(f"{output}: {place}", needed, make, place, data)

    def _reduce(self, place: str, data: bytes) -> Made:
        name = f"{REDUCED}/{place}"
        self.kept[name] = pictures.reduced(data)
        return Made({name: self.kept[name]})

    def _target(
        self, name: str, needed: dict[str, str], make: Recipe, *args: object
    ) -> Target:
        name = f"{self.reader}: {name}" if self.reader else name
        return Target(name, needed, partial(self._make, make, args))

    def _make(self, make: Recipe, args: tuple[object, ...]) -> Made:
        """Make a target; its findings name files as seen from the edition."""
        made = make(*args)
        files = labelling.placed(made.files, self.reader) if self.reader else made.files
        return Made(files, tuple(self._within(d) for d in made.diagnostics))

    def _within(self, found: Diagnostic) -> Diagnostic:
        path = Path(found.file)
        if not path.is_relative_to(self.edition.root):
            return found
        return replace(found, file=path.relative_to(self.edition.root).as_posix())

    def _pages(self, document: Source) -> Made:
        shown = self.images.of(document)
        made = html.pages(document, self.context, self._house("web"), shown)
        ident = self.context.text(document).id
        files = self._led(made.rendered.files, f"{ADDRESSES}/{ident}.txt")
        kept = {self._extract(ident): made.extract}
        self.kept.update(kept)
        found = made.rendered.diagnostics + shown[0].diagnostics + shown[1].diagnostics
        return Made({**files, **kept}, found)

    def _led(self, files: Mapping[str, bytes], name: str) -> dict[str, bytes]:
        """Put in the places that are no more; keep the list of the addresses."""
        made = addresses.led(files, self.edition.manifest.web.redirects)
        self.kept[name] = addresses.listed(made)
        return {**made, name: self.kept[name]}

    # What makes other outputs than pages is imported when one is asked for.

    def _book(self, document: Source) -> Made:
        from octavo.render import print

        shown = self.images.shown[document.path]
        chosen = self.edition.manifest.print
        needed = self._supplies(document)
        return _made(print.book(document, self.context, chosen, needed), shown)

    def _supplies(self, document: Source) -> "Supplies":
        from octavo.render import supplies

        shown = self.images.shown[document.path]
        return supplies.gather(self.edition, document, self.documents, shown)

    def _ebook(self, document: Source) -> Made:
        from octavo.render import epub

        chosen = self.edition.manifest.ebook
        settings = epub.EbookSettings(
            split=chosen.split,
            font=chosen.font,
            identifier=chosen.identifier,
            cover=(chosen.cover, inputs.content(self.edition, chosen.cover)),
            style=inputs.content(self.edition, chosen.style),
        )
        shown = self.images.shown[document.path]
        large = self.images.large().keys() & shown.files.keys()
        small = {place: self._recall(f"{REDUCED}/{place}") for place in sorted(large)}
        shown = replace(shown, files={**shown.files, **small})
        house = self._house("ebook")
        return _made(epub.book(document, self.context, settings, shown, house), shown)

    def _docx(self, document: Source) -> Made:
        from octavo.render import docx

        shown = self.images.shown[document.path]
        return _made(docx.docx(document, self.context, shown), shown)

    def _text(self, document: Source) -> Made:
        from octavo.render import text

        return _made(text.text(document, self.context))

    def _markdown(self, document: Source) -> Made:
        from octavo.render import markdown

        return _made(markdown.markdown(document, self.context))

    def _json(self, document: Source) -> Made:
        from octavo.render import jsontext

        return _made(jsontext.jsontext(document, self.context))

    def _site(self) -> Target:
        style = inputs.content(self.edition, self.edition.manifest.web.style)
        names = [self._extract(text.id) for text in self.context.texts]
        extracts = [self._recall(name) for name in names]
        needed = {
            "pages": fingerprint(b"\0".join(extracts)),
            "house style": fingerprint(style),
            **self.common,
        }
        return self._target("html: site", needed, self._site_pages, extracts, style)

    def _site_pages(self, extracts: Sequence[bytes], style: bytes) -> Made:
        pages = [html.Pages(Rendered({}), extract) for extract in extracts]
        made = site.site(pages, self.context, style, self._house("web"))
        return Made(self._led(made.files, OF_SITE), made.diagnostics)

    def _addresses(self) -> Target:
        published = inputs.content(self.edition, self.edition.manifest.web.published)
        names = [f"{ADDRESSES}/{text.id}.txt" for text in self.context.texts]
        lists = [self._recall(name) for name in (*names, OF_SITE)]
        needed = {
            "lists": fingerprint(b"\0".join(lists)),
            "published": fingerprint(published),
            **self.common,
        }
        return self._target("html: addresses", needed, self._kept, lists, published)

    def _kept(self, lists: Sequence[bytes], published: bytes) -> Made:
        return _made(addresses.kept(lists, published, self.context))

    def _house(self, output: Literal["web", "ebook"]) -> Path | None:
        """Give the house style in XSLT for an output, if there is one."""
        name = getattr(self.edition.manifest, output).stylesheet
        return self.edition.inside(name) if name else None

    def _extract(self, ident: str) -> str:
        """Name what the pages of a document leave for those of the edition."""
        return "/".join(filter(None, (EXTRACTS, self.reader, f"{ident}.xml")))

    def _recall(self, name: str) -> bytes:
        """Give what a target left for others: made just now, or at an earlier run."""
        if name not in self.kept:
            self.kept[name] = (self.folder / name).read_bytes()
        return self.kept[name]


def _scaled(place: str, data: bytes) -> Made:
    return Made(pictures.files(place, data))


_NO_IMAGES: Final = Images()


def _made(rendered: Rendered, shown: Images = _NO_IMAGES) -> Made:
    return Made(rendered.files, rendered.diagnostics + shown.diagnostics)
