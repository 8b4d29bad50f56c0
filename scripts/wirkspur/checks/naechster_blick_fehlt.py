"""An open concern that nobody has promised to look at again."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..verlauf import is_open

RULE = Rule(
    "naechster-blick-fehlt",
    "Ein offenes Anliegen ohne nächsten Blick",
    "Ein Anliegen, das niemand wieder ansieht, wird vergessen. „Noch keine Wirkung, wir schauen "
    "wieder hin am …“ ist dagegen eine ehrliche Auskunft.",
    tun="Tragen Sie einen Tag ein, an dem wieder jemand hinschaut, zum Beispiel in zwei "
    "Monaten. Ist das Anliegen schon abgeschlossen, fehlt im Verlauf der letzte Schritt.",
    falsch="eingebracht: 2026-10-05\nnaechster_blick:",
    richtig="eingebracht: 2026-10-05\nnaechster_blick: 2026-12-10",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Open concerns have `naechster_blick`."""
    for record in facts.register.of("anliegen"):
        if record.data.naechster_blick or record.id in facts.unsure:
            continue
        if not is_open(record, facts.courses[record.id]):
            continue
        steps = facts.courses[record.id]
        status = f"„{steps[-1].status}“" if steps else "„eingebracht“"
        yield RULE.at(
            record.at(("naechster_blick",)),
            f"Das Anliegen ist offen (Status {status}), aber „naechster_blick“ fehlt.",
            "Bitte einen Tag eintragen, an dem wieder jemand hinschaut, zum Beispiel: "
            f"naechster_blick: {_in_two_months(facts)}",
            field="naechster_blick",
        )


def _in_two_months(facts: Facts) -> str:
    month = facts.today.month + 2
    return f"{facts.today.year + (month > 12)}-{(month - 1) % 12 + 1:02}-01"
