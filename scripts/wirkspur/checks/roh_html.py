"""HTML in contributed text: the page drops it, and in a field it stands there as signs."""

import re
from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..reading.hypertext import raw_html
from ..wording.words import shown
from ..written import Written

RULE = Rule(
    "roh-html",
    "Im Text steht HTML",
    "Mit HTML ließe sich fremder Programmcode auf die Seite bringen. Darum lässt die Seite es weg, "
    "und was in spitzen Klammern steht, fehlt.",
    tun="Schreiben Sie ohne spitze Klammern: **fett**, [Linktext](https://…), und für eine neue "
    "Zeile ein \\ am Ende. Steht in den Klammern ein Wort, verwenden Sie runde Klammern.",
    falsch="Das ist <b>wichtig</b>.",
    richtig="Das ist **wichtig**.",
)

_NAMES = (
    "a|abbr|audio|b|base|blockquote|body|br|button|center|code|dd|details|div|dl|dt|em|embed|font|"
    "form|frame|frameset|h[1-6]|head|hr|html|i|iframe|img|input|ins|isindex|label|li|link|marquee|"
    "math|meta|noscript|object|ol|option|p|param|picture|pre|s|script|select|small|source|span|"
    "strike|strong|style|sub|sup|svg|table|tbody|td|template|textarea|th|thead|title|tr|track|u|"
    "ul|video|xml"
)
_IN_FIELD = re.compile(rf"<(?P<name>{_NAMES})(?=[\s/>])[^<>\n]*>?|<!--", re.IGNORECASE)

_INSTEAD = {
    "br": "Bitte ein \\ ans Ende der Zeile setzen oder eine leere Zeile lassen.",
    "a": "Bitte so schreiben: [Linktext](https://…).",
    "img": "Bitte löschen; Bilder zeigt die Seite nicht.",
    "b": "Bitte so schreiben: **fett**.",
    "strong": "Bitte so schreiben: **fett**.",
    "i": "Bitte so schreiben: *betont*.",
    "em": "Bitte so schreiben: *betont*.",
}
_ADDRESSES = {"web", "url", "beleg", "adresse", "email", "telefon"}
"""Fields whose values are looked at as a whole; what is none of these is said already."""
_KNOWN = re.compile(_NAMES, re.IGNORECASE)


def check(facts: Facts) -> Iterator[Finding]:
    """No text holds raw HTML."""
    for written in facts.written:
        if "<" in written.text:
            yield from _in_fields(written)
            yield from _in_body(written)


def _in_fields(written: Written) -> Iterator[Finding]:
    line = 0
    for match in _IN_FIELD.finditer(written.text, 0, written.body):
        place = written.at(match.start())
        if place.line == line or written.field(match.start()) in _ADDRESSES:
            continue
        if not _note(written, match.start()):
            line = place.line
            yield RULE.at(
                place, f"Hier steht HTML: {shown(match[0])}. Die Seite zeigt es als Zeichen.",
                "Bitte ohne spitze Klammern schreiben.",
            )  # fmt: skip


def _note(written: Written, position: int) -> bool:
    start = written.text.rfind("\n", 0, position) + 1
    return written.text[start:position].lstrip().startswith("#")


def _in_body(written: Written) -> Iterator[Finding]:
    for spot in raw_html(written.text[written.body :]):
        if not spot.target:
            said, hint = (
                "Hier steht ein versteckter Text",
                "Bitte löschen. Im Projekt kann ihn jeder lesen.",
            )
        elif _KNOWN.fullmatch(spot.target):
            said = "Hier steht HTML"
            hint = _INSTEAD.get(spot.target, "Bitte löschen oder ohne spitze Klammern schreiben.")
        else:
            said = "Was in spitzen Klammern steht, fehlt auf der Seite"
            hint = f"Bitte andere Klammern verwenden: ({spot.text.strip('<>/ ')[:40]})"
        yield RULE.at(
            written.at(written.body + spot.position), f"{said}: {shown(spot.text)}.", hint
        )
