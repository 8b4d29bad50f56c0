"""The search: Pagefind reads what people wrote and makes an index that a browser loads in pieces.

Records go to Pagefind as their words (suchtext.py), all other pages as they are. It works beside
the writing of the pages, into the same new folder, and takes about half a second per thousand
records; where nothing it reads has changed, the old index is linked into the new site.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import shutil
import sys
from collections.abc import Mapping
from hashlib import blake2b
from html import escape
from multiprocessing.process import BaseProcess
from pathlib import Path

from .. import markdown
from ..pages import Page
from ..register import TYPES, Record
from ..render import Renderer
from ..site import Site, Zeile
from ..suchtext import HAEUFIGSTE, namen, texte, verdichtet
from .publish import New

ORDNER = "pagefind"
EINSTIEG = f"{ORDNER}/pagefind-entry.json"
"""The one file that stands for the whole index."""

NICHT_GEBRAUCHT = ("*ui.*", "*highlight.js", "*worker.js", "wasm.unknown.*")
"""What Pagefind brings along for its own search box."""

LISTEN = tuple(f"{typ.adresse}/" for typ in TYPES if typ.adresse)
SEITE = 'data-art="Seite" data-pagefind-filter="art[data-art]"'
"""What the content of other pages is marked with, for Pagefind alone."""
AUSSEN_VOR = ("hilfe/", "kalender/", "suche/", *LISTEN)
"""Pages that only list others, or explain the program."""


class Suche:
    """An index in the making."""

    def __init__(
        self, new: New, site: Site, renderer: Renderer, pages: Mapping[str, Page],
        keys: Mapping[str, str], work: Path,
    ) -> None:  # fmt: skip
        """Prepare the index for the site in `new`; `keys` are those of `pages`, by path."""
        self.new, self.site, self.renderer, self.work = new, site, renderer, work
        self.records = {zeile.adresse: zeile for zeile in site.zeilen.values()
                        if zeile.id in site.register.records}  # fmt: skip
        self.others = {
            path: page for path, page in pages.items()
            if page.adresse and not page.adresse.startswith(AUSSEN_VOR)
        }  # fmt: skip
        self.key = self._key(keys)
        self.process: BaseProcess | None = None
        self.code: int | None = None  # how Pagefind ended; None while it was not asked
        self.problem = ""

    def _key(self, keys: Mapping[str, str]) -> str:
        summe = blake2b(digest_size=16)
        for path in self.others:
            summe.update(keys[path].encode())
        for record in self.site.register.records.values():
            summe.update(record.document.digest.encode())
        return summe.hexdigest()

    def begin(self, *, anew: bool = True) -> None:
        """Let Pagefind work, or take the old index over where it is the same or may be older."""
        old = self.new.old.key(EINSTIEG)
        if old and (old == self.key or not anew):
            self._keep()
        elif anew:
            try:
                self._start()
            except (OSError, ImportError) as error:
                self._failed(str(error))

    def end(self) -> str:
        """Wait for Pagefind; gives what went wrong, empty if nothing did."""
        if self.process:
            self.process.join()
            self.code = self.process.exitcode
        if self.code:
            self._failed("Pagefind ist gescheitert, siehe oben.")
        elif self.code == 0:
            self._take()
        shutil.rmtree(self.work, ignore_errors=True)
        return self.problem

    def _start(self) -> None:
        from pagefind.service import get_executable  # noqa: PLC0415, costly and seldom needed

        program = get_executable()
        if program is None:
            raise FileNotFoundError("Das Programm Pagefind fehlt (Python-Paket „pagefind[bin]“).")
        shutil.rmtree(self.work, ignore_errors=True)
        if "fork" in multiprocessing.get_all_start_methods():
            context = multiprocessing.get_context("fork")
            self.process = context.Process(target=self._run, args=(program,))
            self.process.start()
        else:
            self.code = self._read(program)

    def _run(self, program: Path) -> None:
        sys.exit(self._read(program))

    def _read(self, program: Path) -> int:
        """Write down what Pagefind reads, and let it; gives its exit code."""
        self._write_all()
        options = {
            "--site": self.work.resolve(),
            "--output-path": (self.new.folder / ORDNER).resolve(),
            "--root-selector": "#inhalt",
            "--exclude-selectors": ".ws-herkunft,.blatt,nav",
        }
        words = [str(word) for option in options.items() for word in option]
        return os.spawnv(os.P_WAIT, program, [str(program), *words, "--silent"])

    def _write_all(self) -> None:
        names = namen(self.site)
        for adresse, zeile in self.records.items():
            self._write(adresse, _document(self.site.register.records[zeile.id], zeile, names))
        for page in self.others.values():
            html = self.renderer.html(page)
            self._write(page.adresse, html.replace('id="inhalt"', f'id="inhalt" {SEITE}', 1))

    def _write(self, adresse: str, html: str) -> None:
        folder = self.work / adresse
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(html, encoding="utf-8")

    def _take(self) -> None:
        folder = self.new.folder / ORDNER
        for pattern in NICHT_GEBRAUCHT:
            for path in folder.glob(pattern):
                path.unlink()
        entry = self.new.folder / EINSTIEG
        content = entry.read_bytes()
        entry.unlink()
        self.new.write(EINSTIEG, self.key, content)

    def _keep(self) -> None:
        old, new = self.new.old.folder, self.new.folder
        for folder, _, names in os.walk(old / ORDNER):
            there = new / Path(folder).relative_to(old)
            there.mkdir(exist_ok=True)
            for name in names:
                path = f"{there.relative_to(new).as_posix()}/{name}"
                if path != EINSTIEG:
                    os.link(f"{folder}/{name}", there / name)
        self.new.keep(EINSTIEG)

    def _failed(self, why: str) -> None:
        """A site without a new search is better than none, as long as it is said."""
        shutil.rmtree(self.new.folder / ORDNER, ignore_errors=True)
        self.problem = f"Die Suche konnte nicht gebaut werden: {why}\n"
        if self.new.old.key(EINSTIEG):
            with contextlib.suppress(OSError):
                self._keep()


def _document(record: Record, zeile: Zeile, names: dict[str, str]) -> str:
    """A record as Pagefind reads it: its words, its kind, and where it stands."""
    data = {"titel": zeile.titel}
    if zeile.art != HAEUFIGSTE:
        data["art"] = zeile.art_titel
    if zeile.spur:
        data |= {"stand": zeile.spur.status, "zeichen": zeile.spur.zeichen}
    attributes = " ".join(f'data-{name}="{escape(wert)}"' for name, wert in data.items())
    wanted = ", ".join(f"{name}[data-{name}]" for name in data if name != "titel")
    kurz, *rest = (f"<p>{escape(verdichtet(text))}</p>" for text in texte(record, names))
    body = verdichtet(markdown.render(record.body)) if record.body else ""
    return (
        f'<!doctype html><html lang="de"><body><div id="inhalt" {attributes} '
        f'data-pagefind-meta="title[data-titel]" data-pagefind-filter="{wanted}">'
        f'<div data-pagefind-weight="2">{kurz}</div>{body}{"".join(rest)}</div></body></html>'
    )
