"""Sums of a decision that are missing, impossible, or of another method."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..wording.fields import name_of
from ..zaehlung import zaehlungen

RULE = Rule(
    "beschluss-zahlen",
    "Die Zahlen eines Beschlusses fehlen oder können nicht stimmen",
    "Jede und jeder soll einen Beschluss nachrechnen können. Dafür braucht jede Methode ihre "
    "Zahlen, und sie müssen möglich sein.",
    tun="Tragen Sie unter „zahlen“ die Summen ein, die zur Methode gehören, nie einzelne "
    "Stimmzettel. Zählen Sie nach, wenn mehr Stimmen dastehen als Menschen. Weiß niemand mehr, wie "
    "entschieden wurde, dann gilt: methode: nicht_ueberliefert.",
    falsch="anwesend: 9\n"
    "stimmberechtigt: 9\n"
    "beschluesse:\n"
    "  - id: 2026-11-licht\n"
    "    text: Die Gruppe möchte mehr Licht im Park.\n"
    "    methode: konsensstufen\n"
    "    zahlen:\n"
    "      stufen:\n"
    "        volle_zustimmung: 6\n"
    "        leichte_bedenken: 2",
    richtig="anwesend: 9\n"
    "stimmberechtigt: 9\n"
    "beschluesse:\n"
    "  - id: 2026-11-licht\n"
    "    text: Die Gruppe möchte mehr Licht im Park.\n"
    "    methode: konsensstufen\n"
    "    zahlen:\n"
    "      stufen:\n"
    "        volle_zustimmung: 6\n"
    "        leichte_bedenken: 3",
)  # source of the rule: facts.md R08


def check(facts: Facts) -> Iterator[Finding]:
    """Each decision has the sums its method needs, and they are possible."""
    for z in zaehlungen(facts.register):
        where = "zahlen" if z.beschluss.zahlen else "methode"
        for mangel in z.ergebnis.maengel:
            loc = (*z.loc, where, *mangel.loc)
            place = z.minutes.at(loc, value=bool(mangel.loc) or where == "methode")
            yield RULE.at(place, mangel.text, mangel.rat, field=name_of(loc))
