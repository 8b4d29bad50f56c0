"""What a list can be filtered by, and that each choice finds exactly what it says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support import TESTS, copy_example

from wirkspur import files, gate
from wirkspur.exports.filter import files as exports
from wirkspur.filter import Filter, filter_of, key
from wirkspur.site import Context, Site


def example(root: Path = TESTS / "example") -> Site:
    facts, findings = gate.check(files.read(root), date(2026, 11, 22))
    assert findings == []
    return Site.of(facts)


SITE = example()
ROWS = SITE.von("anliegen")
FILTER = filter_of(SITE, "anliegen", ROWS)


def found(name: str, wert: str, of: Filter = FILTER) -> set[str]:
    """The concerns that a choice finds, as the script in the browser would."""
    facette = next(f for f in of.facetten if f.name == name)
    place = next((i for i, w in enumerate(facette.werte) if w.kennung == wert), None)
    return {
        row.id
        for row, number in zip(ROWS, facette.zeilen, strict=True)
        if place in facette.mengen[number]
    }


@pytest.mark.parametrize(
    ("name", "wert", "expected"),
    [
        ("thema", "begegnung", {"2026-09-raum-fuer-treffen"}),
        ("prioritaet", "niedrig", {"2026-09-raum-fuer-treffen"}),
        ("stelle", "amt-vielfalt", {"2025-03-formulare-verstehen"}),
        ("jahr", "2025", {"2025-03-formulare-verstehen"}),
        ("ort", "stadtweit", {"2025-03-formulare-verstehen", "2026-03-briefe-uebersetzen"}),
        ("status", "abgelehnt", {"2026-02-nachtbus"}),
        ("wartet", "gruppe", {"2026-11-zaun-am-spielplatz"}),
    ],
)  # fmt: skip
def test_a_choice_finds_what_it_names(name: str, wert: str, expected: set[str]) -> None:
    assert found(name, wert) == expected


def test_a_place_finds_what_lies_within_it() -> None:
    assert found("ort", "stadtbezirk-1") == {
        "2026-02-nachtbus", "2026-05-treppe-am-bahnhof", "2026-09-raum-fuer-treffen",
        "2026-11-zaun-am-spielplatz",
    }  # fmt: skip


def test_open_and_closed_are_all_there_is() -> None:
    assert found("status", "offen") | found("status", "abgeschlossen") == {row.id for row in ROWS}
    assert found("status", "offen") & found("status", "abgeschlossen") == set()


def test_waiting_longer_than_a_limit_begins_the_day_after() -> None:
    """The stairs were handed over on 2 July 2026."""
    stairs = "2026-05-treppe-am-bahnhof"
    row = [row.id for row in ROWS].index(stairs)
    on, after = (replace(SITE, context=Context(date(2026, 7, day))) for day in (30, 31))
    early, late = (filter_of(site, "anliegen", ROWS) for site in (on, after))

    assert (early.tage[row], late.tage[row]) == (28, 29)
    assert stairs not in found("seit", "28", early)
    assert stairs in found("seit", "28", late)


def test_what_waits_for_nobody_has_waited_for_no_day() -> None:
    rejected = [row.id for row in ROWS].index("2026-02-nachtbus")

    assert FILTER.tage[rejected] == 0
    assert "2026-02-nachtbus" not in found("wartet", "stadt")


def test_each_choice_says_how_many_it_finds() -> None:
    said = {(f.name, w.kennung): w.anzahl for f in FILTER.facetten for w in f.werte}

    assert said == {(name, wert): len(found(name, wert)) for name, wert in said}


def test_requests_are_filtered_by_what_they_have() -> None:
    found = filter_of(SITE, "anfrage", SITE.von("anfrage"))

    assert [f.name for f in found.facetten] == ["status", "wartet", "seit", "stelle", "jahr"]


def test_the_file_names_the_choices_in_the_order_of_the_form() -> None:
    (export,) = (e for e in exports(SITE, ()) if e.path == "anliegen/filter.json")
    written = json.loads(export.content())

    assert [(f["name"], f["werte"]) for f in written["facetten"]] == [
        (f.name, [w.kennung for w in f.werte]) for f in FILTER.facetten
    ]
    assert written["tage"] == list(FILTER.tage)


def test_the_key_changes_with_a_concern(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "stadt")
    path = root / "issues" / "2026-02-nachtbus.md"
    path.write_text(path.read_text(encoding="utf-8").replace("mittel", "hoch"), encoding="utf-8")
    changed = example(root)

    assert key(changed, "anliegen") != key(SITE, "anliegen")
    assert key(changed, "anfrage") == key(SITE, "anfrage")
