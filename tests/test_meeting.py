"""The monthly meeting: what is open becomes an agenda, ballots become sums, minutes steps."""

from __future__ import annotations

import io
import os
import pty
import re
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import TODAY

from wirkspur.cli import main
from wirkspur.files import read
from wirkspur.gate import check
from wirkspur.intake.eintrag import neu
from wirkspur.intake.fragen import FalschError, tag
from wirkspur.intake.stimmen import UNGUELTIG, Wahlgang, lesen, summen
from wirkspur.records.common import Datum
from wirkspur.records.protokoll import Methode
from wirkspur.register import TYPES
from wirkspur.site import Site
from wirkspur.spur import Stelle

ANLIEGEN = next(typ for typ in TYPES if typ.art == "anliegen")
TREFFEN = "2026-12-10"
PROTOKOLL = f"content/protokolle/{TREFFEN}-entscheidungsgremium.md"
# methods.md f6, a line per person
F6 = """\
2 3 6
0 3 8
3 2 5
1 3 7
10 4 4
0 2 9
2 3 7
4 3 6
1 2 8
"""
RAUM = ["--text=Raum", "--vorschlag=A", "--vorschlag=B", "--vorschlag=Nichts", "--skala=10"]

Count = Callable[..., tuple[int, str, str]]


@pytest.fixture
def count(example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Count at the table: arguments, and what is typed."""

    def counted(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        method, *rest = arguments
        capsys.readouterr()
        code = main(["meeting", "count", method, str(example), *rest, "--today", TREFFEN])
        said = capsys.readouterr()
        return code, said.out, said.err

    return counted


def prepare(root: Path, *more: str, day: str = TREFFEN) -> int:
    return main(["meeting", "prepare", day, str(root), "--today", TODAY, *more])


def agenda(root: Path) -> dict[str, list[str]]:
    """Title of an item → the ids it is about, as the prepared minutes have it."""
    from wirkspur.source import parse

    data = parse(PROTOKOLL, (root / PROTOKOLL).read_bytes()).fields() or {}
    return {
        t["titel"]: [t["zu"]] if isinstance(t["zu"], str) else t["zu"] for t in data["tagesordnung"]
    }


# --- before --------------------------------------------------------------------------------------


def test_the_agenda_names_what_is_open_on_the_day_of_the_meeting(example: Path) -> None:
    assert prepare(example) == 0

    assert agenda(example) == {
        "Aufgaben vom letzten Mal": ["2026-09-10-entscheidungsgremium"],
        "Neue Anliegen": ["2026-11-zaun-am-spielplatz"],
        "Neue Ideen für Aktivitäten": ["2026-10-spieleabend"],
        "Zusagen und Fristen": [
            "2026-08-flyer-durchsehen",
            "2026-05-treppe-am-bahnhof",
            "2026-09-raum-fuer-treffen",
        ],
        "Hat es geholfen?": ["2026-01-umfrage-sprachkurse"],
        "Beschlüsse, die wir noch einmal ansehen": [
            "2025-03-sprecherinnen",
            "2025-03-moderatorinnen",
        ],
    }


def step(root: Path, slug: str, status: str, day: str, *more: str) -> None:
    """Enter a step by the command that the coordinator uses."""
    arguments = [slug, str(root), "--status", status, "--datum", day, "--yes", *more]
    assert main(["answer", *arguments, "--today", TODAY]) == 0


@pytest.mark.parametrize(("day", "told"), [("2026-11-20", True), ("2026-08-20", True),
                                           ("2026-08-05", False)])  # fmt: skip
def test_an_answer_is_told_once_even_if_it_was_entered_a_little_late(
    day: str, told: bool, example: Path
) -> None:
    slug = "2026-05-treppe-am-bahnhof"
    step(example, slug, "angenommen", day, "--text", "Die Rampe kommt.")

    prepare(example)

    assert (slug in agenda(example).get("Antworten, die gekommen sind", [])) is told


def test_what_is_promised_until_the_meeting_after_is_on_the_agenda(example: Path) -> None:
    for bis, slug in (("2027-01-05", "treppe"), ("2027-03-01", "raum-fuer")):
        step(example, slug, "in_pruefung", "2026-09-11", "--zugesagt-bis", bis)

    prepare(example)

    assert "Zugesagt ist der nächste Schritt bis 5. Januar 2027." in sheet(example)
    assert "2027-03" not in sheet(example)


def test_a_contribution_stands_on_the_agenda_once(example: Path) -> None:
    prepare(example)

    named = [kennung for ids in agenda(example).values() for kennung in ids]
    assert len(named) == len(set(named))


def test_an_evening_gets_no_more_than_it_can_hold(example: Path, capsys) -> None:
    text = (example / "issues" / "2026-11-zaun-am-spielplatz.md").read_text(encoding="utf-8")
    for n in range(30):
        (example / "issues" / f"2026-11-zaun-{n}.md").write_text(text, encoding="utf-8")

    prepare(example)

    assert len(agenda(example)["Neue Anliegen"]) == 12
    assert "Neue Anliegen (12 von 31)" in capsys.readouterr().out
    assert "… und 19 weitere" in sheet(example)


def test_minutes_and_paper_are_never_overwritten(example: Path, tmp_path: Path, capsys) -> None:
    prepare(example)
    first = (example / PROTOKOLL).read_bytes()
    paper = tmp_path / "blatt.html"
    paper.write_text("meins", encoding="utf-8")

    assert prepare(example) == 2
    assert "gibt es schon" in capsys.readouterr().err
    assert prepare(example, "--out", str(paper), day="2026-12-11") == 2
    assert (example / PROTOKOLL).read_bytes() == first
    assert paper.read_text(encoding="utf-8") == "meins"
    assert not (example / PROTOKOLL.replace(TREFFEN, "2026-12-11")).exists()


def test_the_gate_names_what_is_still_to_be_filled_in_and_nothing_else(example: Path) -> None:
    prepare(example)

    found = check(read(example), date.fromisoformat(TREFFEN))[1]

    assert {f.code for f in found} == {"vorlage-text"}
    assert {"kurz", "anwesend", "schritte.0.status"} <= {f.field for f in found}


@pytest.mark.parametrize("day", ["10.12.2026", "10. Dezember 2026", "2026-12-10"])
def test_the_day_may_be_written_as_people_write_it(day: str, example: Path) -> None:
    assert prepare(example, day=day) == 0
    assert (example / PROTOKOLL).exists()


@pytest.mark.parametrize("day", ["2026-12", "31.11.2026", "morgen", ""])
def test_what_is_no_day_is_refused_without_a_trace(day: str, example: Path) -> None:
    before = sorted(example.rglob("*"))

    assert prepare(example, day=day) == 2
    assert sorted(example.rglob("*")) == before


@pytest.mark.parametrize("day", ["1900-01-01", "2100-12-31"])
def test_far_days_break_nothing(day: str, example: Path) -> None:
    assert prepare(example, day=day) == 0


def test_a_city_where_nothing_is_open_gets_an_empty_agenda(example: Path) -> None:
    for file in [*(example / "issues").iterdir(), *(example / "content/protokolle").iterdir()]:
        file.unlink()
    for folder in ("anfragen", "aktivitaeten"):
        for file in (example / "content" / folder).iterdir():
            file.unlink()

    assert prepare(example) == 0
    assert "nichts offen" in sheet(example)


def sheet(root: Path) -> str:
    paper = root / "build" / f"tagesordnung-{TREFFEN}-entscheidungsgremium.html"
    return paper.read_text(encoding="utf-8")


class _Parts(HTMLParser):
    """What a page loads or links, its headings and whether contributed text became markup."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [f"{tag} {name}" for name, _ in attrs if name in {"src", "href"}]


def test_the_paper_asks_nobody_for_anything_and_shows_text_as_text(example: Path) -> None:
    file = example / "issues" / "2026-11-zaun-am-spielplatz.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Ein Zaun", "Ein <b>Zaun</b> & mehr"), encoding="utf-8")
    prepare(example)

    parts = _Parts(sheet(example))

    assert parts.loads == []
    assert not {"script", "img", "link", "b"} & set(parts.tags)
    assert "url(" not in sheet(example)
    assert "Ein &lt;b&gt;Zaun" in sheet(example)


