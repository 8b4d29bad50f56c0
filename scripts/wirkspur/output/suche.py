"""The search: Pagefind reads what people wrote and makes an index that a browser loads in pieces.

Records go to Pagefind as their words (suchtext.py), all other pages as they are. It works beside
the writing of the pages, into the same new folder, and takes about a second per thousand records;
where nothing it reads has changed, the old index is linked into the new site.

Pagefind can filter results by kind, but writes its filters in another order each time. So the
kinds stand in a file of our own, by the names that Pagefind gives to pages.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import multiprocessing
import os
import shutil
import sys
from collections.abc import Iterable
from hashlib import blake2b
from html import escape
from importlib.metadata import PackageNotFoundError, version
from multiprocessing.process import BaseProcess
from pathlib import Path

from .. import markdown
from ..pages import Page
from ..register import TYPES, Record
from ..render import Renderer
from ..site import Site, Zeile
from ..suchtext import HAEUFIGSTE, namen, stand_als_zeichen, texte, verdichtet
from .publish import New

ORDNER = "pagefind"
EINSTIEG = f"{ORDNER}/pagefind-entry.json"
"""The one file that stands for the whole index."""

NICHT_GEBRAUCHT = ("*ui.*", "*highlight.js", "*worker.js", "wasm.unknown.*")
"""What Pagefind brings along for its own search box."""

LISTEN = tuple(f"{typ.adresse}/" for typ in TYPES if typ.adresse)
ARTEN = f"{ORDNER}/arten.json"
"""Kind of each page, by Pagefind's name for it; the most frequent one is left out."""
SEITE = "Seite"
"""The kind of pages that are about no record."""
AUSSEN_VOR = ("hilfe/", "kalender/", "suche/", *LISTEN)
"""Pages that only list others, or explain the program."""


class Suche:
    """An index in the making."""

    def __init__(
        self, new: New, site: Site, renderer: Renderer, pages: Iterable[Page], everywhere: str,
        work: Path,
    ) -> None:  # fmt: skip
        """Prepare the index for the site in `new`; `everywhere` is part of the key of all pages."""
        self.new, self.site, self.renderer, self.work = new, site, renderer, work
        self.records = {zeile.adresse: zeile for zeile in site.zeilen.values()
                        if zeile.id in site.register.records}  # fmt: skip
        self.others = [
            page for page in pages
            if page.adresse and not page.adresse.startswith(AUSSEN_VOR)
        ]  # fmt: skip
        self.key = self._key(everywhere)
        self.process: BaseProcess | None = None
        self.code: int | None = None  # how Pagefind ended; None while it was not asked
        self.problem = ""

    def _key(self, everywhere: str) -> str:
        summe = blake2b(everywhere.encode(), digest_size=16)
        with contextlib.suppress(PackageNotFoundError):
            summe.update(version("pagefind").encode())
        for page in self.others:  # not their frames: only the content is read
            summe.update(f"{page.adresse}{page.titel}{page.template}{page.key!r}".encode())
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
        code = os.spawnv(os.P_WAIT, program, [str(program), *words, "--silent"])
        if not code:
            kinds = json.dumps(self._kinds(), ensure_ascii=False, sort_keys=True)
            (self.new.folder / ARTEN).write_text(kinds, encoding="utf-8")
        return code

    def _kinds(self) -> dict[str, str]:
        """Pagefind's name of a page → its kind, for all but the most frequent kind."""
        kinds = {a: z.art_titel for a, z in self.records.items() if z.art != HAEUFIGSTE}
        kinds |= {page.adresse: SEITE for page in self.others}
        found = {}
        for path in (self.new.folder / ORDNER / "fragment").iterdir():
            text = gzip.decompress(path.read_bytes())
            url = text.partition(b'"url":"/')[2].partition(b'"')[0].decode()
            if url in kinds:
                found[path.stem] = kinds[url]
        return found

    def _write_all(self) -> None:
        names = namen(self.site)
        for adresse, zeile in self.records.items():
            self._write(adresse, _document(self.site.register.records[zeile.id], zeile, names))
        for page in self.others:
            self._write(page.adresse, self.renderer.html(page))

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
        old = self.new.old
        shutil.copytree(old.folder / ORDNER, self.new.folder / ORDNER, copy_function=_linked)
        self.new.entries[EINSTIEG] = old.entries[EINSTIEG]

    def _failed(self, why: str) -> None:
        """A site without a new search is better than none, as long as it is said."""
        shutil.rmtree(self.new.folder / ORDNER, ignore_errors=True)
        self.problem = f"Die Suche konnte nicht gebaut werden: {why}\n"
        if self.new.old.key(EINSTIEG):
            with contextlib.suppress(OSError):
                self._keep()


def _linked(source: str, target: str) -> None:
    """The same file under another name, where the disk can do that."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _document(record: Record, zeile: Zeile, names: dict[str, str]) -> str:
    """A record as Pagefind reads it: its words, and where it stands."""
    stand = stand_als_zeichen(zeile.spur.status) if zeile.spur else ""
    kurz, *rest = (f"<p>{escape(verdichtet(text))}</p>" for text in texte(record, names))
    body = verdichtet(markdown.render(record.body)) if record.body else ""
    return (
        f'<!doctype html><html lang="de"><body><div id="inhalt" data-titel="{escape(zeile.titel)}" '
        f'data-stand="{escape(stand)}" '
        f'data-pagefind-meta="title[data-titel]{", stand[data-stand]" if stand else ""}">'
        f'<div data-pagefind-weight="2">{kurz}</div>{body}{"".join(rest)}</div></body></html>'
    )
