"""The name of a person: behind a title, in a list of those present, under a text."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..privat import namen
from ..privat.spots import findings
from ..privat.view import suspects

RULE = Rule(
    "personenname",
    "Der Name einer Person",
    "Alles hier ist öffentlich, und frühere Fassungen bleiben erhalten. Deshalb stehen hier nur "
    "Rollen und Stellen: Niemand soll sich im Internet wiederfinden, ohne es zu wollen.",
    tun="Schreiben Sie statt des Namens, welche Rolle oder Stelle gemeint ist. Bei Anwesenden "
    "reicht die Zahl.",
    falsch="Anwesend: Frau Muster, Ayla Erfunden\nHerr Beispiel sagt: Der Weg ist dunkel.",
    richtig="anwesend: 2\nEine Person aus der Gruppe sagt: Der Weg ist dunkel.",
)
HINT = "Bitte die Rolle oder Stelle nennen, zum Beispiel „die Mitarbeiterin der Beratungsstelle“."


def check(facts: Facts) -> Iterator[Finding]:
    """No file names a person, save authors of sources and the imprint (concept § 6, facts R15)."""
    for view in suspects(facts):
        if view.found and (spots := namen.sure(view)):
            one = "Hier steht der Name einer Person: {}."
            yield from findings(RULE, view, spots, one, "Hier stehen Namen von Personen: {}.", HINT)