# --- ballots -------------------------------------------------------------------------------------


def test_the_test_vector_is_counted_from_the_keyboard(count: Count) -> None:
    code, out, _ = count("sk", *RAUM, "--personen=9", typed=f"{F6}ja\n\n\n\n")

    assert code == 0
    assert rows(out)["A"] == ["23", "10", "74,4 %", "+41,1"]
    assert rows(out)["B"] == ["25", "4", "72,2 %", "+38,9"]
    assert rows(out)["Nichts (Passivlösung)"] == ["60", "9", "33,3 %", "–"]
    assert "ein Widerstand von 10" in out
    assert "ergebnis: A\n" in out


def rows(out: str) -> dict[str, list[str]]:
    """First cell → the others, of the table of the result."""
    lines = out.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    cells = (re.split(r"\s{3,}", line.strip()) for line in lines)
    return {first: others for first, *others in cells if others}


def test_a_mistyped_ballot_is_asked_again_and_any_can_be_taken_back(count: Count) -> None:
    typed = (
        "2 3\n11 0 0\nzwei 3 6\n2 3 6\n9 9 9\nzurück\n0 3 8\n1: 2 2 2\n9: 1 1 1\nvielleicht\nja\n"
    )
    code, out, _ = count("sk", *RAUM, "--personen=2", typed=typed)

    assert code == 0
    assert "Das sind 2 Zahlen, nötig sind 3" in out
    assert "11 ist zu hoch. Möglich ist 0 bis 10." in out
    assert "„zwei“ ist keine ganze Zahl" in out
    assert "Eine Stimme 9 gibt es noch nicht." in out
    assert [rows(out)[name][0] for name in ("A", "B", "Nichts (Passivlösung)")] == ["2", "5", "10"]


