"""Making the files of a site: frames from the theme, pages stamped into them, the rest beside."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from types import ModuleType

from .. import exports
from ..discover import discover
from ..exports import Export
from ..facts import Facts
from ..files import program_digest
from ..frame import Drawing, Drawn, frame_of
from ..pages import Page
from ..render import Renderer, all_pages
from ..site import Site
from .forks import processes, spread
from .publish import Entry, New, Old, changed
from .suche import Suche

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
    *,
    suche: bool = True,
) -> tuple[int, int, str]:
    """Make the site of the facts in place of the old one.

    Gives files written and in all, and what went wrong with the search. Only pages whose key has
    changed are rendered; `jobs` None means as many as are worth it. Without `suche`, an older
    index of the search will do.
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
    extra = {export.path: export for export in _exports(site, pages.values())}
    extra_keys = {path: _digest(f"{everywhere}{export.key!r}") for path, export in extra.items()}
    todo = changed(old, {**keys, **static, **extra_keys})

    new = New(old)
    new.folders([*keys, *static, *extra])
    todo_set = set(todo)
    for path in (*keys, *static, *extra):
        if path not in todo_set and not new.keep(path):
            todo_set.add(path)
    for path in sorted(todo_set & static.keys()):
        new.write(path, static[path], (drawn.folder / path).read_bytes())
    gc.freeze()  # what was read stays; what rendering leaves behind is swept up as it goes
    gc.enable()
    renderer = Renderer(site, drawn.frames, root / "build" / "cache" / "jinja")
    work: list[Piece] = [
        *((p, keys[p], partial(_html, renderer, page)) for p, page in pages.items()),
        *((p, extra_keys[p], export.content) for p, export in extra.items()),
    ]
    work = [piece for piece in work if piece[0] in todo_set]
    index = Suche(
        new, site, renderer, pages.values(), everywhere, root / "build" / "cache" / "suche"
    )
    index.begin(anew=suche)
    _write(new, work, processes(jobs, len(work), WORTH_A_PROCESS), say)
    say("Baue die Suche …")
    problem = index.end()
    before = {path: entry.mtime for path, entry in old.entries.items()}
    written = sum(before.get(path) != entry.mtime for path, entry in new.entries.items())
    new.swap(root / "build" / "cache" / "site.json")
    return written, len(new.entries), problem


def _exports(site: Site, pages: Iterable[Page]) -> Iterator[Export]:
    """The files of every export that lies in its folder."""
    adressen = [page.adresse for page in pages]
    modules: list[ModuleType] = discover(exports)
    for module in modules:
        yield from module.files(site, adressen)


def _page_key(page: Page, drawn: Drawn, everywhere: str) -> str:
    frame_digest = drawn.frames[frame_of(page.adresse)].digest
    return _digest(f"{everywhere}{frame_digest}{page.titel}{page.kurz}{page.template}{page.key!r}")


def _digest(made_from: str) -> str:
    return blake2b(made_from.encode(), digest_size=16).hexdigest()


def _html(renderer: Renderer, page: Page) -> bytes:
    return renderer.html(page).encode()


Piece = tuple[str, str, Callable[[], bytes]]
"""A file to be made: where, its key, and what makes it."""


def _write(new: New, work: list[Piece], number: int, say: Say) -> None:
    """Make and write files, in several processes where there are many."""
    done = 0

    def write(part: Sequence[Piece]) -> dict[str, Entry]:
        return {path: new.write(path, key, content()) for path, key, content in part}

    steps = [work] if number > 1 else [work[i : i + 50] for i in range(0, len(work), 50)]
    for step in steps:
        for entries in spread(write, step, number):
            new.entries.update(entries)
            done += len(entries)
            say(f"Schreibe Seiten … {done} von {len(work)}")
