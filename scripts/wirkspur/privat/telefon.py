"""Telephone numbers, in every usual spelling, told from dates, files and amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .lazy import Lazy
from .lists import any_of, tokens, words
from .spots import Spot
from .view import View

_GAP = r"[ \t()/.–-]{0,4}(?:\n[ \t]{0,12}(?=[\d(]))?"
_NUMMER = Lazy(
    rf"(?<![\w@])(?<![\d][.,:/-])(?:\+[ (]{{0,2}}|\(\+|\(?(?=0))\d(?:{_GAP}\d){{5,16}}(?![\w@])"
)
_WORT = any_of(r"""
    (?:tele)?fon|tel|phone|handy|mobil(?:telefon|funk)?|mobile|durchwahl|dw|(?:tele)?fax|whats ?app
    signal|telegram|rufnummer|telefonnummer|handynummer|mobilnummer|festnetz|rückruf|telefonisch
    erreichbar
""")
_DAZU = any_of(r"""
    \((?:privat|dienstlich|mobil|abends|neu|ab \d+ uhr)\)|privat|dienstlich|ist|lautet|unter|über
    mobil|der|nummer|nr\.?|neu
""")
_LABEL = Lazy(
    rf"\b(?P<wort>{_WORT})(?:-?(?:nr|nummer|number)\b)?\.?(?:[ \t]{{0,3}}{_DAZU}){{0,3}}"
    rf"[ \t]{{0,3}}[:.=|–-]?[ \t|*]{{0,12}}(?P<nummer>\+?\(?\d(?:{_GAP}\d){{2,16}})(?![\w@])",
    re.IGNORECASE,
)
_NUR_TELEFON = Lazy(r"(?:tele)?fon|tel|phone|durchwahl|dw|(?:tele)?fax|\w*nummer", re.IGNORECASE)
"""Words behind which even a short number is a telephone's."""
_ANDERES_WORT = any_of(r"""
    nr|nummer|az|aktenzeichen|vorlage|drucksache|beschluss|antrag|isbn|issn|doi|kto|konto|blz
    kennung|kennziffer|ticket|vorgang|rechnung|kunden(?:nummer|nr)|steuer\w*|ust\w*|artikel
    bestell\w*|meeting[ -]?id|top|code|pin|kenncode|id|seite|s|sozialraum|stadtteil|bezirk|linie
    plz|zimmer|raum|seriennummer|mitgliedsnummer|haushaltsstelle|produkt|hrb|vr|register\w*|version
    stand|€|eur|euro
""")
_ANDERES = Lazy(rf"(?:\b{_ANDERES_WORT}\b\.?|§|€|#)[ \t]*[:.]?[ \t]*$", re.IGNORECASE)
_DOCH = Lazy(r"(?:tel|fon|fax|mobil|handy|ruf|phone|dw)\w*[-. ]*(?:nr|nummer)\W*$", re.IGNORECASE)
_EINHEIT = Lazy(r"\s?(?:Uhr|Euro|EUR|€|%|Prozent|Jahre|Personen|Menschen|Einwohner|m²|qm|km)")
_DATUM = Lazy(
    r"\(?\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)"  # 05.03.2024
    r"|\(?\d{1,2}\s?[./]\s?(?:19|20)\d\d(?!\d)"  # 03/2025
    r"|\d{1,2}\.\s?(?:\d{1,2}\.)?\s?[–-]\s?\d{1,2}\."  # 05.-07.03.
    r"|(?:\d{1,2}\.\d\d\s?(?:[–-]\s?)?)+$"  # 09.00-17.00
    r"|\+?\d{1,3}\.\d+$"  # 51.2277
    r"|(?:0\d\s){3,}"  # 01 02 03 04
)
_DIENST = Lazy(r"(?:0800|0180|0137|0900|0700|116\d{3}$|11[0258]\d{0,3}$|1922|19240)")
"""Numbers of services: emergency, free of charge, directory enquiries."""
_GESCHRIEBEN = Lazy(r"\(?0[1-9]\d{1,4}\)?[ \t]?[/ –-][ \t]?[1-9]\d[\d \t-]{2,}\d$")
"""„0211 / 123 456“ is written as a number, whether or not such a number was ever given out."""
_MOBIL = Lazy(r"(?:0049|\+49)?0?1[567]\d|(?:0041|\+41)?0?7[5-9]|(?:0043|\+43)?0?6[5-9]")
_WA = Lazy(r"\bwa\.me/\+?(\d{7,15})|whatsapp\.com/send\?phone=(?:\+|%2B)?(\d{7,15})", re.IGNORECASE)
_KONTO = Lazy(r"\b[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{4}){2,7}(?:[ .-]?[A-Z0-9]{1,4})?\b")
_WORTE = tokens(
    "Tel Telefon Fon Phone Handy Handynummer Mobil Mobilnummer Mobiltelefon Durchwahl DW Fax",
    "Telefax WhatsApp Whatsapp Rufnummer Telefonnummer Festnetz Telefonisch telefonisch Mobile",
    "erreichbar Rückruf tel telefon handy mobil Erreichbar",
)
_WA_WORTE = tokens("wa whatsapp")
_ANDERE_FELDER = words("nummer plz von id wert url web stand beleg top")


