"""The coordinator's evening: what waits, the few questions, nothing written that is not wanted."""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from support import TODAY

from wirkspur.cli import main
from wirkspur.files import read
from wirkspur.gate import check
from wirkspur.site import Site

TREPPE, ZAUN, NACHTBUS = (
    "2026-05-treppe-am-bahnhof",
    "2026-11-zaun-am-spielplatz",
    "2026-02-nachtbus",
)
UMFRAGE = "2026-01-umfrage-sprachkurse"
PRUEFT = ("--status=in_pruefung", "--text=Das Amt prüft eine Rampe.", "--zugesagt-bis=1.2.2027")

Enter = Callable[..., tuple[int, str]]


class Tastatur(io.StringIO):
    """A keyboard: what is typed at it, line by line."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def enter(example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run a verb; with `typed`, somebody sits at the keyboard. Gives code and all that is said."""

    def entered(verb: str, kennung: str, *arguments: str, typed: str | None = None):
        monkeypatch.setattr("sys.stdin", io.StringIO() if typed is None else Tastatur(typed))
        code = main([verb, kennung, str(example), *arguments, "--today", TODAY])
        said = capsys.readouterr()
        return code, said.out + said.err

    return entered


def file(root: Path, kennung: str) -> Path:
    return next(p for p in root.rglob(f"{kennung}.md") if "build" not in p.parts)


def changed(root: Path, kennung: str, before: str) -> list[str]:
    """The lines that came to a file."""
    after = file(root, kennung).read_text(encoding="utf-8")
    return [line[1:].strip() for line in difflib.ndiff(before.split("\n"), after.split("\n"))
            if line.startswith("+ ")]  # fmt: skip


def states(root: Path, kennung: str) -> list[str]:
    facts, found = check(read(root), date.fromisoformat(TODAY))
    assert [f for f in found if f.severity == "FEHLER"] == []
    return [str(station.zustand) for station in Site.of(facts).spur(kennung).stationen]


# --- an answer -----------------------------------------------------------------------------------


def test_an_answer_is_entered_by_options_alone(enter: Enter, example: Path) -> None:
    before = file(example, TREPPE).read_text(encoding="utf-8")

    code, said = enter("answer", TREPPE, *PRUEFT, "--yes")

    assert code == 0
    assert changed(example, TREPPE, before) == [
        "naechster_blick: 2027-02-01", "- datum: 2026-11-22", "status: in_pruefung",
        "von: verwaltung", "text: Das Amt prüft eine Rampe.", "zugesagt_bis: 2027-02-01",
    ]  # fmt: skip
    assert states(example, TREPPE)[2] == "laeuft"
    assert "beantwortet  offen (seit 143 Tagen ohne Antwort)" in said
    assert "beantwortet  läuft (seit heute: wird geprüft)" in said


def test_an_answer_is_entered_by_a_few_keys(enter: Enter, example: Path) -> None:
    before = file(example, TREPPE).read_text(encoding="utf-8")

    code, said = enter(
        "answer", "Treppe", typed="5\nDie Rampe kommt.\n\n14.10.2026\nMärz 2027\n\n\nja\n"
    )

    assert code == 0, said
    assert changed(example, TREPPE, before) == [
        "naechster_blick: 2027-03-31", "- datum: 2026-10-14", "status: angenommen",
        "von: verwaltung", "text: Die Rampe kommt.", "zugesagt_bis: 2027-03",
    ]  # fmt: skip
    assert "  5  angenommen" in said
    assert "  7  abgelehnt (mit Grund)" in said


def test_a_wrong_key_is_asked_again_with_what_would_do(enter: Enter, example: Path) -> None:
    typed = "99\nvielleicht\nabgelehnt\n\nDafür ist kein Geld da.\n\n30.2.2026\n\n\nnee\nja\n"
    code, said = enter("answer", ZAUN, typed=typed)

    assert code == 0, said
    assert "Bitte eine Nummer von 1 bis 15 eingeben." in said
    assert "„vielleicht“ steht nicht zur Wahl." in said
    assert "Hier ist eine Antwort nötig." in said
    assert "Der Februar 2026 hat die Tage 1 bis 28." in said
    assert "Bitte „ja“ oder „nein“ eingeben." in said
    assert states(example, ZAUN)[2] == "erreicht"


def test_what_the_gate_refuses_is_said_and_only_that_is_asked_again(
    enter: Enter, example: Path
) -> None:
    before = file(example, TREPPE).read_text(encoding="utf-8")
    typed = "5\nFragen Sie unter 0171 2345678.\n\n\n\nnirgendwo\n\nFragen Sie das Amt.\n\nja\n"

    code, said = enter("answer", TREPPE, typed=typed)

    assert code == 0, said
    assert "Hier steht eine Telefonnummer" in said
    assert "2345678" not in said
    assert said.count("Status: Was damit erreicht ist.") == 1
    assert "text: Fragen Sie das Amt." in changed(example, TREPPE, before)
    assert states(example, TREPPE)[2] == "erreicht"


