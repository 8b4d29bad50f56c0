"""What looks like the name of a person: a given name with a surname, or one who does something."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..privat import namen
from ..privat.spots import findings
from ..privat.view import suspects

RULE = Rule(
    "personenname-moeglich",
    "Vielleicht der Name einer Person",
    "Vorname und Nachname, oder ein Vorname allein, können auf einen bestimmten Menschen zeigen. "
    "Ob es so ist, kann das Programm nicht sicher sagen. Bitte sehen Sie selbst nach.",
    Severity.WARNUNG,
    tun="Ist eine Person gemeint, die nicht durch ein veröffentlichtes Werk bekannt ist? Dann "
    "schreiben Sie stattdessen die Rolle oder Stelle. Sonst ist nichts zu tun.",
    falsch="Ayla übernimmt die Einladung.",
    richtig="Das Tandem am Kanal übernimmt die Einladung.",
)
HINT = (
    "Ist das eine Person? Dann bitte die Rolle oder Stelle nennen, zum Beispiel „eine "
    "Sprecherin“ oder „das Tandem“."
)


def check(facts: Facts) -> Iterator[Finding]:
    """Names that no title announces are said as a warning (concept § 6)."""
    for view in suspects(facts):
        if view.found and (spots := namen.possible(view)):
            one, many = "Das sieht nach einem Namen aus: {}.", "Das sieht nach Namen aus: {}."
            yield from findings(RULE, view, spots, one, many, HINT)
