"""Opening hours: what they mean in a week, how they are read aloud, what was probably meant."""

from __future__ import annotations

from datetime import date

import pytest

from wirkspur import oeffnung
from wirkspur.oeffnung import gemeint, lesbar, unsichere_tage, zeiten


@pytest.mark.parametrize(
    ("text", "worte"),
    [
        ("Mo-Th 09:00-17:00; Fr 09:00-13:00", "Mo–Do 9–17 Uhr, Fr 9–13 Uhr"),
        ("Mo-Fr 08:00-12:00,13:00-17:30", "Mo–Fr 8–12 und 13–17:30 Uhr"),
        ("Mo,We 10:00-12:00; Tu 09:30-11:00", "Mo, Mi 10–12 Uhr, Di 9:30–11 Uhr"),
        ("Mo-Fr 09:00-17:00; PH off", "Mo–Fr 9–17 Uhr, an Feiertagen geschlossen"),
        ("Mo-Fr 09:00-17:00; We off", "Mo, Di, Do, Fr 9–17 Uhr"),
        ("Su 22:00-02:00", "So 22–2 Uhr"),
        ("24/7", "jeden Tag, den ganzen Tag"),
        ("Mo[1] 10:00-12:00", "am 1. Mo im Monat 10–12 Uhr"),
        ("Jul-Aug off; Mo 10:00-12:00", "Juli–Aug. geschlossen, Mo 10–12 Uhr"),
        ("Mo 10:00+", "Mo ab 10 Uhr"),
        ('"nach Vereinbarung"', "„nach Vereinbarung“"),
    ],
)
def test_hours_are_said_as_people_say_them(text: str, worte: str) -> None:
    said = zeiten(text)

    assert said
    assert said.worte == worte


def test_the_table_has_every_day_and_says_when_it_is_closed() -> None:
    said = zeiten("Mo-Th 09:00-17:00; Fr 09:00-13:00; PH closed")

    assert said
    assert [row[1] for row in said.tafel] == [*["9–17 Uhr"] * 4, "9–13 Uhr", *["geschlossen"] * 2]
    assert said.feiertage == "geschlossen"


@pytest.mark.parametrize(
    "text",
    ["Mo[1] 10:00-12:00", "Jul-Aug off; Mo 10:00-12:00", "Mo 10:00+", "week 1-53/2 Mo 10:00-12:00",
     "Mo-Fr 09:00-17:00; SH off", 'Mo 10:00-12:00 "nach Anmeldung"', "sunrise-sunset",
     "2026 Mo 10:00-12:00", "Mo 10:00-12:00 unknown"],
)  # fmt: skip
def test_what_is_not_the_same_every_week_has_no_week(text: str) -> None:
    said = zeiten(text)

    assert said
    assert said.woche == ()
    assert said.tafel == ()


def test_the_week_counts_minutes_from_monday() -> None:
    monday, night = zeiten("Mo 09:00-17:00"), zeiten("Su 22:00-02:00")

    assert monday
    assert night
    assert monday.woche == ((540, 1020),)
    assert night.woche == ((6 * 1440 + 1320, 6 * 1440 + 1560),)


def test_a_holiday_of_the_year_does_not_change_the_week() -> None:
    said = zeiten("Mo-Su 10:00-12:00; PH off")

    assert said
    assert len(said.woche) == 7


@pytest.mark.parametrize(
    ("text", "osm"),
    [
        ("Mo-Fr 9-17 Uhr", "Mo-Fr 09:00-17:00"),
        ("Di 10-12", "Tu 10:00-12:00"),
        ("Mo – Do 9.00 – 17.00 Uhr, Fr 9–13 Uhr", "Mo-Th 09:00-17:00; Fr 09:00-13:00"),
        ("Montag bis Freitag von 9 bis 17 Uhr", "Mo-Fr 09:00-17:00"),
        ("Mo, Mi und Fr 10-12 Uhr", "Mo,We,Fr 10:00-12:00"),
        ("Mo: 9-12 und 14-17 Uhr", "Mo 09:00-12:00,14:00-17:00"),
        ("Di. 10-12 Uhr Do. 14-16 Uhr", "Tu 10:00-12:00; Th 14:00-16:00"),
        ("Täglich 10-18 Uhr, feiertags geschlossen", "Mo-Su 10:00-18:00; PH closed"),
        ("Mo-Fr 9h30-17h", "Mo-Fr 09:30-17:00"),
    ],
)
def test_what_people_write_is_understood(text: str, osm: str) -> None:
    assert not lesbar(text)
    assert gemeint(text) == osm


@pytest.mark.parametrize(
    "text", ["nach Vereinbarung", "Mo 10", "Mo-Fr 30-40", "", ";;;", "-", "Mo-Fr 9-17 (außer Mi)"]
)
def test_what_is_not_clear_is_not_guessed(text: str) -> None:
    assert gemeint(text) == ""


def test_holidays_of_any_part_of_the_country_are_unsure() -> None:
    days = unsichere_tage("DE", date(2027, 5, 20), 400)

    assert days
    assert {"2027-05-27", "2027-11-01", "2027-12-24", "2028-01-01"} <= set(days)
    assert "2027-06-14" not in days


def test_of_an_unknown_country_nothing_is_said() -> None:
    assert unsichere_tage("XX", date(2027, 1, 1), 10) is None


def test_a_very_long_text_is_not_even_tried() -> None:
    assert not lesbar("Mo 10:00-12:00; " * 2000)
    assert oeffnung.zeiten("Mo 10:00-12:00; " * 2000) is None
