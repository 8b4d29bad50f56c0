"""A step that cannot follow the one before it."""

from collections.abc import Iterator
from itertools import pairwise

from ..facts import Facts
from ..findings import Finding, Rule
from ..records.common import Schluss
from ..verlauf import Step, is_reopening

RULE = Rule(
    "schritt-uebergang",
    "Ein Schritt passt nicht zu dem davor",
    "Stationen dürfen übersprungen werden. Zurück geht es nur mit einem Grund, und nach einem "
    "endgültigen Schluss kommt nichts mehr. So bleibt ehrlich, was mit einem Beitrag geschah.",
    tun="Prüfen Sie zuerst den Status. Geht es wirklich zurück, schreiben Sie unter „text“, "
    "warum. Ist etwas endgültig abgeschlossen, legen Sie ein neues Anliegen an und nennen "
    "das alte unter „herkunft“.",
    falsch="  - datum: 2026-10-20\n"
    "    status: uebergeben\n"
    "    von: connectors\n"
    "  - datum: 2026-11-02\n"
    "    status: beraten\n"
    "    von: connectors",
    richtig="  - datum: 2026-10-20\n"
    "    status: uebergeben\n"
    "    von: connectors\n"
    "  - datum: 2026-11-02\n"
    "    status: beraten\n"
    "    von: connectors\n"
    "    text: Die Gruppe möchte auch den Weg zur Schule aufnehmen.",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Going back is reopening and needs a reason; nothing follows a final status."""
    for kennung, steps in facts.courses.items():
        if kennung in facts.unsure:
            continue
        for before, after in pairwise(steps):
            if after.status.grund and not after.text:
                continue  # that a reason is missing is said already
            if before.status.schluss is Schluss.ENDGUELTIG:
                yield _at(
                    before,
                    after,
                    f"Nach „{before.status}“ kann kein weiterer Schritt kommen.",
                    "Bitte ein neues Anliegen anlegen und unter „herkunft“ auf dieses verweisen.",
                )
            elif is_reopening(before.status, after.status) and not after.text:
                back = after.status.stufe < before.status.stufe
                yield _at(
                    before,
                    after,
                    f"Von „{before.status}“ geht es hier zurück zu „{after.status}“, ohne Grund."
                    if back
                    else f"Mit „{before.status}“ war es abgeschlossen; hier geht es mit "
                    f"„{after.status}“ ohne Grund weiter.",
                    "Bitte unter „text“ schreiben, warum es wieder aufgenommen wird, oder den "
                    "Status prüfen.",
                )


def _at(before: Step, after: Step, message: str, hint: str) -> Finding:
    return RULE.at(
        after.record.at((*after.loc, "status")),
        message,
        hint,
        field="status",
        related=(before.record.at((*before.loc, "status")),),
    )
