"""mkdocs-material draws; pages are stamped.

The theme renders one frame per kind of page: a page whose title, description, address and content
are marks. Stamping cuts a frame at its marks and fills them, so five thousand records cost five
thousand joins and not five thousand runs of the theme. No contributed text passes the theme.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import re
import shutil
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b, sha256
from html import escape
from importlib.metadata import version
from multiprocessing.process import BaseProcess
from pathlib import Path

import markupsafe

from .seiten import PROSA, address_of

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
        fill = {TITEL: escape(titel), KURZ: escape(kurz), INHALT: inhalt, ADRESSE: escape(slot)}
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
    for path in (root / "mkdocs.yml", Path(__file__), *_below(root / "overrides")):
        summe.update(f"{path.name}\0".encode() + path.read_bytes())
    return summe.hexdigest()


def _below(folder: Path) -> list[Path]:
    """Plain files below a folder; links are never followed, whatever they point to."""
    return sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink())


def _page_frames(root: Path) -> set[str]:
    """The frames that hand-written pages need; their names tell, nobody reads them here."""
    folder = root / PROSA
    if any(path.is_symlink() for path in (folder, folder.parent)):
        return set()
    names = (path.relative_to(root).as_posix() for path in _below(folder))
    return {frame_of(adresse) for name in names if (adresse := address_of(name)) is not None}


class Drawing:
    """mkdocs-material at work, in a process of its own: it takes as long as reading the records."""

    def __init__(self, root: Path, work: Path, frames: Iterable[str], name: str, url: str) -> None:
        """Begin to draw the frames of `root` into `work`.

        `frames` are addresses, those of hand-written pages are added; `name` and `url` are the
        site's. What was drawn before is used again while nothing it is made from has changed.
        """
        self.frames = sorted({*frames, *_page_frames(root)})
        self.folder, self.stamp = work / "site", work / "key"
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
                raise RuntimeError("mkdocs could not draw the frames; see above")
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
    for adresse in frames:
        target = docs / adresse / "index.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        head = f"title: {TITEL}\ndescription: {KURZ}\nhide: [navigation, toc, path]"
        target.write_text(f"---\n{head}\n---\n\n{INHALT}\n")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config = load_config(
        str(root / "mkdocs.yml"), docs_dir=str(docs.resolve()),
        site_dir=str((work / "site").resolve()),
        # The theme prints both as they are.
        site_name=markupsafe.escape(name), site_url=url if _ADDRESS.fullmatch(url) else NOWHERE,
    )  # fmt: skip
    build(config)
    _one_stylesheet(work / "site" / "assets" / "css")
    for folder in LEFT_OUT:
        shutil.rmtree(work / "site" / folder, ignore_errors=True)
    for pattern in ("*.map", "palette.*"):
        for path in (work / "site" / "assets" / "stylesheets").glob(pattern):
            path.unlink()
    for path in (work / "site").rglob("*.html"):
        path.write_text(finished(path.read_text(encoding="utf-8")), encoding="utf-8")


LEFT_OUT = ("assets/javascripts", "assets/images", "search")
"""Folders of the theme that no page asks for: its scripts, its search."""


def _one_stylesheet(folder: Path) -> None:
    """All our stylesheets as one file, so that a phone asks once."""
    parts = sorted(folder.glob("*.css"))
    whole = "\n".join(path.read_text(encoding="utf-8") for path in parts)
    for path in parts:
        path.unlink()
    (folder / "wirkspur.css").write_text(whole, encoding="utf-8")


def finished(html: str) -> str:
    """A page of the theme as it is published."""
    return with_policy(mended(html))


_THEME_ONLY = re.compile(
    r'<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>'
    r'|<div data-md-component="(?:skip|announce)">\s*</div>'
    r'|<div class="md-dialog".*?</div>\s*</div>',
    re.DOTALL,
)


def mended(html: str) -> str:
    """A page of the theme without what its own script would need.

    Its drawer and search are checkboxes that no keyboard reaches, off the screen but in the order
    of focus, and no valid HTML (field-notes § 3); overrides/main.html brings its own.
    """
    return _THEME_ONLY.sub("", html)


NOWHERE = "https://example.org/"
_ADDRESS = re.compile(r"https?://[^\s<>\"'&\\]+")

_INLINE = re.compile(
    r"<script\b(?![^>]*\b(?:src=|type=\"application/json\"))[^>]*>(.*?)</script>", re.S
)


def with_policy(html: str) -> str:
    """A page that tells the browser to run and load nothing but what the theme brought along.

    The second net (field-notes § 5.3): should a script ever get past Markdown and templates, it
    would not run. A page on its own can send no header, so the policy stands in its head.
    """
    own = {
        f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in _INLINE.findall(html)
    }
    policy = "; ".join((
        "default-src 'none'",
        # Pagefind's search is WebAssembly; that alone, no eval.
        " ".join(("script-src 'self' 'wasm-unsafe-eval'", *sorted(own))),
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    ))  # fmt: skip
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{meta}', 1)


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
