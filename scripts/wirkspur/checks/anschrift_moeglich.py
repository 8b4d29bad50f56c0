"""A street with a house number, of which nobody can say whether somebody lives there."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..privat.anschrift import addresses
from ..privat.spots import findings
from ..privat.view import suspects

RULE = Rule(
    "anschrift-moeglich",
    "Vielleicht die Adresse eines Menschen",
    "Eine Hausnummer kann eine Einrichtung meinen oder eine Wohnung. Das Programm kann es nicht "
    "wissen. Bitte sehen Sie selbst nach.",
    Severity.WARNUNG,
    tun="Wohnt dort jemand? Dann löschen Sie die Hausnummer. Ist es ein öffentlicher Ort, "
    "schreiben Sie dazu, welcher, zum Beispiel „das Bürgerhaus in der Musterstraße 12“.",
    falsch="Es geht um die Musterstraße 12.",
    richtig="Es geht um das Bürgerhaus in der Musterstraße 12.",
)
HINT = (
    "Wohnt dort jemand? Dann bitte die Hausnummer löschen. Ist es ein öffentlicher Ort, bitte dazu "
    "schreiben, welcher, zum Beispiel „das Bürgerhaus“."
)


def check(facts: Facts) -> Iterator[Finding]:
    """Addresses that may be private are said as a warning (concept § 6)."""
    for view in suspects(facts):
        spots = [spot for spot in addresses(view) if spot.art]
        one, many = "Wohnt hier jemand? {}", "Wohnt hier jemand? {}"
        yield from findings(RULE, view, spots, one, many, HINT)
