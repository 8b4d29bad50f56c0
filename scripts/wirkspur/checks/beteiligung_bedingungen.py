"""A rung of partnership that is only claimed (methods.md f1, f2)."""

from collections.abc import Iterator
from typing import Any

from ..facts import Facts
from ..findings import Finding, Rule
from ..records.anfrage import Beteiligung
from ..records.anliegen import AnliegenStatus
from ..records.common import JaNein, Stimme, Von
from ..records.leitern import Leiter, Stufe
from ..records.protokoll import Gremium
from ..register import Record
from ..zaehlung import aussage_von

RULE = Rule(
    "beteiligung-bedingungen",
    "Partnerschaft ist zugesagt, aber nicht belegt",
    "Wer Partnerschaft verspricht und doch allein entscheidet, benutzt Menschen als Dekoration. "
    "Vier Dinge machen den Unterschied, und jedes lässt sich nachlesen: gemeinsame Regeln, etwas, "
    "woran sich die Stadt hält, Gründe bei jeder Ablehnung, ein Tag zum gemeinsamen Hinschauen.",
    tun="Nennen Sie bei „beteiligung_zugesagt“ die Beschlüsse, die das belegen. Gibt es sie noch "
    "nicht, tragen Sie die Stufe ein, die in der Meldung steht. Wie die Stadt es selbst nennt, "
    "darf bei „genannt“ stehen.",
    falsch="leiter: musterleiter\n"
    "stufe: muster-3\n"
    "warum: Stadt und Gruppe legen die Zeiten zusammen fest.\n"
    "regeln: 2026-02-regeln\n"
    "ablehnungen: 2026-02-regeln",
    richtig="leiter: musterleiter\n"
    "stufe: muster-3\n"
    "warum: Stadt und Gruppe legen die Zeiten zusammen fest.\n"
    "regeln: 2026-02-regeln\n"
    "bindet:\n"
    "  was: Zu welchen Zeiten es Kurse gibt.\n"
    "  beschluss: 2026-02-kurszeiten\n"
    "ablehnungen: 2026-02-regeln\n"
    "gemeinsame_pruefung: 2026-02-regeln",
)
UMSETZUNG = {AnliegenStatus.IN_UMSETZUNG, AnliegenStatus.UMGESETZT}


def check(facts: Facts) -> Iterator[Finding]:
    """A rung of partnership has its four proofs; one that goes to the end, two more."""
    for record in facts.register.of("anfrage"):
        promise = record.data.beteiligung_zugesagt
        leiter = facts.register.eintrag("leiter", promise.leiter) if promise else None
        if leiter is None:
            continue
        stufe = next((s for s in leiter.stufen if s.id == promise.stufe), None)
        if stufe is None:
            continue
        partnership, to_the_end = _proofs(facts, promise), _to_the_end(facts, record)
        missing = _missing(stufe, partnership, to_the_end)
        if not missing:
            continue
        below = [
            s for s in leiter.stufen
            if s.nummer < stufe.nummer and not _missing(s, partnership, to_the_end)
        ]  # fmt: skip
        yield RULE.at(
            record.at(("beteiligung_zugesagt", "stufe")),
            f"Für „{stufe.id}“ ({stufe.titel}) fehlt der Nachweis: {'; '.join(missing)}.",
            _instead(leiter, below),
            field="stufe",
        )


def _missing(stufe: Stufe, partnership: list[str], to_the_end: list[str]) -> list[str]:
    return [
        *(partnership if stufe.partnerschaft is JaNein.JA else ()),
        *(to_the_end if stufe.bis_zuletzt is JaNein.JA else ()),
    ]


def _instead(leiter: Leiter, below: list[Stufe]) -> str:
    add = "Bitte die Nachweise ergänzen"
    if not below:
        return f"{add} oder die Zusage löschen."
    best = max(below, key=lambda s: s.nummer)
    return f"{add} oder die höchste Stufe eintragen, die ohne sie geht: {best.id} ({best.titel})."


def _proofs(facts: Facts, promise: Beteiligung) -> list[str]:
    """What is missing of the four conditions, in words (methods.md f1, i to iv)."""
    binding = promise.bindet.beschluss if promise.bindet else None
    review = promise.gemeinsame_pruefung
    found = {
        "regeln": _decided(facts, promise.regeln) if promise.regeln else (
            "ein Beschluss beider Seiten über gemeinsame Regeln"
        ),
        "bindet": _decided(facts, binding, together=False) if binding else (
            "woran sich die Stadt hält, wenn die Gruppe entscheidet"
        ),
        "ablehnungen": _decided(facts, promise.ablehnungen) if promise.ablehnungen else (
            "ein Beschluss, dass Ablehnungen begründet werden"
        ),
        "gemeinsame_pruefung": (_decided(facts, review) or _dated(facts, review)) if review else (
            "ein Beschluss mit einem Tag, an dem beide Seiten noch einmal hinschauen"
        ),
    }  # fmt: skip
    fields: dict[str, list[str]] = {}
    for field, text in found.items():
        fields.setdefault(text, []).append(field)
    return [f"{text} ({', '.join(names)})" for text, names in fields.items() if text]


def _decided(facts: Facts, kennung: str, *, together: bool = True) -> str:
    """What is wrong with a decision that is meant as a proof; empty if nothing."""
    found = _decision(facts, kennung)
    if found is None:
        return ""
    minutes, decision = found
    if together and minutes.data.gremium is Gremium.ENTSCHEIDUNGSGREMIUM:
        return f"„{kennung}“ hat die Gruppe allein beschlossen, nicht mit der Stadt"
    said = aussage_von(decision)
    put_off = said.erklaert and said.angenommen is None and not said.genannt
    return f"„{kennung}“ ist nicht angenommen" if put_off or said.angenommen is False else ""


def _dated(facts: Facts, kennung: str) -> str:
    found = _decision(facts, kennung)
    return f"bei „{kennung}“ der Tag „pruefen_am“" if found and not found[1].pruefen_am else ""


def _decision(facts: Facts, kennung: str) -> tuple[Record, Any] | None:
    """A decision and its minutes; None where it is unknown or broken, which is said elsewhere."""
    found = facts.register.entries.get("beschluss", {}).get(kennung)
    return (found[0], found[2]) if found else None


def _to_the_end(facts: Facts, request: Record) -> list[str]:
    """What the records do not show of the Connectors' part after the design (methods.md f2)."""
    grown = [r for r in facts.register.of("anliegen") if request.id in r.data.herkunft]
    steps = [step for r in grown for step in facts.courses[r.id]]
    effects = [effect for r in (request, *grown) for effect in r.data.wirkung]
    found = (
        any(s.von is Von.CONNECTORS and s.status in UMSETZUNG for s in steps)
        or "ein Schritt der Community Connectors bei der Umsetzung",
        any(effect.stimme is Stimme.CONNECTORS for effect in effects)
        or "ein Urteil der Community Connectors zur Wirkung",
    )
    return [text for text in found if isinstance(text, str)]
