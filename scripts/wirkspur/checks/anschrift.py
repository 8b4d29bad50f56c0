"""Where somebody lives."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..privat.anschrift import addresses
from ..privat.spots import findings
from ..privat.view import suspects

RULE = Rule(
    "anschrift",
    "Die Adresse eines Menschen",
    "Wer sich engagiert, wird manchmal bedroht. Deshalb steht hier nie, wo jemand wohnt. Adressen "
    "von Einrichtungen und Treffpunkten sind erlaubt.",
    tun="Löschen Sie Straße und Hausnummer. Meist reicht der Stadtteil.",
    falsch="Die Familie wohnt in der Musterstraße 12.",
    richtig="Die Familie wohnt im Nordviertel.",
)
HINT = "Bitte löschen. Meist reicht der Stadtteil, zum Beispiel „im Nordviertel“."


def check(facts: Facts) -> Iterator[Finding]:
    """No private address stands anywhere (concept § 6, field-notes § 4)."""
    for view in suspects(facts):
        spots = [spot for spot in addresses(view) if not spot.art]
        one, many = "Hier steht, wo jemand wohnt: {}.", "Hier stehen Adressen von Menschen: {}."
        yield from findings(RULE, view, spots, one, many, HINT)