def test_whoever_guessed_too_many_people_says_that_nobody_is_left(count: Count) -> None:
    arguments = ("fist", "--text=Es gilt", "--personen=33")
    code, out, _ = count(*arguments, typed="fertig\n5\n4\nfertig\nnein\n3\nfertig\nja\n")

    assert code == 0
    assert "Es gibt noch keine Stimme." in out
    assert "gueltig: 3" in out


def test_whoever_guessed_too_few_people_adds_one(count: Count) -> None:
    code, out, _ = count("fist", "--text=Es gilt", "--personen=1", typed="5\nmehr\n4\nja\n")

    assert code == 0
    assert "gueltig: 2" in out


def test_a_word_for_several_methods_is_asked_back(count: Count) -> None:
    code, out, _ = count("konsens", "--text=Es gilt", "--personen=1", typed="2\nk\nja\n")

    assert code == 0
    assert "„konsens“ kann mehreres heißen. Wie wird entschieden?" in out
    assert "methode: konsent\n" in out


@pytest.mark.parametrize("skala", [2, 5, 7])
def test_resistance_is_weighed_on_any_scale(skala: int, count: Count) -> None:
    arguments = [*RAUM[:-1], f"--skala={skala}", "--personen=2"]
    code, out, _ = count("sk", *arguments, typed=f"0 {skala} 1\n0 {skala} 1\nja\n")

    assert code == 0
    assert rows(out)["A"][2] == "100,0 %"
    assert rows(out)["B"][2] == "0,0 %"


