"""The privacy rules on invented minutes and lists, as other places write them.

tests/privat/funde.txt marks what is private, `[[Art:Text]]`; a question mark means that a warning
is enough, a minus that nothing is demanded. tests/privat/harmlos.txt holds nothing private.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest
from support import TESTS, TODAY

from wirkspur.files import Tree, read
from wirkspur.findings import Finding, Severity
from wirkspur.gate import check
from wirkspur.privat.clear import clear
from wirkspur.privat.kontakte import Oeffentlich

RULES = {
    "name": {"personenname", "personenname-moeglich"},
    "mail": {"e-mail"},
    "tel": {"telefon"},
    "iban": {"iban"},
    "geburt": {"geburtsdatum"},
    "herkunft": {"herkunft", "herkunft-moeglich"},
    "anschrift": {"anschrift", "anschrift-moeglich"},
}
PRIVATE = {
    *(slug for slugs in RULES.values() for slug in slugs),
    "bild-metadaten", "kleine-zahl", "kleine-zahl-im-text", "kontakt-persoenlich", "schutzraum",
    "sprache-und-ort",
}  # fmt: skip
HEAD = """---
titel: Mehr Licht im Park
kurz: Abends ist es im Park dunkel.
thema: verkehr
art: anliegen
form: vorschlag
prioritaet: mittel
ort: stadtweit
eingebracht: 2026-10-01
naechster_blick: 2026-12-10
verlauf:
  - datum: 2026-10-01
    status: eingebracht
    von: connectors
---

"""
MARK = re.compile(r"\[\[(\w+)([?-]?):([^\]]*)\]\]")


@dataclass(frozen=True)
class Item:
    """Something private in an excerpt: where it stands, and how it must be found."""

    art: str
    how: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Excerpt:
    title: str
    path: str
    text: str
    items: tuple[Item, ...]


def excerpts(name: str) -> list[Excerpt]:
    parts = re.split(
        r"^=== (.+)\n", (TESTS / "privat" / name).read_text(encoding="utf-8"), flags=re.M
    )
    return [
        excerpt(number, title, text)
        for number, (title, text) in enumerate(zip(parts[1::2], parts[2::2], strict=True))
    ]


def excerpt(number: int, title: str, marked: str) -> Excerpt:
    whole = "/" in title
    text, items, done = "" if whole else HEAD, [], 0
    for mark in MARK.finditer(marked):
        text += marked[done : mark.start()]
        items.append(Item(mark[1], mark[2], mark[3], len(text), len(text) + len(mark[3])))
        text += mark[3]
        done = mark.end()
    path = title if whole else f"issues/2026-10-privat-{number}.md"
    return Excerpt(title, path, text + marked[done:], tuple(items))


@cache
def found(name: str) -> dict[str, list[Finding]]:
    """Excerpt's path → what the gate says of it."""
    example = read(TESTS / "example")
    files = {**example.files, **{e.path: e.text.encode() for e in excerpts(name)}}
    _, findings = check(Tree(dict(sorted(files.items()))), date.fromisoformat(TODAY))
    told: dict[str, list[Finding]] = {e.path: [] for e in excerpts(name)}
    for finding in findings:
        if finding.path in told and finding.code in PRIVATE:
            told[finding.path].append(finding)
    return told


def span(excerpt: Excerpt, finding: Finding) -> tuple[int, int]:
    lines = excerpt.text.split("\n")
    start = sum(len(line) + 1 for line in lines[: finding.line - 1]) + finding.column - 1
    return start, start + finding.hidden


def meets(excerpt: Excerpt, finding: Finding, item: Item) -> bool:
    start, end = span(excerpt, finding)
    first_line = excerpt.text.find("\n", item.start)
    return (
        finding.code in RULES[item.art] and start <= item.start and end >= min(item.end, first_line)
    )


def missed(art: str, severities: set[Severity]) -> tuple[list[str], int]:
    gone, total = [], 0
    for e in excerpts("funde.txt"):
        for item in e.items:
            if item.art != art or item.how == "-" or (item.how == "?") != (len(severities) > 1):
                continue
            total += 1
            told = [f for f in found("funde.txt")[e.path] if f.severity in severities]
            if not any(meets(e, f, item) for f in told):
                gone.append(f"{e.title}: {item.text}")
    return gone, total


