"""Links into the forge that hosts the repository: edit a file, see its history, begin a new one.

Templates have it as `forge` (render.py). A page that makes the text of a new file in the browser
takes `forge.neu_weg(ordner)`: the address of the empty form and the names of its two parameters.
It does there what `neu` does here, down to `LAENGE`: a longer link opens the form without the text.
"""

from __future__ import annotations

from functools import cache
from typing import ClassVar, NamedTuple
from urllib.parse import quote

from .records.common import RecordType
from .records.stadt import Forge
from .wording.fields import choices

LAENGE = 6000
"""Browsers and forges take links of so many characters; for longer ones nobody vouches."""


class NeuWeg(NamedTuple):
    """Where a new file is begun, and in which parameters its name and text are handed over."""

    adresse: str
    datei: str
    inhalt: str


class Schmiede:
    """Links of one repository; empty texts where it has no forge."""

    EDIT: ClassVar = {
        "github": "{0}/edit/{1}/{2}",
        "gitlab": "{0}/-/edit/{1}/{2}",
        "forgejo": "{0}/_edit/{1}/{2}",
    }
    HISTORY: ClassVar = {
        "github": "{0}/commits/{1}/{2}",
        "gitlab": "{0}/-/commits/{1}/{2}",
        "forgejo": "{0}/commits/branch/{1}/{2}",
    }
    NEW: ClassVar = {
        "github": NeuWeg("{0}/new/{1}/{2}", "filename", "value"),
        "gitlab": NeuWeg("{0}/-/new/{1}/{2}", "file_name", "content"),
        "forgejo": NeuWeg("{0}/_new/{1}/{2}", "filename", "value"),
    }

    def __init__(self, forge: Forge | None) -> None:
        self.forge = forge

    def bearbeiten(self, path: str) -> str:
        """Where a file can be edited in the browser."""
        return self._address(self.EDIT[self.forge.art], path) if self.forge else ""

    def geschichte(self, path: str) -> str:
        """Where the history of a file can be seen."""
        return self._address(self.HISTORY[self.forge.art], path) if self.forge else ""

    def neu_weg(self, ordner: str) -> NeuWeg | None:
        """Where a file in this folder is begun; None without a forge."""
        if self.forge is None:
            return None
        way = self.NEW[self.forge.art]
        return way._replace(adresse=self._address(way.adresse, ordner))

    def neu(self, path: str, text: str = "") -> str:
        """Where this file is begun, filled in as far as a link can carry it."""
        ordner, _, name = path.rpartition("/")
        way = self.neu_weg(ordner)
        if way is None:
            return ""
        empty = f"{way.adresse}?{way.datei}={_quoted(name)}"
        whole = f"{empty}&{way.inhalt}={_quoted(text)}"
        return whole if text and len(whole) <= LAENGE else empty

    def neu_eintrag(self, typ: RecordType) -> str:
        """Where a record of this type is begun; its fields stand there with what belongs in them.

        The name is one that the check refuses, so nobody forgets to choose a better one.
        """
        return self.neu(f"{typ.ordner}/JJJJ-MM-kurzer-name{typ.endung}", _geruest(typ))

    def _address(self, pattern: str, path: str) -> str:
        assert self.forge is not None
        base = self.forge.adresse.rstrip("/")
        return pattern.format(base, quote(self.forge.zweig), quote(path))


@cache
def _geruest(typ: RecordType) -> str:
    """What every record of a type needs, as placeholders."""
    lines = []
    for name, info in typ.model.model_fields.items():
        if info.is_required():
            wahl = choices(info)
            lines.append(f"{name}: ‹{', '.join(wahl) if wahl else info.title}›\n")
    head = "".join(lines)
    return f"---\n{head}---\n\n‹{typ.koerper or 'Text'}›\n" if typ.endung == ".md" else head


def _quoted(text: str) -> str:
    """As encodeURIComponent does."""
    return quote(text, safe="!'()*~")
