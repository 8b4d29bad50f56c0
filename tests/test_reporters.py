"""All reporters say the same findings: umlauts, pipes, line breaks, markup, many errors."""

from __future__ import annotations

import importlib
import json

import pytest

from wirkspur.findings import Finding, Location, Severity
from wirkspur.reporters import Report
from wirkspur.reporters.json import as_data, from_data

ESC = "\x1b[31m"
FINDINGS = [
    Finding("content/ä.md", 1, 1, "schreibweise", Severity.FEHLER, "Größe „ä|ö“ fehlt.", "So: a|b"),
    Finding("issues/a.md", 7, 3, "datum-unmoeglich", Severity.FEHLER,
            "Das Datum „2026-02-30“ gibt es nicht.", "Bitte prüfen.", "datum",
            (Location("issues/b.md", 2),)),
    Finding("issues/a.md", 9, 1, "x", Severity.WARNUNG, "100 % ::error:: \n<b>*fett*</b> @alle"),
    Finding("issues/a.md", 9, 2, "x", Severity.HINWEIS, f"Farbe {ESC}rot"),
    *(Finding("issues/c.md", n, 1, "viele", Severity.FEHLER, f"Fehler {n}") for n in range(1, 13)),
]  # fmt: skip
HELP = "https://stadt.example/hilfe/regeln/"
REPORT = Report(FINDINGS, 214, lambda path, line: f"{path} Zeile {line} `|{ESC}", HELP)


def said(form: str, report: Report = REPORT) -> str:
    return importlib.import_module(f"wirkspur.reporters.{form}").report(report)


@pytest.mark.parametrize("form", ["text", "github", "markdown", "json"])
def test_every_finding_is_named(form: str) -> None:
    text = said(form)

    assert all(f"Fehler {n}" in text for n in range(1, 13))
    assert "Größe" in text


@pytest.mark.parametrize("form", ["text", "github", "markdown"])
def test_nothing_can_steer_a_terminal(form: str) -> None:
    assert "\x1b" not in said(form)


@pytest.mark.parametrize("form", ["github", "markdown"])
def test_every_message_leads_to_the_page_of_its_rule(form: str) -> None:
    assert f"{HELP}datum-unmoeglich/" in said(form)


def test_json_says_where_rules_are_explained() -> None:
    assert json.loads(said("json"))["help"] == HELP


def test_text_groups_by_file_and_closes_with_a_sum() -> None:
    text = said("text")

    assert text.count("issues/c.md\n") == 1
    assert "\n14 Fehler, 1 Warnung, 1 Hinweis in 3 von 214 Dateien.\n" in text
    assert text.endswith("wirkspur explain REGEL\n")


def test_text_shows_the_line_and_what_to_do() -> None:
    assert "  Zeile 7    FEHLER   Das Datum „2026-02-30“ gibt es nicht." in said("text")
    assert "            → Bitte prüfen." in said("text")
    assert "siehe auch issues/b.md, Zeile 2" in said("text")


def test_clean_is_said_plainly() -> None:
    assert said("text", Report([], 3, lambda *_: "")) == "Alles in Ordnung: 3 Dateien geprüft.\n"


def test_github_caps_what_github_would_drop() -> None:
    commands = [line for line in said("github").split("\n") if line.startswith("::error ")]

    assert len(commands) == 10
    assert "4 weitere (FEHLER) stehen im Protokoll." in said("github")


def test_github_escapes_what_would_be_a_command() -> None:
    line = next(line for line in said("github").split("\n") if line.startswith("::warning "))

    assert "100 %25 ::error:: \N{REPLACEMENT CHARACTER}<b>" in line
    shown = said("github").split("::stop-commands::")[1]
    assert "::error::" not in shown


def test_markdown_cannot_be_marked_up_by_contributed_text() -> None:
    text = said("markdown")

    assert "<b>" not in text
    assert "@alle" not in text
    assert r"ä\|ö" in text


def test_json_gives_back_the_same_findings() -> None:
    assert from_data(json.loads(json.dumps(as_data(FINDINGS, 214)))) == (FINDINGS, 214)