@pytest.mark.parametrize(
    ("arguments", "typed", "ergebnis", "sums"),
    [
        (["fist"], "5\nfaust\n4\n", "nicht angenommen", ["0: 1", "4: 1", "5: 1"]),
        (["fist_to_five"], "5\n3\n4\n", "angenommen", ["3: 1", "4: 1", "5: 1"]),
        (["konsensstufen"], "1\nleichte Bedenken\nveto\n", "nicht angenommen",
         ["volle_zustimmung: 1", "leichte_bedenken: 1", "veto: 1"]),
        (["mehrheit"], "j\nn\nJa!\n", "angenommen", ["gueltig: 3", "ja: 2", "nein: 1"]),
        (["mehrheit"], "j\nn\ne\n", "nicht angenommen", ["ja: 1", "nein: 1", "enthaltung: 1"]),
        (["mehrheit"], "j\nn\nx\n", "nicht angenommen", ["gueltig: 2", "ja: 1"]),
        (["konsent"], "k\nb\ne\n", "angenommen", ["gueltig: 3", "enthaltung: 1"]),
        (["konsent"], "k\nk\neinwand Der Weg ist weit\n", "noch nicht angenommen",
         ["- grund: Der Weg ist weit"]),
        (["wahl", "--vorschlag=A", "--vorschlag=B"], "1\n2\n2\n", "B",
         ["stimmen: 1", "stimmen: 2", "stimmen_je_person: 1"]),
        (["wahl", "--vorschlag=A", "--vorschlag=B", "--vorschlag=C", "--je-person=2",
          "--plaetze=2"], "1 2\n2, 1\n3 2\n", "B und A", ["stimmen: 3", "stimmen: 2"]),
    ],
)  # fmt: skip
def test_every_method_ends_in_lines_that_the_gate_accepts(
    arguments: list[str], typed: str, ergebnis: str, sums: list[str], count: Count, example: Path
) -> None:
    asked = "1\n" if arguments == ["mehrheit"] else ""
    election = "1\n" if arguments[0] == "wahl" and "--je-person=2" not in arguments else ""
    code, out, _ = count(
        *arguments, "--text=Wir treffen uns am Abend", "--personen=3",
        typed=f"{asked}{election}{typed}ja\n",
    )  # fmt: skip

    lines = out.split("Für das Protokoll:")[1].strip()
    assert code == 0, out
    assert f"ergebnis: {ergebnis}\n" in f"{lines}\n"
    assert [s for s in sums if s not in lines] == []
    assert codes(example, lines) <= {"vorlage-text", "beschluss-ohne-pruefung"}


def codes(example: Path, lines: str) -> set[str]:
    """What the gate says of minutes with these lines."""
    text = (
        "---\ntitel: Ein Treffen\nkurz: Wir haben entschieden.\ngremium: entscheidungsgremium\n"
        f"datum: {TREFFEN}\nanwesend: 9\nstimmberechtigt: 9\n{lines}\n---\n"
    )
    file = example / "content" / "protokolle" / "2026-12-probe.md"
    file.write_text(text, encoding="utf-8")
    return {f.code for f in check(read(example), date.fromisoformat(TREFFEN))[1]}


def test_an_objection_can_change_the_proposal(count: Count) -> None:
    typed = "k\neinwand: Der Weg ist weit\nja\nWir enden um 20 Uhr\nWir treffen uns kürzer\n\n\n"
    _, out, _ = count("konsent", "--text=Wir treffen uns", "--personen=2", typed=typed)

    assert "eingearbeitet: Wir enden um 20 Uhr\n" in out
    assert "text: Wir treffen uns kürzer\n" in out
    assert "ergebnis: angenommen\n" in out


@pytest.mark.parametrize(
    ("arguments", "typed", "left"),
    [
        (["konsensstufen"], "1\nschwere\n", "weitere_runde: ‹bitte ausfüllen›"),
        (["wahl", "--vorschlag=A", "--vorschlag=B", "--je-person=1"], "1\n2\n",
         "ergebnis: ‹bitte ausfüllen›"),
    ],
)  # fmt: skip
def test_what_the_sums_leave_open_waits_to_be_filled_in(
    arguments: list[str], typed: str, left: str, count: Count
) -> None:
    _, out, _ = count(*arguments, "--text=Es gilt", "--personen=2", typed=f"{typed}ja\n")

    assert left in out


