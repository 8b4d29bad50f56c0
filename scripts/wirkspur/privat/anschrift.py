"""Streets with house numbers, and whether somebody lives there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..wording.words import MONATE
from .kontakte import einrichtung
from .lazy import Lazy, Match
from .lists import any_of, words
from .name_forms import GROSS, is_cited
from .spots import Spot
from .view import HAUS, View
from .vornamen import VORNAMEN

_AM = any_of("""
    Am|An der|An den|An dem|Auf der|Auf dem|Auf'm|Im|In der|In den|Zum|Zur|Unter den|Hinter der
    Vor dem|Bei der
""")
_FEST = any_of(r"""
    stra(?:ß|ss)en?|str\.|weg|allee|platz|gasse|ring|ufer|damm|chaussee|stieg|pfad|markt|promenade
""")
"""Ends of words that are streets. The next are streets only where somebody lives there."""
_LOSE = any_of("""
    berg|feld|hof|kamp|wall|graben|bogen|zeile|steig|tor|garten|park|grund|eck|bruch|horst|heide
""")
_GROSSE = any_of(r"""
    Stra(?:ß|ss)e|Str\.|Weg|Allee|Platz|Gasse|Ring|Ufer|Damm|Chaussee|Stieg|Pfad|Wall|Markt
""")
_MONAT = "|".join(map(str.capitalize, MONATE))
_EINHEIT = any_of(rf"""
    Uhr|%|Prozent|Meter|m\b|km|Jahre|Minuten|Stunden|Tage|Wochen|Monate|Personen|Menschen|Kinder
    Euro|€|Stück|mal\b|\.\s?(?:{_MONAT})|(?:{_MONAT})
""")
_NUMMER = (
    r"(?P<nr>[1-9]\d{0,2}[ ]?(?:[a-zA-Z]\b)?(?:[ ]?[-–/][ ]?\d{1,3}[a-z]?)?)"
    rf"(?![\w.:]{{0,9}}\d)(?!\w)(?!\s?{_EINHEIT})"
)
_ZAHL = Lazy(r"[1-9](?<=[\w.,]\s[1-9])[0-9]{0,2}(?![0-9]|[.:-][0-9])")
_STRASSE = Lazy(
    rf"(?<![\w-])(?P<strasse>(?:{_AM}\s)?(?:[{GROSS}][\w'’.]*[- ]){{0,2}}"
    rf"(?:[{GROSS}]?[\w'’]+(?:(?P<fest>{_FEST})|{_LOSE})|(?<=[- ])(?P<gross>{_GROSSE}))"
    rf"|{_AM}\s[{GROSS}][\w-]+(?:\s[{GROSS}][\w-]+)?)"
    rf"(?:\s|,\s?)(?:Nr\.?\s?|Hausnummer\s|Haus\s|Hausnr\.\s?)?{_NUMMER}"
)
_PLATZ = any_of("""
    spiel|arbeits|kita|park|stell|sitz|listen|bolz|sport|kurs|ausbildungs|praktikums|studien|schul
    betreuungs|therapie|wohnheim
""")
_WEG = any_of("""
    rad|geh|fuß|schul|heim|um|rund|aus|hin|rück|amts|dienst|anfahrts|wander
""")
_MARKT = "(?:arbeits|wohnungs|floh|weihnachts|super|bau|wochen)"
_WORT = any_of("""
    haus|raum|zimmer|jahr|bezirk|stadtbezirk|block|abschnitt|artikel|punkt|teil|kapitel|stock|alter
    kurs|zeitraum|durchschnitt|schnitt|monat|quartal|umkreis|saal|gebäude|wert|umfang|bus|zug
