"""The one form in which every way in writes a record, and small changes to what is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import TESTS

from wirkspur.intake.eintrag import angehaengt, geaendert, kennung, neu
from wirkspur.reading.signs import unseen
from wirkspur.register import TYPES
from wirkspur.source import parse

ANLIEGEN = next(typ for typ in TYPES if typ.art == "anliegen")
EXAMPLE = sorted(
    path
    for path in (TESTS / "example").rglob("*")
    if path.suffix in {".md", ".yml"} and "seiten" not in path.parts and path.name != "mkdocs.yml"
)
FILE = """\
---
# Diese Zeile bleibt.
titel: "Ein Zaun"  # und diese
ort: stadtweit
prioritaet: hoch
verlauf:
- datum: 2026-11-01
  status: eingebracht
---

Es geht um einen Zaun.
"""


def test_fields_stand_in_the_order_of_the_model_and_empty_ones_not_at_all() -> None:
    text = neu(ANLIEGEN, {"ort": "stadtweit", "kurz": "", "titel": "Ein Zaun"}, "Text.")

    assert text == "---\ntitel: Ein Zaun\nort: stadtweit\n---\n\nText.\n"


@pytest.mark.parametrize(
    "text", ["nein", "01067", "18:30", "a: b", "# x", "- x", "‹x›", "„Ja“", "a\nb", "'", "🙂", "~"]
)
def test_every_text_is_read_back_as_it_was(text: str) -> None:
    written = neu(ANLIEGEN, {"titel": text, "loesungen": [text, "x"]}, "").encode()
    data = parse("issues/x.md", written).fields() or {}

    assert data["titel"] == text
    assert data["loesungen"][0] == text


@pytest.mark.parametrize("path", EXAMPLE, ids=lambda path: path.name)
def test_a_change_leaves_the_rest_of_the_file_to_the_byte(path: Path) -> None:
    raw = path.read_text(encoding="utf-8")
    changed = geaendert(raw, {"neu_hier": "x"})

    assert changed != raw
    assert geaendert(changed, {"neu_hier": None}) == raw


def test_the_same_value_changes_nothing() -> None:
    assert geaendert(FILE, {"ort": ["stadtweit"], "titel": "Ein Zaun", "kurz": None}) is FILE


def test_comments_and_quotes_stay_where_one_field_changes() -> None:
    changed = geaendert(FILE, {"prioritaet": "niedrig"})

    assert changed == FILE.replace("prioritaet: hoch", "prioritaet: niedrig")


def test_the_text_below_can_change_alone() -> None:
    assert geaendert(FILE, {}, "Neuer Text.") == FILE.replace(
        "Es geht um einen Zaun.", "Neuer Text."
    )


def test_a_step_comes_at_the_end_in_the_form_of_the_others() -> None:
    changed = angehaengt(FILE, "verlauf", {"datum": "2026-12-01", "status": "beraten", "text": ""})

    assert "  status: eingebracht\n- datum: 2026-12-01\n  status: beraten\n---" in changed


def test_the_first_part_of_a_list_makes_the_list() -> None:
    assert "wirkung:\n  - urteil: keine" in angehaengt(
        FILE.replace("- datum", "  - datum").replace("  status", "    status"),
        "wirkung",
        {"urteil": "keine"},
    )


def test_lines_of_a_text_stay_lines_that_can_be_read() -> None:
    step = {"datum": "2026-12-01", "status": "beraten", "text": "Erstens.\nZweitens."}
    raw = angehaengt(FILE, "verlauf", step)
    document = parse("issues/x.md", raw.encode())

    assert "text: |-\n    Erstens.\n    Zweitens.\n" in raw
    assert not document.findings
    assert geaendert(raw, {"kurz": "a\nb"}).count("|-") == 2


def test_windows_line_endings_stay() -> None:
    raw = FILE.replace("\n", "\r\n")
    changed = geaendert(raw, {"prioritaet": "niedrig"})

    assert changed == raw.replace("hoch", "niedrig")


def test_an_id_is_short_and_new() -> None:
    long = "Mehr Licht im Park an der Kanalstraße, bitte bald und ohne lange Diskussion"
    first = kennung(long, "2026-12", set())

    assert first == "2026-12-mehr-licht-im-park-an-der-kanalstrasse-bitte-bald"
    assert kennung(long, "2026-12", {first}) == f"{first}-2"


SETTINGS = settings(
    max_examples=150,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
ODD = st.sampled_from([
    "yes", "~", "null", "1e3", "0x1", "18:30", "2026-02-30", "- a", "? a", "a: b", "a #b", "&a",
    "*a", "!x", "%a", "@a", "`a", "|", ">", "'", '"', "\\", "{a}", "[a]", "---", "...", " a", "a ",
    "a\nb", "a\n\n b", "a\n", "\n\na", "  a\nb", "#", ": ", "ä\tö", "🙂", "«»", "مرحبا", "a" * 300,
])  # fmt: skip
SIGNS = st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(" \n")
TEXT = (ODD | st.text(SIGNS, max_size=40)).filter(lambda text: not unseen("x.yml", text))


@SETTINGS
@given(TEXT, TEXT, st.lists(TEXT, max_size=3))
def test_any_text_is_read_back_from_a_new_record(one: str, two: str, many: list[str]) -> None:
    fields = {"titel": one, "verlauf": [{"status": two}], "loesungen": many}
    data = parse("issues/x.md", neu(ANLIEGEN, fields, "x").encode()).fields() or {}

    assert (data.get("titel") or "").strip() == one.strip()
    assert [t.strip() for t in data.get("loesungen") or []] == [t.strip() for t in many if t]
    step = (data.get("verlauf") or [{}])[0] or {}
    assert (step.get("status") or "").strip() == two.strip()


@SETTINGS
@given(TEXT, TEXT)
def test_any_text_can_be_put_into_a_record_and_the_rest_stays(one: str, two: str) -> None:
    changed = geaendert(FILE, {"titel": one or "x"})
    more = angehaengt(changed, "verlauf", {"datum": "2026-12-01", "text": two or "x"})
    data = parse("issues/x.md", more.encode()).fields() or {}

    assert data["titel"].strip() == (one or "x").strip()
    assert data["verlauf"][1]["text"].strip() == (two or "x").strip()
    assert data["ort"] == "stadtweit"
    assert "# Diese Zeile bleibt." in more
    assert more.endswith("---\n\nEs geht um einen Zaun.\n")
    assert geaendert(more, {"titel": one or "x"}) == more
