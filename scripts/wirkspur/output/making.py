"""Making the files of a site: frames from the theme, pages stamped into them, the rest beside."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path

from ..exports.sitemap import sitemap
from ..facts import Facts
from ..files import program_digest
from ..frame import Drawing, Drawn, frame_of
from ..pages import Page
from ..render import Renderer, all_pages
from ..site import Site
from .forks import processes, spread
from .publish import Entry, New, Old, changed

Say = Callable[[str], None]

WORTH_A_PROCESS = 250
"""Pages below which another process costs more than it saves."""


def make(
    root: Path,
    old: Old,
    facts: Facts,
    drawing: Drawing,
    jobs: int | None,
    say: Say,
) -> tuple[int, int]:
    """Make the site of the facts in place of the old one; gives files written and in all.

    Only pages whose key has changed are rendered; `jobs` None means as many as are worth it.
    """
    site = Site.of(facts)
    pages = {f"{page.adresse}index.html": page for page in all_pages(site)}
    say("Warte auf die Rahmen …")
    drawn = drawing.result()
    # Names of topics, offices and rungs may stand on any page, and the registers change seldom.
    registers = "".join(r.document.digest for r in site.register.records.values() if r.type.datei)
    everywhere = f"{program_digest()}{site.today}{registers}"
    keys = {path: _page_key(page, drawn, everywhere) for path, page in pages.items()}
    static = {**drawn.static}
    extra = {"sitemap.xml": sitemap(site, [*pages, *(p for p in static if p.endswith(".html"))])}
    extra_keys = {path: blake2b(text, digest_size=16).hexdigest() for path, text in extra.items()}
    todo = changed(old, {**keys, **static, **extra_keys})

    new = New(old)
    new.folders([*keys, *static, *extra])
    todo_set = set(todo)
    for path in (*keys, *static, *extra):
        if path not in todo_set and not new.keep(path):
            todo_set.add(path)
    for path in sorted(todo_set & static.keys()):
        new.write(path, static[path], (drawn.folder / path).read_bytes())
    for path in sorted(todo_set & extra.keys()):
        new.write(path, extra_keys[path], extra[path])
    work = [(path, pages[path], keys[path]) for path in keys if path in todo_set]
    gc.freeze()  # what was read stays; what rendering leaves behind is swept up as it goes
    gc.enable()
    renderer = Renderer(site, drawn.frames, root / "build" / "cache" / "jinja")
    _stamp(new, renderer, work, processes(jobs, len(work), WORTH_A_PROCESS), say)
    before = {path: entry.mtime for path, entry in old.entries.items()}
    written = sum(before.get(path) != entry.mtime for path, entry in new.entries.items())
    new.swap(root / "build" / "cache" / "site.json")
    return written, len(new.entries)


def _page_key(page: Page, drawn: Drawn, everywhere: str) -> str:
    frame_digest = drawn.frames[frame_of(page.adresse)].digest
    made_from = f"{everywhere}{frame_digest}{page.titel}{page.kurz}{page.template}{page.key!r}"
    return blake2b(made_from.encode(), digest_size=16).hexdigest()


Work = list[tuple[str, Page, str]]


def _stamp(new: New, renderer: Renderer, work: Work, number: int, say: Say) -> None:
    """Render and write pages, in several processes where there are many."""
    done = 0

    def write(part: Sequence[tuple[str, Page, str]]) -> dict[str, Entry]:
        return {
            path: new.write(path, key, renderer.html(page).encode()) for path, page, key in part
        }

    steps = [work] if number > 1 else [work[i : i + 50] for i in range(0, len(work), 50)]
    for step in steps:
        for entries in spread(write, step, number):
            new.entries.update(entries)
            done += len(entries)
            say(f"Schreibe Seiten … {done} von {len(work)}")
