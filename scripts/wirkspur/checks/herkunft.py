"""From which country one person comes."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..privat.herkunft import origins
from ..privat.spots import findings
from ..privat.view import suspects

RULE = Rule(
    "herkunft",
    "Das Herkunftsland einer Person",
    "Die Gruppe ist klein. Mit dem Herkunftsland erkennt man, wer gemeint ist, und manche Menschen "
    "bringt das in Gefahr. Von Gruppen („Geflüchtete aus …“) darf man es schreiben.",
    tun="Löschen Sie das Land. Ist es für das Anliegen wichtig, sprechen Sie von einer Gruppe.",
    falsch="Eine Frau aus Syrien berichtet von langen Wartezeiten.",
    richtig="Viele Geflüchtete aus Syrien berichten von langen Wartezeiten.",
)
HINT = (
    "Bitte das Land weglassen, zum Beispiel „eine Teilnehmerin“, oder von einer Gruppe sprechen: "
    "„viele Menschen aus …“."
)


def check(facts: Facts) -> Iterator[Finding]:
    """The country of origin never appears per person (concept § 6, facts R15)."""
    for view in suspects(facts):
        spots = [spot for spot in origins(view) if not spot.art]
        one, many = (
            "Hier steht, woher eine Person kommt: {}.",
            "Hier steht, woher Personen kommen: {}.",
        )
        yield from findings(RULE, view, spots, one, many, HINT)
