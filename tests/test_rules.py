"""What every rule says about itself: on its help page and in `wirkspur explain`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import indent

import pytest
from support import TESTS, TODAY

from wirkspur import files, gate, watch
from wirkspur.discover import discover
from wirkspur.files import Tree
from wirkspur.findings import Rule

CASES = TESTS / "cases"
EXAMPLE = files.read(TESTS / "example").files
RULES = gate.rules()
EVERY = (*RULES, *(module.RULE for module in discover(watch)))
"""The rules of the gate, and those of time."""

NOTHING_TO_SHOW = {
    "datei-bom": "what is wrong cannot be seen",
    "datei-leer": "an empty file shows nothing",
    "datei-zu-gross": "200 kB are no example",
    "pruefprogramm": "the mistake is ours, in no file",
    "verknuepfung": "a link looks like any other file",
    "verzeichnis-fehlt": "what is wrong is not there",
}
"""Rules without an example, and why."""
ABRIDGED = {"bild-metadaten": "an image has no lines"}
"""Rules whose example is told, not shown."""
FORBIDDEN = re.compile(
    r"\b(?:YAML|Parser|Schema|null|String|Regex|Git|Commit|Branch|Pull Request|Markdown|Python|"
    r"Exception|Pydantic|Front ?Matter|Boolean|Integer|Array|Key|Value)\b"
)


def slug(rule: Rule) -> str:
    return rule.slug


@pytest.mark.parametrize("rule", EVERY, ids=slug)
def test_a_rule_says_why_and_what_to_do(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.slug)
    assert rule.titel.strip() == rule.titel
    assert rule.titel[-1:] not in {"", ".", "!"}
    for text in (rule.warum, rule.tun):
        assert re.search(r"[.!?…]\Z", text), text
        assert "  " not in text, text
        assert "\n" not in text, text


@pytest.mark.parametrize("rule", EVERY, ids=slug)
def test_a_rule_speaks_to_people_who_have_never_seen_git(rule: Rule) -> None:
    said = f"{rule.titel} {rule.warum} {rule.tun}"

    assert not FORBIDDEN.search(said)
    assert not re.search(r"\b(?:[Dd]u|[Dd]ein\w*|[Dd]ir|[Dd]ich)\b|\w[*_]in(?:nen)?\b", said)
    assert not re.search(r"[\"']", said), "quotes are „…“"
    assert re.search(r"\bSie\b|\b[Bb]itte\b", rule.tun), "says Sie"


@pytest.mark.parametrize("rule", EVERY, ids=slug)
def test_what_to_do_is_short(rule: Rule) -> None:
    assert len(re.findall(r"[.!?](?= [A-ZÄÖÜ]|\Z)", rule.tun)) <= 3
    assert len(rule.tun) <= 320


def test_rules_that_show_nothing_have_a_reason() -> None:
    assert {rule.slug for rule in RULES if not rule.falsch} == set(NOTHING_TO_SHOW)
    assert {rule.slug for rule in RULES if not rule.richtig} == set(NOTHING_TO_SHOW)


@pytest.mark.parametrize("rule", [r for r in RULES if r.falsch], ids=slug)
def test_the_example_is_reported_and_mended(rule: Rule) -> None:
    """Putting `richtig` for `falsch` silences the rule and wakes no other one.

    In a case of the rule that holds these lines; else in the text of a record.
    """
    if rule.slug in ABRIDGED:
        return
    trees = [_tree(case) for case in sorted(CASES.glob(f"{rule.slug}/*"))]
    pairs = [(before, after) for before in trees if (after := _mended(before, rule))]
    if not pairs:
        pairs = [(_with_text(rule.falsch), _with_text(rule.richtig))]
    assert any(
        _said(after) < _said(before) for before, after in pairs if rule.slug in _said(before)
    )


def _with_text(text: str) -> dict[str, bytes]:
    path = "issues/2026-02-nachtbus.md"
    return EXAMPLE | {path: EXAMPLE[path] + f"\n{text}\n".encode()}


def _own(case: Path) -> dict[str, bytes]:
    return {
        path.relative_to(case).as_posix(): path.read_bytes()
        for path in case.rglob("*")
        if path.is_file() and path.name not in {"expected.txt", "weg.txt"}
    }


def _tree(case: Path) -> dict[str, bytes]:
    tree = EXAMPLE | _own(case)
    if (gone := case / "weg.txt").exists():
        for path in gone.read_text(encoding="utf-8").splitlines():
            tree.pop(path)
    return tree


def _mended(tree: dict[str, bytes], rule: Rule) -> dict[str, bytes] | None:
    """The tree with `richtig` in place of `falsch`; None where no file holds it."""
    if rule.falsch in tree:  # the mistake is where the file lies
        return {rule.richtig if path == rule.falsch else path: raw for path, raw in tree.items()}
    wrong, right = _indented(rule.falsch), _indented(rule.richtig)
    for path, raw in tree.items():
        text = "\n" + raw.decode("utf-8", "replace").replace("\r\n", "\n")
        for depth in range(0, 7, 2):
            if (old := wrong(depth)) in text and raw != EXAMPLE.get(path):
                return tree | {path: text.replace(old, right(depth), 1)[1:].encode()}
    return None


def _indented(text: str) -> Callable[[int], str]:
    return lambda depth: "\n" + indent(text, " " * depth) + "\n"


def _said(tree: dict[str, bytes]) -> Counter[str]:
    """How often each rule speaks."""
    _, findings = gate.check(Tree(dict(sorted(tree.items()))), date.fromisoformat(TODAY))
    return Counter(finding.code for finding in findings)
