"""What the search reads: the words of a record, without those that stand on every page.

A page says „eingebracht“, „Stadtverwaltung“ and „seit 20 Tagen“ whatever it is about. The search
reads the words that people wrote for this one record, so that it finds the right ones and a phone
loads little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from .records.common import Datum, Wahl, ist_adresse
from .register import TYPES, Record
from .site import Site
from .sprachen import sprache
from .spur import zeichen

_WORTE = """
aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist
da damit dann das dass dem den denn der des dessen die dies diese diesem diesen dieser dieses doch
dort du durch ein eine einem einen einer eines er es etwas für habe haben hat hatte hatten ihm ihn
ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes kann kein keine
keinem keinen keiner können man mehr mit muss müssen nach nicht noch nun nur ob oder ohne sehr sein
seine seinem seinen seiner seit sich sie sind so soll sollen sowie um und uns unser unsere unter
viele vom von vor war waren was weil welche wenn wer werden wie wieder will wir wird wo wurde wurden
zu zum zur zwischen über
"""
STOPPWORTE = tuple(_WORTE.split())
"""Words that no one looks for. Found on every page, they would be the largest part of the index."""

_SATZ = (*STOPPWORTE, *(wort.capitalize() for wort in STOPPWORTE))
_ZEICHEN = {wort: chr(0xE000 + nummer) for nummer, wort in enumerate(_SATZ)}
_STOPP = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_SATZ, key=len, reverse=True))})(?!\w)")

HAEUFIGSTE = "anliegen"
"""The kind that is not written down for every page that is found: there are thousands of them."""
OHNE = frozenset({
    "id", "quellen", "quelle", "beleg", "herkunft", "zu", "ziel", "status",
    "plz", "email", "telefon", "oeffnungszeiten", "beginn", "ende", "sprachen", "nummer", "ausgabe",
    "einheit",
})  # fmt: skip
"""Fields with nothing to look for, or that are said elsewhere."""


STAENDE = tuple({s.label: zeichen(s) for typ in TYPES for s in typ.status or ()}.items())
"""Every status, as people read it, and the sign it carries."""
_STAND = {label: chr(0xF000 + nummer) for nummer, (label, _) in enumerate(STAENDE)}


def stand_als_zeichen(label: str) -> str:
    """A status as one sign, for the same reason: „beraten“ is no answer to „Beratung“."""
    return _STAND.get(label, label)


def verdichtet(text: str) -> str:
    """A text whose stop words are each one sign that the search takes for no word.

    So they are not looked up, but what is shown of the text can be read: the page that shows it
    puts them back (assets/js/suche.js). The signs are of Unicode's private use.
    """
    return _STOPP.sub(lambda wort: _ZEICHEN[wort[0]], text)


def namen(site: Site) -> dict[str, str]:
    """Id → name, for everything that a field may refer to."""
    found = {
        kennung: eintrag.titel
        for entries in site.register.entries.values()
        for kennung, (_, _, eintrag) in entries.items()
        if hasattr(eintrag, "titel")
    }
    return found | {kennung: zeile.titel for kennung, zeile in site.zeilen.items()}


def texte(record: Record, names: dict[str, str]) -> Iterator[str]:
    """What people wrote in the fields of a record, and the names of what it refers to."""
    data = record.data
    yield data.kurz
    for feld in type(data).model_fields:
        if feld not in {"titel", "kurz", "uebersetzungen", *OHNE}:
            yield from _texte(getattr(data, feld), names)
    yield from map(sprache, getattr(data, "sprachen", ()))
    for uebersetzung in data.uebersetzungen.values():
        yield f"{uebersetzung.titel}. {uebersetzung.kurz}"


def _texte(wert: Any, names: dict[str, str]) -> Iterator[str]:
    if isinstance(wert, (Wahl, Datum)):
        return
    if isinstance(wert, str):
        if not ist_adresse(wert):
            yield names.get(wert, wert)
    elif isinstance(wert, BaseModel):
        for feld in type(wert).model_fields:
            if feld not in OHNE:
                yield from _texte(getattr(wert, feld), names)
    elif isinstance(wert, tuple):
        for teil in wert:
            yield from _texte(teil, names)
