"""Links that run a program, open a file, or lead nowhere the site would let them lead."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..reading.hypertext import HOECHSTENS, SCHEMES, Spot, is_link, links, printable, scheme
from ..wording.words import shown
from ..written import Written

RULE = Rule(
    "link-gefaehrlich",
    "Ein Link, der nicht auf eine Internet-Seite führt",
    "Ein Link kann im Browser der Leser:innen ein Programm starten oder auf eine Datei zeigen, die "
    "nur ein einziger Computer kennt. Die Seite macht daraus keinen Link.",
    tun="Verlinken Sie eine Seite im Internet; die Adresse beginnt mit https://. Erlaubt sind auch "
    "mailto: und tel:.",
    falsch="[Merkblatt](file:///C:/Dokumente/merkblatt.pdf)",
    richtig="[Merkblatt](https://www.musterstadt.example/merkblatt.pdf)",
)
_STRANGE = replace(RULE, severity=Severity.WARNUNG)

_HARMLESS = {"", *SCHEMES}
_RUNS = {"javascript", "vbscript", "livescript", "mocha", "data", "blob", "about", "view-source"}
_NEEDED = "Bitte löschen oder eine Adresse angeben, die mit https:// beginnt."


def check(facts: Facts) -> Iterator[Finding]:
    """Every link in a text leads to a page, a mailbox or a telephone."""
    for written in facts.written:
        if "](" in written.text or "]:" in written.text or "<" in written.text:
            yield from _in_fields(written)
            yield from _in_body(written)


def _in_body(written: Written) -> Iterator[Finding]:
    body = written.text[written.body :]
    strange = (s for s in links(body) if scheme(s.target) not in _HARMLESS)
    for spot in islice(strange, HOECHSTENS):
        if is_link(body, spot):
            yield _finding(written, spot, written.body)


def _in_fields(written: Written) -> Iterator[Finding]:
    """Fields are no Markdown, but nobody writes such a link by accident."""
    head = written.text[: written.body]
    for spot in links(head):
        if scheme(spot.target) in _RUNS:
            yield _finding(written, spot, 0)


def _finding(written: Written, spot: Spot, offset: int) -> Finding:
    place, start = written.at(offset + spot.position), scheme(spot.target)
    said = shown(printable(spot.text), 40)
    if start in _RUNS:
        return RULE.at(place, f"Dieser Link startet ein Programm: {said}.", _NEEDED)
    if start == "file" or len(start) == 1:
        return RULE.at(place, f"Dieser Link zeigt auf eine Datei auf einem Computer: {said}.",
                       "Andere können sie nicht öffnen. " + _NEEDED)  # fmt: skip
    if start == "//":
        right = "https://" + spot.target.lstrip("\\/")
        return RULE.at(place, f"Dieser Link hat keinen Anfang: {said}.",
                       f"Bitte vollständig schreiben, zum Beispiel {right[:80]}")  # fmt: skip
    return _STRANGE.at(place, f"Daraus macht die Seite keinen Link: {said}.", _NEEDED)
