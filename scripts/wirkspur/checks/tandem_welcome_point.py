"""A tandem that works with a Welcome Point for another district (facts.md R12)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..records.welcome_point import TYPE, OrtStatus
from ..register import Register

RULE = Rule(
    "tandem-welcome-point",
    "Der Welcome Point ist nicht für den Ort des Tandems da",
    "Ein Tandem nutzt die Räume und das Wissen eines Welcome Points, der in seinem Sozialraum "
    "tätig ist.",
    Severity.WARNUNG,
    tun="Prüfen Sie Ort und Welcome Point des Tandems. Ist es so gewollt, schreiben Sie den Grund "
    "in das Feld „ausnahme“.",
    falsch="sozialraeume: stadtteil-021-hafen\nwelcome_point: welcome-point-kanalstrasse",
    richtig="sozialraeume: stadtteil-021-hafen\n"
    "welcome_point: welcome-point-kanalstrasse\n"
    "ausnahme: Am Hafen gibt es noch keinen Welcome Point.",
)


def check(facts: Facts) -> Iterator[Finding]:
    """The Welcome Point serves one of the tandem's places, or one around or within it."""
    register = facts.register
    for record in register.of("gruppe"):
        for index, tandem in enumerate(record.data.tandems):
            point = register.records.get(tandem.welcome_point or "")
            if point is None or point.type is not TYPE or tandem.ausnahme:
                continue
            place = record.at(("tandems", index, "welcome_point"))
            if point.data.status is OrtStatus.GESCHLOSSEN:
                yield RULE.at(
                    place,
                    f"Der Welcome Point „{point.data.titel}“ ist geschlossen.",
                    "Bitte eintragen, mit welchem Welcome Point das Tandem jetzt arbeitet, oder "
                    "die Zeile löschen.",
                    field="welcome_point",
                )
            elif not _serves(register, point.data.zustaendig_fuer, tandem.sozialraeume):
                served = ", ".join(_name(register, ort) for ort in point.data.zustaendig_fuer)
                works = ", ".join(_name(register, ort) for ort in tandem.sozialraeume)
                yield RULE.at(
                    place,
                    f"Das Tandem ist hier tätig: {works}. „{point.data.titel}“ ist aber zuständig "
                    f"für: {served}.",
                    "Bitte prüfen. Ist es so gewollt, bitte den Grund nennen, zum Beispiel: "
                    "ausnahme: Dort gibt es noch keinen Welcome Point.",
                    field="welcome_point",
                    related=(point.at(("zustaendig_fuer",)),),
                )


def _serves(register: Register, served: tuple[str, ...], works: tuple[str, ...]) -> bool:
    """Whether one of the places lies within the other; what is not known is not blamed."""
    chains = {ort: _chain(register, ort) for ort in (*served, *works)}
    if not served or not works or not all(chains.values()):
        return True
    return any(one in chains[other] or other in chains[one] for one in served for other in works)


def _chain(register: Register, ort: str) -> set[str]:
    """A place and all around it; empty where a broken or unknown place is among them."""
    seen: set[str] = set()
    here: str | None = ort
    while here and here not in seen:
        seen.add(here)
        record = register.records.get(here)
        if record is None or record.type.art != "sozialraum":
            return set()
        here = record.data.teil_von
    return seen


def _name(register: Register, ort: str) -> str:
    return str(register.records[ort].data.titel)
