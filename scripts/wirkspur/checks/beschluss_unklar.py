"""A result from which nobody can read what was decided."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..wording.unfinished import unfinished
from ..wording.words import did_you_mean, shown
from ..zaehlung import zaehlungen

RULE = Rule(
    "beschluss-unklar",
    "Aus dem Ergebnis geht nicht hervor, was beschlossen wurde",
    "Ob ein Vorschlag angenommen ist und welcher gewonnen hat, muss im Ergebnis stehen. Nur dann "
    "kann man es mit den Zahlen vergleichen.",
    Severity.WARNUNG,
    tun="Beginnen Sie das Ergebnis mit angenommen, abgelehnt oder vertagt, oder nennen Sie den "
    "gewählten Vorschlag so, wie er bei den Zahlen heißt. Danach kann alles Weitere stehen.",
    falsch="ergebnis: So machen wir es.",
    richtig="ergebnis: angenommen",
)

WORTE = ("angenommen", "abgelehnt", "vertagt")


def check(facts: Facts) -> Iterator[Finding]:
    """Each result that its sums could bear out says something they can be compared with."""
    for z in zaehlungen(facts.register):
        e, text = z.ergebnis, z.beschluss.ergebnis
        frei = e.plaetze_frei or not e.grund  # an election may be put in any words
        if frei or not z.aussage.leer or unfinished(text):
            continue
        wie = (
            f"dem Namen des Vorschlags, zum Beispiel {shown(e.eintrag)}" if e.rang else "abgelehnt"
        )
        yield RULE.at(
            z.minutes.at((*z.loc, "ergebnis")),
            f"Aus {shown(text)} geht nicht hervor, was beschlossen wurde.",
            did_you_mean(text, WORTE, f"Bitte beginnen mit: angenommen oder {wie}."),
            field="ergebnis",
        )
