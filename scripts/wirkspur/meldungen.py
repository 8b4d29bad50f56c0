"""What happened, one message per step, decision and effect, in plain words: for those who follow.

Pure. A message has a name that stays the same, so that no feed reader shows it twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from .records.common import Datum, Von
from .site import Site, Zeile
from .verlauf import Step
from .worte import datum as in_worten


class Meldung(NamedTuple):
    """One thing that happened.

    `id` is the address of the page with a mark of its own. `tag` is the earliest day on which it
    can have been; where the day is not known, title and text say how much is.
    """

    id: str
    tag: date
    titel: str
    absaetze: tuple[str, ...]
    adresse: str


class Kanal(NamedTuple):
    """Something that can be followed: a place, a theme, everything."""

    path: str
    titel: str
    adresse: str
    beitraege: tuple[str, ...]
    """Ids of the contributions that belong to it."""


ALLE = "feeds/alle.xml"

WER_HAT = {
    Von.CONNECTORS: f"Die {Von.CONNECTORS.label} haben",
    Von.VERWALTUNG: "Die Stadt hat",
    Von.POLITIK: "Die Politik hat",
    Von.DRITTE: "Andere haben",
}

SAETZE = {
    "anliegen": {
        "eingebracht": "Neues Anliegen",
        "beraten": "Die Gruppe hat darüber beraten",
        "uebergeben": "An die Stadt übergeben",
        "in_pruefung": "Die Stadt prüft",
        "in_umsetzung": "Wird jetzt umgesetzt",
    },
    "anfrage": {
        "gestellt": "Neue Anfrage der Stadt",
        "zugesagt": "Die Gruppe hat zugesagt",
        "abgelehnt": "Die Gruppe hat abgelehnt",
        "in_arbeit": "Die Gruppe arbeitet daran",
        "uebergeben": "Das Ergebnis ist übergeben",
        "ausgewertet": "Die Stadt hat das Ergebnis ausgewertet",
        "zurueckgemeldet": "Die Stadt hat zurückgemeldet, was daraus wurde",
    },
    "aktivitaet": {
        "idee": "Neue Idee für eine Aktivität",
        "geplant": "Wird jetzt geplant",
        "durchgefuehrt": "Hat stattgefunden",
    },
}
"""What a status says as news; where it says enough itself, its own words do."""


def satz(art: str, step: Step, wieder: bool = False) -> str:
    """A step as news: „Die Stadt hat geantwortet: teilweise angenommen“.

    `wieder`: the contribution has had this status before.
    """
    status = step.status
    if wieder:
        return f"Neues zu: {status.label}"
    if art == "anliegen" and status.station == 2 and not status.laeuft:
        return f"{WER_HAT[step.von]} geantwortet: {status.label}"
    return SAETZE.get(art, {}).get(status) or _gross(status.label)


def zu_beitrag(site: Site, kennung: str) -> list[Meldung]:
    """Everything that happened to a contribution, the newest first."""
    zeile = site.zeilen[kennung]
    found = [
        *_schritte(zeile, site.courses[kennung]),
        *_beschluesse(site, kennung),
        *_wirkungen(site, zeile),
    ]
    found.reverse()  # of one day, what stands later happened later
    return neueste(found)


def neueste(meldungen: Iterable[Meldung]) -> list[Meldung]:
    """The newest first; those of one day keep their order."""
    return sorted(meldungen, key=lambda meldung: meldung.tag, reverse=True)


def _beschluesse(site: Site, kennung: str) -> Iterator[Meldung]:
    for stelle in site.beschluesse.get(kennung, ()):
        beschluss: Any = stelle.beschluss
        yield zum_beschluss(site, beschluss.id)


def zum_beschluss(site: Site, kennung: str) -> Meldung:
    """A decision as news."""
    minutes, _, beschluss = site.register.entries["beschluss"][kennung]
    zeile, wann = site.zeilen[kennung], minutes.data.datum
    return Meldung(
        zeile.adresse,
        wann.erster,
        _titel(f"Beschluss: {beschluss.ergebnis}", zeile.titel, wann),
        (
            beschluss.text,
            f"Ergebnis: {beschluss.ergebnis}. Methode: {beschluss.methode.label}.",
            *_wann(wann),
        ),
        zeile.adresse,
    )


def kanaele(site: Site) -> tuple[Kanal, list[Kanal], list[Kanal]]:
    """What can be followed besides a single contribution: everything, the places, the themes."""
    themen: dict[str, list[str]] = {}
    for record in site.register.of("anliegen"):
        themen.setdefault(record.data.thema, []).append(record.id)
    return (
        Kanal(ALLE, "Alles Neue", "", tuple(site.courses)),
        [
            Kanal(
                f"feeds/ort/{zeile.id}.xml", zeile.titel, zeile.adresse,
                tuple(
                    row.id
                    for art in ("anliegen", "aktivitaet")
                    for row in site.geschehen(zeile.id, art)
                ),
            )
            for zeile in site.von("sozialraum")
        ],
        [
            Kanal(
                f"feeds/thema/{kennung}.xml", thema.titel, f"anliegen/?thema={kennung}",
                tuple(themen.get(kennung, ())),
            )
            for kennung, (_, _, thema) in site.register.entries.get("thema", {}).items()
        ],
    )  # fmt: skip


def _schritte(zeile: Zeile, steps: Iterable[Step]) -> Iterator[Meldung]:
    marken: Counter[str] = Counter()
    before: set[str] = set()
    tag = date.min
    for step in steps:
        # „2024“ after „2024-08-27“ cannot mean a day before it: the steps are in their order.
        tag = max(tag, step.datum.erster)
        absaetze = []
        if step.text:
            absaetze.append(f"Warum: {step.text}" if step.status.grund else step.text)
        absaetze.append(f"Das sagt: {step.von.label}.")
        if step.zugesagt_bis:
            absaetze.append(f"Zugesagt bis: {in_worten(step.zugesagt_bis)}.")
        was = satz(zeile.art, step, step.status in before)
        before.add(step.status)
        yield Meldung(
            f"{zeile.adresse}#{_eigene(f'schritt-{step.datum}-{step.status}', marken)}",
            tag,
            _titel(was, zeile.titel, step.datum),
            (*absaetze, *_wann(step.datum)),
            zeile.adresse,
        )


def _wirkungen(site: Site, zeile: Zeile) -> Iterator[Meldung]:
    marken: Counter[str] = Counter()
    for w in site.register.records[zeile.id].data.wirkung:
        was = f"Was hat es bewirkt? {_gross(w.urteil.label)}"
        yield Meldung(
            f"{zeile.adresse}#{_eigene(f'wirkung-{w.datum}-{w.stimme}', marken)}",
            w.datum.erster,
            _titel(was, zeile.titel, w.datum),
            (
                w.text,
                f"Das sagt: {w.stimme.label}. {_gross(w.zurechnung.label)}.",
                *_wann(w.datum),
            ),
            zeile.adresse,
        )


def _eigene(marke: str, vergeben: Counter[str]) -> str:
    """A mark that no other message of the page has; it does not change when others come before."""
    vergeben[marke] += 1
    return marke if vergeben[marke] == 1 else f"{marke}-{vergeben[marke]}"


def _titel(was: str, wozu: str, wann: Datum) -> str:
    return f"{was} – {wozu}" if wann.genau else f"{was} – {wozu} ({in_worten(wann)})"


def _wann(wann: Datum) -> tuple[str, ...]:
    if wann.genau:
        return ()
    return (f"Der Tag ist nicht bekannt. Aufgeschrieben ist: {in_worten(wann)}.",)


def _gross(text: str) -> str:
    return text[:1].upper() + text[1:]
