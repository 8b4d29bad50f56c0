"""A request by the city that does not say what it is for (facts.md R13, C140)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..records.anfrage import AnfrageStatus, Zweck
from ..register import Record
from ..wording.unfinished import unfinished

RULE = Rule(
    "anfrage-zweck",
    "Eine Anfrage ohne Ziel, Entscheidung oder Rückmeldung",
    "Im ersten Jahr wusste die Gruppe oft nicht, wozu sie gefragt wird und was daraus wird. Wer "
    "fragt, sagt deshalb vorher, was er wissen will, wofür, und bis wann er sich wieder meldet.",
    tun="Ergänzen Sie die fehlenden Felder. Wenn die Stadt es noch nicht sagen kann, ist die "
    "Anfrage noch nicht reif. Nur bei alten Anfragen aus einer Quelle, die dazu schweigt, nennen "
    "Sie die Felder bei „nicht_ueberliefert“ und die Quelle bei „quellen“.",
    falsch="von: koordination\nart: rueckmeldung",
    richtig="von: koordination\n"
    "art: rueckmeldung\n"
    "erkenntnisziel: Wann haben Eltern Zeit für einen Kurs?\n"
    "fuer_entscheidung: Zu welchen Zeiten es 2027 Kurse gibt.\n"
    "rueckmeldung_bis: 2027-02-26",
)
BEISPIEL = {
    Zweck.ERKENNTNISZIEL: "erkenntnisziel: Welche Wörter im Flyer sind schwer?",
    Zweck.FUER_ENTSCHEIDUNG: "fuer_entscheidung: Wie der Flyer gedruckt wird.",
    Zweck.RUECKMELDUNG_BIS: "rueckmeldung_bis: {}",
}


def check(facts: Facts) -> Iterator[Finding]:
    """Aim, decision and date of report are there, or their absence has a source."""
    for record in facts.register.of("anfrage"):
        yield from _gaps(record)
        steps = facts.courses[record.id]
        refused = steps and steps[-1].status is AnfrageStatus.ABGELEHNT
        missing = [zweck for zweck in Zweck if not _says_something(record, zweck)]
        missing = [zweck for zweck in missing if zweck not in record.data.nicht_ueberliefert]
        if missing and not refused:
            *others, last = (f"„{zweck}“" for zweck in missing)
            names = f"es fehlen {', '.join(others)} und {last}" if others else f"es fehlt {last}"
            example = BEISPIEL[missing[0]].format(f"{facts.today.year + 1}-03-31")
            yield RULE.at(
                record.at((missing[0],)),
                f"Die Anfrage sagt nicht, wozu sie dient: {names}.",
                f"Bitte ergänzen, zum Beispiel: {example}",
                field=missing[0],
            )


def _gaps(record: Record) -> Iterator[Finding]:
    """What was not handed down is empty, and a source says who was asked."""
    data = record.data
    for index, zweck in enumerate(data.nicht_ueberliefert):
        if getattr(data, zweck):
            yield RULE.at(
                record.at(("nicht_ueberliefert", index)),
                f"„{zweck}“ steht bei „nicht_ueberliefert“, ist aber ausgefüllt.",
                "Bitte eines von beiden löschen.",
                field="nicht_ueberliefert",
            )
    if data.nicht_ueberliefert and not data.quellen:
        yield RULE.at(
            record.at(("nicht_ueberliefert",)),
            "„nicht_ueberliefert“ geht nur, wenn bei „quellen“ steht, wo nachgelesen wurde.",
            "Bitte die Quelle ergänzen. Bei einer neuen Anfrage bitte stattdessen die Angaben "
            "eintragen.",
            field="nicht_ueberliefert",
        )


def _says_something(record: Record, zweck: Zweck) -> bool:
    """A dash is no aim; what is left from the template is reported as such."""
    text = str(getattr(record.data, zweck) or "")
    return bool(unfinished(text)) or len([c for c in text if c.isalnum()]) > 3
