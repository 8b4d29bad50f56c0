"""The sheet of paper of a page: „Wir haben gefragt – Die Stadt hat gesagt – Das ist passiert“.

One A4 page for people who were asked and have no phone at hand: large letters, few words, a QR
code that leads to the rest. Pure: the layout is in templates/blatt.html and blatt.css.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .qr import QR, qr
from .register import Record
from .saetze import Antwort, antworten, kuerzen, satz, verteilen
from .site import Site, Zeile
from .worte import anzahl, datum

PLATZ = 1100
"""Characters that the answers of one sheet may have, in large type below a title of two lines."""
GROSS = 600
"""Up to so many the letters can be larger still."""
ABSATZ = 35
"""What a paragraph costs beside its letters: the rest of its last line, the space below it."""
EINTRAEGE = 13
"""Lines of lists on the sheet of a place."""


class Blatt(NamedTuple):
    """What a sheet shows."""

    art: str
    titel: str
    antworten: tuple[Antwort, ...]
    adresse: str
    qr: QR

    @property
    def gross(self) -> bool:
        """Whether little stands on it, so that it can be read from afar."""
        return _room(self.titel, self.antworten) <= GROSS


def blatt(site: Site, kennung: str, adresse: str, zeiten: str | Sequence[str] = ()) -> Blatt:
    """The sheet of a contribution, a place, a Welcome Point or a tandem.

    `adresse` is that of its page within the site; `zeiten` are further lines of a Welcome Point.
    """
    whole = ganze_adresse(site, adresse)
    if tandem := site.register.eintrag("tandem", kennung):
        return Blatt("Tandem", tandem.titel, _of_tandem(site, tandem), whole, qr(whole))
    record = site.register.records[kennung]
    if record.type.art == "sozialraum":
        rows = [z for art in ("anliegen", "aktivitaet") for z in site.geschehen(kennung, art)]
        art, answers = record.data.ebene.label, _of_rows(rows, "Für diesen Ort")
    elif record.type.art == "welcome-point":
        lines = (zeiten,) if isinstance(zeiten, str) else zeiten
        art, answers = record.type.titel, _of_welcome_point(site, record, lines)
    else:
        art, answers = record.type.titel, _fitted(record.data.titel, _newest(site, record))
    return Blatt(art, record.data.titel, answers, whole, qr(whole))


def ganze_adresse(site: Site, adresse: str) -> str:
    """The public address of a page."""
    return f"{site.stadt.adresse.rstrip('/')}/{adresse}"


def of_contribution(site: Site, record: Record, schritte: int = 3) -> tuple[Antwort, ...]:
    """The three answers of a contribution."""
    kurz = site.zeilen[record.id].spur
    assert kurz  # every contribution has one
    return antworten(
        record, site.courses[record.id], kurz, site.today,
        lambda kennung: site.zeilen[kennung].titel, schritte,
    )  # fmt: skip


def _newest(site: Site, record: Record) -> tuple[Antwort, ...]:
    """As many of the newest steps as fit: two whole ones say more than three that are cut."""
    for steps in (3, 2):
        answers = of_contribution(site, record, steps)
        if _room(record.data.titel, answers) <= PLATZ:
            return answers
    return of_contribution(site, record, 1)


def _room(titel: str, answers: Iterable[Antwort]) -> int:
    """What the answers take of a sheet, in characters; letters of a long title are larger."""
    lines = [line for a in answers for line in (*a.saetze, *a.liste, a.wartet) if line]
    return sum(len(line) + ABSATZ for line in lines) + max(len(titel) - 70, 0) * 4


def _fitted(titel: str, answers: Iterable[Antwort]) -> tuple[Antwort, ...]:
    """The answers cut to one page: only the longest texts lose something."""
    answers = tuple(answers)
    texts = [text for answer in answers for text in answer.saetze]
    others = _room(titel, answers) - sum(map(len, texts))
    shares = iter(verteilen([len(text) for text in texts], PLATZ - others))
    return tuple(
        answer._replace(saetze=tuple(kuerzen(text, next(shares)) for text in answer.saetze))
        for answer in answers
    )


# --- places, tandems -----------------------------------------------------------------------------


def _of_rows(rows: Iterable[Zeile], wo: str) -> tuple[Antwort, ...]:
    """Contributions by how far they came: every one stands once, in one line."""
    asked: list[Zeile] = []
    said: list[Zeile] = []
    done: list[Zeile] = []
    for row in rows:
        states = row.spur.zustaende if row.spur else ()
        if {"erreicht", "laeuft"} & set(states[3:4]) or states[4:] == ("erreicht",):
            done.append(row)
        elif row.art == "anliegen":
            (said if {"erreicht", "laeuft"} & set(states[2:3]) else asked).append(row)
        elif states[2:3] == ("erreicht",):
            done.append(row)
    concerns = sum(row.art == "anliegen" for row in (*asked, *said, *done))
    waiting = sum(bool(row.spur and row.spur.offen) for row in asked)
    first = f"{anzahl(concerns, 'Anliegen', 'Anliegen')}. "
    first += f"{waiting} davon ohne Antwort." if waiting else "Alle haben eine Antwort."
    if not concerns:
        first = f"{wo} ist noch kein Anliegen eingetragen. Haben Sie eines? Sprechen Sie uns an."
    shares = verteilen([len(asked), len(said), len(done)], EINTRAEGE)
    return (
        _listed("Wir haben gefragt", asked, shares[0], (first,)),
        _listed("Die Stadt hat gesagt", said, shares[1], ()),
        _listed("Das ist passiert", done, shares[2], ()),
    )


def _listed(frage: str, rows: list[Zeile], room: int, saetze: tuple[str, ...]) -> Antwort:
    lines = [_line(row) for row in rows[:room]]
    if more := len(rows) - len(lines):
        lines.append(f"und {more} {'weiteres' if more == 1 else 'weitere'}")
    return Antwort(
        frage, "erreicht" if rows else "offen", saetze or (() if rows else ("Noch nichts.",)),
        tuple(lines),
    )  # fmt: skip


def _line(row: Zeile) -> str:
    kurz = row.spur
    if kurz is None:
        return row.titel
    state = kurz.luecke or f"{kurz.status}{f' ({datum(kurz.seit)})' if kurz.seit else ''}"
    return f"{kuerzen(row.titel, max(110 - len(state), 40))}: {state}"


def _of_tandem(site: Site, tandem: object) -> tuple[Antwort, ...]:
    rows = {zeile.id: zeile for zeile in of_tandem(site, tandem)}
    return _of_rows(rows.values(), "Für die Orte dieses Tandems")


def of_tandem(site: Site, tandem: object) -> list[Zeile]:
    """The concerns of the places where a tandem is at work, and its own activities."""
    concerns = {
        zeile.id: zeile
        for ort in getattr(tandem, "sozialraeume", ())
        for zeile in site.geschehen(ort, "anliegen")
    }
    kennung = getattr(tandem, "id", "")
    own = [
        site.zeilen[record.id]
        for record in site.register.of("aktivitaet")
        if record.data.tandem == kennung
    ]
    return [*concerns.values(), *own]


# --- Welcome Points ------------------------------------------------------------------------------


def _of_welcome_point(site: Site, record: Record, zeiten: Sequence[str]) -> tuple[Antwort, ...]:
    data = record.data
    now = [a for a in data.adressen if not a.gueltig_bis][-1:]
    where = [f"{a.strasse}, {a.plz or ''} {site.stadt.name}".replace(",  ", ", ") for a in now]
    where += [*filter(None, zeiten)]
    where += [f"Telefon: {data.telefon}"] if data.telefon else []
    acts = [b.zeile for b in site.bezuege.get(record.id, ()) if b.zeile.art == "aktivitaet"]
    return _fitted(data.titel, (
        Antwort("Hier gibt es Hilfe", "erreicht", (satz(data.kurz),), tuple(data.leistungen[:8])),
        Antwort("Wo und wann", "erreicht" if where else "offen",
                tuple(where) or ("Adresse und Zeiten sind nicht bekannt.",)),
        _listed("Das ist hier passiert", acts, 4, ()),
    ))  # fmt: skip
