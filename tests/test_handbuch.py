"""The handbook: what its pages tell people to type works, and what they show is really printed.

A page is read from its top to its end, as people do: each command is run in a fresh Musterstadt,
by somebody who answers what the block behind it shows.
"""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
import test_build
from openpyxl import load_workbook
from support import ROOT, TODAY, copy_example, wirkspur

from wirkspur import cli
from wirkspur.files import read
from wirkspur.gate import check

FOLDER = ROOT / "content" / "seiten" / "mitmachen"
PAGES = sorted(FOLDER.glob("*.md"))
VERBS = ("answer", "effect", "excel export", "excel import", "intake", "meeting count",
         "meeting prepare", "todo")  # fmt: skip

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"(?<!`)`wirkspur ([^`]+)`(?!`)")


class Block(NamedTuple):
    """A fenced block of a page."""

    kind: str
    text: str


def blocks(page: Path) -> list[Block]:
    return [Block(*found) for found in _BLOCK.findall(page.read_text(encoding="utf-8"))]


def commands(page: Path) -> Iterator[tuple[list[str], str]]:
    """The words of every call of the program, and what is shown behind it, if anything."""
    for block, after in pairwise([*blocks(page), Block("", "")]):
        calls = [line for line in block.text.splitlines() if line.startswith("wirkspur ")]
        for call in calls if block.kind == "sh" else ():
            shown = after.text if after.kind == "text" and call == calls[-1] else ""
            yield shlex.split(call)[1:], shown


def ids(page: Path) -> str:
    return page.stem


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_command_of_a_page_is_one_of_the_program(page: Path) -> None:
    for words, _ in commands(page):
        assert cli._parser(words).parse_args(words).verb == words[0]


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_what_a_sentence_names_of_the_program_is_there(page: Path) -> None:
    for named in _INLINE.findall(page.read_text(encoding="utf-8")):
        words = shlex.split(named)
        helped = wirkspur(*words[:1], "--help")
        assert helped.returncode == 0, named
        assert all(word in helped.stdout for word in words[1:] if word.startswith("--")), named


def test_every_way_in_is_told() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)

    assert [verb for verb in VERBS if f"\nwirkspur {verb} " not in text.replace("\n", " \n")] == []
    assert "`freigegeben`" in text


def test_the_first_page_leads_to_every_other() -> None:
    first = (FOLDER / "index.md").read_text(encoding="utf-8")

    assert [page.name for page in PAGES if f"]({page.name}" not in first] == ["index.md"]


def test_another_city_can_keep_the_handbook_and_every_link_leads_somewhere(tmp_path: Path) -> None:
    stadt = copy_example(tmp_path / "stadt")
    for page in PAGES:
        (stadt / page.relative_to(ROOT)).write_bytes(page.read_bytes())

    done = wirkspur("build", stadt, "--no-search", "--today", TODAY)

    assert done.returncode == 0, done.stdout + done.stderr
    test_build.test_every_internal_link_leads_somewhere(stadt / "build" / "site")


def test_the_whole_example_of_an_entry_passes_the_check(example: Path) -> None:
    [entry] = (b.text for b in blocks(FOLDER / "eintrag-schreiben.md") if b.text.startswith("---"))
    (example / "issues" / "2026-12-lampe-haltestelle.md").write_text(entry, encoding="utf-8")

    assert check(read(example), date(2026, 12, 5))[1] == []


# --- what is shown -------------------------------------------------------------------------------


class Keyboard(io.StringIO):
    """Stands for a terminal with somebody at it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "page", [page for page in PAGES if any(shown for _, shown in commands(page))], ids=ids
)
def test_what_a_page_shows_is_what_the_program_prints(
    page: Path, example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    noon = datetime.fromisoformat(TODAY).replace(hour=12, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", f"{noon.timestamp():.0f}")
    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.chdir(example)
    at_hand(page)
    for words, shown in commands(page):
        monkeypatch.setattr("builtins.input", person(shown))
        capsys.readouterr()

        cli.main(words)

        said = "".join(capsys.readouterr())
        if shown:
            lines = lines_of(shown)
            assert shortened(lines_of(said), lines) == lines, f"wirkspur {shlex.join(words)}"


def at_hand(page: Path) -> None:
    """What people have before they begin: the message that the page shows, a table filled in."""
    Path("privat").mkdir()
    for block in blocks(page):
        if block.text.startswith("== Wirkspur"):
            Path("privat/nachricht.txt").write_text(block.text, encoding="utf-8")
    if page.stem == "tabelle":
        cli.main(["excel", "export", "--out", "privat/tabelle.xlsx"])
        book = load_workbook("privat/tabelle.xlsx")
        sheet = book["Anliegen"]
        sheet["D3"] = "sehr wichtig"
        sheet["B8"], sheet["C8"] = "Begegnung", "Im Nordviertel gibt es keinen Treffpunkt."
        sheet["E8"], sheet["H8"] = "Nordviertel", "offen"
        book.save("privat/tabelle.xlsx")


def person(shown: str) -> Callable[[str], str]:
    """Somebody who answers each question as the page shows it."""
    lines = iter(shown.splitlines())

    def answer(question: str) -> str:
        line = next((line for line in lines if line.startswith(question.rstrip())), None)
        assert line is not None, f"The page shows no answer to: {question}"
        typed = line[len(question) :]
        print(f"{question}{typed}")
        return typed

    return answer


def lines_of(text: str) -> list[str]:
    return [line.rstrip() for line in text.replace("\N{NO-BREAK SPACE}", " ").strip().split("\n")]


def fits(said: str, shown: str) -> bool:
    """Whether a line is the one that is shown; … at its end stands for the rest."""
    return said == shown or (shown.endswith("…") and said.startswith(shown[:-1].rstrip()))


def shortened(said: list[str], shown: list[str]) -> list[str]:
    """What was printed, as short as it is shown; a line with … alone stands for any number."""
    rest, short = list(said), []
    for line, following in pairwise([*shown, None]):
        if line == "…":
            short.append(line)
            while rest and (following is None or not fits(rest[0], following)):
                del rest[0]
        elif rest:
            now = rest.pop(0)
            short.append(line if fits(now, line) else now)
    return short + rest
