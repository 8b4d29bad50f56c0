"""`wirkspur group`: says of each rule whether it is fulfilled, and nothing of the private list."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import TESTS, TODAY

from wirkspur.cli import main

KOPF = "kuerzel;volljaehrig;wohnsitz;herkunftsland;beginn;ende;aktiv"
LAND = """
  - id: herkunftsland
    titel: Höchstens so viele Personen aus einem Herkunftsland
    wert: 2
"""
ALLE = {
    "Alle sind mindestens 18 Jahre alt": "erfüllt",
    "Alle wohnen in Musterstadt": "erfüllt",
    "Höchstens 2 Personen je Herkunftsland": "erfüllt",
    "Höchstens 15 Mitglieder": "erfüllt",
}


@pytest.fixture
def stadt(tmp_path: Path) -> Path:
    """The example, where at most two members may come from one country."""
    root = tmp_path / "stadt"
    shutil.copytree(TESTS / "example", root, ignore=shutil.ignore_patterns("build"))
    regelwerk = root / "content" / "register" / "regelwerk.yml"
    text = regelwerk.read_text(encoding="utf-8")
    regelwerk.write_text(text.replace("grenzen:\n", "grenzen:" + LAND, 1), encoding="utf-8")
    return root


def group(
    stadt: Path, liste: str | bytes, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str, str]:
    """Run the command on a list that lies outside the project."""
    datei = stadt.parent / "liste.csv"
    datei.write_bytes(liste if isinstance(liste, bytes) else liste.encode())
    code = main(["group", str(datei), str(stadt), "--today", TODAY])
    said = capsys.readouterr()
    return code, said.out, said.err


def rows(*lines: str) -> str:
    return "\n".join((KOPF, *lines)) + "\n"


def told(out: str) -> dict[str, str]:
    """Rule → answer, without the note below."""
    lines = out.split("\n\n", maxsplit=1)[0].splitlines()
    parts = (line.rsplit("  ", 1) for line in lines)
    return {rule.rstrip(): answer.strip() for rule, answer in parts}


def test_a_good_list_fulfils_every_rule(stadt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    liste = rows("a;ja;ja;Phantasien;;;", "b;ja;ja;Phantasien;;;", "c;ja;ja;Utopia;;;")

    code, out, err = group(stadt, liste, capsys)

    assert (code, told(out), err) == (0, ALLE, "")


@pytest.mark.parametrize(
    ("zeile", "regel"),
    [
        ("d;nein;ja;Utopia;;;", "Alle sind mindestens 18 Jahre alt"),
        ("d;;ja;Utopia;;;", "Alle sind mindestens 18 Jahre alt"),
        ("d;vermutlich;ja;Utopia;;;", "Alle sind mindestens 18 Jahre alt"),
        ("d;ja;nein;Utopia;;;", "Alle wohnen in Musterstadt"),
        ("d;ja;Nachbarstadt;Utopia;;;", "Alle wohnen in Musterstadt"),
        ("d;ja;ja;PHANTASIEN ;;;", "Höchstens 2 Personen je Herkunftsland"),
        ("d;ja;ja;Utopia / Phantasien;;;", "Höchstens 2 Personen je Herkunftsland"),
        ("d;ja;ja;;;;", "Höchstens 2 Personen je Herkunftsland"),
        ("d;ja", "Alle wohnen in Musterstadt"),
    ],
)
def test_one_person_can_break_one_rule(
    zeile: str, regel: str, stadt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    liste = rows("a;ja;ja;Phantasien;;;", "b;ja;ja;Phantasien;;;", zeile)

    code, out, _ = group(stadt, liste, capsys)

    assert code == 1
    assert told(out)[regel] == "nicht erfüllt"


def test_the_cohort_limits_how_many_there_are(
    stadt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    liste = rows(*(f"k{n};ja;ja;Land{'abcdefghijklmnop'[n]};;;" for n in range(16)))

    code, out, _ = group(stadt, liste, capsys)

    assert (code, told(out)) == (1, {**ALLE, "Höchstens 15 Mitglieder": "nicht erfüllt"})


def test_who_has_left_does_not_count(stadt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    liste = rows(*("a;ja;ja;Phantasien;;;ja",) * 2, "c;nein;nein;Phantasien;;;nein")

    assert told(group(stadt, liste, capsys)[1]) == ALLE


@pytest.mark.parametrize(
    ("beginn", "ende", "answer"),
    [
        ("2025-02", "2027-01", "erfüllt"),
        ("01.02.2025", "", "erfüllt"),
        ("Februar 2025", "31.01.2027", "erfüllt"),
        ("2023", "2026", "nicht erfüllt"),
        ("1.2.2024", "", "nicht erfüllt"),
        ("irgendwann", "", "nicht erfüllt"),
        ("31.02.2025", "", "nicht erfüllt"),
    ],
)
def test_terms_are_looked_at_where_they_are_given(
    beginn: str, ende: str, answer: str, stadt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    liste = rows(f"a;ja;ja;Utopia;{beginn};{ende};", "b;ja;ja;Utopia;;;")

    assert told(group(stadt, liste, capsys)[1])["Höchstens 24 Monate Ehrenamt"] == answer


GUT = (
    "Kürzel;Volljährig (ja/nein)?;Wohnt in Musterstadt;Herkunftsland\n"
    "ä;Ja;JA;Türkisch-Utopia\nö;x;j;Phantasien\n"
)


@pytest.mark.parametrize(
    "raw",
    [
        GUT.encode(),
        GUT.encode("utf-8-sig"),
        GUT.encode("cp1252"),
        GUT.encode("utf-16"),
        GUT.replace(";", ",").encode(),
        GUT.replace(";", "\t").replace("\n", "\r\n").encode(),
        ("\n\n" + GUT + ";;;\n\n").encode(),
        GUT.replace("Ja", '"Ja"').encode(),
    ],
    ids=["utf-8", "bom", "windows", "utf-16", "komma", "tabulator", "leerzeilen", "anfuehrung"],
)
def test_a_list_is_read_as_spreadsheets_write_it(
    raw: bytes, stadt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(group(stadt, raw, capsys)[1]) == ALLE


GEHEIM = ("Geheimnia", "Zitronella", "Knallerbse", "17.03.1989")


@pytest.mark.parametrize(
    "liste",
    [
        rows(*("Zitronella Knallerbse;nein;nein;Geheimnia;17.03.1989;x;",) * 3),
        "Zitronella;Knallerbse\nGeheimnia;17.03.1989\n",
        "Name;Geburtsdatum;volljaehrig;wohnsitz\nZitronella;17.03.1989;ja;ja\n",
        'volljaehrig;wohnsitz;herkunftsland\n"Zitronella;Geheimnia\n\x00Knallerbse',
        "Zitronella Knallerbse aus Geheimnia",
        "PK\x03\x04Zitronella Geheimnia",
        "volljaehrig;wohnsitz;herkunftsland\n" + "Zitronella;" * 50_000,
        'volljaehrig;wohnsitz;herkunftsland\nja;ja;"' + "Geheimnia" * 20_000,
    ],
    ids=["broken", "no-head", "birth", "quote", "sentence", "zip", "wide", "long-cell"],
)
def test_nothing_of_the_list_is_ever_repeated_or_kept(
    liste: str, stadt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(stadt.rglob("*"))

    code, out, err = group(stadt, liste, capsys)

    assert code in {1, 2}
    assert out or err
    assert not [secret for secret in GEHEIM if secret in out + err]
    assert sorted(stadt.rglob("*")) == before


@pytest.mark.parametrize(
    ("liste", "part"),
    [
        ("wohnsitz;herkunftsland\nja;Utopia\n", "fehlt die Spalte „volljaehrig“"),
        ("volljaehrig;wohnsitz\nja;ja\n", "fehlt die Spalte „herkunftsland“"),
        ("volljaehrig;wohnsitz;geboren\nja;ja;x\n", "Bitte diese Spalte löschen"),
        (KOPF + "\n", "Die Liste ist leer"),
        ("", "Die Liste ist leer"),
        ("PK\x03\x04", "Speichern unter"),
    ],
)
def test_a_list_that_cannot_be_checked_is_told_why(
    liste: str, part: str, stadt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = group(stadt, liste, capsys)

    assert (code, out) == (2, "")
    assert part in err


def test_a_missing_list_is_told_without_a_traceback(
    stadt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["group", str(stadt.parent / "gibt-es-nicht.csv"), str(stadt)]) == 2
    assert "gibt es nicht" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("ort", "ignoriert", "allowed"),
    [
        ("content", "/privat/\n", False),
        ("privat", "/privat/\n", True),
        ("privat/2026", "build/\nprivat/\n", True),
        ("privat", "build/\n", False),
        ("privat", "/privat/\n!/privat/\n", False),
        ("privat", None, False),
    ],
)
def test_within_the_project_only_the_ignored_folder_will_do(
    ort: str,
    ignoriert: str | None,
    allowed: bool,
    stadt: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if ignoriert is not None:
        (stadt / ".gitignore").write_text(ignoriert, encoding="utf-8")
    (stadt / ort).mkdir(parents=True, exist_ok=True)
    datei = stadt / ort / "gruppe.csv"
    datei.write_text(rows("a;ja;ja;Utopia;;;"), encoding="utf-8")

    code = main(["group", str(datei), str(stadt), "--today", TODAY])

    said = capsys.readouterr()
    assert code == (0 if allowed else 2)
    assert ("veröffentlicht" in said.err) is not allowed


def test_another_repository_is_no_better_place(
    stadt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = stadt.parent / "anderes"
    (other / ".git").mkdir(parents=True)
    (other / "gruppe.csv").write_text(rows("a;ja;ja;Utopia;;;"), encoding="utf-8")

    assert main(["group", str(other / "gruppe.csv"), str(stadt)]) == 2
    assert "veröffentlicht" in capsys.readouterr().err


def test_this_project_ignores_the_folder_for_private_lists() -> None:
    ignored = (TESTS.parent / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert "/privat/" in ignored


def test_the_template_is_a_head_that_is_understood(
    stadt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["group", "--vorlage"]) == 0
    head = capsys.readouterr().out

    code, out, _ = group(stadt, head + "a;ja;ja;Utopia;2026-01;;ja\n", capsys)

    assert code == 0
    assert set(told(out).values()) == {"erfüllt"}


def test_a_city_without_a_limit_per_country_needs_no_countries(
    stadt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    regelwerk = stadt / "content" / "register" / "regelwerk.yml"
    text = regelwerk.read_text(encoding="utf-8")
    regelwerk.write_text(text.replace(LAND.lstrip("\n"), ""), encoding="utf-8")

    code, out, _ = group(stadt, "volljaehrig;wohnsitz\nja;ja\n", capsys)

    assert code == 0
    assert "Herkunftsland" not in out
