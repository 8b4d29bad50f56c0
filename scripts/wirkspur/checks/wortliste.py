"""A word that readers took for something else; which words, the group decides (R16)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..wording.prose import own_words
from ..wording.words import listing
from ..written import Written

RULE = Rule(
    "wortliste",
    "Ein Wort, das viele falsch verstehen",
    "Manche Wörter verstehen viele anders, als sie gemeint sind: „Angebot“ klingt nach Rabatt "
    "und nicht nach Hilfe. Solche Wörter sammelt die Gruppe in ihrer Wortliste, mit Vorschlägen, "
    "was besser passt.",
    Severity.HINWEIS,
    tun="Nehmen Sie eines der Wörter, die in der Meldung vorgeschlagen werden. Die Wortliste "
    "steht in content/register/regelwerk.yml, und die Gruppe kann sie ändern.",
    falsch="titel: Mehr Beratungsangebote am Abend",
    richtig="titel: Mehr Beratung am Abend",
)
ZUSAMMENGESETZT = 5
"""Shorter words are the end of others by chance: „Amt“ in „insgesamt“."""


def check(facts: Facts) -> Iterator[Finding]:
    """No record and no page uses a word of the list, unless the word itself is talked about."""
    regelwerk = facts.register.verzeichnis("regelwerk")
    liste = [(w, _telling(w.wort), _uses(w.wort)) for w in getattr(regelwerk, "wortliste", ())]
    for written in facts.written if liste else ():
        lower = written.text.lower()
        there = [entry for entry in liste if entry[1] in lower]
        if there and not (written.typ and written.typ.datei):
            yield from _found(written, there)


def _found(written: Written, liste: list[tuple[Any, str, re.Pattern[str]]]) -> Iterator[Finding]:
    words = own_words(written.without_addresses, written.body)
    for entry, _, uses in liste:
        found = [m for m in uses.finditer(words) if not _named(words, m)]
        if found and not _is_subject(written, uses):
            first = found[0]
            more = len(found) - 1
            often = (
                f" und weiter unten noch {'einmal' if more == 1 else f'{more}-mal'}" if more else ""
            )
            warum = f" {entry.warum}" if entry.warum else ""
            yield RULE.at(
                written.at(first.start()),
                f"„{' '.join(first[0].split())}“ steht hier{often}. Das Wort „{entry.wort}“ steht "
                f"auf der Wortliste der Gruppe.{warum}",
                _hint(entry),
                field=written.field(first.start()),
            )


def _hint(entry: Any) -> str:
    instead = (
        f"Besser passt vielleicht: {listing(entry.stattdessen)}. " if entry.stattdessen else ""
    )
    return f"{instead}Ist das Wort selbst gemeint, bitte so schreiben: „{entry.wort}“"


@lru_cache(maxsize=64)
def _uses(wort: str) -> re.Pattern[str]:
    """The word by itself, inflected, or as the last part of another; no part of an id.

    A noun has its capital, or is within a word that has one: „angeboten“ is another word.
    """
    stem = r"\s+".join(map(re.escape, wort.split()))
    within = r"\s+".join(map(re.escape, (wort[0].lower() + wort[1:]).split()))
    if wort[0].islower():
        stem = f"(?:{stem}|{re.escape(wort[0].upper())}{stem.removeprefix(re.escape(wort[0]))})"
    elif len(wort) >= ZUSAMMENGESETZT:
        stem = rf"(?=[A-ZÄÖÜ])(?:[^\W\d_]+-)*(?:{stem}|[^\W\d_]+?{within})"
    return re.compile(rf"(?<![\w/.#@-]){stem}(?:e[nrsm]?|s|n|nen)?(?![\w@]|-[a-z0-9])")


def _telling(wort: str) -> str:
    return wort.split(maxsplit=1)[0].lower()


_NAMED = re.compile(r"\b(?:Wort(?:e[sn]?|s)?|Wörter[n]?|Begriff(?:e[sn]?|s)?|Ausdr[uü]ck\w*)\s+\Z")


def _named(text: str, match: re.Match[str]) -> bool:
    """Whether the word itself is talked about: „das Wort Angebot“."""
    return bool(_NAMED.search(text, max(0, match.start() - 30), match.start()))


def _is_subject(written: Written, uses: re.Pattern[str]) -> bool:
    """Whether a record is about the word: its title has it in quotes, or calls it a word."""
    title = re.search(r"^(?:titel|title):.*", written.text[: written.body], re.MULTILINE)
    if not title:
        return False
    own = own_words(title[0], len(title[0]))
    here = list(uses.finditer(title[0]))
    return bool(here) and all(own[m.start()] == " " or _named(title[0], m) for m in here)
