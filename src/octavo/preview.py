"""A preview of a web edition: pages that are made again as soon as a source changes.

A server on this machine and for nobody else gives the folder of the site and nothing
besides. Pages get a script that loads them again and asks where a place comes from; the
files do not.
"""

import os
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final
from urllib.parse import parse_qsl, urlsplit

from octavo import edition, saxon
from octavo.errors import EditionError
from octavo.publish import Published, publish
from octavo.render import context, sources
from octavo.source import read

HOST: Final = "127.0.0.1"
CHANGES: Final = "/-/changes"
SOURCE: Final = "/-/source"
# Loads the page again after a change; with Alt held, a click asks for the source.
ADDED: Final = f"""<script>
new EventSource("{CHANGES}").onmessage = () => location.reload();
addEventListener("click", async (event) => {{
  const place = event.altKey && event.target.closest("main [id]");
  if (!place) return;
  event.preventDefault();
  const page = location.pathname.split("/").pop();
  const asked = new URLSearchParams({{ page, id: place.id }});
  const said = document.createElement("output");
  said.textContent = await (await fetch("{SOURCE}?" + asked)).text();
  said.style.cssText = "position: fixed; inset: auto 1rem 1rem auto; padding: .5em 1em;"
    + "background: #222; color: #fff; font: 14px monospace; z-index: 99";
  document.body.append(said);
  setTimeout(() => said.remove(), 8000);
}}, true);
</script>""".encode()
# The images that a document names.
_IMAGE: Final = re.compile(rb"""\b(?:url|facs)=["']([^"':#?]+)["']""")
# How long a browser waits before it is told that there is nothing new, in seconds.
_PATIENCE: Final = 15.0


class Site:
    """The site of an edition, made again when its sources are not what they were."""

    def __init__(
        self, path: Path, folder: Path, say: Callable[[str], None] = lambda _: None
    ) -> None:
        """Take an edition or a document, the folder to write, and whom to tell."""
        self._path = path.parent if path.name == edition.MANIFEST else path
        self.folder = folder
        self.say = say
        self._engine = threading.Lock()
        self._sources: Mapping[Path, tuple[int, int]] = {}
        self._made = 0
        self._news = threading.Condition()

    def refresh(self) -> Published | None:
        """Build the site if a source has changed; raises what a build raises."""
        sources = dict(self._look())
        before, self._sources = self._sources, sources
        changed = {p for p in {*before, *sources} if before.get(p) != sources.get(p)}
        if not changed:
            return None
        if any(path.suffix in (".xsl", ".xslt") for path in changed):
            saxon.forget()
        with self._engine:
            made = publish(edition.load(self._path), ("html",), self.folder)
        with self._news:
            self._made += 1
            self._news.notify_all()
        return made

    def line(self, page: str, ident: str) -> str:
        """Name the line of the source that a place on a page comes from."""
        try:
            with self._engine:
                loaded = edition.load(self._path)
                documents = [read(path) for path in loaded.documents]
                known = context.build(
                    loaded.manifest,
                    documents,
                    [read(path) for path in loaded.registers],
                )
                found = sources.line(page, ident, documents, known)
        except EditionError as error:
            return error.message
        if found is None:
            return f"{page}#{ident}: from no line of a document"
        return f"{found[0].path}:{found[1]}"

    def _look(self) -> Iterator[tuple[Path, tuple[int, int]]]:
        """Tell the time and the size of each file that a build may read."""
        for path in self._files():
            try:
                found = path.stat()
            except OSError:
                continue  # gone since it was listed, which the next look will see
            yield path, (found.st_mtime_ns, found.st_size)

    def _files(self) -> Iterator[Path]:
        if self._path.is_file():
            yield self._path
            for name in _IMAGE.findall(self._path.read_bytes()):
                yield self._path.parent / name.decode(errors="replace")
            return
        out = self.folder.resolve()
        for folder, inner, names in os.walk(self._path):
            place = Path(folder)
            inner[:] = [
                name
                for name in inner
                if name[0] != "." and name != "dist" and (place / name).resolve() != out
            ]
            yield from (place / name for name in names if name[0] != ".")

    @property
    def number(self) -> int:
        """Tell how often the site has been made."""
        return self._made

    def wait(self, number: int) -> bool:
        """Wait until the site has been made more often; tell whether it has."""
        with self._news:
            return self._news.wait_for(lambda: self._made != number, _PATIENCE)


def server(site: Site, port: int) -> ThreadingHTTPServer:
    """Make the server of a site; raises OSError if the port is taken."""
    made = ThreadingHTTPServer((HOST, port), partial(_Handler, site))
    threading.Thread(target=made.serve_forever, args=(0.05,), daemon=True).start()
    return made


class _Handler(SimpleHTTPRequestHandler):
    """Answers to one browser."""

    def __init__(self, site: Site, *args: Any) -> None:  # noqa: ANN401  # as http has it
        self._site = site
        super().__init__(*args, directory=str(site.folder))

    def do_GET(self) -> None:
        """Give a file, or news of the site as long as somebody listens."""
        self._answer(super().do_GET)

    def do_HEAD(self) -> None:
        """Tell what there is to say about a file."""
        self._answer(super().do_HEAD)

    def _answer(self, give: Callable[[], None]) -> None:
        # Another site could name this machine as its own to read what is here.
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in (
            HOST,
            "localhost",
        ):
            self.send_error(403)
        elif self.path == CHANGES and self.command == "GET":
            self._tell()
        elif self.path.startswith(f"{SOURCE}?"):
            self._name_source()
        else:
            give()

    def _tell(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        number = self._site.number
        try:
            while True:
                news = (
                    b"data: made\n\n" if self._site.wait(number) else b": nothing\n\n"
                )
                number = self._site.number
                self.wfile.write(news)
        except ConnectionError:
            return  # the page was closed

    def _name_source(self) -> None:
        asked = dict(parse_qsl(urlsplit(self.path).query))
        words = self._site.line(asked.get("page", ""), asked.get("id", ""))
        self._site.say(words)
        self._send("text/plain", words.encode())
        self.wfile.write(words.encode())

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Find a file of the site; nothing hidden, nothing outside, no lists."""
        path = Path(self.translate_path(self.path))
        if self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        inside = path.resolve().is_relative_to(self._site.folder.resolve())
        hidden = any(part[0] == "." for part in path.relative_to(self.directory).parts)
        if not inside or hidden or not path.is_file():
            self.send_error(404)
            return None
        return self._page(path) if path.suffix == ".html" else super().send_head()

    def _page(self, path: Path) -> BytesIO:
        data = path.read_bytes().replace(b"</body>", ADDED + b"</body>", 1)
        self._send("text/html", data)
        return BytesIO(data)

    def _send(self, kind: str, data: bytes) -> None:
        """Send what stands before the data."""
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()

    def end_headers(self) -> None:
        """Let no browser keep what may be made again."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing; the terminal shows what is built."""