@pytest.mark.parametrize(
    ("arguments", "typed", "code"),
    [
        (PRUEFT, "\n\n\n\nnein\n", 0),
        (PRUEFT, "\n", 130),
        ((), "", 130),
        (PRUEFT, None, 2),
        ((), None, 2),
        (("--status=gibtsnicht", "--yes"), None, 2),
        (("--status=abgelehnt", "--yes"), None, 2),
        (("--status=angenommen", "--datum=2031-01-01", "--yes"), None, 1),
        (("--status=angenommen", "--datum=2026-05-01", "--yes"), None, 1),
        (("--status=angenommen", "--text=Mail an a.b@web.example", "--yes"), None, 1),
    ],
)  # fmt: skip
def test_nothing_is_written_unless_somebody_wants_it(
    arguments: tuple[str, ...], typed: str | None, code: int, enter: Enter, example: Path
) -> None:
    before = {p: p.read_bytes() for p in example.rglob("*") if p.is_file()}

    done, said = enter("answer", TREPPE, *arguments, typed=typed)

    assert done == code, said
    assert "Traceback" not in said
    assert {p: p.read_bytes() for p in example.rglob("*") if p.is_file()} == before


def test_reopening_asks_for_its_reason(enter: Enter) -> None:
    code, said = enter("answer", NACHTBUS, "--status=in_pruefung", "--yes")

    assert code == 2
    assert "Es fehlt: --text" in said


def test_a_merger_asks_where_it_goes_on(enter: Enter, example: Path) -> None:
    without = enter("answer", ZAUN, "--status=zusammengefuehrt", "--yes")
    code, said = enter("answer", ZAUN, "--status=zusammengefuehrt", f"--ziel={TREPPE}", "--yes")

    assert without[0] == 2
    assert "--ziel" in without[1]
    assert code == 0, said
    assert f"ziel: {TREPPE}" in file(example, ZAUN).read_text(encoding="utf-8")


def test_a_mistake_elsewhere_stops_nobody(enter: Enter, example: Path) -> None:
    (example / "issues" / "kaputt.md").write_text("kein Kopf\n", encoding="utf-8")

    code, said = enter("answer", TREPPE, *PRUEFT, "--yes")

    assert code == 0, said
    assert "kaputt" not in said


def test_comments_order_and_line_endings_of_the_file_stay(enter: Enter, example: Path) -> None:
    path = file(example, TREPPE)
    text = path.read_text(encoding="utf-8").replace("form: forderung", "form: forderung  # so")
    path.write_bytes(text.replace("\n", "\r\n").encode())

    enter("answer", TREPPE, *PRUEFT, "--naechster-blick=2026-12-10", "--yes")

    after = path.read_bytes()
    assert after.count(b"\r\n") == after.count(b"\n")
    head = text.split("---\n\n")[0].replace("\n", "\r\n").encode()
    assert after.startswith(head)


def test_a_single_step_without_its_list_is_kept(enter: Enter, example: Path) -> None:
    path = file(example, ZAUN)
    text = path.read_text(encoding="utf-8")
    alone = text.replace("  - datum", "  datum").replace("    status", "  status")
    alone = alone.replace("    von", "  von").replace("    text", "  text")
    path.write_text(alone, encoding="utf-8")

    code, said = enter("answer", ZAUN, "--status=uebergeben", "--yes")

    assert code == 0, said
    assert "Mehrere Eltern haben es" in path.read_text(encoding="utf-8")
    assert states(example, ZAUN)[:2] == ["erreicht", "erreicht"]


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("gibt-es-nicht", "gibt es hier nicht"),
        ("trepe", "Meinten Sie:\n  2026-05-treppe-am-bahnhof"),
        ("2026-05-treppe-am-banhof", "2026-05-treppe-am-bahnhof  (Treppe am Bahnhof"),
        ("2026-0", "passt zu mehreren Einträgen"),
        ("2026-09-10-entscheidungsgremium", "gibt es hier nicht"),
    ],
)
def test_a_contribution_nobody_knows_is_told_with_those_that_may_be_meant(
    word: str, part: str, enter: Enter
) -> None:
    code, said = enter("answer", word, "--yes")

    assert code == 2
    assert part in said


# --- an effect -----------------------------------------------------------------------------------

WIRKUNG = ("--urteil=etwas", "--zurechnung=unklar", "--text=Mehr Kurse am Abend.")


