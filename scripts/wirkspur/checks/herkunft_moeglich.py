"""„Sie kommt aus …“, where it stays open who or what comes from there."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..privat.herkunft import origins
from ..privat.spots import findings
from ..privat.view import suspects

RULE = Rule(
    "herkunft-moeglich",
    "Vielleicht das Herkunftsland einer Person",
    "„Sie kommt aus …“ kann einen Menschen meinen oder eine Sache. Das Programm kann es nicht "
    "unterscheiden. Bitte sehen Sie selbst nach.",
    Severity.WARNUNG,
    tun="Ist eine Person gemeint? Dann lassen Sie das Land weg. Sonst nennen Sie die "
    "Sache beim Wort.",
    falsch="Sie kommt aus Eritrea.",
    richtig="Die Methode kommt aus Dänemark.",
)
HINT = "Ist eine Person gemeint? Dann bitte das Land weglassen, zum Beispiel „eine Teilnehmerin“."


def check(facts: Facts) -> Iterator[Finding]:
    """Where it is not sure that a person is meant, it is a warning (concept § 6)."""
    for view in suspects(facts):
        spots = [spot for spot in origins(view) if spot.art]
        one = "Steht hier, woher eine Person kommt? {}"
        yield from findings(RULE, view, spots, one, one, HINT)
