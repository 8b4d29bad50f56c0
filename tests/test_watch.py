"""The watch: what time has made true, who hears of it, in which words and forms.

A case lays its files over a copy of tests/example, deletes what `weg.txt` names, and expects in
`expected.txt` what is said of its own files; of the example itself `beispiel.txt` speaks.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support import TESTS, TODAY

from wirkspur import tagesbericht
from wirkspur.cli import main
from wirkspur.commands.watch import report_of
from wirkspur.gate import rules as gate_rules
from wirkspur.records.protokoll import Rolle
from wirkspur.tagesbericht import Tagesbericht, as_data, as_markdown, as_text

CASES = TESTS / "watch"
ALL = sorted(path.parent for path in CASES.glob("*/*/expected.txt"))
QUIET = "Nichts zu tun. Stand: 22. November 2026.\n"


def repository(tmp_path: Path, case: Path | None = None) -> Path:
    """A copy of the example, with a case laid over it."""
    root = tmp_path / "stadt"
    shutil.copytree(TESTS / "example", root, ignore=shutil.ignore_patterns("build"))
    if case:
        own = shutil.ignore_patterns("expected.txt", "weg.txt")
        if (gone := case / "weg.txt").exists():
            for path in gone.read_text(encoding="utf-8").splitlines():
                (root / path).unlink()
        shutil.copytree(case, root, ignore=own, dirs_exist_ok=True)
    return root


def report(root: Path, today: str = TODAY) -> Tagesbericht:
    return report_of(root, date.fromisoformat(today))


def about(case: Path, tmp_path: Path) -> Tagesbericht:
    """What is said of the case's own files."""
    whole = report(repository(tmp_path, case))
    assert whole.unread == 0, "a case is made of valid records"
    own = [e for e in whole.entries if (case / e.reminder.place.path).exists()]
    return replace(whole, entries=tuple(own))


def name(case: Path) -> str:
    return f"{case.parent.name}/{case.name}"


# --- the rules -----------------------------------------------------------------------------------


@pytest.mark.parametrize("case", ALL, ids=name)
def test_case(case: Path, tmp_path: Path) -> None:
    answer = (case / "expected.txt").read_text(encoding="utf-8")
    assert answer.strip(), "an empty expected.txt would bless anything"
    assert as_text(about(case, tmp_path)) == answer


def test_every_folder_is_a_case_of_a_rule() -> None:
    slugs = {rule.slug for rule in tagesbericht.rules()}
    folders = {path for path in CASES.glob("*/*") if path.is_dir()}
    assert {path.name for path in CASES.iterdir() if path.is_dir()} == slugs
    assert folders == set(ALL), "a case without expected.txt tests nothing"


@pytest.mark.parametrize("rule", tagesbericht.rules(), ids=lambda rule: rule.slug)
def test_every_rule_has_a_failing_case_and_a_near_miss(rule: tagesbericht.Rule) -> None:
    answers = [
        (case / "expected.txt").read_text(encoding="utf-8")
        for case in ALL
        if case.parent.name == rule.slug
    ]
    assert any(f"\n  {rule.titel}\n" in answer for answer in answers)
    assert any(f"\n  {rule.titel}\n" not in answer for answer in answers)


def test_rules_of_time_and_of_the_gate_have_different_names() -> None:
    assert not {rule.slug for rule in tagesbericht.rules()} & {rule.slug for rule in gate_rules()}


# --- who hears of what ---------------------------------------------------------------------------


def test_of_one_contribution_each_actor_hears_once(tmp_path: Path) -> None:
    entries = report(repository(tmp_path), "2027-04-20").entries
    mine = [
        (e.reminder.wer, e.reminder.rule.slug)
        for e in entries
        if e.reminder.id == "2026-05-treppe-am-bahnhof"
    ]
    # Asleep is also silent and unanswered: the city hears the strongest, the group its own.
    assert mine == [(Rolle.KOORDINATION, "schlaeft"), (Rolle.SPRECHER, "blick-verstrichen")]


def test_each_actor_hears_the_longest_first(tmp_path: Path) -> None:
    bericht = report(repository(tmp_path), "2027-04-20")
    for wer in tagesbericht.HANDELNDE:
        days = [entry.reminder.tage for entry in bericht.of(wer)]
        assert days
        assert days == sorted(days, reverse=True)


def test_clocks_nobody_agreed_to_are_only_proposed(tmp_path: Path) -> None:
    root = repository(tmp_path)
    rules = root / "content/register/regelwerk.yml"
    text = rules.read_text(encoding="utf-8")
    assert "übergeben, ohne Antwort. Vereinbart sind 28 Tage." in as_text(report(root))

    rules.write_text(text.replace("    beschluss: 2026-09-uhren\n", "", 2), encoding="utf-8")

    assert "übergeben, ohne Antwort. Vorgeschlagen sind 28 Tage." in as_text(report(root))


# --- what cannot be read -------------------------------------------------------------------------


