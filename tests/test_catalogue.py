"""The catalogue of rules: what the city, the group and the methods ask for, and who looks after it.

R01 to R20 are the rules that follow from the report on the first year (Köhler/Dreher 2025); the
named ones are what records of any city need. That a rule is really reported is shown by its cases
(test_cases.py, test_watch.py); here, that none was forgotten.
"""

from __future__ import annotations

import pytest

from wirkspur import tagesbericht
from wirkspur.gate import rules

GATE = {rule.slug for rule in rules()}
WATCH = {rule.slug for rule in tagesbericht.rules()}

CATALOGUE = {
    "R01 no more members than the cohort may have": {"gruppe-zu-gross"},
    "R04 terms end after two years, and somebody says so before": {
        "amtszeit-zu-lang", "gruppe-endet",
    },
    "R05 two Sprecher:innen and three Moderator:innen, by a decision": {"funktionen-anzahl"},
    "R06 an activity has at least two people": {"aktivitaet-zu-zweit"},
    "R07 a meeting each month": {"monat-ohne-treffen", "protokoll-fehlt"},
    "R08 a decision names its method and has its data": {
        "beschluss-zahlen", "beschluss-ergebnis", "beschluss-unklar", "wert-unbekannt",
    },
    "R09 the seven fields; a status of the list, dated and with reason": {
        "feld-fehlt", "wert-unbekannt", "begruendung-fehlt", "datum-form", "schritt-reihenfolge",
        "schritt-uebergang",
    },
    "R10 an answer that does not come is shown": {"antwort-ueberfaellig", "ohne-nachricht"},
    "R11 every contribution ends in an effect or says why not yet": {
        "wirkung-nicht-gefragt", "naechster-blick-fehlt", "begruendung-fehlt",
    },
    "R12 the Welcome Point of a tandem serves its place": {"tandem-welcome-point"},
    "R13 a request has aim, decision, deadline and report": {
        "anfrage-zweck", "anfrage-fristen", "rueckmeldung-leer", "rueckmeldung-ueberfaellig",
    },
    "R14 outside the city's power: who decides is named": {"zustaendig-wer-fehlt"},
    "R15 nothing protected, no private contact, no country of origin": {
        "schutzraum", "e-mail", "telefon", "iban", "anschrift", "anschrift-moeglich",
        "geburtsdatum", "herkunft", "herkunft-moeglich", "personenname", "personenname-moeglich",
        "sprache-und-ort", "kleine-zahl", "kleine-zahl-im-text", "bild-metadaten",
        "kontakt-persoenlich",
    },
    "R16 the group's word list": {"wortliste"},
    "R17 an effect says whether it came from here": {"feld-fehlt", "wert-unbekannt"},
    "R18 test phases and evaluations have a day": {
        "beschluss-ohne-pruefung", "beschluss-pruefen", "gruppe-endet",
    },
    "R19 names and limits are valid on a day": {"gueltigkeit", "ort-ausgabe", "leiter-stufe"},
    "R20 the colon form": {"personenform"},
    "unknown ids": {"verweis-unbekannt", "kennung-doppelt", "kreis"},
    "an open record has a next look": {"naechster-blick-fehlt", "blick-verstrichen"},
    "an effect has evidence": {"wirkung-ohne-beleg"},
    "a rung of partnership meets its four conditions": {"beteiligung-bedingungen"},
    "template text": {"vorlage-text"},
    "plain language": {"lesbarkeit"},
    "hostile text": {
        "roh-html", "link-gefaehrlich", "attributliste", "bild-im-text", "platzhalter-programm",
        "unsichtbar", "mischschrift",
    },
    "hostile files": {
        "verknuepfung", "untermodul", "datei-art", "datei-zu-gross", "dateiname", "datei-fremd",
        "zu-tief", "sonderzeichen-am-anfang",
    },
    "promises": {"zusage-verstrichen", "zusage-verschoben"},
    "what sleeps, and what runs out": {"schlaeft", "frist-verstrichen", "foerderfrist-vorbei"},
    "tasks and facts are looked after": {"aufgabe-ueberfaellig", "welcome-point-ungeprueft"},
    "what cannot be so": {
        "anzahl-unmoeglich", "anzahl-unwahrscheinlich", "datum-unmoeglich", "datum-in-zukunft",
        "zeit-rueckwaerts", "termin-geschlossen", "ziel-fehlt", "protokoll-status",
        "oeffnungszeiten",
    },
    "a file can be read": {
        "datei-bom", "datei-kodierung", "datei-leer", "kopf-fehlt", "kopf-zu-frueh", "listenpunkt",
        "raute-verschluckt", "schreibweise", "tabulator", "umlaute-beschaedigt", "zwei-fassungen",
        "ordner-falsch", "verzeichnis-fehlt",
    },
    "a value is written as it must be": {
        "adresse-form", "feld-doppelt", "feld-form", "feld-unbekannt", "kennung-form",
        "text-laenge", "uhrzeit-form", "wert-form", "zahl-form",
    },
    "the program fails": {"pruefprogramm"},
}  # fmt: skip
"""What is asked for → the rules that see to it."""
ON_A_PRIVATE_LIST = {"R02", "R03"}
"""At most two per country of origin, adults only: `wirkspur group` looks at a file Git ignores."""


def test_every_rule_of_the_report_is_looked_after() -> None:
    public = {name.split()[0] for name in CATALOGUE if name.startswith("R")}

    assert public | ON_A_PRIVATE_LIST == {f"R{n:02}" for n in range(1, 21)}


@pytest.mark.parametrize("asked", CATALOGUE)
def test_what_is_asked_for_is_wired(asked: str) -> None:
    assert CATALOGUE[asked] <= GATE | WATCH


def test_no_rule_is_without_a_reason_in_the_catalogue() -> None:
    assert set().union(*CATALOGUE.values()) == GATE | WATCH


def test_a_slug_means_one_thing() -> None:
    assert not GATE & WATCH
