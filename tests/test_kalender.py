"""Calendar files, read back by a library that did not write them; and the months on the page."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from support import TESTS
from test_exports import site_of

from wirkspur.exports import kalender
from wirkspur.pages.aktivitaeten import monate
from wirkspur.site import Site
from wirkspur.termine import Lage, Termin, kommende, termine

EXAMPLE = site_of(TESTS / "example")
TOUR = "aktivitaeten/2026-06-rundgang-nordviertel/"


def files_of(site: Site) -> dict[str, bytes]:
    return {export.path: export.content() for export in kalender.files(site, [])}


def events(raw: bytes) -> list[Any]:
    return list(vobject.readOne(raw.decode()).contents.get("vevent", []))


FILES = files_of(EXAMPLE)
ALL = events(FILES["kalender/alle.ics"])


def activity(root: Path, termine: str, verlauf: str = "", **fields: str) -> list[Any]:
    """The events of an activity with these dates and steps."""
    more = "".join(f"{name}: {value}\n" for name, value in fields.items())
    (root / "content" / "aktivitaeten" / "2026-11-chor.md").write_text(
        "---\ntitel: Chor\nkurz: Wir singen zusammen.\nart: andere\npersonen: 2\n"
        f"{more}termine:\n{termine}verlauf:\n"
        f"  - {{datum: 2026-01, status: geplant, von: connectors}}\n{verlauf}---\n\nText.\n",
        encoding="utf-8",
    )
    return events(files_of(site_of(root))["aktivitaeten/2026-11-chor/termine.ics"])


def test_only_activities_with_dates_have_a_file() -> None:
    assert set(FILES) == {"kalender/alle.ics", f"{TOUR}termine.ics"}


def test_everything_holds_activities_and_announced_meetings_in_order() -> None:
    assert [(e.summary.value, str(e.dtstart.value)[:10]) for e in ALL] == [
        ("Rundgang durch das Nordviertel", "2026-06-13"),
        ("Rundgang durch das Nordviertel", "2026-12-05"),
        ("Treffen: Entscheidungsgremium", "2026-12-10"),
    ]


def test_times_are_those_of_the_place_in_summer_and_in_winter() -> None:
    summer, winter = events(FILES[f"{TOUR}termine.ics"])

    assert summer.dtstart.value == datetime(2026, 6, 13, 13, tzinfo=UTC)
    assert summer.dtend.value == datetime(2026, 6, 13, 15, tzinfo=UTC)
    assert winter.dtstart.value == datetime(2026, 12, 5, 13, tzinfo=UTC)
    assert "dtend" not in winter.contents


def test_event_says_where_and_leads_to_its_page() -> None:
    summer = events(FILES[f"{TOUR}termine.ics"])[0]

    assert summer.location.value == "Brunnen vor dem Bahnhof"
    assert summer.url.value == f"https://wirkspur.example.org/musterstadt/{TOUR}"
    assert "Sprachen: Deutsch, Arabisch" in summer.description.value
    assert "Kostenlos: ja\nBarrierefrei: teilweise" in summer.description.value


def test_announced_meeting_lasts_the_whole_day() -> None:
    meeting = ALL[2]

    assert (meeting.dtstart.value, meeting.dtend.value) == (date(2026, 12, 10), date(2026, 12, 11))


def test_nobody_is_named_as_organizer() -> None:
    assert not any({"organizer", "attendee", "contact"} & set(e.contents) for e in ALL)


def test_uids_are_unique_and_stay_when_another_date_is_added(example: Path) -> None:
    before = [e.uid.value for e in activity(example, "  - beginn: 2026-12-05 18:00\n")]
    two = "  - beginn: 2026-12-01 18:00\n  - beginn: 2026-12-05 18:00\n"
    after = [e.uid.value for e in activity(example, two)]

    assert before == ["2026-11-chor-termin-2026-12-05-1800@wirkspur.example.org"]
    assert after[1:] == before
    assert after[0] != after[1]


def test_two_groups_at_one_time_are_two_events(example: Path) -> None:
    uids = [e.uid.value for e in activity(example, "  - beginn: 2026-12-05 18:00\n" * 2)]

    assert len(set(uids)) == 2


def test_same_records_give_the_same_bytes_on_another_day() -> None:
    assert files_of(site_of(TESTS / "example", "2026-12-24")) == FILES


@pytest.mark.parametrize(
    ("steps", "status", "summary"),
    [
        ("", "TENTATIVE", "Chor"),
        (
            "  - {datum: 2026-11-01, status: bestaetigt, von: connectors}\n",
            "CONFIRMED", "Chor",
        ),
        (
            "  - {datum: 2026-11-02, status: abgesagt, von: connectors, text: Zu wenige.}\n",
            "CANCELLED", "Abgesagt: Chor",
        ),
    ],
)  # fmt: skip
def test_status_follows_the_steps(steps: str, status: str, summary: str, example: Path) -> None:
    [event] = activity(example, "  - beginn: 2026-12-05 18:00\n", steps)

    assert (event.status.value, event.summary.value) == (status, summary)


def test_calling_off_does_not_undo_what_has_been(example: Path) -> None:
    dates = "  - beginn: 2026-10-05 18:00\n  - beginn: 2026-12-05 18:00\n"
    off = "  - {datum: 2026-11-02, status: abgesagt, von: connectors, text: Zu wenige.}\n"

    assert [e.status.value for e in activity(example, dates, off)] == ["CONFIRMED", "CANCELLED"]


def test_date_without_time_is_a_whole_day_and_may_last_several(example: Path) -> None:
    one, three = activity(
        example, "  - beginn: 2026-12-05\n  - beginn: 2026-12-11\n    ende: 2026-12-13\n"
    )

    assert one.dtend.value - one.dtstart.value == timedelta(days=1)
    assert (three.dtstart.value, three.dtend.value) == (date(2026, 12, 11), date(2026, 12, 14))


def test_without_a_meeting_point_the_welcome_point_is_the_place(example: Path) -> None:
    [event] = activity(
        example, "  - beginn: 2026-12-05 18:00\n",
        welcome_point="welcome-point-kanalstrasse", ort="stadtteil-012-nordviertel",
    )  # fmt: skip

    assert event.location.value == "Welcome Point Kanalstraße"


def test_text_cannot_become_an_event(example: Path) -> None:
    lines = ('Saal; Tür 2, "links"', "END:VEVENT", "BEGIN:VEVENT", "SUMMARY:Falsch")
    where = "".join(f"      {line}\n" for line in lines)
    [event] = activity(example, f"  - beginn: 2026-12-05 18:00\n    treffpunkt: |\n{where}")

    assert event.summary.value == "Chor"
    assert event.location.value == "\n".join(lines)


def test_no_line_is_longer_than_calendars_read() -> None:
    assert max(len(line) for line in FILES["kalender/alle.ics"].split(b"\r\n")) <= 75


# --- the months ----------------------------------------------------------------------------------


def on(tag: str, ende: str = "") -> Termin:
    day = date.fromisoformat(tag)
    zeile = EXAMPLE.zeilen["2026-06-rundgang-nordviertel"]
    return Termin("x", "x", "", zeile, day, "", ende, "", (), Lage.SICHER, None, None, day)


def test_months_to_come_stand_in_order_and_the_past_behind_them() -> None:
    dates = [on(f"2026-{month}-05") for month in ("01", "12", "06", "11")] + [on("2027-02-01")]

    found = monate(dates, date(2026, 11, 22))

    assert [(m.titel, m.vorbei) for m in found] == [
        ("November 2026", False), ("Dezember 2026", False), ("Februar 2027", False),
        ("Juni 2026", True), ("Januar 2026", True),
    ]  # fmt: skip


def test_month_has_whole_weeks_from_monday_and_its_dates_on_their_days() -> None:
    [month] = monate([on("2026-12-05")], date(2026, 11, 22))

    days = [day for week in month.wochen for day in week]
    assert {len(week) for week in month.wochen} == {7}
    assert days[0].wochentag == "Montag"
    assert [day.tag for day in days if day.im_monat][-1] == date(2026, 12, 31)
    assert [day.tag for day in days if day.termine] == [date(2026, 12, 5)]


def test_date_of_several_days_stands_on_each() -> None:
    [month] = monate([on("2026-12-05", "2026-12-07")], date(2026, 11, 22))

    busy = [day.tag.day for week in month.wochen for day in week if day.termine]
    assert busy == [5, 6, 7]


def test_a_date_is_still_to_come_on_its_last_day() -> None:
    dates = [on("2026-11-20", "2026-11-22"), on("2026-11-21"), on("2026-11-22")]

    assert kommende(dates, date(2026, 11, 22)) == [dates[0], dates[2]]


def test_dates_are_told_the_earliest_first() -> None:
    assert [t.tag for t in termine(EXAMPLE)] == [date(2026, 6, 13), date(2026, 12, 5)]
