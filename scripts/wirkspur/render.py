"""Pages → HTML: Jinja2 templates, then the stamp into the theme's frame."""

from __future__ import annotations

import re
from functools import partial
from gettext import gettext
from pathlib import Path
from types import ModuleType
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from . import blatt, markdown, pages, worte
from .discover import discover
from .frame import Frame, frame_of
from .pages import Page
from .records.common import ist_adresse
from .schmiede import Schmiede
from .site import Site, Zeile
from .sprachen import sprache
from .spur import ZUSTAND_WORT

TEMPLATES = Path(__file__).parent / "pages" / "templates"


def all_pages(site: Site) -> list[Page]:
    """Every page of the site, kinds in order of their modules."""
    modules: list[ModuleType] = discover(pages)
    return [page for module in modules for page in module.pages(site)]


def all_frames() -> list[str]:
    """The address of every frame that any page may need, known before anything is read."""
    return sorted({rahmen for module in discover(pages) for rahmen in module.RAHMEN})


class Renderer:
    """Renders pages of one site into given frames."""

    def __init__(self, site: Site, frames: dict[str, Frame], cache: Path | None = None) -> None:
        self.site = site
        self.frames = frames
        self.env = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
            extensions=[_Translated],
            bytecode_cache=_bytecode(cache),
        )
        self.env.filters.update(
            datum=worte.datum, zahl=worte.zahl, tage=worte.tage, markdown=markdown.render,
            sprache=sprache,
            capitalize_first=lambda text: text[:1].upper() + text[1:],
        )  # fmt: skip
        self.env.globals.update(
            site=site, heute=site.today, seit=worte.seit, anzahl=worte.anzahl,
            ist_adresse=ist_adresse, zustand_wort=ZUSTAND_WORT, link=self.link, name=self.name,
            forge=Schmiede(site.stadt.forge), zeichen=_Zeichen(),
            papier=partial(blatt.blatt, site),
        )  # fmt: skip

    def link(self, kennung: str) -> Zeile | None:
        """The row of a record or decision, to link to it."""
        return self.site.zeilen.get(kennung)

    def name(self, art: str, kennung: str) -> Any:
        """An entry of a register, to show its title."""
        return self.site.register.eintrag(art, kennung)

    def html(self, page: Page) -> str:
        """The whole page."""
        view = page.view()
        record = view.get("record")
        shared = {
            "wurzel": "../" * page.adresse.count("/") or "./", "adresse": page.adresse,
            "quelle": record.path if record else "",
        }  # fmt: skip
        inhalt = self.env.get_template(page.template).render({**shared, **view})
        foot = self.env.get_template("fuss.html").render({**shared, **view})
        frame = self.frames[frame_of(page.adresse)]
        return frame.stamp(page.titel, page.kurz, page.adresse, inhalt + foot)


class _Translated(Extension):
    """Translates `_('…')` when a template is compiled, so that no page pays for it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return re.sub(r"\b_\('([^']*)'\)", lambda m: repr(gettext(m[1])), source)


class _Zeichen(dict[str, Markup]):
    """Name → the sign, drawn once per page by the theme's part partials/zeichen.html."""

    def __missing__(self, name: str) -> Markup:
        sign = Markup(
            '<svg class="zeichen" aria-hidden="true" focusable="false"><use href="#z-{}"/></svg>'
        ).format(name)
        self[name] = sign
        return sign


def _bytecode(cache: Path | None) -> FileSystemBytecodeCache | None:
    if cache is None:
        return None
    cache.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(cache))
