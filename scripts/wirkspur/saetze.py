"""A trace in plain sentences: for the top of a page, for paper, to pass on in a messenger."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple, cast

from .records.common import Datum, Status, Urteil, Von
from .register import Record
from .spur import Kurzspur, Zustand, promise, voices, waiting
from .verlauf import Step
from .worte import anzahl, datum, tage

NACHRICHT = 700
"""Characters of a text to pass on: what messengers show without folding it away."""


class Stand(NamedTuple):
    """Where a contribution stands: one sentence, and what belongs to it."""

    satz: str
    dazu: tuple[str, ...]
    wartet: bool
    """Whether the sentence speaks of a gap."""


class Zusage(NamedTuple):
    """A promised date, what had been promised before it, and how often it was moved by then."""

    bis: Datum
    vorher: Datum | None
    verschoben: int
    gehalten: bool
    """Whether the next step came in time."""


class Antwort(NamedTuple):
    """One of the three answers of a sheet: „Wir haben gefragt“ and what follows it."""

    frage: str
    zustand: str
    saetze: tuple[str, ...] = ()
    liste: tuple[str, ...] = ()
    wartet: str = ""


# --- words ---------------------------------------------------------------------------------------


def am(wert: Datum) -> str:
    """`am 27. August 2024`, `im August 2024`, `2024`."""
    return {10: "am ", 7: "im "}.get(len(wert), "") + datum(wert)


def satz(text: str) -> str:
    """A text as a sentence: on one line, a capital first, a full stop last."""
    line = " ".join(text.split())
    return f"{line[:1].upper()}{line[1:]}" + ("" if line[-1:] in ".!?…“" else ".")


def schritt(step: Step, erwartet: Von) -> str:
    """A step as a sentence; who says so is named where it is not the one expected."""
    says = "" if step.von is erwartet else f", sagt: {step.von.label}"
    head = f"{step.status.label} ({datum(step.datum)}{says})"
    return satz(f"{head}: {step.text}" if step.text else head)


# --- where it stands -----------------------------------------------------------------------------


def stand(record: Record, steps: list[Step], kurz: Kurzspur, today: date) -> Stand:
    """What is said first of a contribution: the gap where there is one, else how it went."""
    newest = steps[-1] if steps else None
    dazu = [*_promise(record, steps, kurz, today)]
    judged = any(w.urteil is not Urteil.NOCH_NICHT_ABSEHBAR for w in record.data.wirkung)
    if kurz.luecke and not judged:
        first = kurz.luecke
    elif record.data.wirkung:
        said = [
            f"{voice.stimme.label}: {voice.urteile[0].urteil.label}"
            for voice in voices(record.data.wirkung)
            if voice.urteile
        ]
        first = f"{newest.status.label if newest else 'Wirkung'}. {'; '.join(said)}"
        if kurz.luecke:  # an effect can be felt while something still waits
            dazu.insert(0, satz(kurz.luecke))
    elif newest:
        first = f"{newest.status.label} {am(newest.datum)}"
        if newest.status.grund and newest.text:
            dazu.append(satz(newest.text))
    else:
        first = "Dazu ist noch kein Schritt aufgeschrieben"
    if kurz.offen and (blick := getattr(record.data, "naechster_blick", None)):
        late = blick.letzter < today
        dazu.append(f"Wir {'wollten' if late else 'schauen'} {am(blick)} wieder "
                    f"{'hinschauen' if late else 'hin'}.")  # fmt: skip
    return Stand(satz(first), tuple(dazu), bool(kurz.luecke) and not judged)


def _promise(record: Record, steps: list[Step], kurz: Kurzspur, today: date) -> Iterable[str]:
    promised = promise(record, steps, today)
    if promised:
        late = promised.ueberfaellig_tage
        yield f"Zugesagt {'war' if late else 'ist'} der nächste Schritt bis {datum(promised.bis)}."
        if late:
            yield _ago(late)
        if promised.verschoben:
            yield f"Der Termin wurde {anzahl(promised.verschoben, 'Mal', 'Mal')} verschoben."
    feedback = getattr(record.data, "rueckmeldung_bis", None)
    owed = kurz.offen and kurz.zustaende[-2] not in (Zustand.ERREICHT, Zustand.BEENDET)
    if feedback and owed and not (promised and promised.bis == feedback):
        late = max((today - feedback.letzter).days, 0)
        yield f"Die Stadt {'wollte' if late else 'will'} bis {datum(feedback)} zurückmelden."
        if late:
            yield _ago(late)


def _ago(days: int) -> str:
    return f"Das ist {tage(days)} her."


def zusagen(steps: Iterable[Step]) -> dict[tuple[object, ...], Zusage]:
    """Every promise, by the place where its step stands, with the one it came after."""
    found: dict[tuple[object, ...], Zusage] = {}
    before, moved = None, 0
    row = list(steps)
    for index, step in enumerate(row, 1):
        bis = step.zugesagt_bis
        if bis is None:
            continue
        moved += bool(before and bis.letzter > before.letzter)
        kept = any(_went_on(step, s) and s.datum.erster <= bis.letzter for s in row[index:])
        found[step.record.id, *step.loc] = Zusage(bis, before, moved, kept)
        before = bis
    return found


def _went_on(step: Step, later: Step) -> bool:
    """Whether a later step reached more than was reached when something was promised."""
    here, there = step.status.station, later.status.station
    if here is None or there is None:
        return False
    return there > here or (there == here and step.status.laeuft and not later.status.laeuft)


# --- three answers -------------------------------------------------------------------------------

FRAGEN = {
    "anliegen": (
        ("Wir haben gefragt", 0, Von.CONNECTORS),
        ("Die Stadt hat gesagt", 2, Von.VERWALTUNG),
        ("Das ist passiert", 3, Von.VERWALTUNG),
    ),
    "anfrage": (
        ("Die Stadt hat gefragt", 0, Von.VERWALTUNG),
        ("Wir haben geantwortet", 1, Von.CONNECTORS),
        ("Das ist passiert", 3, Von.VERWALTUNG),
    ),
    "aktivitaet": (
        ("Das war unsere Idee", 0, Von.CONNECTORS),
        ("Das haben wir getan", 1, Von.CONNECTORS),
        ("Das ist daraus geworden", 3, Von.CONNECTORS),
    ),
}
"""Type → the three answers, the station at which each begins, and who speaks there."""


def antworten(
    record: Record,
    steps: list[Step],
    kurz: Kurzspur,
    today: date,
    titel: Callable[[str], str],
    schritte: int = 3,
) -> tuple[Antwort, ...]:
    """What was asked, what was said to it, what happened; of each the newest `schritte` steps.

    `titel` gives the title of another contribution, for those that went on elsewhere.
    """
    states = cast("list[Zustand]", list(kurz.zustaende))
    waits = " ".join((satz(kurz.luecke) if kurz.luecke else "",
                      *_promise(record, steps, kurz, today))).strip()  # fmt: skip
    awaited = waiting(states, steps)[0] if waits else None
    parts = FRAGEN[record.type.art]
    found = []
    for (frage, begin, speaks), end in zip(
        parts, (*(begin for _, begin, _ in parts[1:]), len(states)), strict=True
    ):
        own = [s for s in steps if begin <= _station(s.status, len(states) - 1) < end]
        lines = [] if begin else _asked(record)
        for step in own[-schritte:]:
            on = ", ".join(f"„{titel(kennung)}“" for kennung in step.ziel)
            lines.append(schritt(step, speaks) + (f" Hier geht es weiter: {on}." if on else ""))
        if end == len(states):
            lines += [
                f"{v.stimme.label}: {v.urteile[0].urteil.label}. {satz(v.urteile[0].text)}"
                for v in voices(record.data.wirkung)
                if v.urteile
            ]
        state = _state(states[begin:end])
        here = awaited is not None and begin <= awaited < end
        found.append(Antwort(frage, state, tuple(lines or [NICHTS[state]]), (), waits * here))
    return tuple(found)


NICHTS = {
    "offen": "Noch nichts.",
    "laeuft": "Noch nichts.",
    "leer": "Dazu ist nichts aufgeschrieben.",
    "beendet": "Dazu kommt es nicht.",
    "erreicht": "Dazu ist nichts aufgeschrieben.",
}
"""What is said of an answer that nobody has written."""


def _station(status: Status, last: int) -> int:
    """The station a step belongs to; one beside the way ends it."""
    return last if status.station is None else status.station


def _state(states: Sequence[Zustand]) -> str:
    if states[-1] is Zustand.ERREICHT:
        return Zustand.ERREICHT.value
    for some, one in (
        ({Zustand.ERREICHT, Zustand.LAEUFT}, Zustand.LAEUFT),
        ({Zustand.BEENDET}, Zustand.BEENDET),
        ({Zustand.LEER}, Zustand.LEER),
    ):
        if some & set(states):
            return one.value
    return Zustand.OFFEN.value


def _asked(record: Record) -> list[str]:
    data = record.data
    lines = [satz(data.kurz)]
    if loesungen := getattr(data, "loesungen", ()):
        word = "Unser Vorschlag" if len(loesungen) == 1 else "Unsere Vorschläge"
        said = "; ".join(text.rstrip(".") for text in loesungen)
        lines.append(satz(said if said.startswith("Vorschlag") else f"{word}: {said}"))
    if ziel := getattr(data, "erkenntnisziel", None):
        lines.append(satz(f"Herausfinden wollte sie: {ziel}"))
    return lines


# --- to pass on ----------------------------------------------------------------------------------


def nachricht(
    titel: str, antworten: Iterable[Antwort], adresse: str, platz: int = NACHRICHT
) -> str:
    """A plain text to paste into a messenger, of at most `platz` characters.

    The address is always whole, and so is what waits, as far as it fits; the longest of the other
    texts are cut.
    """
    answers = list(antworten)
    waits = next((a.wartet for a in answers if a.wartet), "")
    heads = [f"{a.frage}: " for a in answers]
    texts = [" ".join((*a.saetze, *map(satz, a.liste))) for a in answers]
    tail = f"\n\nAlles dazu: {adresse}"
    if waits:
        heads.append("Was wartet: ")
        texts.append(waits)
    room = platz - len(tail) - sum(len(head) + 1 for head in heads) - 1
    if room < 80:
        return adresse
    shares = verteilen([len(titel), *map(len, texts)], room)
    lines = [kuerzen(titel, shares[0]), ""]
    lines += [
        head + kuerzen(text, share)
        for head, text, share in zip(heads, texts, shares[1:], strict=True)
    ]
    return "\n".join(lines) + tail


def verteilen(bedarf: Sequence[int], platz: int) -> list[int]:
    """Share room among those who need it: small needs are met whole, large ones get the same."""
    shares = [0] * len(bedarf)
    left = platz
    order = sorted(range(len(bedarf)), key=bedarf.__getitem__)
    for done, index in enumerate(order):
        shares[index] = min(bedarf[index], max(left, 0) // (len(bedarf) - done))
        left -= shares[index]
    return shares


_SATZENDE = re.compile(r"[.!?](?<=[^\W\d_]{3}.)[“”\"’)]*(?= [„\"A-ZÄÖÜ])")
"""Where a sentence ends; not after „z. B.“, „e. V.“ or „3. März“."""


def kuerzen(text: str, platz: int) -> str:
    """A text of at most `platz` characters: cut after a sentence, else between words, with „…“."""
    if len(text) <= platz:
        return text
    if ends := [end.end() for end in _SATZENDE.finditer(text, max(platz // 2 - 1, 0), platz)]:
        return f"{text[: ends[-1]]} …"
    whole = text[: max(platz - 1, 0)].rpartition(" ")[0].rstrip(" ,;:–")
    return f"{whole} …" if whole else "…"[:platz]
