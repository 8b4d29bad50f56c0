"""A trace in sentences: what is said first, the three answers, the text to pass on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_spur import TODAY, concern

from wirkspur.records.common import Datum
from wirkspur.saetze import (
    Antwort,
    Stand,
    am,
    antworten,
    kuerzen,
    nachricht,
    satz,
    stand,
    verteilen,
    zusagen,
)
from wirkspur.spur import kurzspur

HANDED = ("2026-05-18 eingebracht", "2026-07-02 uebergeben")


def said_first(*steps: str, wirkung: str = "", today: date = TODAY) -> Stand:
    record, own = concern(*steps, wirkung=wirkung)
    return stand(record, own, kurzspur(record, own, today), today)


def answers(*steps: str, wirkung: str = "") -> tuple[Antwort, ...]:
    record, own = concern(*steps, wirkung=wirkung)
    return antworten(record, own, kurzspur(record, own, TODAY), TODAY, str)


@pytest.mark.parametrize(
    ("wert", "text"),
    [("2024-08-27", "am 27. August 2024"), ("2024-08", "im August 2024"), ("2024", "2024")],
)
def test_a_date_in_a_sentence(wert: str, text: str) -> None:
    assert am(Datum(wert)) == text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("eine Rampe\nneben der  Treppe", "Eine Rampe neben der Treppe."),
        ("Warum?", "Warum?"),
        ("„Ja, gern.“", "„Ja, gern.“"),
    ],
)
def test_a_text_becomes_a_sentence(text: str, whole: str) -> None:
    assert satz(text) == whole


# --- where it stands -----------------------------------------------------------------------------


def test_the_gap_is_said_first() -> None:
    assert said_first(*HANDED).satz == "Seit 143 Tagen ohne Antwort."


def test_a_broken_promise_says_how_long_ago_it_was() -> None:
    found = said_first(HANDED[0], "2026-07-02 uebergeben | | 2026-09-30")

    assert found.dazu == (
        "Zugesagt war der nächste Schritt bis 30. September 2026.",
        "Das ist 53 Tage her.",
    )


def test_a_promise_that_still_holds_is_no_reproach() -> None:
    found = said_first(HANDED[0], "2026-07-02 uebergeben | | 2026-12")

    assert found.dazu == ("Zugesagt ist der nächste Schritt bis Dezember 2026.",)


def test_how_often_a_promise_was_moved_is_said() -> None:
    found = said_first(
        *HANDED,
        "2026-08-01 in_pruefung verwaltung | | 2026-09-30",
        "2026-09-30 in_pruefung verwaltung | | 2026-12-31",
    )

    assert found.dazu[-1] == "Der Termin wurde 1 Mal verschoben."


def test_a_refusal_is_said_with_its_reason() -> None:
    found = said_first(*HANDED, "2026-08-03 abgelehnt verwaltung | kein Geld im Haushalt")

    assert (found.satz, found.dazu) == (
        "Abgelehnt am 3. August 2026.",
        ("Kein Geld im Haushalt.",),
    )


def test_what_was_judged_is_said_with_both_voices() -> None:
    found = said_first(
        *HANDED,
        "2026-08-03 umgesetzt verwaltung",
        wirkung="verwaltung deutlich;connectors etwas",
    )

    assert found.satz == (
        "Umgesetzt. Stadtverwaltung: deutliche Wirkung; Community Connectors: etwas Wirkung."
    )


def test_what_was_judged_is_said_before_what_still_waits() -> None:
    said = said_first(
        "2026-06-01 eingebracht", "2026-07-01 in_umsetzung verwaltung", wirkung="verwaltung etwas"
    )

    assert said.satz == "Wird umgesetzt. Stadtverwaltung: etwas Wirkung."
    assert said.dazu[0] == "Seit 144 Tagen: wird umgesetzt."
    assert not said.wartet


def test_a_promise_is_kept_where_the_next_step_came_in_time() -> None:
    _, steps = concern(
        "2026-01-01 eingebracht",
        "2026-02-01 angenommen verwaltung | | 2026-04-01",
        "2026-03-20 in_umsetzung verwaltung | | 2026-08-01",
        "2026-09-02 umgesetzt verwaltung",
    )

    assert [promise.gehalten for promise in zusagen(steps).values()] == [True, False]


def test_every_promise_knows_the_one_before_it() -> None:
    _, steps = concern(
        HANDED[0],
        "2026-07-02 uebergeben | | 2026-08",
        "2026-08-01 in_pruefung verwaltung | | 2026-07",
        "2026-09-30 in_pruefung verwaltung | | 2026-12",
    )

    assert [(z.bis, z.vorher, z.verschoben) for z in zusagen(steps).values()] == [
        ("2026-08", None, 0), ("2026-07", "2026-08", 0), ("2026-12", "2026-07", 1),
    ]  # fmt: skip


# --- three answers -------------------------------------------------------------------------------


def test_a_concern_without_answer_waits_where_the_city_would_speak() -> None:
    asked, said, done = answers(*HANDED)

    assert asked.saetze == (
        "Kurz.", "Eingebracht (18. Mai 2026).", "An die Stadt übergeben (2. Juli 2026).",
    )  # fmt: skip
    assert (said.saetze, said.wartet) == (("Noch nichts.",), "Seit 143 Tagen ohne Antwort.")
    assert (done.saetze, done.wartet) == (("Noch nichts.",), "")
    assert [a.zustand for a in (asked, said, done)] == ["erreicht", "offen", "offen"]


def test_what_others_say_the_city_said_is_marked() -> None:
    said = answers(*HANDED, "2026-08-03 angenommen connectors | Sie bauen die Rampe.")[1]

    assert said.saetze == (
        "Angenommen (3. August 2026, sagt: Community Connectors): Sie bauen die Rampe.",
    )


def test_after_a_refusal_nothing_more_is_expected() -> None:
    done = answers(*HANDED, "2026-08-03 abgelehnt verwaltung | Kein Geld.")[2]

    assert (done.saetze, done.zustand, done.wartet) == (("Dazu kommt es nicht.",), "beendet", "")


def test_a_withdrawal_ends_the_sheet() -> None:
    done = answers(*HANDED, "2026-08-03 zurueckgezogen connectors | Erledigt.")[2]

    assert done.saetze == ("Zurückgezogen (3. August 2026, sagt: Community Connectors): Erledigt.",)


def test_both_voices_stand_among_what_happened() -> None:
    done = answers(
        *HANDED,
        "2026-08-03 umgesetzt verwaltung",
        wirkung="verwaltung deutlich;connectors keine",
    )[2]

    assert done.saetze[1:] == (
        "Stadtverwaltung: deutliche Wirkung. Text.", "Community Connectors: keine Wirkung. Text.",
    )  # fmt: skip


# --- to pass on ----------------------------------------------------------------------------------

WORDS = st.text(
    st.sampled_from("abcdefghijklmnopqrstuvwxyzäöüßABCDEFG.,!? "), min_size=1, max_size=900
).map(lambda text: " ".join(text.split()) or "a")
ADRESSE = "https://wirkspur.example.org/musterstadt/anliegen/2026-05-treppe-am-bahnhof/"


@given(WORDS, st.lists(WORDS, min_size=1, max_size=4), WORDS)
def test_a_text_to_pass_on_is_short_and_ends_with_the_whole_address(
    titel: str, texte: list[str], wartet: str
) -> None:
    three = [Antwort("Frage", "offen", (text,)) for text in texte]
    three[0] = three[0]._replace(wartet=wartet)

    text = nachricht(titel[:120], three, ADRESSE)

    assert len(text) <= 700
    assert text.endswith(f" {ADRESSE}")


@given(WORDS, st.integers(0, 300))
def test_a_cut_text_is_short_enough_and_never_ends_inside_a_word(text: str, platz: int) -> None:
    cut = kuerzen(text, platz)

    assert len(cut) <= platz or cut == text
    whole = cut.removesuffix("…").rstrip()
    assert text.startswith(whole)
    assert not (whole and text[len(whole) : len(whole) + 1].isalnum())


@pytest.mark.parametrize(
    ("text", "platz", "cut"),
    [
        ("Kurz und gut.", 13, "Kurz und gut."),
        ("Das geht nicht. Es fehlt das Geld dafür.", 30, "Das geht nicht. …"),
        ("Das geht nicht. Es fehlt das Geld dafür.", 38, "Das geht nicht. Es fehlt das Geld …"),
        ("Der Verein Nachbarschaft e. V. hilft dort gern.", 40,
         "Der Verein Nachbarschaft e. V. hilft …"),
        ("Am 3. März war die Sitzung, danach nichts.", 30, "Am 3. März war die Sitzung …"),
        ("Rindfleischetikettierung", 10, "…"),
    ],
)  # fmt: skip
def test_a_text_is_cut_after_a_sentence_or_between_words(text: str, platz: int, cut: str) -> None:
    assert kuerzen(text, platz) == cut


def test_what_waits_is_not_cut_for_a_long_story() -> None:
    three = [
        Antwort("Wir haben gefragt", "erreicht", ("Ein langer Text. " * 60,)),
        Antwort("Die Stadt hat gesagt", "offen", ("Noch nichts.",), wartet="Seit 143 Tagen still."),
    ]

    assert "Was wartet: Seit 143 Tagen still.\n" in nachricht("Titel", three, ADRESSE)


@given(st.lists(st.integers(0, 500), max_size=9), st.integers(0, 900))
def test_room_is_shared_and_never_more_than_there_is(bedarf: list[int], platz: int) -> None:
    shares = verteilen(bedarf, platz)

    assert sum(shares) <= platz
    assert all(share <= need for share, need in zip(shares, bedarf, strict=True))
    if sum(bedarf) <= platz:
        assert shares == bedarf