def test_the_method_is_explained_and_can_be_chosen_by_number(count: Count) -> None:
    _, out, _ = count("fist", "--text=Es gilt", "--personen=1", typed="5\nja\n")

    assert "Der Vorschlag gilt, wenn alle mindestens drei Finger zeigen." in out
    assert "0 (Faust): blockiert" in out


def test_everything_can_be_asked_for(example: Path, monkeypatch, capsys) -> None:
    typed = f"1\nWo treffen wir uns?\nBürgerhaus\nRathaus\n\n\n\n9\n{F6}ja\n\nRaum\n\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    monkeypatch.chdir(example)

    assert main(["meeting", "count", "--today", TREFFEN]) == 0
    out = capsys.readouterr().out
    assert "text: 'Wo treffen wir uns: Bürgerhaus'\n" in out
    assert "titel: Alles bleibt, wie es ist\n" in out
    assert "zu: 2026-09-raum-fuer-treffen\n" in out
    assert "pruefen_am: 2027-03\n" in out


def test_nobody_valid_makes_no_result(count: Count) -> None:
    code, out, err = count("sk", *RAUM, "--personen=2", typed="x\nx\nja\n")

    assert code == 1
    assert "Ohne Stimmen gibt es kein Ergebnis." in err
    assert "Für das Protokoll" not in out


def test_personal_data_in_a_proposal_is_named_before_it_gets_into_the_minutes(
    count: Count, example: Path
) -> None:
    prepare(example)
    before = (example / PROTOKOLL).read_bytes()

    code, out, _ = count(
        "fist", "--text=Ruf 0171 2345678 an", "--personen=1", f"--into={Path(PROTOKOLL).stem}",
        typed="5\nja\n",
    )  # fmt: skip

    assert code == 1
    assert "Hier steht eine Telefonnummer" in out
    assert (example / PROTOKOLL).read_bytes() == before


# --- ballots stay private ------------------------------------------------------------------------


