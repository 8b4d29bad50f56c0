"""A text that is much harder to read than it need be."""

import re
from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..wording.sentences import Sentence, grade, sentences
from ..written import Written

RULE = Rule(
    "lesbarkeit",
    "Ein Text ist schwer zu lesen",
    "Viele, die diese Seiten lesen, lernen noch Deutsch; kurze Sätze und Wörter helfen allen. "
    "Gemessen wird mit der Wiener Sachtextformel. Sie zählt nur und versteht nichts, darum ist das "
    "nie mehr als ein Hinweis.",
    Severity.HINWEIS,
    tun="Machen Sie aus langen Sätzen mehrere kurze. Ersetzen Sie lange Wörter durch kurze, "
    "oder erklären Sie sie. Sagen Sie, wer etwas tut.",
    falsch="Hinsichtlich der Antragstellung ist die Vollständigkeit der einzureichenden "
    "Unterlagen\nsicherzustellen. Die Bewilligung erfolgt vorbehaltlich der Verfügbarkeit von "
    "Haushaltsmitteln.",
    richtig="Geben Sie den Antrag und alle Papiere zusammen ab. Die Stadt kann nur helfen, wenn "
    "sie noch\nGeld hat.",
)
ZU_SCHWER = 14.0
"""From this year of school on a text is blamed.

The formula runs from 4 (very easy) to 15 (very hard). The scientific article that tells how this
project began measures 14.6 in the median of its paragraphs, the group's own records 6 and at
most 12: what reaches it reads like science, not like a neighbour.
"""
MINDESTENS = 3
"""Fewer sentences are no text."""
LANG = 20
"""A sentence with more words than that should be parted."""

_KURZ = re.compile(r"^kurz:[ \t]*(?:[>|][+-]?[ \t]*\r?$)?((?:.*)(?:\n[ \t]+.*)*)", re.MULTILINE)


def check(facts: Facts) -> Iterator[Finding]:
    """The body, with `kurz` if it is short, stays below `ZU_SCHWER`; one finding per file."""
    for written in facts.written:
        if written.body < len(written.text) and _may_be_hard(written.text[written.body :]):
            text = list(sentences(written.text, written.body))
            if len(text) < MINDESTENS:  # else one simple sentence would make a hard text easy
                text = [*_short(written), *text]
            if len(text) >= MINDESTENS and (hard := grade(text)) >= ZU_SCHWER:
                yield _finding(written, text, hard)


def _may_be_hard(body: str) -> bool:
    """A quick look that spares most files the counting: the formula with letters for syllables.

    Of 1,736 hard texts, made of what cities publish, it passed over two.
    """
    lengths = [len(word) for word in body.split()]
    per_cent = 100 / max(1, len(lengths))
    long = sum([n > 6 for n in lengths]) * per_cent
    single = sum([n < 4 for n in lengths]) * per_cent
    ends = body.count(". ") + body.count(".\n") + body.count("?") + body.count("!") + 1
    return 0.3232 * long + 0.1672 * len(lengths) / ends - 0.0327 * single > ZU_SCHWER - 0.625


def _short(written: Written) -> Iterator[Sentence]:
    if written.typ and (kurz := _KURZ.search(written.text, 0, written.body)):
        yield from sentences(written.text[: kurz.end()], kurz.start(1))


def _finding(written: Written, text: list[Sentence], hard: float) -> Finding:
    longest = max(text, key=lambda sentence: len(sentence.words))
    words = {word for sentence in text for word in sentence.words}
    first, *others = sorted(words, key=lambda word: (-len(word), word))[:2]
    etwa = " und ".join(f"„{word}“" for word in (first, *others))
    if (number := len(longest.words)) > LANG:
        start = longest.start
        where = f"Hier beginnt ein Satz mit {number} Wörtern."
        hint = "Bitte zwei oder drei kurze Sätze daraus machen und"
    else:
        start = written.text.index(first, min(sentence.start for sentence in text))
        where = f"Hier steht sein längstes Wort: „{first}“."
        hint = "Bitte"
    return RULE.at(
        written.at(start),
        f"Dieser Text ist schwer zu lesen (Stufe {int(hard)}, leicht ist 4 bis 8). {where}",
        f"{hint} lange Wörter ersetzen oder erklären, etwa {etwa}. Sagen Sie, "
        "wer etwas tut: statt „Die Antragstellung erfolgt …“ besser „Sie stellen den Antrag …“.",
    )
