"""Places of different editions of the official division that were mixed (facts.md R19, 2.2)."""

import re
from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..records.sozialraum import Ebene
from ..register import Record

RULE = Rule(
    "ort-ausgabe",
    "Nummer oder Ausgabe eines Ortes passen nicht",
    "Mit jeder neuen Ausgabe ändern sich Grenzen und Nummern. Wer Ausgaben mischt, vergleicht "
    "Orte, die es so nie zugleich gab.",
    tun="Prüfen Sie „ausgabe“, „nummer“ und „teil_von“. Gehört der Ort zu einer älteren Ausgabe, "
    "verweist er auf Orte derselben Ausgabe.",
    falsch="ebene: stadtteil\nnummer: 012",
    richtig="ebene: stadtteil\nnummer: 013",
)
GROESSE = list(Ebene)
"""The largest first."""


def check(facts: Facts) -> Iterator[Finding]:
    """A place lies in a larger one of the same edition; a number is used once in an edition."""
    numbers: dict[tuple[Ebene, str, str], Record] = {}
    for record in facts.register.of("sozialraum"):
        yield from _within(facts, record)
        data = record.data
        if data.nummer is None:
            continue
        first = numbers.setdefault((data.ebene, data.ausgabe, data.nummer), record)
        if first is not record:
            yield RULE.at(
                record.at(("nummer",)),
                f"Die Nummer „{data.nummer}“ hat in der Ausgabe „{data.ausgabe}“ schon "
                f"„{first.data.titel}“.",
                f"Bitte die Nummer prüfen, auch in {first.path}.",
                field="nummer",
                related=(first.at(("nummer",)),),
            )


def _within(facts: Facts, record: Record) -> Iterator[Finding]:
    data = record.data
    around = facts.register.records.get(data.teil_von or "")
    if around is None or around.type.art != "sozialraum" or _circular(facts, record):
        return
    place, other = record.at(("teil_von",)), around.data
    if GROESSE.index(other.ebene) > GROESSE.index(data.ebene):
        yield RULE.at(
            place,
            f"„{data.titel}“ ({data.ebene.label}) kann nicht Teil von „{other.titel}“ "
            f"({other.ebene.label}) sein.",
            "Bitte „ebene“ und „teil_von“ prüfen: Der größere Ort gehört in „teil_von“.",
            field="teil_von",
        )
    elif data.ausgabe != other.ausgabe and (
        data.ebene is other.ebene or _series(data.ausgabe) == _series(other.ausgabe)
    ):
        yield RULE.at(
            place,
            f"„{data.titel}“ ist aus der Ausgabe „{data.ausgabe}“, „{other.titel}“ aber aus "
            f"„{other.ausgabe}“.",
            "Bitte auf einen Ort derselben Ausgabe verweisen oder die Ausgabe berichtigen.",
            field="teil_von",
        )


def _circular(facts: Facts, record: Record) -> bool:
    """Whether the way outwards leads back; the circle is reported as such."""
    seen: set[str] = set()
    here: Record | None = record
    while here and here.type.art == "sozialraum" and here.id not in seen:
        seen.add(here.id)
        here = facts.register.records.get(here.data.teil_von or "")
    return here is record


def _series(ausgabe: str) -> str:
    """An edition without its year: districts and quarters may come from different series."""
    return re.sub(r"[\W\d_]+", "", ausgabe).casefold()
