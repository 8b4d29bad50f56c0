"""Sprecher*innen, SprecherInnen, Sprecher/-innen: this project writes Sprecher:innen (R20)."""

import re
from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..wording.prose import own_words

RULE = Rule(
    "personenform",
    "Eine andere Schreibweise als mit Doppelpunkt",
    "Alle Texte hier schreiben „Sprecher:innen“, damit man sie als ein Ganzes liest und mit einem "
    "Wort findet. Ein Stern kann außerdem verschwinden: Zwischen zwei Sternen wird Text kursiv.",
    Severity.HINWEIS,
    tun="Schreiben Sie Wörter für Menschen mit Doppelpunkt. Namen und Zitate dürfen bleiben, "
    "wie sie sind; setzen Sie sie in „…“.",
    falsch="loesungen:\n"
    "  - Die Sprecher/-innen sprechen mit dem Bauhof.\n"
    "  - Alle Nachbar/innen werden gefragt.",
    richtig="loesungen:\n"
    "  - Die Sprecher:innen sprechen mit dem Bauhof.\n"
    "  - Alle Nachbar:innen werden gefragt.",
)

_MAYBE = ("*in", "_in", "/in", "/-in", "·in", "(in", "Innen", "rIn", "tIn")
_FORMS = re.compile(
    r"(?<![\w/@.:-])(?P<stem>[A-ZÄÖÜ][^\W\d_]*(?:-[^\W\d_]+)*[a-zäöüß])"
    r"(?:"
    r"\\?[*_·](?P<sign>innen[a-zäöüß]*|in)(?![\w*])"  # no *innen* in italics
    r"|/-?(?P<slash>innen[a-zäöüß]*)(?!\w)"
    r"|/-(?P<dash>in)(?!\w)"
    r"|\((?P<bracket>innen|in)\)"
    r"|(?P<capital>Innen[a-zäöüß]*)(?!\w)"
    r"|(?<=er|nt|st|or|at|ur)(?P<one>In)(?!\w)"  # not LinkedIn
    r")"
)
_NO_PERSON = frozenset({"Außen", "Draußen", "Aussen", "Oben", "Drinnen"})


def check(facts: Facts) -> Iterator[Finding]:
    """People are written with a colon; of a file, the first other form is named, and the next."""
    for written in facts.written:
        if not any(sign in written.text for sign in _MAYBE):
            continue
        words = own_words(written.without_addresses, written.body)
        found = [m for m in _FORMS.finditer(words) if m["stem"] not in _NO_PERSON]
        if found:
            first = found[0]
            others = dict.fromkeys(m[0] for m in found[1:] if m[0] != first[0])
            more = (
                f" Ebenso weiter unten: {', '.join(f'„{w}“' for w in [*others][:3])}."
                if others
                else ""
            )
            yield RULE.at(
                written.at(first.start()),
                f"„{first[0]}“ steht hier ohne Doppelpunkt.{more}",
                f"Bitte so schreiben: {_colon(first)}. Namen und Zitate bitte in „…“ setzen.",
                field=written.field(first.start()),
            )


def _colon(match: re.Match[str]) -> str:
    ending = next(e for e in match.groups()[1:] if e)
    return f"{match['stem']}:{ending.lower()}"
