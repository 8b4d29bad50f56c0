"""The trace: what is said of a contribution, and that gaps are shown as gaps."""

from __future__ import annotations

from datetime import date

import pytest

from wirkspur.records.anliegen import TYPE, Anliegen
from wirkspur.register import Record
from wirkspur.source import parse
from wirkspur.spur import Spur, Zustand, kurzspur, spur
from wirkspur.verlauf import Step, is_open

TODAY = date(2026, 11, 22)


def concern(*steps: str, wirkung: str = "") -> tuple[Record, list[Step]]:
    """A concern with steps given as `2026-07-02 uebergeben verwaltung | text | zugesagt`."""
    verlauf = []
    for step in steps:
        head, *more = [part.strip() for part in step.split("|")]
        datum, status, *von = head.split()
        item = {"datum": datum, "status": status, "von": von[0] if von else "connectors"}
        if more and more[0]:
            item["text"] = more[0]
        if len(more) > 1:
            item["zugesagt_bis"] = more[1]
        verlauf.append(item)
    effects = []
    for effect in filter(None, wirkung.split(";")):
        stimme, urteil, *datum = effect.split()
        effects.append({
            "datum": (datum or ["2026-10"])[0], "stimme": stimme, "urteil": urteil,
            "zurechnung": "ausgeloest", "text": "Text", "kein_beleg": "Grund",
        })  # fmt: skip
    data = Anliegen.model_validate({
        "titel": "Titel", "kurz": "Kurz", "thema": "x", "art": "frage", "form": "vorschlag",
        "prioritaet": "hoch", "ort": "stadtweit", "eingebracht": "2026", "verlauf": verlauf,
        "wirkung": effects,
    })  # fmt: skip
    record = Record("x", TYPE, data, parse("issues/x.md", b"---\ntitel: x\n---\n"))
    own = [
        Step(s.datum, s.status, s.von, s.text, s.beleg, s.zugesagt_bis, s.ziel, record,
             ("verlauf", i))
        for i, s in enumerate(data.verlauf)
    ]  # fmt: skip
    return record, own


def trace(*steps: str, wirkung: str = "") -> Spur:
    record, own = concern(*steps, wirkung=wirkung)
    return spur(record, own, (), TODAY)


def states(*steps: str, wirkung: str = "") -> list[str]:
    return [station.zustand.value for station in trace(*steps, wirkung=wirkung).stationen]


def gap(*steps: str, wirkung: str = "") -> str:
    record, own = concern(*steps, wirkung=wirkung)
    return kurzspur(record, own, TODAY).luecke


def test_an_unanswered_concern_says_for_how_many_days() -> None:
    assert gap("2026-06-01 eingebracht", "2026-07-02 uebergeben") == "seit 143 Tagen ohne Antwort"


def test_a_partial_date_is_not_turned_into_days() -> None:
    assert gap("2026-06 eingebracht", "2026-07 uebergeben") == "seit Juli 2026 ohne Antwort"


def test_examination_is_no_answer_yet() -> None:
    steps = ("2026-06-01 eingebracht", "2026-07-02 uebergeben", "2026-08-01 in_pruefung verwaltung")

    assert states(*steps) == ["erreicht", "erreicht", "laeuft", "offen", "offen"]
    assert gap(*steps) == "seit 113 Tagen: wird geprüft"


def test_a_skipped_station_is_shown_as_undocumented() -> None:
    steps = ("2026-06-01 eingebracht", "2026-08-01 umgesetzt verwaltung")

    assert states(*steps) == ["erreicht", "leer", "leer", "erreicht", "offen"]


def test_a_refusal_ends_the_way() -> None:
    steps = ("2026-06-01 eingebracht", "2026-07-02 uebergeben", "2026-08-01 abgelehnt | Kein Geld")

    assert states(*steps) == ["erreicht", "erreicht", "erreicht", "beendet", "beendet"]
    assert gap(*steps) == ""


def test_carried_out_is_open_until_the_effect_is_judged() -> None:
    done = ("2026-06-01 eingebracht", "2026-08-01 umgesetzt verwaltung")
    unclear, judged = "verwaltung noch_nicht_absehbar", "connectors etwas"

    assert is_open(*concern(*done))
    assert is_open(*concern(*done, wirkung=unclear))
    assert not is_open(*concern(*done, wirkung=judged))
    assert states(*done, wirkung=unclear)[-1] == Zustand.LAEUFT
    assert states(*done, wirkung=judged)[-1] == Zustand.ERREICHT


def test_the_effect_is_reached_on_the_day_of_the_first_real_judgement() -> None:
    effect = trace(
        "2026-06-01 eingebracht",
        wirkung="connectors noch_nicht_absehbar 2026-08;verwaltung etwas 2026-09;dritte keine",
    ).stationen[-1]

    assert effect.datum == "2026-09"


def test_city_and_connectors_always_have_a_place() -> None:
    stimmen = trace("2026-06-01 eingebracht", wirkung="dritte etwas").stimmen

    assert [s.stimme.value for s in stimmen] == ["verwaltung", "connectors", "dritte"]
    assert [len(s.urteile) for s in stimmen] == [0, 0, 1]


@pytest.mark.parametrize(
    ("wirkung", "uneins"),
    [("verwaltung deutlich;connectors keine", True), ("verwaltung etwas;connectors etwas", False),
     ("verwaltung etwas", False)],
)  # fmt: skip
def test_disagreement_is_said(wirkung: str, uneins: bool) -> None:
    assert trace("2026-06-01 eingebracht", wirkung=wirkung).uneins is uneins


def test_a_promise_counts_how_often_it_was_moved_and_how_late_it_is() -> None:
    versprechen = trace(
        "2026-01-01 eingebracht",
        "2026-02-01 angenommen verwaltung | | 2026-04-01",
        "2026-04-02 in_umsetzung verwaltung | | 2026-08-01",
        "2026-08-02 in_umsetzung verwaltung | | 2026-11-12",
    ).versprechen

    assert versprechen
    assert (versprechen.bis, versprechen.verschoben, versprechen.ueberfaellig_tage) == (
        "2026-11-12", 2, 10,
    )  # fmt: skip


def test_a_kept_promise_is_no_longer_shown() -> None:
    kept = trace("2026-01-01 angenommen verwaltung | | 2026-04-01", "2026-03-01 umgesetzt")

    assert kept.versprechen is None


def test_reopening_makes_the_concern_wait_again() -> None:
    steps = (
        "2026-01-01 eingebracht", "2026-02-01 uebergeben", "2026-03-01 abgelehnt | Kein Geld",
        "2026-06-01 uebergeben | Es gibt jetzt Geld",
    )  # fmt: skip

    assert is_open(*concern(*steps))
    assert gap(*steps) == "seit 174 Tagen ohne Antwort"