def test_broken_files_are_counted_and_not_judged(tmp_path: Path) -> None:
    root = repository(tmp_path)
    broken = root / "issues/2026-05-treppe-am-bahnhof.md"
    broken.write_text(broken.read_text("utf-8").replace("prioritaet: hoch\n", ""), "utf-8")

    bericht = report(root)

    assert as_text(bericht).startswith("1 Datei hat Fehler und fehlt in dieser Liste.")
    assert not any(e.reminder.id == "2026-05-treppe-am-bahnhof" for e in bericht.entries)


def test_broken_minutes_blame_nobody_who_may_stand_in_them(tmp_path: Path) -> None:
    root = repository(tmp_path)
    minutes = root / "content/protokolle/2026-09-10-entscheidungsgremium.md"
    minutes.write_text(minutes.read_text("utf-8").replace("anwesend: 11", "anwesend: elf"), "utf-8")

    slugs = {(e.reminder.id, e.reminder.rule.slug) for e in report(root, "2027-04-20").entries}

    assert not any(kennung == "2026-09-raum-fuer-treffen" for kennung, _ in slugs)
    assert not any(slug in {"monat-ohne-treffen", "protokoll-fehlt"} for _, slug in slugs)


@pytest.mark.parametrize("gone", ["regelwerk", "gruppe", "stadt"])
def test_a_missing_register_silences_only_what_needs_it(tmp_path: Path, gone: str) -> None:
    root = repository(tmp_path)
    (root / f"content/register/{gone}.yml").unlink()

    bericht = report(root)

    assert bericht.unread == 1
    assert any(e.reminder.rule.slug == "aufgabe-ueberfaellig" for e in bericht.entries)


def test_an_empty_project_has_nothing_to_do(tmp_path: Path) -> None:
    (tmp_path / "issues").mkdir()
    assert as_text(report(tmp_path)).endswith(QUIET)


# --- the forms -----------------------------------------------------------------------------------


def test_the_example_as_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", str(repository(tmp_path)), "--today", TODAY]) == 0
    assert capsys.readouterr().out == (CASES / "beispiel.txt").read_text(encoding="utf-8")


def test_the_example_as_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository(tmp_path)
    assert main(["watch", str(root), "--today", TODAY, "--format", "markdown"]) == 0
    assert capsys.readouterr().out == (CASES / "beispiel.md").read_text(encoding="utf-8")


def test_json_says_the_same_and_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository(tmp_path)
    assert main(["watch", str(root), "--today", TODAY, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)

    assert data == as_data(report(root))
    assert (data["version"], data["today"], data["unread"]) == (1, TODAY, 0)
    assert data["entries"][0] | {"hint": ""} == {
        "who": "koordination",
        "code": "antwort-ueberfaellig",
        "path": "issues/2026-05-treppe-am-bahnhof.md",
        "line": 19,
        "id": "2026-05-treppe-am-bahnhof",
        "titel": "Treppe am Bahnhof: kein Weg für Kinderwagen & Rollstuhl",
        "address": "https://wirkspur.example.org/musterstadt/anliegen/2026-05-treppe-am-bahnhof/",
        "message": "Seit 143 Tagen übergeben, ohne Antwort. Vereinbart sind 28 Tage.",
        "hint": "",
        "days": 143,
    }


def test_markdown_cannot_be_marked_up_by_contributed_text(tmp_path: Path) -> None:
    root = repository(tmp_path)
    concern = root / "issues/2026-05-treppe-am-bahnhof.md"
    text = concern.read_text(encoding="utf-8")
    title = 'titel: "<b>@alle</b> [Klick](https://example.org) `x` #7"\n'
    concern.write_text(
        "".join(title if t.startswith("titel:") else t for t in text.splitlines(keepends=True)),
        encoding="utf-8",
    )

    shown = as_markdown(report(root))

    assert "<b>" not in shown
    assert "@alle" not in shown
    assert r"\[Klick\](https://example.org) \`x\` \#7" in shown


def test_a_very_long_list_still_fits_an_issue(tmp_path: Path) -> None:
    root = repository(tmp_path)
    concern = (root / "issues/2026-11-zaun-am-spielplatz.md").read_text(encoding="utf-8")
    for number in range(600):
        path = root / f"issues/2026-11-zaun-{number}.md"
        path.write_text(concern.replace("2026-12-10", "2026-11-20"), encoding="utf-8")

    shown = as_markdown(report(root))

    assert "- … und 570 weitere" in shown
    assert len(shown) < 65_536


def test_every_entry_has_a_line_inside_its_file(tmp_path: Path) -> None:
    root = repository(tmp_path)
    for today in ("2026-11-22", "2027-04-20", "2031-01-01"):
        for entry in report(root, today).entries:
            place = entry.reminder.place
            assert 1 <= place.line <= (root / place.path).read_text("utf-8").count("\n") + 1
            assert entry.titel
