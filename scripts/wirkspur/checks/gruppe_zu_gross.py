"""More members than the group may have (facts.md R01)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule

RULE = Rule(
    "gruppe-zu-gross",
    "Die Gruppe hat mehr Mitglieder als erlaubt",
    "Die Höchstzahl ist mit der Stadt vereinbart. In einer kleinen Gruppe kommen alle zu Wort.",
    tun="Prüfen Sie die Zahl der Mitglieder. Ist eine größere Gruppe vereinbart, ändern Sie auch "
    "die Höchstzahl und die Grenze „gruppengroesse“ im Regelwerk, mit dem Beschluss dazu.",
    falsch="hoechstzahl: 15\nmitglieder: 17",
    richtig="hoechstzahl: 15\nmitglieder: 15",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Members ≤ limit of the cohort ≤ limit of the rulebook, where the latter still holds."""
    regelwerk = facts.register.verzeichnis("regelwerk")
    limit = regelwerk.grenze("gruppengroesse") if regelwerk else None
    for record in facts.register.of("gruppe"):
        for index, kohorte in enumerate(record.data.kohorten):
            loc, most = ("kohorten", index), kohorte.hoechstzahl
            if kohorte.mitglieder is not None and kohorte.mitglieder > most:
                yield RULE.at(
                    record.at((*loc, "mitglieder")),
                    f"„{kohorte.titel}“ hat {kohorte.mitglieder} Mitglieder, erlaubt sind "
                    f"höchstens {most}.",
                    "Bitte die Zahl prüfen. Wenn sie stimmt, braucht die Gruppe einen Beschluss "
                    "über eine neue Höchstzahl.",
                    field="mitglieder",
                )
            # A cohort that has ended was bound by the rules of its own time.
            over = kohorte.ende is not None and kohorte.ende.letzter < facts.today
            if limit is not None and most > limit and not over:
                yield RULE.at(
                    record.at((*loc, "hoechstzahl")),
                    f"„{kohorte.titel}“ darf laut „hoechstzahl“ {most} Mitglieder haben, laut "
                    f"Regelwerk aber nur {limit}.",
                    "Bitte eine der beiden Zahlen ändern. Das Regelwerk steht in "
                    "content/register/regelwerk.yml bei „gruppengroesse“.",
                    field="hoechstzahl",
                )
