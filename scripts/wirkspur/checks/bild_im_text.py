"""Images in contributed Markdown: another host would see who reads, so only pages show our own."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..reading.hypertext import Spot, images, scheme
from ..register import Register
from ..seiten import picture_of
from ..wording.words import did_you_mean, shown
from ..written import Written

RULE = Rule(
    "bild-im-text",
    "Im Text steht ein Bild",
    "Ein Bild von einer anderen Seite verrät dieser Seite, wer hier liest. Auf Fotos sind Menschen "
    "zu erkennen. Darum zeigt die Seite nur die Bilder, die zum Programm gehören, und nur in der "
    "Anleitung. Wer nicht sieht, braucht dort eine Beschreibung.",
    tun="Löschen Sie das Bild, und sagen Sie in Worten, was darauf zu sehen ist. Ein Bild im "
    "Internet können Sie verlinken: ohne das Ausrufezeichen davor.",
    falsch="![Die dunkle Treppe](https://bilder.example/treppe.jpg)",
    richtig="[Bild der dunklen Treppe](https://bilder.example/treppe.jpg)",
)
_OWN = replace(RULE, severity=Severity.WARNUNG)


def check(facts: Facts) -> Iterator[Finding]:
    """No body holds an image; a page only one of our own, and says what is to be seen."""
    for written in facts.written:
        if "![" not in written.text:
            continue
        for spot in images(written.text[written.body :]):
            if written.typ is None and picture_of(written.path, spot.target):
                yield from _ours(facts.register, written, spot)
            else:
                yield _refused(written, spot)


def _ours(register: Register, written: Written, spot: Spot) -> Iterator[Finding]:
    """What is wrong with a picture that a page may show."""
    file = picture_of(written.path, spot.target)
    if file not in register.prose:
        folder, _, name = file.rpartition("/")
        names = [path.rpartition("/")[2] for path in register.prose if path.startswith(folder)]
        yield RULE.at(
            written.at(written.body + spot.position),
            f"Das Bild „{name}“ gibt es nicht im Ordner {folder}.",
            did_you_mean(name, names, "Bitte den Namen prüfen oder das Bild weglassen."),
        )
    if re.match(r"!\[\s*\]", spot.text):
        yield RULE.at(
            written.at(written.body + spot.position),
            f"Zu diesem Bild fehlt die Beschreibung: {shown(spot.text)}.",
            "Bitte in die eckigen Klammern schreiben, was zu sehen ist, zum Beispiel: "
            "![Eine Frage auf dem Handy](…)",
        )


def _refused(written: Written, spot: Spot) -> Finding:
    """What to say about an image that is not shown."""
    place = written.at(written.body + spot.position)
    start = scheme(spot.target)
    if start in {"http", "https"}:
        return RULE.at(
            place, f"Hier steht ein Bild von einer anderen Seite: {shown(spot.text)}.",
            f"Bitte löschen, oder verlinken ohne das Ausrufezeichen: {spot.text[1:80]}",
        )  # fmt: skip
    return (RULE if start else _OWN).at(
        place, f"Dieses Bild zeigt die Seite nicht: {shown(spot.text)}.",
        "Bitte löschen und in Worten sagen, was zu sehen ist.",
    )  # fmt: skip
