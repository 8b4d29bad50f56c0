"""A telephone number that is not the public one of an institution."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..privat.kontakte import Oeffentlich, einrichtung
from ..privat.spots import findings
from ..privat.telefon import nummern
from ..privat.view import suspects

RULE = Rule(
    "telefon",
    "Eine Telefonnummer",
    "Mit einer Telefonnummer kann man einen Menschen zu Hause erreichen, auch wenn er das nicht "
    "will. Erlaubt sind nur Nummern von Einrichtungen, die in stadt.yml oder beim Welcome "
    "Point stehen.",
    tun="Löschen Sie die Nummer und nennen Sie die Rolle oder Stelle. Gehört sie einer "
    "Einrichtung, tragen Sie sie in content/register/stadt.yml unter „kontakte“ ein.",
    falsch="Bitte zurückrufen: 0171 39200 12",
    richtig="Die Sprecher:innen rufen zurück.",
)
HINT = (
    "Bitte löschen und die Stelle nennen, zum Beispiel „die Beratungsstelle“. Die Nummer einer "
    "Einrichtung kann man in content/register/stadt.yml unter „kontakte“ erlauben."
)


def check(facts: Facts) -> Iterator[Finding]:
    """Telephone numbers stand nowhere but where institutions are reached (facts R15)."""
    public = Oeffentlich.of(facts.register)
    for view in suspects(facts):
        spots = [
            number.spot
            for number in nummern(view, public.land)
            if not public.nummer(number.text) and not einrichtung(view, number.spot.start)
        ]
        one, many = "Hier steht eine Telefonnummer: {}.", "Hier stehen Telefonnummern: {}."
        yield from findings(RULE, view, spots, one, many, HINT)