""")
_KEINE = Lazy(
    rf"\w*{_PLATZ}platz|\w*{_WEG}weg|\w*{_MARKT}markt|(?:cate|monito|mento|clea|spon[sz]o)ring"
    rf"|unterwegs?|deswegen|lehrpfad|straße|weg|platz|feld|zeile|seite|{_WORT}",
    re.IGNORECASE,
)
"""Words that end like a street and are none."""
_WOHNT = Lazy(
    r"\b"
    + any_of(r"""
    [wW]ohn(?:t|e|en|te|haft|ort|ung|anschrift|adresse)?|zu ?[Hh]ause|privat|Privat\w*|gemeldet
    [aA]nschrift|[aA]dresse|Meldeadresse|Hausbesuch|klingeln|lebt|leben|zieht|gezogen|umgezogen
    Mieter(?:in)?|Vermieter(?:in)?|Nachbar(?:in)?|Familie|Frau|Herrn?|c/o
    """)
    + r"\b[^.!?|]{0,70}$"
)
_DANACH = Lazy(r"[^.!?|]{0,40}\b(?:wohn(?:t|e|en|haft)|lebt|leben|zu ?[Hh]ause|gemeldet)\b")
_PLZ = Lazy(r"\s{0,3}(?:[,;|/•·–-]|\bin\b|\s)\s{0,6}(?:D-)?\d{5}\s+[A-ZÄÖÜ]")
_ORT = Lazy(
    r"\b"
    + any_of(r"""
    Treff\w*|Veranstaltung\w*|Ort:|Wo:|Büros?|Amt|Amtes|Verein\w*|Zentrum|\w*zentrum|\w*[sS]chule
    \w*[kK]ita|Haltestelle|Ampel|Kreuzung|Ecke|Höhe|\w*haus|\w*amt|\w*stelle|\w*[cC]afé|Park
    Spielplatz|\w*[uU]nterkunft|Baustelle|Laden|Kiosk|Supermarkt|Kirche|Moschee
    \w*[bB]ücherei|\w*[bB]ibliothek
    Gemeinde|Praxis|Klinik|Welcome Point|Saal|Eingang|Gebäude|Container|Bahnhof|Zebrastreifen
    Radweg|Gehweg|Bordstein|\w*[lL]aterne|Zufahrt|Parkplatz|Caritas|Diakonie|AWO|DRK|Behörde|Stadt
    Hotel|Halle|Räume|Raum|\w*raum|Sitz|Standort|Filiale|Museum|eröffne\w*|Quartier\w*
    """)
    + r"\b"
)
"""What tells an institution or a public place."""
_STOP = Lazy(r"[.!?](?:\s+(?=[A-ZÄÖÜ„])|$)|\n(?:\n|-|\||[ \t]*(?:- )?[a-z_]+:\s)")
"""Where one thing ends and another begins."""
_HAUS = Lazy(r"[ -](?:Haus|Schule|Stiftung|Platz|Zentrum|Kita|Universität|Gesamtschule|Kirche)\b")
_EINRICHTUNGEN = words("welcome-point sozialraum stellen ressource themen regelwerk leitern")
"""Records about institutions and places, whose addresses are public."""
_FELDER = words("treffpunkt anbieter traeger partner")


def addresses(view: View) -> list[Spot]:
    """Streets with house numbers outside the places for institutions; unsure ones have an `art`."""
    return view.once("addresses", lambda: _addresses(view))


def _addresses(view: View) -> Iterator[Spot]:
    art = view.file.typ.art if view.file.typ else ""
    if art in _EINRICHTUNGEN or not view.has(HAUS):
        return
    text = view.without_addresses
    for match in _streets(text):
        start, end = match.span()
        if _KEINE.fullmatch(match["strasse"].rpartition(" ")[2]) or _is_public(view, start):
            continue
        before, after = _around(text, start, end)
        lives = _WOHNT.search(before)
        places = [p.start() for p in _ORT.finditer(before + match["strasse"].rpartition(" ")[0])]
        if (places and not (lives and lives.start() > places[-1])) or _ORT.search(after):
            continue
        if lives or _DANACH.match(after) or _named(before):
            yield Spot(start, end)
        elif match["fest"] or match["gross"] or _PLZ.match(text, end):
            yield Spot(start, end, "vielleicht")


def _streets(text: str) -> Iterator[Match]:
    """Streets, sought only around what may be the number of a house."""
    for number in _ZAHL.finditer(text):
        around = _STRASSE.finditer(text, max(0, number.start() - 70), number.end() + 40)
        yield from (match for match in around if match.start("nr") == number.start())


def _is_public(view: View, start: int) -> bool:
    """Whether an address belongs where it stands: imprint, meeting point, source."""
    if einrichtung(view, start) or is_cited(view, start):
        return True
    return not _FELDER.isdisjoint(view.way(start))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What the same sentence, item, row or field says before and after."""
    ends = [stop.end() for stop in _STOP.finditer(text, max(0, start - 120), start)]
    stop = _STOP.search(text[end : end + 60])
    before = text[ends[-1] if ends else max(0, start - 120) : start]
    return before, text[end : end + (stop.start() if stop else 60)]


def _named(before: str) -> bool:
    """Whether a person's name stands in the row before an address."""
    row = re.findall(r"[^\W\d_]+", before[before.rfind("\n") + 1 :][-60:])
    return not VORNAMEN.isdisjoint(row) and not _HAUS.search(before)
