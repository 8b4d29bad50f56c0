"""Numbers of the site: each counts what stands in the records, and says of how many."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from support import copy_example

from wirkspur import files, gate
from wirkspur.frame import INHALT, Frame
from wirkspur.pages import start, wirkung
from wirkspur.records.common import Stimme, Zurechnung
from wirkspur.render import Renderer
from wirkspur.site import Site
from wirkspur.zahlen import HOECHSTENS, URTEILE, Zahlen

TODAY = date(2026, 11, 22)

HANDED = "uebergeben connectors"


class Stadt:
    """The example repository with further records, as numbers."""

    def __init__(self, root: Path) -> None:
        self.root = copy_example(root)
        self.begun = 0

    def concern(self, *steps: str, effects: tuple[str, ...] = (), more: str = "") -> str:
        """Add a concern, steps given as `2026-03-01 uebergeben connectors [bis]`; gives its id."""
        head = (
            "thema: verkehr\nart: anliegen\nform: vorschlag\nprioritaet: mittel\nort: stadtweit\n"
            f"eingebracht: {steps[0].split()[0] if steps else '2024'}\nnaechster_blick: 2026-12-10"
        )
        return self._write("issues", "a", head, steps, effects, more)

    def request(self, *steps: str, effects: tuple[str, ...] = (), more: str = "") -> str:
        """Add a request of the city; gives its id."""
        head = "von: koordination\nart: umfrage\nerkenntnisziel: Was fehlt den Menschen?\n" + (
            "" if "nicht_ueberliefert" in more else "fuer_entscheidung: Welche Kurse es gibt.\n"
        )
        if "rueckmeldung_bis" not in more:
            head += "rueckmeldung_bis: 2026-12-18"
        return self._write("content/anfragen", "f", head.strip(), steps, effects, more)

    def _write(
        self, folder: str, letter: str, head: str, steps: tuple[str, ...],
        effects: tuple[str, ...], more: str,
    ) -> str:  # fmt: skip
        self.begun += 1
        kennung = f"2024-{letter}-{self.begun}"
        lines = [f"titel: Beitrag {self.begun}", "kurz: Nur für diesen Test.", head]
        lines += [more] if more else []
        for n, step in enumerate(steps):
            lines += ["verlauf:"] if n == 0 else []
            datum, status, von, *bis = step.split()
            text = (
                "text: Abends gibt es mehr Kurse."
                if status in ("abgelehnt", "zurueckgemeldet")
                else ""
            )
            lines += [f"  - datum: {datum}", f"    status: {status}", f"    von: {von}"]
            lines += [f"    {text}"] if text else []
            lines += [f"    zugesagt_bis: {bis[0]}"] if bis else []
        for n, effect in enumerate(effects):
            lines += ["wirkung:"] if n == 0 else []
            datum, stimme, urteil, zurechnung = effect.split()
            lines += [
                f"  - datum: {datum}", f"    stimme: {stimme}", f"    urteil: {urteil}",
                f"    zurechnung: {zurechnung}", "    text: Ein Satz dazu.",
                "    kein_beleg: Nur für diesen Test.",
            ]  # fmt: skip
        path = self.root / folder / f"{kennung}.md"
        text = "\n".join(lines)
        path.write_text(f"---\n{text}\n---\n\nEin Satz.\n", encoding="utf-8")
        return kennung

    @property
    def site(self) -> Site:
        facts, findings = gate.check(files.read(self.root), TODAY)
        assert [f for f in findings if f.severity.name == "FEHLER"] == []
        return Site.of(facts)

    @property
    def zahlen(self) -> Zahlen:
        return Zahlen(self.site)

    def html(self) -> str:
        """The page about effects."""
        site = self.site
        return Renderer(site, {"wirkung/": Frame.cut(INHALT)}).html(next(wirkung.pages(site)))


@pytest.fixture
def stadt(tmp_path: Path) -> Stadt:
    return Stadt(tmp_path / "stadt")


@pytest.fixture
def leer(tmp_path: Path) -> Stadt:
    """The example without any contribution, and without what its minutes say of them."""
    stadt = Stadt(tmp_path / "stadt")
    for folder in ("issues", "content/anfragen", "content/aktivitaeten"):
        for path in (stadt.root / folder).iterdir():
            path.unlink()
    for path in (stadt.root / "content/protokolle").iterdir():
        text = re.sub(r"(?m)^schritte:\n(?: .*\n)+|^ +zu: .*\n", "", path.read_text("utf-8"))
        path.write_text(text, encoding="utf-8")
    return stadt


# --- how long ------------------------------------------------------------------------------------


def answered(stadt: Stadt, *days: int) -> None:
    for n in days:
        stadt.concern(f"2026-03-01 {HANDED}", f"2026-03-{1 + n:02} angenommen verwaltung")


def test_the_median_of_the_days_from_handing_over_to_the_first_answer(leer: Stadt) -> None:
    answered(leer, 3, 20, 5, 9, 7)

    assert leer.zahlen.antwortzeit == (5, Decimal(7), 0)


def test_the_median_of_an_even_number_lies_between_two(leer: Stadt) -> None:
    answered(leer, 3, 20, 5, 9, 8, 2)

    assert leer.zahlen.antwortzeit.median == Decimal("6.5")
    assert "<b>6,5</b>" in leer.html()


def test_fewer_than_five_answers_make_no_median_but_a_sentence(leer: Stadt) -> None:
    answered(leer, 3, 20, 5, 9)

    assert leer.zahlen.antwortzeit == (4, None, 0)
    assert "Diese Zahl zeigen wir erst ab 5 Fällen." in leer.html()
    assert "Bisher: n = 4." in leer.html()


def test_an_inexact_day_is_not_made_exact_but_counted_beside(leer: Stadt) -> None:
    answered(leer, 3, 20, 5, 9, 7)
    leer.concern(f"2026-03 {HANDED}", "2026-06-30 angenommen verwaltung")

    assert leer.zahlen.antwortzeit == (5, Decimal(7), 1)
    assert "Nicht mitgezählt: 1 Fall" in leer.html()


def test_being_looked_at_is_not_yet_an_answer(leer: Stadt) -> None:
    answered(leer, 9, 9, 9, 9)
    leer.concern(
        f"2026-03-01 {HANDED}", "2026-03-02 in_pruefung verwaltung",
        "2026-03-10 angenommen verwaltung",
    )  # fmt: skip

    assert leer.zahlen.antwortzeit == (5, Decimal(9), 0)


def test_what_is_being_carried_out_was_answered_at_the_latest_then(leer: Stadt) -> None:
    answered(leer, 9, 9, 9, 9)
    leer.concern(f"2026-03-01 {HANDED}", "2026-03-10 in_umsetzung verwaltung")

    assert leer.zahlen.antwortzeit.n == 5


def test_what_still_waits_is_not_among_the_answered(leer: Stadt) -> None:
    leer.concern(f"2026-03-01 {HANDED}")

    assert leer.zahlen.antwortzeit == (0, None, 0)


def test_feedback_is_counted_from_the_result_of_the_group(stadt: Stadt) -> None:
    assert stadt.zahlen.rueckmeldezeit.n == 1


# --- what is owed --------------------------------------------------------------------------------


def test_a_concern_without_answer_is_owed_since_it_was_handed_over(leer: Stadt) -> None:
    kennung = leer.concern(f"2026-10-01 {HANDED}", "2026-10-20 in_pruefung verwaltung")

    (schuld,) = leer.zahlen.antworten

    assert (schuld.zeile.id, schuld.tage, schuld.ueberfaellig) == (kennung, 52, True)
    assert schuld.seit == "Seit 52 Tagen"


def test_within_the_clock_nothing_is_late(leer: Stadt) -> None:
    leer.concern(f"2026-11-01 {HANDED}")

    assert leer.zahlen.antworten[0].ueberfaellig is False


def test_a_promised_day_counts_instead_of_the_clock(leer: Stadt) -> None:
    leer.concern(f"2026-06-01 {HANDED}", "2026-06-20 in_pruefung verwaltung 2026-12-20")

    assert leer.zahlen.antworten[0].ueberfaellig is False


def test_of_an_inexact_day_only_the_days_that_surely_passed_are_counted(leer: Stadt) -> None:
    leer.concern(f"2026-08 {HANDED}")

    (schuld,) = leer.zahlen.antworten

    assert schuld.seit == "Seit August 2026 (mindestens 83 Tage)"
    assert schuld.tage == 83


def test_an_answered_concern_is_not_owed(leer: Stadt) -> None:
    answered(leer, 3)

    assert leer.zahlen.antworten == []


def test_a_result_without_feedback_is_owed_and_late_after_the_promised_day(leer: Stadt) -> None:
    due = leer.request("2026-05-04 uebergeben connectors", more="rueckmeldung_bis: 2026-10-23")
    leer.request("2026-05-04 zurueckgemeldet verwaltung")

    (schuld,) = leer.zahlen.rueckmeldungen

    assert (schuld.zeile.id, schuld.vorbei, schuld.ueberfaellig) == (due, 30, True)


def test_while_the_group_works_nothing_is_owed(leer: Stadt) -> None:
    leer.request("2026-05-04 gestellt verwaltung")

    assert leer.zahlen.rueckmeldungen == []
    assert leer.zahlen.anfragen_in_arbeit == 1


def test_a_passed_promise_of_the_city_is_owed_once(leer: Stadt) -> None:
    late = leer.concern("2026-03-01 in_umsetzung verwaltung 2026-10-23")
    answer = leer.concern(f"2026-03-01 {HANDED}", "2026-03-02 in_pruefung verwaltung 2026-10-23")

    zahlen = leer.zahlen

    assert [(s.zeile.id, s.vorbei) for s in zahlen.zusagen_verstrichen] == [(late, 30)]
    assert [(s.zeile.id, s.vorbei) for s in zahlen.antworten] == [(answer, 30)]


def test_every_debt_is_linked_with_its_days(leer: Stadt) -> None:
    kennung = leer.concern(f"2026-10-01 {HANDED}")

    html = leer.html()

    assert f'href="../anliegen/{kennung}/"' in html
    assert "Seit 52 Tagen übergeben, ohne Antwort" in html


def test_a_long_list_is_cut_and_says_so(leer: Stadt) -> None:
    for _ in range(HOECHSTENS + 1):
        leer.concern(f"2026-10-01 {HANDED}")

    assert f"Hier stehen die ersten {HOECHSTENS} von {HOECHSTENS + 1}." in leer.html()


# --- effects -------------------------------------------------------------------------------------


def test_judgements_are_counted_per_voice_and_attribution(leer: Stadt) -> None:
    leer.concern(
        "2026-03-01 umgesetzt verwaltung",
        effects=("2026-04 verwaltung etwas ausgeloest", "2026-05 connectors keine unklar"),
    )
    leer.concern(
        "2026-03-01 umgesetzt verwaltung", effects=("2026-04 verwaltung deutlich ausgeloest",)
    )

    city, group = leer.zahlen.stimmen

    assert (city.stimme, city.anzahl, group.stimme, group.anzahl) == (
        Stimme.VERWALTUNG, 2, Stimme.CONNECTORS, 1,
    )  # fmt: skip
    by_name = {reihe.name: dict(zip(URTEILE, reihe.teile, strict=True)) for reihe in city.reihen}
    caused = by_name[Zurechnung.AUSGELOEST.label]
    assert (caused["deutlich"], caused["etwas"], caused["keine"]) == (1, 1, 0)


def test_both_voices_are_there_even_where_one_has_not_spoken(leer: Stadt) -> None:
    leer.concern("2026-03-01 umgesetzt verwaltung", effects=("2026-04 verwaltung etwas unklar",))

    assert [s.stimme for s in leer.zahlen.stimmen] == [Stimme.VERWALTUNG, Stimme.CONNECTORS]
    assert leer.zahlen.beurteilte[0].stumm == (Stimme.CONNECTORS,)


def test_others_get_a_column_only_where_they_spoke(leer: Stadt) -> None:
    leer.concern("2026-03-01 umgesetzt verwaltung", effects=("2026-04 dritte etwas unklar",))

    assert [s.stimme for s in leer.zahlen.stimmen][2:] == [Stimme.DRITTE]


def test_that_two_voices_differ_is_said(stadt: Stadt) -> None:
    (beurteilt,) = stadt.zahlen.beurteilte

    assert beurteilt.uneins
    assert "Die beiden sehen es verschieden." in stadt.html()


def test_no_effect_yet_gives_the_reason_and_the_next_look(leer: Stadt) -> None:
    kennung = leer.concern(
        "2026-03-01 umgesetzt verwaltung",
        effects=("2026-04 verwaltung noch_nicht_absehbar unklar",),
    )

    (row,) = leer.zahlen.noch_nicht

    assert (row.zeile.id, row.blick, row.vorbei) == (kennung, "2026-12-10", False)
    assert row.warum is not None


def test_what_was_carried_out_and_never_judged_is_named_too(leer: Stadt) -> None:
    leer.concern("2026-03-01 umgesetzt verwaltung")

    assert leer.zahlen.noch_nicht[0].warum is None
    assert "noch hat niemand gesagt, ob es geholfen hat" in leer.html()


def test_once_judged_it_is_no_longer_open(leer: Stadt) -> None:
    leer.concern(
        "2026-03-01 umgesetzt verwaltung",
        effects=(
            "2026-04 verwaltung noch_nicht_absehbar unklar",
            "2026-05 connectors keine unklar",
        ),
    )

    assert leer.zahlen.noch_nicht == []


# --- phases and ladders --------------------------------------------------------------------------


def phases(stadt: Stadt) -> dict[str, tuple[int, ...]]:
    return {reihe.name: reihe.teile for reihe in stadt.zahlen.phasen}


def test_that_the_group_is_heard_only_about_needs_becomes_visible(leer: Stadt) -> None:
    for _ in range(2):
        leer.concern(
            "2026-01-01 eingebracht connectors", f"2026-02-01 {HANDED}",
            "2026-03-01 angenommen verwaltung", "2026-04-01 umgesetzt verwaltung",
            effects=("2026-05 verwaltung etwas unklar",),
        )  # fmt: skip

    assert phases(leer) == {
        "Bedarfsanalyse": (2, 0),
        "Maßnahmenplanung": (0, 2),
        "Umsetzung": (0, 2),
        "Auswertung": (0, 2),
    }


def test_a_concern_counts_in_a_phase_once_and_only_where_it_surely_was(leer: Stadt) -> None:
    leer.concern(
        "2026-01-01 eingebracht connectors", "2026-01-02 beraten connectors",
        "2026-03-01 umgesetzt connectors",
        effects=("2026-05 connectors noch_nicht_absehbar unklar",),
    )  # fmt: skip

    assert phases(leer) == {
        "Bedarfsanalyse": (1, 0),
        "Maßnahmenplanung": (0, 0),
        "Umsetzung": (1, 0),
        "Auswertung": (0, 0),
    }


def test_always_only_asked_for_needs_becomes_visible(leer: Stadt) -> None:
    for _ in range(3):
        leer.request(more="phasen: bedarfsanalyse")

    assert leer.zahlen.gefragt.reihen == (
        ("Bedarfsanalyse", (3, 0)),
        ("Maßnahmenplanung", (0, 3)),
        ("Umsetzung", (0, 3)),
        ("Auswertung", (0, 3)),
    )


def test_a_request_counts_in_each_of_its_phases_once(leer: Stadt) -> None:
    leer.request(more="phasen: [evaluation, umsetzung, evaluation]")

    assert [reihe.teile[0] for reihe in leer.zahlen.gefragt.reihen] == [0, 0, 1, 1]


def test_requests_without_a_phase_are_counted_apart(leer: Stadt) -> None:
    leer.request(more="phasen: bedarfsanalyse")
    for _ in range(2):
        leer.request()

    assert leer.zahlen.gefragt[1:] == (1, 2)
    assert "Nicht mitgezählt: 2 Anfragen, weil die Phase nicht aufgeschrieben ist." in leer.html()


def test_requests_are_counted_by_what_the_city_asks_for_and_whether_it_says_why(
    stadt: Stadt,
) -> None:
    stadt.request(more="nicht_ueberliefert: fuer_entscheidung\nquellen: {titel: Ein Bericht}")

    assert stadt.zahlen.bitten == [("Umfrage", (1, 1)), ("Rückmeldung", (1, 0))]


def test_a_ladder_shows_what_was_claimed_the_highest_rung_first(stadt: Stadt) -> None:
    (bild,) = stadt.zahlen.leitern

    assert [(s.id, claimed) for s, claimed, _ in bild.sprossen] == [
        ("muster-3", 0), ("muster-2", 1), ("muster-1", 0),
    ]  # fmt: skip


def test_that_nobody_wrote_down_what_was_experienced_is_said(stadt: Stadt) -> None:
    (bild,) = stadt.zahlen.leitern

    assert [z.erlebt for z in bild.zusagen] == [None]
    assert "erlebt (n = 0)" in stadt.html()
    assert "noch nicht aufgeschrieben" in stadt.html()


def lived(stadt: Stadt, leiter: str, stufe: str) -> None:
    """Write down what the Connectors experienced with the survey of the example."""
    path = stadt.root / "content/anfragen/2026-01-umfrage-sprachkurse.md"
    field = (
        f"beteiligung_erlebt:\n  leiter: {leiter}\n  stufe: {stufe}\n"
        "  warum: Warum es so kam, haben wir nie erfahren.\n  datum: 2026-07\n"
        "  stimme: connectors\n  kein_beleg: Nur für diesen Test.\n"
    )
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("verlauf:\n", f"{field}verlauf:\n", 1), encoding="utf-8")


def test_what_was_experienced_stands_on_the_ladder_beside_what_was_claimed(stadt: Stadt) -> None:
    lived(stadt, "musterleiter", "muster-1")

    (bild,) = stadt.zahlen.leitern

    assert [(s.id, claimed, felt) for s, claimed, felt in bild.sprossen] == [
        ("muster-3", 0, 0), ("muster-2", 1, 0), ("muster-1", 0, 1),
    ]  # fmt: skip


def test_who_says_what_was_experienced_is_shown(stadt: Stadt) -> None:
    lived(stadt, "musterleiter", "muster-1")

    html = stadt.html()

    assert "erlebt (n = 1)" in html
    assert re.search(r"◇ 1 Information .*sagt: <b>Community Connectors</b> · Juli 2026", html)


def test_an_experience_on_another_ladder_stays_there(stadt: Stadt) -> None:
    path = stadt.root / "content/register/leitern.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        f"{text}  - id: zweite\n    titel: Eine zweite Leiter\n    geprueft: ja\n    stufen:\n"
        "      - id: zweite-1\n        nummer: 1\n        titel: Hören\n"
        "        gruppe: Für andere\n    quellen:\n      titel: Für Tests erfunden\n",
        encoding="utf-8",
    )
    lived(stadt, "zweite", "zweite-1")

    assert [
        (bild.leiter.id, sum(z for _, z, _ in bild.sprossen), sum(e for *_, e in bild.sprossen))
        for bild in stadt.zahlen.leitern
    ] == [("musterleiter", 1, 0), ("zweite", 0, 1)]
    assert "nicht aufgeschrieben" in stadt.html()


# --- the pages -----------------------------------------------------------------------------------


def test_who_has_to_move_and_who_waits_longest_comes_first(leer: Stadt) -> None:
    city = leer.concern(f"2026-10-01 {HANDED}")
    group = leer.concern("2026-09-01 eingebracht connectors")

    assert [(w.zeile.id, w.stadt) for w in leer.zahlen.wartende] == [(group, False), (city, True)]


def test_waiting_for_an_effect_is_nobodys_delay(leer: Stadt) -> None:
    leer.concern("2026-03-01 umgesetzt verwaltung")

    assert leer.zahlen.wartende == []


def test_without_any_contribution_the_pages_say_so(leer: Stadt) -> None:
    html = leer.html()

    assert html.count("Dazu ist noch nichts aufgeschrieben.") == 6
    assert '<svg class="bild"' not in html


@pytest.mark.parametrize(
    "effect", ["2026-05 connectors deutlich unklar", "2026-05 connectors keine ausgeloest"]
)
def test_a_page_is_made_again_when_a_number_changes(leer: Stadt, effect: str) -> None:
    def keys() -> list[str]:
        return [repr(page.key) for kind in (start, wirkung) for page in kind.pages(leer.site)]

    leer.concern("2026-03-01 umgesetzt verwaltung", effects=("2026-04 verwaltung etwas unklar",))
    before = keys()
    leer.begun = 0
    leer.concern(
        "2026-03-01 umgesetzt verwaltung", effects=("2026-04 verwaltung etwas unklar", effect)
    )

    assert all(a != b for a, b in zip(before, keys(), strict=True))