def test_ballots_of_a_private_file_are_counted_and_never_written(
    count: Count, example: Path, tmp_path: Path
) -> None:
    ballots = tmp_path / "stimmen.csv"
    ballots.write_bytes(("# eine Zeile je Person\n" + F6.replace(" ", ";")).encode("utf-8-sig"))
    before = {p: p.read_bytes() for p in example.rglob("*") if p.is_file()}

    code, out, _ = count("sk", *RAUM, f"--stimmen={ballots}")

    assert code == 0
    assert "widerstand: 23" in out
    assert "10;4;4" not in out
    assert {p: p.read_bytes() for p in example.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize(("place", "code"), [("issues", 2), (".", 2), ("privat", 0)])
def test_a_file_that_could_be_published_is_refused(
    place: str, code: int, count: Count, example: Path
) -> None:
    (example / ".gitignore").write_text("/privat/\n", encoding="utf-8")
    (example / "privat").mkdir()
    ballots = example / place / "stimmen.txt"
    ballots.write_text(F6, encoding="utf-8")

    assert count("sk", *RAUM, f"--stimmen={ballots}")[0] == code


def test_a_wrong_line_of_a_file_is_named_but_not_repeated(count: Count, tmp_path: Path) -> None:
    ballots = tmp_path / "stimmen.txt"
    ballots.write_text("1 2 3\n4711 0 0\n", encoding="utf-8")

    code, out, err = count("sk", *RAUM, f"--stimmen={ballots}")

    assert code == 2
    assert "Zeile 2" in err
    assert "4711" not in out + err


def test_what_cannot_be_done_is_said_before_anybody_votes(count: Count, example: Path) -> None:
    broken = example / PROTOKOLL
    broken.write_text("---\ntitel: [\n---\n", encoding="utf-8")
    for option, part in (
        (f"--into={broken.stem}", "lässt sich nicht lesen"), ("--into=nie-da", "gibt es nicht"),
        ("--zu=gibt-es-nicht", "gibt es hier nicht"), ("--pruefen-am=bald", "ist kein Datum"),
    ):  # fmt: skip
        code, out, err = count("sk", *RAUM, "--personen=9", option)

        assert (code, out) == (2, "")
        assert part in err


@pytest.mark.parametrize("typed", ["", "2 3 6\n", F6])
def test_whoever_stops_leaves_no_trace(typed: str, count: Count, example: Path) -> None:
    prepare(example)
    before = {p: p.read_bytes() for p in example.rglob("*") if p.is_file()}

    code, out, err = count(
        "sk", *RAUM, "--personen=9", f"--into={Path(PROTOKOLL).stem}", typed=typed
    )

    assert code == 130
    assert "Abgebrochen" in err
    assert "Traceback" not in out + err
    assert {p: p.read_bytes() for p in example.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["ctrl-c", "ctrl-d"])
def test_a_key_ends_it_on_a_real_terminal(key: bytes, example: Path) -> None:
    command = [sys.executable, "-m", "wirkspur", "meeting", "count", "fist", str(example),
               "--text=Es gilt", "--personen=2"]  # fmt: skip
    child, terminal = pty.fork()
    if not child:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.execv(command[0], command)
    said = _until(terminal, "1. von 2")
    os.write(terminal, key)
    said += _until(terminal, "Abgebrochen")

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 130
    assert "Traceback" not in said
    os.close(terminal)


def _until(terminal: int, words: str) -> str:
    said = b""
    while words.encode() not in said:
        said += os.read(terminal, 4096)
    return said.decode()


# --- whatever is typed ---------------------------------------------------------------------------

SK = Wahlgang(Methode.SYSTEMISCHES_KONSENSIEREN, ("A", "B"), 1, 10)
WAHL = Wahlgang(Methode.EINFACHE_MEHRHEIT, ("A", "B"), je_person=2)
OHNE = {SK.methode, Methode.NICHT_UEBERLIEFERT}
GAENGE = [SK, WAHL, *(Wahlgang(methode) for methode in Methode if methode not in OHNE)]


@given(st.sampled_from(GAENGE), st.text(max_size=30))
def test_any_line_is_a_ballot_or_told_what_is_wrong(gang: Wahlgang, line: str) -> None:
    with suppress(FalschError):
        assert summen(gang, [lesen(gang, line)])


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=1, max_size=12))
def test_the_sums_are_those_of_the_ballots(ballots: list[tuple[int, int]]) -> None:
    typed = [lesen(SK, f"{a}, {b}") for a, b in ballots] + [UNGUELTIG]
    zahlen = summen(SK, typed)

    assert zahlen["gueltig"] == str(len(ballots))
    assert [o["widerstand"] for o in zahlen["optionen"]] == [
        str(sum(column)) for column in zip(*ballots, strict=True)
    ]


@given(st.text(max_size=20))
def test_any_day_is_read_or_refused(text: str) -> None:
    with suppress(FalschError):
        assert Datum(tag(text, date(2026, 12, 10))).letzter


# --- a whole month -------------------------------------------------------------------------------


def site(root: Path, day: str) -> Site:
    """The site as it would be built; only from files without a finding."""
    facts, found = check(read(root), date.fromisoformat(day))
    assert [f for f in found if f.severity == "FEHLER"] == []
    return Site.of(facts)


def reached(root: Path, day: str, kennung: str) -> list[str]:
    """The state of each station of a trace."""
    return [str(station.zustand) for station in site(root, day).spur(kennung).stationen]


