"""Carried out, but nobody has asked the Connectors whether it helped (facts.md R11)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..records.common import Datum, Schluss, Stimme, Wirkung
from ..records.protokoll import Rolle
from ..register import Record
from ..verlauf import Step, is_judged
from ..worte import tage
from . import Reminder, allowed, since, uhr_of

RULE = Rule(
    "wirkung-nicht-gefragt",
    "Hat es geholfen?",
    "Umgesetzt heißt noch nicht, dass es hilft. Was die Community Connectors dazu sagen, steht "
    "gleich groß neben dem Urteil der Stadt.",
    Severity.HINWEIS,
    tun="Bitte in der Gruppe fragen und die Antwort unter „wirkung“ eintragen. Auch "
    "„noch_nicht_absehbar“ ist eine Antwort.",
)
VORRANG = 5


def check(facts: Facts) -> Iterator[Reminder]:
    """The Connectors have spoken of every effect; what could not be told yet is asked again."""
    for record in facts.contributions():
        steps = facts.courses[record.id]
        if record.id in facts.unsure or not (done := _carried_out(record, steps)):
            continue
        effects = record.data.wirkung
        if any(w.stimme is Stimme.CONNECTORS and _follows(w, done) for w in effects):
            yield from _ask_again(facts, record)
        elif (uhr := uhr_of(facts, "nachfrage")) and _days(facts, done.datum) > uhr.tage:
            missing = (
                "Was die Community Connectors dazu sagen, fehlt noch." if effects
                else "Ob es geholfen hat, hat noch niemand gesagt."
            )  # fmt: skip
            yield _reminder(
                facts, record, done.datum,
                f"{since(done.datum, facts.today)} {done.status.label}. {missing} {allowed(uhr)}",
            )  # fmt: skip


def _carried_out(record: Record, steps: list[Step]) -> Step | None:
    """The step that reached the last station before the effect, unless something came after."""
    last = len(record.type.stationen) - 2
    reached: Step | None = None
    for step in reversed(steps):
        status = step.status
        if status.station != last or status.laeuft or status.schluss is not Schluss.OFFEN:
            break
        reached = step
    final = any(step.status.schluss is Schluss.ENDGUELTIG for step in steps)
    return None if final else reached


def _follows(effect: Wirkung, done: Step) -> bool:
    """Whether a judgement may be about what was carried out then."""
    return effect.datum.letzter >= done.datum.erster


def _ask_again(facts: Facts, record: Record) -> Iterator[Reminder]:
    """„Too early to tell“ is an answer, but not for ever; a next look settles when to ask."""
    uhr = uhr_of(facts, "schlaf")
    last = max((w.datum for w in record.data.wirkung), key=lambda day: day.letzter)
    if is_judged(record) or getattr(record.data, "naechster_blick", None) or not uhr:
        return
    if (days := _days(facts, last)) > uhr.tage:
        yield _reminder(
            facts, record, last,
            f"Die Wirkung war noch nicht absehbar. Die letzte Antwort ist {tage(days)} alt. "
            "Ist es jetzt so weit?",
        )  # fmt: skip


def _reminder(facts: Facts, record: Record, day: Datum, message: str) -> Reminder:
    field = "wirkung" if record.data.wirkung else "verlauf"
    place = record.at((field, max(len(getattr(record.data, field)) - 1, 0)))
    return Reminder(
        RULE, Rolle.SPRECHER, record.id, place, _days(facts, day), message,
        f"{RULE.tun} Zum Beispiel: datum: {facts.today}, stimme: connectors, urteil: etwas, "
        "zurechnung: unklar, text: ‹was sich geändert hat›, kein_beleg: ‹warum nicht›",
        nebenbei="Was die Community Connectors zur Wirkung sagen, fehlt noch.",
    )  # fmt: skip


def _days(facts: Facts, day: Datum) -> int:
    return (facts.today - day.letzter).days
