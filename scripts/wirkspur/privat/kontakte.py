"""Which mail addresses and telephone numbers belong to an institution."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..register import Register
from .lazy import Lazy
from .view import View

_NUMMER = Lazy(r"[\d\s()+/.-]+")
_IMPRESSUM = Lazy(r"content/seiten/(?:[\w/-]*/)?(?:impressum|datenschutz|barrierefreiheit)\.md$")
_VORWAHL = {"AT": "43", "CH": "41", "LI": "423", "LU": "352", "DE": "49"}


@dataclass(frozen=True)
class Oeffentlich:
    """The contacts that a city lists as those of institutions (stadt.yml, `kontakte`)."""

    eintraege: tuple[str, ...] = ()
    land: str = "DE"

    @classmethod
    def of(cls, register: Register) -> Oeffentlich:
        """What the city allows; from a broken file, too, so that one mistake makes no others."""
        stadt = register.verzeichnis("stadt")
        if stadt:
            return cls(stadt.kontakte, stadt.land)
        fields: Any = next((d.fields() for t, d in register.documents if t.art == "stadt"), None)
        kontakte = (fields or {}).get("kontakte", ())
        listed = [kontakte] if isinstance(kontakte, str) else kontakte
        return cls(tuple(entry for entry in listed if isinstance(entry, str)))

    @cached_property
    def _adressen(self) -> frozenset[str]:
        return frozenset(entry.lower().lstrip("@") for entry in self.eintraege)

    @cached_property
    def _nummern(self) -> frozenset[str]:
        return frozenset(map(self._ziffern, filter(_NUMMER.fullmatch, self.eintraege)))

    def _ziffern(self, nummer: str) -> str:
        """A number without its spelling: `+49 30 23125-1` and `030 / 231251` are one."""
        bare = re.sub(r"\D", "", nummer.replace("(0)", ""))
        if nummer.lstrip("( ").startswith("+"):
            return bare
        code = _VORWAHL.get(self.land, "")
        return bare[2:] if bare.startswith("00") else code + bare.lstrip("0")

    def adresse(self, adresse: str) -> bool:
        """Whether a whole mail address is listed."""
        return adresse in self._adressen

    def domain(self, adresse: str) -> bool:
        """Whether the part behind the @, or the end of it, is listed."""
        labels = adresse.partition("@")[2].split(".")
        return any(".".join(labels[i:]) in self._adressen for i in range(len(labels)))

    def nummer(self, nummer: str) -> bool:
        """Whether a telephone number is listed."""
        return self._ziffern(nummer) in self._nummern

    def konto(self, iban: str) -> bool:
        """Whether a bank account is listed."""
        return any(re.sub(r"\W", "", entry).upper() == iban for entry in self.eintraege)


def einrichtung(view: View, position: int) -> bool:
    """Whether a place is meant for the contact of an institution."""
    if _IMPRESSUM.search(view.file.path):
        return True
    field = view.way(position)[:1]
    art = view.file.typ.art if view.file.typ else ""
    if art == "welcome-point":
        return field in {("email",), ("telefon",), ("adressen",), ("web",)}
    return art == "stadt" and field in {("impressum",), ("koordination",), ("kontakte",)}
