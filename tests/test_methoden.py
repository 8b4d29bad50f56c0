"""Decisions are recomputed: what follows from sums, what cannot be, what results claim."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirkspur import methoden
from wirkspur.discover import discover
from wirkspur.methoden import (
    ABGELEHNT,
    ANGENOMMEN,
    Ergebnis,
    Runde,
    einfache_mehrheit,
    fist_to_five,
    konsensstufen,
    konsent,
    systemisches_konsensieren,
)
from wirkspur.records.protokoll import Methode, Protokoll, Zahlen
from wirkspur.wording.ergebnis import lesen
from wirkspur.zaehlung import auszaehlen

# methods.md f6: nine voters, three options, 0 to 10
STIMMZETTEL = {
    "A": (2, 0, 3, 1, 10, 0, 2, 4, 1),
    "B": (3, 3, 2, 3, 4, 2, 3, 3, 2),
    "Passiv": (6, 8, 5, 7, 4, 9, 7, 6, 8),
}


def zahlen(**felder: object) -> Zahlen:
    return Zahlen.model_validate(felder)


def konsensiert(*optionen: tuple[str, int, int], n: int = 9, skala: int = 10) -> Ergebnis:
    """The last option is the Passivlösung."""
    alle = [{"titel": t, "widerstand": str(w), "hoechster": str(h)} for t, w, h in optionen]
    alle[-1]["passivloesung"] = "ja"
    summen = zahlen(gueltig=str(n), skala=str(skala), optionen=alle)
    return systemisches_konsensieren.auszaehlen(summen, Runde())


def gewaehlt(stimmen: dict[str, int], genannt: int = 0, **mehr: str) -> Ergebnis:
    alle = [{"titel": t, "stimmen": str(n)} for t, n in stimmen.items()]
    return einfache_mehrheit.auszaehlen(zahlen(optionen=alle, **mehr), Runde(genannt=genannt))


def test_every_method_has_a_module_of_its_own() -> None:
    modules = discover(methoden)

    assert sorted(m.METHODE for m in modules) == sorted(Methode)
    assert len({m.METHODE for m in modules}) == len(modules)


# --- Systemisches Konsensieren -------------------------------------------------------------------


def test_vector_of_methods_f6() -> None:
    e = konsensiert(*((t, sum(werte), max(werte)) for t, werte in STIMMZETTEL.items()))

    assert e.maengel == ()
    assert e.rang == (("A",), ("B",), ("Passiv",))
    assert [zeile[1:] for zeile in e.zeilen] == [
        ("23", "10", "74,4\N{NO-BREAK SPACE}%", "+41,1"),
        ("25", "4", "72,2\N{NO-BREAK SPACE}%", "+38,9"),
        ("60", "9", "33,3\N{NO-BREAK SPACE}%", "–"),
    ]
    assert "41,1 Punkte mehr" in e.grund
    assert len(e.hinweise) == 1
    assert e.hinweise[0].startswith("„A“: ein Widerstand von 10.")


def test_acceptance_of_methods_f6_example() -> None:
    # acceptify: 90 % resistance is 10 % acceptance
    assert systemisches_konsensieren.akzeptanz(90, 100) == Decimal("10.0")


def test_half_a_tenth_is_rounded_up_as_people_do() -> None:
    assert systemisches_konsensieren.akzeptanz(1999, 2000) == Decimal("0.1")


def test_equal_resistance_goes_to_the_lower_highest_value() -> None:
    e = konsensiert(("A", 20, 7), ("B", 20, 4), ("Passiv", 60, 9))

    assert e.rang[0] == ("B",)


def test_equal_resistance_and_highest_value_is_a_tie() -> None:
    e = konsensiert(("A", 20, 4), ("B", 20, 4), ("Passiv", 60, 9))

    assert e.rang[0] == ("A", "B")


def test_equal_resistance_with_an_unknown_highest_value_is_a_tie() -> None:
    optionen = [
        {"titel": "A", "widerstand": "20", "hoechster": "3"},
        {"titel": "B", "widerstand": "20"},
        {"titel": "Passiv", "widerstand": "60", "passivloesung": "ja"},
    ]
    e = systemisches_konsensieren.auszaehlen(
        zahlen(gueltig="9", skala="10", optionen=optionen), Runde()
    )

    assert e.rang[0] == ("A", "B")


def test_worse_than_doing_nothing_is_not_zumutbar() -> None:
    e = konsensiert(("A", 23, 5), ("B", 61, 9), ("Passiv", 60, 9))

    assert e.hinweise == ("„B“ hat weniger Akzeptanz als die Passivlösung: nicht zumutbar.",)


def test_nothing_is_adopted_when_the_passive_solution_wins() -> None:
    assert konsensiert(("A", 61, 9), ("Passiv", 60, 9)).moeglich == ABGELEHNT


@given(
    st.integers(1, 40).flatmap(
        lambda n: st.lists(
            st.lists(st.integers(0, 10), min_size=n, max_size=n), min_size=2, max_size=5
        )
    )
)
def test_real_ballots_never_count_as_impossible(stimmzettel: list[list[int]]) -> None:
    optionen = [(str(i), sum(werte), max(werte)) for i, werte in enumerate(stimmzettel)]
    e = konsensiert(*optionen, n=len(stimmzettel[0]))

    assert e.maengel == ()
    assert min(optionen, key=lambda o: (o[1], o[2]))[0] in e.rang[0]


# --- Konsent, Konsensstufen, Fist to five --------------------------------------------------------


@pytest.mark.parametrize(
    ("eingearbeitet", "moeglich"),
    [
        (None, ABGELEHNT),
        ("–", ABGELEHNT),
        ("noch nicht", ABGELEHNT),
        ("nein", ABGELEHNT),
        ("Wir beginnen eine Stunde früher.", ANGENOMMEN),
        ("Der Einwand wurde zurückgezogen.", ANGENOMMEN),
    ],
)
def test_an_objection_is_open_until_the_minutes_say_how_it_was_met(
    eingearbeitet: str | None, moeglich: frozenset[str]
) -> None:
    einwand = {"grund": "Begründung folgt", "eingearbeitet": eingearbeitet}

    assert konsent.auszaehlen(zahlen(einwaende=[einwand]), Runde()).moeglich == moeglich


@pytest.mark.parametrize(
    "name", ["Volle Zustimmung", "volle_zustimmung", "eingeschränkte Ablehnung", "Beiseitestehen"]
)
def test_stages_may_be_written_as_people_speak(name: str) -> None:
    assert konsensstufen.auszaehlen(zahlen(stufen={name: "9"}), Runde()).maengel == ()


@pytest.mark.parametrize(
    ("stufen", "moeglich"),
    [
        ({"volle_zustimmung": "9"}, {"angenommen"}),
        ({"enthaltung": "9"}, {"angenommen"}),
        ({"volle_zustimmung": "8", "beiseite_stehen": "1"}, {"angenommen", "abgelehnt"}),
        ({"volle_zustimmung": "8", "schwere_bedenken": "1"}, {"angenommen", "abgelehnt"}),
        ({"volle_zustimmung": "8", "veto": "1"}, {"abgelehnt"}),
    ],
)
def test_only_a_veto_stops(stufen: dict[str, str], moeglich: set[str]) -> None:
    assert konsensstufen.auszaehlen(zahlen(stufen=stufen), Runde()).moeglich == moeglich


def test_grave_concerns_ask_for_a_further_round() -> None:
    stufen = {"volle_zustimmung": "8", "schwere_bedenken": "1"}

    assert konsensstufen.auszaehlen(zahlen(stufen=stufen), Runde()).runde_noetig


@pytest.mark.parametrize(
    ("stufen", "moeglich"),
    [
        ({"3": "9"}, ANGENOMMEN),
        ({"2": "1", "5": "8"}, ABGELEHNT),
        ({"0": "1", "5": "8"}, ABGELEHNT),
    ],
)
def test_the_lowest_hand_decides_not_the_mean(
    stufen: dict[str, str], moeglich: frozenset[str]
) -> None:
    assert fist_to_five.auszaehlen(zahlen(stufen=stufen), Runde()).moeglich == moeglich


@pytest.mark.parametrize(
    ("gueltig", "runde", "stimmt"),
    [
        (None, Runde(), True),
        (None, Runde(anwesend=9), True),
        (None, Runde(anwesend=11, stimmberechtigt=9), True),
        (None, Runde(anwesend=7, stimmberechtigt=12), False),
        (None, Runde(anwesend=10), False),
        (None, Runde(stimmberechtigt=12), True),
        ("9", Runde(anwesend=10), True),
        ("8", Runde(anwesend=9), False),
        ("9", Runde(anwesend=8), False),
    ],
)
def test_everybody_present_stands_somewhere(
    gueltig: str | None, runde: Runde, stimmt: bool
) -> None:
    summen = zahlen(gueltig=gueltig, stufen={"5": "9"})

    assert (fist_to_five.auszaehlen(summen, runde).maengel == ()) is stimmt


# --- einfache Mehrheit ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ja", "nein", "moeglich"), [(5, 4, ANGENOMMEN), (4, 4, ABGELEHNT), (1, 0, ANGENOMMEN)]
)
def test_more_yes_than_no(ja: int, nein: int, moeglich: frozenset[str]) -> None:
    e = einfache_mehrheit.auszaehlen(zahlen(ja=str(ja), nein=str(nein), enthaltung="3"), Runde())

    assert e.moeglich == moeglich


def test_yes_and_no_may_be_written_as_proposals() -> None:
    assert gewaehlt({"Ja": 3, "Nein": 5, "Enthaltung": 1}).moeglich == ABGELEHNT


def test_abstentions_are_no_candidate() -> None:
    assert gewaehlt({"A": 3, "B": 2, "Enthaltung": 4}).rang == (("A",), ("B",))


def test_votes_are_ranked_and_equal_ones_stand_together() -> None:
    assert gewaehlt({"A": 2, "B": 5, "C": 2}).rang == (("B",), ("A", "C"))


@pytest.mark.parametrize(
    ("genannt", "je_person", "stimmt"),
    [(1, None, False), (2, None, True), (0, None, True), (1, "2", True), (2, "1", False)],
)
def test_nobody_has_more_votes_than_there_are_places(
    genannt: int, je_person: str | None, stimmt: bool
) -> None:
    mehr = {"stimmen_je_person": je_person} if je_person else {}
    e = gewaehlt({"A": 8, "B": 6}, genannt, gueltig="9", **mehr)

    assert (e.maengel == ()) is stimmt


# --- whole decisions -----------------------------------------------------------------------------


def protokoll(methode: str, summen: dict[str, object] | None, rekonstruiert: str) -> Protokoll:
    beschluss = {"id": "b", "text": "t", "methode": methode, "ergebnis": "angenommen"}
    return Protokoll.model_validate(
        {
            "titel": "t", "kurz": "k", "gremium": "andere", "datum": "2026",
            "rekonstruiert": rekonstruiert, "beschluesse": [{**beschluss, "zahlen": summen}],
        }
    )  # fmt: skip


@pytest.mark.parametrize("methode", [m for m in Methode if m is not Methode.NICHT_UEBERLIEFERT])
@pytest.mark.parametrize("summen", [None, {"gueltig": "9"}])
def test_numbers_may_be_missing_only_where_a_source_was_silent(
    methode: str, summen: dict[str, object] | None
) -> None:
    damals = protokoll(methode, summen, "nein")
    spaeter = protokoll(methode, summen, "ja")
    genug = methode == Methode.KONSENT and summen is not None  # nine people, no objection

    assert bool(auszaehlen(damals, damals.beschluesse[0]).maengel) is not genug
    assert auszaehlen(spaeter, spaeter.beschluesse[0]).maengel == ()


def test_minutes_written_afterwards_may_not_hold_the_impossible() -> None:
    spaeter = protokoll("systemisches_konsensieren", {"gueltig": "0", "skala": "0"}, "ja")

    assert len(auszaehlen(spaeter, spaeter.beschluesse[0]).maengel) == 2


zahl = st.integers(0, 30).map(str) | st.none()
option = st.fixed_dictionaries(
    {"titel": st.sampled_from(["A", "B", "Ja", "Nein", "Enthaltung", "?", "A: b"])},
    optional={
        "stimmen": zahl, "widerstand": zahl, "hoechster": zahl,
        "passivloesung": st.sampled_from(["ja", "nein"]),
    },
)  # fmt: skip
stufe = st.sampled_from(["0", "3", "5", "veto", "Volle Zustimmung", "schwere_bedenken", "x", "٣"])
beliebig = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(
            ("gueltig", "ja", "nein", "enthaltung", "skala", "stimmen_je_person"), zahl
        ),
        "optionen": st.lists(option, max_size=4),
        "stufen": st.dictionaries(stufe, st.integers(0, 9).map(str), max_size=4),
        "einwaende": st.lists(st.fixed_dictionaries({"grund": st.sampled_from(["x", "Zu laut."])})),
    },
)


@given(st.sampled_from(list(Methode)), beliebig, st.sampled_from(["ja", "nein"]))
def test_no_sums_however_odd_break_the_count(
    methode: str, summen: dict[str, object], rekonstruiert: str
) -> None:
    minutes = protokoll(methode, summen, rekonstruiert)
    e = auszaehlen(minutes, minutes.beschluesse[0])

    assert e.moeglich
    assert all(len(zeile) == len(e.kopf) for zeile in e.zeilen)


# --- what a result claims ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "angenommen", "Angenommen.", "ANGENOMMEN", "Angenommen mit 7 zu 2", "einstimmig angenommen",
        "mit Änderungen angenommen", "beschlossen", "Ja", "Dem Vorschlag wurde zugestimmt.",
        "Konsent erreicht", "kein Einwand", "Zustimmung aller", "Der Antrag geht durch.",
        "zwei Sprecher:innen gewählt", "Angenommen, keine Gegenstimmen", "mehrheitlich dafür",
        "nach einer weiteren Runde angenommen", "angenommen trotz Veto",
    ],
)  # fmt: skip
def test_read_as_adopted(text: str) -> None:
    assert lesen(text).angenommen is True


@pytest.mark.parametrize(
    "text",
    [
        "abgelehnt", "Abgelehnt mit 5 zu 3", "nicht angenommen", "noch nicht angenommen", "Nein",
        "keine Mehrheit", "kein Konsent", "durchgefallen", "mehrheitlich dagegen", "ein Veto",
    ],
)  # fmt: skip
def test_read_as_not_adopted(text: str) -> None:
    assert lesen(text).angenommen is False


@pytest.mark.parametrize(
    "text",
    [
        "vertagt", "Die Vertagung wurde angenommen", "teilweise angenommen", "So machen wir es",
        "nicht einstimmig angenommen", "Antrag 1 angenommen, Antrag 2 abgelehnt", "neue Runde",
        "nicht alle waren dafür, aber der Vorschlag wurde nicht abgelehnt",
    ],
)  # fmt: skip
def test_what_could_mean_something_else_claims_nothing(text: str) -> None:
    assert lesen(text).angenommen is None


@pytest.mark.parametrize(
    ("text", "stimmen", "paar"),
    [
        ("Angenommen mit 7 zu 2", {}, (7, 2)),
        ("7:2 angenommen", {}, (7, 2)),
        ("angenommen (6:1:2)", {}, (6, 1, 2)),
        ("7 Ja, 2 Nein, keine Enthaltung", {"ja": 7, "nein": 2, "enthaltung": 0}, ()),
        ("Ja: 7, Nein: 2", {"ja": 7, "nein": 2}, ()),
        ("6 Ja-Stimmen, eine Gegenstimme", {"ja": 6, "nein": 1}, ()),
        ("Ja, mit zwei Gegenstimmen", {"nein": 2}, ()),
        ("angenommen ohne Gegenstimmen", {"nein": 0}, ()),
        ("Angenommen, Beginn 18:30 Uhr", {}, ()),
        ("Angenommen: Wir gehen von 3 zu 2 Treffen über", {}, ()),
        ("Zwei dafür gewählte Personen", {}, ()),
        ("Angenommen bis zum 7. Mai", {}, ()),
    ],
)
def test_votes_that_a_result_repeats(text: str, stimmen: dict[str, int], paar: tuple) -> None:  # type: ignore[type-arg]
    read = lesen(text)

    assert (dict(read.stimmen), read.paar) == (stimmen, paar)


@pytest.mark.parametrize(
    ("text", "einstimmig"),
    [("einstimmig", True), ("fast einstimmig angenommen", False), ("nicht einstimmig", False)],
)
def test_unanimous_only_if_it_says_so(text: str, einstimmig: bool) -> None:
    assert lesen(text).einstimmig is einstimmig


ORTE = ("Bürgerhaus", "Rathaus", "Alles bleibt, wie es ist")


@pytest.mark.parametrize(
    ("text", "genannt"),
    [
        ("Bürgerhaus", ("Bürgerhaus",)),
        ("das BUERGERHAUS", ("Bürgerhaus",)),
        ("Wir nehmen das Bürgerhaus (23).", ("Bürgerhaus",)),
        ("alles bleibt wie es ist", ("Alles bleibt, wie es ist",)),
        ("die Passivlösung", ("Alles bleibt, wie es ist",)),
        ("Bürgerhaus vor Rathaus", ("Bürgerhaus",)),
        ("Rathaus gewinnt, Bürgerhaus ist knapp dahinter", ("Rathaus",)),
        ("Statt Rathaus nun Bürgerhaus", ("Rathaus", "Bürgerhaus")),
        ("Rathaus nicht, sondern Bürgerhaus", ()),
        ("Rathaus abgelehnt", ()),
        ("Rathausplatz", ()),
    ],
)
def test_proposals_that_are_named_as_chosen(text: str, genannt: tuple[str, ...]) -> None:
    assert lesen(text, ORTE, {"Passivlösung": ORTE[2]}).genannt == genannt


@pytest.mark.parametrize("text", ["Vorschlag B", "B gewinnt", "vorschlag b", "Rathaus"])
def test_proposals_are_known_by_short_names(text: str) -> None:
    titel = ("Vorschlag A: Bürgerhaus", "Vorschlag B: Rathaus")

    assert lesen(text, titel).genannt == titel[1:]


def test_a_small_letter_is_no_short_name() -> None:
    assert lesen("a bissl später", ("Vorschlag A", "Vorschlag B")).genannt == ()


@given(st.text(max_size=240), st.lists(st.text(min_size=1, max_size=20), max_size=3))
def test_any_words_can_be_read(text: str, titel: list[str]) -> None:
    assert set(lesen(text, titel).genannt) <= set(titel)
