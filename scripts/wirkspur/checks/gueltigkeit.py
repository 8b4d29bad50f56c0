"""Names or addresses of a Welcome Point that leave a gap or hold at the same time (R19)."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..records.welcome_point import OrtStatus
from ..register import Record

RULE = Rule(
    "gueltigkeit",
    "Namen oder Adressen gelten nicht zur passenden Zeit",
    "Wer einen Welcome Point sucht, muss die Adresse finden, die heute gilt. Die früheren zeigen "
    "seine Geschichte.",
    Severity.WARNUNG,
    tun="Prüfen Sie „gueltig_ab“ und „gueltig_bis“. Die neueste Angabe steht zuletzt und hat kein "
    "„gueltig_bis“.",
    falsch="status: offen\n"
    "adressen:\n"
    "  - strasse: Hafenstraße 1\n"
    "    gueltig_ab: 2019\n"
    "    gueltig_bis: 2026-03-31",
    richtig="status: offen\n"
    "adressen:\n"
    "  - strasse: Hafenstraße 1\n"
    "    gueltig_ab: 2019\n"
    "    gueltig_bis: 2026-03-31\n"
    "  - strasse: Hafenstraße 8\n"
    "    gueltig_ab: 2026-04-01",
)
LISTEN = {"adressen": ("eine Adresse", "strasse"), "namen": ("ein Name", "name")}
"""Field → what an entry is called, and which of its fields people know it by."""


def check(facts: Facts) -> Iterator[Finding]:
    """An open place has an address and a name that hold today; none ends after the next began."""
    for record in facts.register.of("welcome-point"):
        for feld in LISTEN:
            yield from _ended(facts, record, feld)
            yield from _overlaps(record, feld)


def _ended(facts: Facts, record: Record, feld: str) -> Iterator[Finding]:
    entries, (_, key) = getattr(record.data, feld), LISTEN[feld]
    if record.data.status is not OrtStatus.OFFEN:
        return
    if not entries and feld == "adressen":
        yield RULE.at(
            record.at(("status",)),
            "Der Welcome Point ist „offen“, aber es steht keine Adresse da.",
            "Bitte bei „adressen“ ergänzen, zum Beispiel: strasse: Kanalstraße 12",
            field="adressen",
        )
    ends = [(entry.gueltig_bis.letzter, i) for i, entry in enumerate(entries) if entry.gueltig_bis]
    if entries and len(ends) == len(entries) and max(ends)[0] < facts.today:
        last = max(ends)[1]
        yield RULE.at(
            record.at((feld, last, "gueltig_bis")),
            f"Der Welcome Point ist „offen“, aber die letzte Angabe bei „{feld}“ "
            f"({getattr(entries[last], key)}) gilt nur bis {entries[last].gueltig_bis}.",
            f"Bitte ergänzen, was jetzt gilt, oder eintragen: status: {OrtStatus.GESCHLOSSEN}",
            field="gueltig_bis",
        )


def _overlaps(record: Record, feld: str) -> Iterator[Finding]:
    word, key = LISTEN[feld]
    for (_, one), (index, other) in combinations(enumerate(getattr(record.data, feld)), 2):
        earlier, later = (one, other) if _in_order(one, other) else (other, one)
        if _surely_both(earlier, later):
            yield RULE.at(
                record.at((feld, index)),
                f"„{getattr(earlier, key)}“ gilt bis {earlier.gueltig_bis}, "
                f"„{getattr(later, key)}“ aber schon ab {later.gueltig_ab}.",
                f"Bitte „gueltig_bis“ oder „gueltig_ab“ prüfen: Zu jeder Zeit gilt {word}.",
                field="gueltig_bis",
            )


def _in_order(one: Any, other: Any) -> bool:
    """Whether `one` began first; where that is not known, the order of the list decides."""
    if one.gueltig_ab and other.gueltig_ab:
        return bool(one.gueltig_ab.erster <= other.gueltig_ab.erster)
    return True


def _surely_both(earlier: Any, later: Any) -> bool:
    return bool(
        earlier.gueltig_bis
        and later.gueltig_ab
        and later.gueltig_ab.letzter < earlier.gueltig_bis.erster
    )
