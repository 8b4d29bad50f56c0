"""mkdocs-material draws; records are stamped.

The theme renders what is written by hand and one frame per kind of page: a page whose title,
description, address and content are marks. Stamping cuts a frame at its marks and fills them, so
five thousand records cost five thousand joins and not five thousand runs of the theme.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from html import escape
from importlib.metadata import version
from multiprocessing.process import BaseProcess
from pathlib import Path

TITEL = "WIRKSPURTITEL"
KURZ = "WIRKSPURKURZ"
INHALT = "<h1>WIRKSPURINHALT</h1>"
ADRESSE = "wirkspur-adresse"
_MARKS = re.compile("|".join(map(re.escape, (TITEL, KURZ, INHALT, ADRESSE))))


def frame_of(adresse: str) -> str:
    """The address of the frame for a page: pages of one folder and depth share one."""
    parts = adresse.strip("/").split("/")
    return "/".join([*parts[:-1], ADRESSE, ""]) if len(parts) > 1 else adresse


@dataclass(frozen=True, slots=True)
class Frame:
    """A page of the theme, cut at its marks: texts and marks in turn."""

    pieces: tuple[str, ...]
    digest: str

    @classmethod
    def cut(cls, html: str) -> Frame:
        """Cut a rendered frame."""
        pieces, last = [], 0
        for mark in _MARKS.finditer(html):
            pieces += [html[last : mark.start()], mark[0]]
            last = mark.end()
        pieces.append(html[last:])
        digest = blake2b(html.encode(), digest_size=16).hexdigest()
        return cls(tuple(pieces), digest)

    def stamp(self, titel: str, kurz: str, adresse: str, inhalt: str) -> str:
        """Fill the marks: plain texts for title and description, HTML for the content."""
        slot = adresse.strip("/").rpartition("/")[2]
        fill = {TITEL: escape(titel), KURZ: escape(kurz), INHALT: inhalt, ADRESSE: slot}
        return "".join(fill.get(piece, piece) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the theme made: the folder, its frames by address, and all other files with digests."""

    folder: Path
    frames: dict[str, Frame]
    static: dict[str, str]


def key(root: Path, frames: Iterable[str], name: str, url: str) -> str:
    """Changes whenever the theme would draw something else."""
    summe = blake2b(digest_size=16)
    versions = (version("mkdocs"), version("mkdocs-material"))
    for word in (*sorted(frames), name, url, *versions):
        summe.update(f"{word}\0".encode())
    for path in (root / "mkdocs.yml", Path(__file__), *_below(root / "overrides"),
                 *_below(root / "content" / "seiten")):  # fmt: skip
        summe.update(f"{path.name}\0".encode() + path.read_bytes())
    return summe.hexdigest()


def _below(folder: Path) -> list[Path]:
    """Plain files below a folder; links are never followed, whatever they point to."""
    return sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink())


class Drawing:
    """mkdocs-material at work, in a process of its own: it takes as long as reading the records."""

    def __init__(self, root: Path, work: Path, frames: Iterable[str], name: str, url: str) -> None:
        """Begin to draw the hand-written pages and the frames of `root` into `work`.

        `frames` are addresses; `name` and `url` the site's. What was drawn before is used again
        while nothing it is made from has changed.
        """
        self.frames, self.folder, self.stamp = sorted(set(frames)), work / "site", work / "key"
        self.now = key(root, self.frames, name, url)
        self.process: BaseProcess | None = None
        if self.stamp.is_file() and self.stamp.read_text() == self.now and self.folder.is_dir():
            return
        self.stamp.unlink(missing_ok=True)
        job = (root, work, self.frames, name, url)
        if "fork" in multiprocessing.get_all_start_methods():
            self.process = multiprocessing.get_context("fork").Process(target=_render, args=job)
            self.process.start()
        else:
            _render(*job)

    def result(self) -> Drawn:
        """Wait for the theme and cut its frames."""
        if self.process:
            self.process.join()
            if self.process.exitcode:
                raise RuntimeError("mkdocs could not draw the hand-written pages; see above")
        self.stamp.write_text(self.now)
        return _collect(self.folder, self.frames)

    def stop(self) -> None:
        """Leave it: there is nothing to build."""
        if self.process:
            self.process.terminate()
            self.process.join()


def _render(root: Path, work: Path, frames: Iterable[str], name: str, url: str) -> None:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build  # noqa: PLC0415, costly and seldom needed
    from mkdocs.config import load_config  # noqa: PLC0415

    docs = work / "docs"
    shutil.rmtree(docs, ignore_errors=True)
    shutil.rmtree(work / "site", ignore_errors=True)
    docs.mkdir(parents=True)
    prose = root / "content" / "seiten"
    for path in _below(prose):
        target = docs / path.relative_to(prose)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    for adresse in frames:
        target = docs / adresse / "index.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        head = f"title: {TITEL}\ndescription: {KURZ}\nhide: [navigation, toc, path]"
        target.write_text(f"---\n{head}\n---\n\n{INHALT}\n")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config = load_config(
        str(root / "mkdocs.yml"), docs_dir=str(docs.resolve()),
        site_dir=str((work / "site").resolve()),
        site_name=name, site_url=url,
    )  # fmt: skip
    build(config)


def _collect(drawn: Path, frames: Iterable[str]) -> Drawn:
    pages = {f"{adresse}index.html": adresse for adresse in frames}
    cut: dict[str, Frame] = {}
    static: dict[str, str] = {}
    for path in _below(drawn):
        name = path.relative_to(drawn).as_posix()
        if name in pages:
            cut[pages[name]] = Frame.cut(path.read_text(encoding="utf-8"))
        elif not name.startswith("sitemap.xml"):  # it lists frames; ours lists pages
            static[name] = blake2b(path.read_bytes(), digest_size=16).hexdigest()
    return Drawn(drawn, cut, static)
