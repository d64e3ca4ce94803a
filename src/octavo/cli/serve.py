"""`octavo serve`: a live preview of the web edition on this machine."""

import time
import webbrowser
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Final

import click

from octavo import edition, preview
from octavo.cli import console
from octavo.cli.command import Command
from octavo.errors import EditionError, UsageError

PORT: Final = 8000
_PAUSE: Final = 0.5


@click.command(
    cls=Command,
    examples=("octavo serve", "octavo serve my-edition --open", "octavo serve -p 9000"),
)
@click.argument("path", type=click.Path(path_type=Path), default=".", metavar="[DIR]")
@click.option("-p", "--port", type=click.IntRange(0, 65535), help="Else 8000, or free.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Folder to write; else DIR/dist."
)
@click.option("--open", "show", is_flag=True, help="Open the first page in a browser.")
def serve(path: Path, port: int | None, out: Path | None, show: bool) -> None:
    """Show the web edition in a browser and build it again after every change.

    DIR is a folder with an edition.toml, or a single TEI file. Only this machine can
    see the pages. A click with Alt held names the line of the source, here and on the
    page. Ctrl-C ends.
    """
    edition.load(path)  # what is no edition cannot be mended while it is shown
    folder = out or console.output_folder(path)
    site = preview.Site(path, folder, lambda place: click.echo(_from_here(place)))
    _refresh(site)
    server = _server(site, port)
    address = f"http://{preview.HOST}:{server.server_address[1]}/"
    click.echo(f"{address}  (Ctrl-C ends)")
    if show:
        webbrowser.open(address)
    try:
        while True:
            time.sleep(_PAUSE)
            _refresh(site)
    except KeyboardInterrupt:
        click.echo("", err=True)
    finally:
        server.shutdown()


def _from_here(place: str) -> str:
    path, colon, number = place.rpartition(":")
    return f"{console.shown(Path(path))}{colon}{number}"


def _server(site: preview.Site, port: int | None) -> ThreadingHTTPServer:
    try:
        return preview.server(site, PORT if port is None else port)
    except OSError as error:
        if port is None:
            return preview.server(site, 0)
        hint = "name another with --port, or none"
        raise UsageError(f"port {port} cannot be used", hint=hint) from error


def _refresh(site: preview.Site) -> None:
    """Build if there is something new, and say so; a fault in a source ends nothing."""
    try:
        with console.progress("building"):
            start = time.perf_counter()
            made = site.refresh()
    except EditionError as error:
        console.failure(error)
        console.findings(error.diagnostics)
        return
    if made is not None:
        console.findings(made.diagnostics)
        remade = sum(bool(done.reasons) for done in made.done)
        seconds = time.perf_counter() - start
        click.echo(f"built {remade} of {len(made.done)} parts in {seconds:.1f} s")