def test_a_month_from_a_concern_to_its_effect(example: Path, count: Count) -> None:
    kennung = "2026-12-mehr-licht-im-park"
    fields = {
        "titel": "Mehr Licht im Park", "kurz": "Der Weg durch den Park ist abends dunkel.",
        "thema": "verkehr", "art": "anliegen", "form": "vorschlag", "prioritaet": "hoch",
        "ort": "stadtweit", "eingebracht": "2026-12-01", "naechster_blick": TREFFEN,
        "loesungen": ["Lampen am Weg"],
        "verlauf": [{"datum": "2026-12-01", "status": "eingebracht", "von": "connectors"}],
    }  # fmt: skip
    file = example / "issues" / f"{kennung}.md"
    file.write_text(neu(ANLIEGEN, fields, "Abends ist es dort dunkel."), encoding="utf-8")
    assert reached(example, "2026-12-02", kennung)[0:2] == ["erreicht", "offen"]

    assert main(["meeting", "prepare", TREFFEN, str(example), "--today", "2026-12-02"]) == 0
    assert kennung in agenda(example)["Neue Anliegen"]
    assert "Mehr Licht im Park" in sheet(example)

    code, out, _ = count(
        "fist", "--text=Wir geben das Anliegen an die Stadt.", "--personen=9", f"--zu={kennung}",
        f"--into={Path(PROTOKOLL).stem}", typed="5\n4\n3\n5\n5\n4\n3\n3\n5\nja\n\n",
    )  # fmt: skip
    assert code == 0, out
    fill_in(example / PROTOKOLL, kennung)
    trace = site(example, "2026-12-11").spur(kennung)
    assert [str(s.zustand) for s in trace.stationen][:3] == ["erreicht", "erreicht", "offen"]
    decisions = [s.beschluss.text for station in trace.stationen for s in station.schritte
                 if isinstance(s, Stelle)]  # fmt: skip
    assert decisions == ["Wir geben das Anliegen an die Stadt."]

    steps = (
        ("2026-12-18", ["--status=angenommen", "--text=Drei Lampen werden bestellt.",
                        "--zugesagt-bis=2027-03-01"]),
        ("2027-02-20", ["--status=umgesetzt", "--text=Die Lampen stehen."]),
    )  # fmt: skip
    for day, arguments in steps:
        assert main(["answer", kennung, str(example), *arguments, "--yes", "--today", day]) == 0
    assert reached(example, "2027-02-21", kennung) == ["erreicht"] * 4 + ["offen"]

    arguments = ["--urteil=deutlich", "--zurechnung=ausgeloest", "--kein-beleg=Nur Gespräche.",
                 "--text=Der Weg wird abends wieder genutzt."]  # fmt: skip
    day = "2027-03-25"
    assert main(["effect", kennung, str(example), *arguments, "--yes", "--today", day]) == 0
    done = site(example, day)
    assert reached(example, day, kennung) == ["erreicht"] * 5
    assert done.wirkungen[0].zeile.id == kennung


def fill_in(minutes: Path, kennung: str) -> None:
    """What the moderators write into the prepared minutes after the meeting."""
    text = minutes.read_text(encoding="utf-8")
    for name, value in {
        "kurz": "Die Gruppe gibt das Licht im Park weiter.", "beginn": "18:00", "ende": "19:30",
        "anwesend": "9", "stimmberechtigt": "9", "naechstes_treffen": "2027-01-14",
    }.items():  # fmt: skip
        text = text.replace(f"\n{name}: ‹bitte ausfüllen›", f"\n{name}: {value}")
    said = "status: uebergeben\n    text: Die Gruppe bittet um Lampen."
    text = re.sub(
        rf"(- zu: {kennung}\n    )status: ‹bitte wählen›\n    text: ‹bitte ausfüllen›",
        rf"\1{said}", text,
    )  # fmt: skip
    text = re.sub(
        r"  - zu: \S+\n    status: ‹bitte wählen›\n    text: ‹bitte ausfüllen›\n", "", text
    )
    text = re.sub(r"\n‹Notizen.*›", "\nEs war ein ruhiger Abend.", text)
    minutes.write_text(text, encoding="utf-8")