@dataclass(frozen=True, slots=True)
class Nummer:
    """A telephone number, however it was spelt."""

    spot: Spot
    text: str

    @property
    def mobil(self) -> bool:
        """Whether it belongs to a mobile telephone, and so rather to a person."""
        return bool(_MOBIL.match(re.sub(r"[^\d+]", "", self.text.replace("(0)", ""))))


class _Row(NamedTuple):
    """A row of digits that may be a number."""

    start: int
    end: int
    wort: str = ""
    """The word before it that says so."""


def nummern(view: View, land: str) -> list[Nummer]:
    """Every telephone number of a file. `land` says where numbers without +49 belong."""
    return view.once("numbers", lambda: [*_nummern(view, land), *_links(view)])


def _nummern(view: View, land: str) -> Iterator[Nummer]:
    labelled = view.has(_WORTE)
    if not view.phone and not labelled:
        return
    text = _KONTO.sub(lambda m: "x" * len(m[0]), view.without_addresses)
    done = -1
    for row in sorted(_rows(text, labelled), key=lambda row: (row.start, -len(row.wort), -row.end)):
        if row.start < done:
            continue
        whole = text[row.start : row.end]
        for part in (whole, whole.partition("\n")[0].rstrip(" \t()/.–-")):
            if _is_number(view, text, row, part, land):
                done = row.start + len(part)
                yield Nummer(Spot(row.start, done), part)
                break


def _rows(text: str, labelled: bool) -> Iterator[_Row]:
    if labelled:
        for match in _LABEL.finditer(text):
            yield _Row(*match.span("nummer"), match["wort"])
    for match in _NUMMER.finditer(text):
        yield _Row(*match.span())


def _is_number(view: View, text: str, row: _Row, part: str, land: str) -> bool:
    digits = re.sub(r"\D", "", part)
    if not 3 < len(digits) < 17 or len(set(digits)) == 1:
        return False
    if _DATUM.match(part) or _DIENST.match(digits) or _EINHEIT.match(text, row.start + len(part)):
        return False
    if row.wort:
        year = len(digits) == 4 and digits[:2] in {"19", "20"}
        long = part[0] in "0+(" or len(digits) > 5
        return not year and (long or bool(_NUR_TELEFON.fullmatch(row.wort)))
    before = text[max(0, row.start - 30) : row.start]
    if _ANDERES.search(before) and not _DOCH.search(before):
        return False
    if len(digits) < 7 or not _ANDERE_FELDER.isdisjoint(view.way(row.start)[-1:]):
        return False
    if len(digits) > 8 and _GESCHRIEBEN.match(part):
        return True
    return _was_given_out(part, land)


def _was_given_out(part: str, land: str) -> bool:
    import phonenumbers  # noqa: PLC0415 - 20 ms that only a file with such a row of digits pays

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(part, land))
    except phonenumbers.NumberParseException:
        return False


def _links(view: View) -> Iterator[Nummer]:
    """Numbers in addresses that begin a chat."""
    if view.has(_WA_WORTE):
        for match in _WA.finditer(view.text):
            group = 1 if match[1] else 2
            yield Nummer(Spot(*match.span(group)), "+" + match[group])
