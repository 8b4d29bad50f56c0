"""Images in contributed Markdown: the site shows none, and another host would see who reads."""

from collections.abc import Iterator
from dataclasses import replace

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..reading.hypertext import images, scheme
from ..wording.words import shown

RULE = Rule(
    "bild-im-text",
    "Im Text steht ein Bild",
    "Ein Bild von einer anderen Seite verrät dieser Seite, wer hier liest. Auf Fotos sind Menschen "
    "zu erkennen. Darum zeigt die Seite keine Bilder.",
    tun="Löschen Sie das Bild, und sagen Sie in Worten, was darauf zu sehen ist. Ein Bild im "
    "Internet können Sie verlinken: ohne das Ausrufezeichen davor.",
    falsch="![Die dunkle Treppe](https://bilder.example/treppe.jpg)",
    richtig="[Bild der dunklen Treppe](https://bilder.example/treppe.jpg)",
)
_OWN = replace(RULE, severity=Severity.WARNUNG)


def check(facts: Facts) -> Iterator[Finding]:
    """No body and no page holds an image."""
    for written in facts.written:
        if "![" not in written.text:
            continue
        for spot in images(written.text[written.body :]):
            place = written.at(written.body + spot.position)
            start = scheme(spot.target)
            if start in {"http", "https"}:
                yield RULE.at(
                    place, f"Hier steht ein Bild von einer anderen Seite: {shown(spot.text)}.",
                    f"Bitte löschen, oder verlinken ohne das Ausrufezeichen: {spot.text[1:80]}",
                )  # fmt: skip
            else:
                yield (RULE if start else _OWN).at(
                    place, f"Dieses Bild zeigt die Seite nicht: {shown(spot.text)}.",
                    "Bitte löschen und in Worten sagen, was zu sehen ist.",
                )  # fmt: skip
