"""Asleep for half a year: close it with a reason, or carry it further (concept § 3)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..records.anliegen import Zustaendig
from ..records.protokoll import Rolle
from ..records.regelwerk import Uhr
from ..worte import datum
from . import Lage, Reminder, example, remind, silences, since

RULE = Rule(
    "schlaeft",
    "Schläft seit Monaten",
    "Was ein halbes Jahr schläft, wird nicht von selbst wach. Ein ehrliches Ende ist besser als "
    "keines.",
    Severity.HINWEIS,
    tun="Bitte eintragen, wie es weitergeht, oder mit einem Grund schließen.",
)
VORRANG = 1

WEITERTRAGEN = (
    "Bewegt sich nichts, kann die Gruppe es weitertragen: als Anregung an den Rat, in "
    "Nordrhein-Westfalen nach § 24 GO NRW."
)


def check(facts: Facts) -> Iterator[Reminder]:
    """No open contribution sleeps, unless the day of the next step is promised."""
    for lage, last, days, uhr in silences(facts, "schlaf"):
        if lage.versprochen:
            continue
        message = f"{since(last, facts.today)} ohne Nachricht. Stand: {lage.stand}. "
        blick = getattr(lage.record.data, "naechster_blick", None)
        if blick and blick.letzter >= facts.today:
            message += f"Der nächste Blick ist für den {datum(blick)} eingetragen. "
        yield remind(RULE, lage, days, message.rstrip(), _hint(facts, lage, uhr))


def _hint(facts: Facts, lage: Lage, uhr: Uhr) -> str:
    """What to do; the same words for all that wait for the same move."""
    zug = lage.zug
    agreed = "vereinbart" if uhr.beschluss else "vorgeschlagen"
    ways = [
        f"Nach {uhr.tage} Tagen Stille ist {agreed}: weitermachen oder ehrlich beenden.",
        f"{example(facts, zug.status, lage.von, 'text: ‹was geschehen ist›')}.",
    ]
    if zug.ende:
        ways.append(f"Oder: status: {zug.ende}, text: ‹der Grund›.")
    if (
        lage.wer is Rolle.KOORDINATION
        and getattr(lage.record.data, "zustaendig", None) is Zustaendig.STADT
    ):
        ways.append(WEITERTRAGEN)
    return " ".join(ways)
