"""An activity that nobody, or only one person, is known to carry out (facts.md R06)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..records.aktivitaet import AktivitaetStatus, Luecke
from ..register import Record

RULE = Rule(
    "aktivitaet-zu-zweit",
    "Eine Aktivität braucht mindestens zwei Community Connectors",
    "Niemand handelt allein. Das hat sich die Gruppe gewünscht: Zu zweit hat man mehr Zeit, mehr "
    "Sprachen und mehr Mut.",
    tun="Nennen Sie das Tandem aus content/register/gruppe.yml. Ist es kein festes Tandem, nennen "
    "Sie mit „personen“, wie viele es zusammen machen. Eine bloße Idee braucht beides noch nicht.",
    falsch="art: abend\npersonen: 1",
    richtig="art: abend\npersonen: 2",
)
MINDESTENS = 2
"""Holds where the rulebook names no limit (facts.md C076)."""
NOCH_NICHT = {AktivitaetStatus.IDEE, AktivitaetStatus.ABGESAGT}


def check(facts: Facts) -> Iterator[Finding]:
    """Whatever is more than an idea is done by a tandem, or by enough people."""
    regelwerk = facts.register.verzeichnis("regelwerk")
    limit = regelwerk.grenze("personen-je-aktivitaet") if regelwerk else None
    least = MINDESTENS if limit is None else limit
    for record in facts.register.of("aktivitaet"):
        yield from _gap(record)
        yield from _people(facts, record, least)


def _gap(record: Record) -> Iterator[Finding]:
    data = record.data
    if data.nicht_ueberliefert and not data.quellen:
        yield RULE.at(
            record.at(("nicht_ueberliefert",)),
            "„nicht_ueberliefert“ geht nur, wenn bei „quellen“ steht, wo nachgelesen wurde.",
            "Bitte die Quelle ergänzen oder die fehlende Angabe eintragen.",
            field="nicht_ueberliefert",
        )


def _people(facts: Facts, record: Record, least: int) -> Iterator[Finding]:
    data = record.data
    tandem = facts.register.eintrag("tandem", data.tandem) if data.tandem else None
    if data.tandem and tandem is None:
        return  # unknown or broken: said elsewhere
    known = [n for n in (data.personen, tandem and tandem.personen) if n]
    if known and max(known) < least:
        field = "tandem" if tandem else "personen"
        yield RULE.at(
            record.at((field,)),
            f"{max(known)} von mindestens {least} Community Connectors: das sind zu wenige.",
            "Niemand handelt allein. Bitte prüfen, wer noch mitmacht.",
            field=field,
        )
    if known or Luecke.TANDEM in data.nicht_ueberliefert:
        return
    step = next((s for s in facts.courses[record.id] if s.status not in NOCH_NICHT), None)
    if step:
        yield RULE.at(
            step.record.at((*step.loc, "status")),
            f"Die Aktivität „{record.id}“ ist „{step.status.label}“, aber es steht nicht da, wer "
            "sie macht.",
            f"Bitte in {record.path} das Tandem nennen, zum Beispiel: {_example(facts)} – oder "
            f"wie viele es zusammen machen: personen: {least}",
            field="status",
        )


def _example(facts: Facts) -> str:
    return f"tandem: {min(facts.register.known.get('tandem', ()), default='tandem-nord')}"