@pytest.mark.parametrize("art", RULES)
def test_what_is_surely_private_is_an_error(art: str) -> None:
    gone, total = missed(art, {Severity.FEHLER})
    assert len(gone) <= 0.05 * total, gone


def test_what_is_perhaps_private_is_a_warning() -> None:
    gone, total = missed("name", {Severity.FEHLER, Severity.WARNUNG})
    assert total > 10
    assert len(gone) <= 0.1 * total, gone


def test_nothing_else_is_blamed_among_private_things() -> None:
    wrong = [
        f"{e.title}, {f.code}: {e.text[slice(*span(e, f))]}"
        for e in excerpts("funde.txt")
        for f in found("funde.txt")[e.path]
        if not any(i.start < span(e, f)[1] and span(e, f)[0] < i.end for i in e.items)
    ]
    assert wrong == []


def test_nothing_harmless_is_blamed() -> None:
    wrong = [
        f"{e.title}, {f.code}: {e.text[slice(*span(e, f))]}"
        for e in excerpts("harmlos.txt")
        for f in found("harmlos.txt")[e.path]
    ]
    assert wrong == []


def test_no_message_repeats_what_it_found() -> None:
    for e in excerpts("funde.txt"):
        for finding in found("funde.txt")[e.path]:
            for item in e.items:
                if len(item.text) > 3:
                    assert item.text not in finding.message + finding.hint


def test_the_corpus_is_large_enough() -> None:
    assert len(excerpts("funde.txt")) >= 30
    assert len(excerpts("harmlos.txt")) >= 30
    assert sum(len(e.items) for e in excerpts("funde.txt")) >= 150


HIDDEN = {
    "entity": ("ayla&#64;muster.example", "ayla@muster.example"),
    "named entity": ("Frau M&uuml;ller", "Frau Müller"),
    "escape": ("ayla\\u0040muster.example", "ayla@muster.example"),
    "soft hyphen": ("Beispiel\xadmann", "Beispielmann"),
    "no-break blank": ("Frau\xa0Muster", "Frau Muster"),
    "full width": ("０１７１＠", "0171@"),
    "Arabic digits": ("٠١٧١", "0171"),
    "emphasis": ("Frau **Mus**ter", "Frau Muster"),
    "tags": ("Frau <b>Muster</b><br>Herr", "Frau Muster Herr"),
    "composed letters": ("Mu\u0308ller", "Müller"),
}


@pytest.mark.parametrize(("written", "read_as"), HIDDEN.values(), ids=HIDDEN)
def test_what_hides_is_seen_through(written: str, read_as: str) -> None:
    assert clear(f"vorher {written} nachher").text == f"vorher {read_as} nachher"


@pytest.mark.parametrize("written", [written for written, _ in HIDDEN.values()], ids=HIDDEN)
def test_positions_lead_back_to_the_file(written: str) -> None:
    text = f"vorher {written} nachher"
    seen = clear(text)

    for sign in ("vorher", "nachher"):
        start = seen.text.index(sign)
        first, last = seen.origin(start)[0], seen.origin(start + len(sign) - 1)[1]
        assert text[first:last] == sign


@pytest.mark.parametrize("spelt", ["030 23125 100", "+49 (0)30 / 231 25-100", "0049 30 23125100"])
def test_a_listed_number_is_allowed_in_every_spelling(spelt: str) -> None:
    assert Oeffentlich(("030/23125-100",)).nummer(spelt)
    assert not Oeffentlich(("030/23125-100",)).nummer("030 23125 101")


def test_a_listed_domain_allows_what_ends_with_it_and_nothing_else() -> None:
    public = Oeffentlich(("musterstadt.example",))

    assert public.domain("post@amt.musterstadt.example")
    assert not public.domain("post@nichtmusterstadt.example")
    assert not public.domain("musterstadt.example@anders.example")
