"""The sheet of a page: which answers it gives, and that they fit."""

from __future__ import annotations

import shutil
from datetime import date
from functools import lru_cache
from pathlib import Path

from support import TESTS

from wirkspur import files, gate
from wirkspur.blatt import EINTRAEGE, PLATZ, Blatt, blatt
from wirkspur.site import Site

ANLIEGEN = """---
titel: {titel}
kurz: Kurz.
thema: verkehr
art: anliegen
form: forderung
prioritaet: hoch
ort: stadtteil-012-nordviertel
eingebracht: 2026-01-12
naechster_blick: 2026-12-10
verlauf:
  - datum: 2026-01-12
    status: eingebracht
    von: connectors
{mehr}---
"""


def site_of(root: Path) -> Site:
    facts, findings = gate.check(files.read(root), date(2026, 11, 22))
    assert [f for f in findings if f.severity.name == "FEHLER"] == []
    return Site.of(facts)


@lru_cache
def example() -> Site:
    return site_of(TESTS / "example")


def with_concerns(root: Path, **texts: str) -> Site:
    """The example with further concerns: id → what follows the first step of its trace."""
    shutil.copytree(TESTS / "example", root, ignore=shutil.ignore_patterns("build"))
    for name, mehr in texts.items():
        kennung = name.replace("_", "-")
        text = ANLIEGEN.format(titel=f"Titel {kennung}", mehr=mehr)
        (root / "issues" / f"2026-01-{kennung}.md").write_text(text, encoding="utf-8")
    return site_of(root)


def lines(sheet: Blatt) -> dict[str, tuple[str, ...]]:
    return {a.frage: (*a.saetze, *a.liste) for a in sheet.antworten}


def test_a_concern_tells_what_was_asked_said_and_done() -> None:
    kennung = "2025-03-formulare-verstehen"

    sheet = blatt(example(), kennung, f"anliegen/{kennung}/")

    assert [a.frage for a in sheet.antworten] == [
        "Wir haben gefragt", "Die Stadt hat gesagt", "Das ist passiert",
    ]  # fmt: skip
    assert lines(sheet)["Die Stadt hat gesagt"] == (
        "Angenommen (24. April 2025): Das Amt schreibt drei Formulare neu.",
    )
    assert sheet.adresse == f"https://wirkspur.example.org/musterstadt/anliegen/{kennung}/"


def test_of_a_request_it_was_the_city_that_asked() -> None:
    sheet = blatt(example(), "2026-01-umfrage-sprachkurse", "anfragen/2026-01-umfrage-sprachkurse/")

    assert list(lines(sheet)) == [
        "Die Stadt hat gefragt", "Wir haben geantwortet", "Das ist passiert",
    ]  # fmt: skip


def test_a_concern_that_was_merged_says_where_it_goes_on() -> None:
    kennung = "2026-03-briefe-uebersetzen"

    done = lines(blatt(example(), kennung, f"anliegen/{kennung}/"))["Das ist passiert"]

    assert (
        "Hier geht es weiter: „Formulare verstehen: „Antrag“ & „Bescheid“ < 2 Seiten“." in done[0]
    )


def test_a_place_has_each_concern_once_where_it_stands() -> None:
    sheet = lines(blatt(example(), "stadtbezirk-1", "orte/stadtbezirk-1/"))

    assert sheet["Wir haben gefragt"] == (
        "4 Anliegen. 3 davon ohne Antwort.",
        "Ein Zaun am Spielplatz: seit 6 Tagen noch nicht übergeben",
        "Ein Raum für unsere Treffen: seit 73 Tagen ohne Antwort",
        "Treppe am Bahnhof: kein Weg für Kinderwagen & Rollstuhl: seit 143 Tagen ohne Antwort",
    )
    assert sheet["Die Stadt hat gesagt"] == (
        "Ein Nachtbus ins Nordviertel: abgelehnt (30. März 2026)",
    )
    assert sheet["Das ist passiert"] == (
        "Rundgang durch das Nordviertel: seit 162 Tagen durchgeführt, noch nicht ausgewertet",
    )


def test_too_early_to_tell_is_nothing_that_happened(tmp_path: Path) -> None:
    early = """\
  - datum: 2026-02-12
    status: uebergeben
    von: connectors
  - datum: 2026-03-12
    status: in_pruefung
    von: verwaltung
wirkung:
  - datum: 2026-04
    stimme: connectors
    urteil: noch_nicht_absehbar
    zurechnung: unklar
    text: Noch nichts.
    kein_beleg: Selbst gesehen.
"""
    site = with_concerns(tmp_path / "stadt", frueh=early)

    sheet = lines(blatt(site, "stadtteil-012-nordviertel", "orte/stadtteil-012-nordviertel/"))

    assert any("Titel frueh" in line for line in sheet["Die Stadt hat gesagt"])


def test_of_many_concerns_as_many_stand_on_the_sheet_as_fit(tmp_path: Path) -> None:
    site = with_concerns(tmp_path / "stadt", **{f"nr_{n}": "" for n in range(30)})

    sheet = blatt(site, "stadtteil-012-nordviertel", "orte/stadtteil-012-nordviertel/")

    assert sum(len(a.liste) for a in sheet.antworten) <= EINTRAEGE + 1
    assert lines(sheet)["Wir haben gefragt"][-1].startswith("und ")


def test_a_tandem_shows_its_own_activities_and_the_concerns_of_its_places() -> None:
    sheet = lines(blatt(example(), "tandem-kanal", "ueber-uns/tandems/tandem-kanal/"))

    assert any(line.startswith("Treppe am Bahnhof") for line in sheet["Wir haben gefragt"])
    assert any(line.startswith("Rundgang") for line in sheet["Das ist passiert"])


def test_a_welcome_point_says_where_and_when() -> None:
    kennung = "welcome-point-kanalstrasse"
    hours = ["Mo–Do 9–17 Uhr", "Sprachen: Deutsch"]

    sheet = lines(blatt(example(), kennung, f"welcome-points/{kennung}/", hours))

    assert sheet["Wo und wann"][0].startswith("Kanalstraße 12")
    assert sheet["Wo und wann"][1:3] == tuple(hours)


def test_long_texts_are_cut_and_short_ones_stay_whole(tmp_path: Path) -> None:
    long = "Das Amt hat alles lange geprüft und beraten. " * 20
    steps = f"""\
  - datum: 2026-02-12
    status: uebergeben
    von: connectors
  - datum: 2026-03-12
    status: abgelehnt
    von: verwaltung
    text: {long}
"""
    site = with_concerns(tmp_path / "stadt", lang=steps)

    sheet = blatt(site, "2026-01-lang", "anliegen/2026-01-lang/")

    texts = [text for a in sheet.antworten for text in a.saetze]
    assert sum(map(len, texts)) < PLATZ
    assert [text.endswith("beraten. …") for text in texts] == [False, False, True, False]


def test_little_text_is_set_in_larger_letters() -> None:
    few = blatt(example(), "2026-02-nachtbus", "anliegen/2026-02-nachtbus/")
    much = blatt(example(), "2025-03-formulare-verstehen", "anliegen/2025-03-formulare-verstehen/")

    assert (few.gross, much.gross) == (True, False)