def test_an_effect_is_entered_by_a_few_keys(enter: Enter, example: Path) -> None:
    before = file(example, UMFRAGE).read_text(encoding="utf-8")
    typed = "\n3\n5\nMehr Kurse am Abend.\n\nNoch keine Zahlen.\n\nja\n"

    code, said = enter("effect", UMFRAGE, typed=typed)

    assert code == 0, said
    assert changed(example, UMFRAGE, before)[-6:] == [
        "- datum: 2026-11-22", "stimme: connectors", "urteil: etwas", "zurechnung: unklar",
        "text: Mehr Kurse am Abend.", "kein_beleg: Noch keine Zahlen.",
    ]  # fmt: skip
    assert states(example, UMFRAGE)[-1] == "erreicht"


def test_with_evidence_nobody_asks_why_there_is_none(enter: Enter, example: Path) -> None:
    before = file(example, UMFRAGE).read_text(encoding="utf-8")
    with_it = enter("effect", UMFRAGE, *WIRKUNG, "--beleg=https://stadt.example/kurse", "--yes")

    assert with_it[0] == 0, with_it[1]
    assert "beleg: https://stadt.example/kurse" in changed(example, UMFRAGE, before)
    assert not [li for li in changed(example, UMFRAGE, before) if li.startswith("kein_beleg")]


def test_without_evidence_the_reason_is_needed(enter: Enter) -> None:
    code, said = enter("effect", UMFRAGE, *WIRKUNG, "--yes")

    assert code == 2
    assert "--kein-beleg" in said


def test_too_early_to_tell_names_the_next_look(enter: Enter, example: Path) -> None:
    enter("answer", TREPPE, "--status=umgesetzt", "--text=Die Rampe steht.", "--yes")
    early = ("--urteil=noch_nicht_absehbar", "--zurechnung=unklar", "--text=Es ist zu früh.",
             "--kein-beleg=Es ist zu früh.", "--naechster-blick=1.3.2027")  # fmt: skip

    code, said = enter("effect", TREPPE, *early, "--yes")

    assert code == 0, said
    assert "naechster_blick: 2027-03-01" in file(example, TREPPE).read_text(encoding="utf-8")
    assert states(example, TREPPE)[-1] == "laeuft"


# --- what waits ----------------------------------------------------------------------------------


def todo(example: Path, capsys: pytest.CaptureFixture[str], *wer: str, today: str = TODAY) -> str:
    capsys.readouterr()
    assert main(["todo", *wer, *([] if not wer else [str(example)]), "--today", today]) == 0
    return capsys.readouterr().out


@pytest.fixture
def here(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(example)
    return example


def test_the_list_names_the_command_that_settles_each_thing(here: Path, capsys) -> None:
    said = todo(here, capsys)

    assert f"    wirkspur answer {TREPPE}\n" in said
    assert f"    wirkspur effect {UMFRAGE}\n" in said
    assert "    wirkspur meeting prepare 2026-12-10\n" in said
    assert "    content/register/gruppe.yml, Zeile 6\n" in said


def test_the_newest_deadline_stands_first(here: Path, capsys) -> None:
    said = todo(here, capsys, "koordination")

    days = [int(n) for n in re.findall(r"Seit (\d+) Tagen", said)]
    assert days == sorted(days)
    assert len(days) > 2


@pytest.mark.parametrize(
    ("wer", "there", "elsewhere"),
    [("koordination", TREPPE, UMFRAGE), ("sprecher", UMFRAGE, TREPPE)],
)
def test_everyone_can_see_only_their_own(
    wer: str, there: str, elsewhere: str, here: Path, capsys
) -> None:
    said = todo(here, capsys, wer)

    assert there in said
    assert elsewhere not in said


def test_what_is_entered_disappears_from_the_list(here: Path, enter: Enter, capsys) -> None:
    enter("answer", TREPPE, *PRUEFT, "--yes")

    assert TREPPE not in todo(here, capsys)


def test_an_agenda_that_waits_to_be_filled_in_hides_nothing(here: Path, capsys) -> None:
    before = todo(here, capsys)
    assert main(["meeting", "prepare", "2026-12-10", str(here), "--today", TODAY]) == 0
    capsys.readouterr()
    said = todo(here, capsys)

    assert before.splitlines()[0] in said
    assert TREPPE in said
    assert "1 Datei hat noch Fehler. Was darin steht, fehlt hier: wirkspur check" in said


def test_every_command_of_the_list_can_be_run_as_it_stands(
    here: Path, enter: Enter, capsys
) -> None:
    for line in todo(here, capsys).splitlines():
        if match := re.fullmatch(r" +wirkspur (answer|effect) (\S+)", line):
            code, said = enter(match[1], match[2], typed="")
            assert code == 130, said
            assert "Bisher" in said
