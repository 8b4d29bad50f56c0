"""“Not ours” that does not say whose."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..records.anliegen import AnliegenStatus, Zustaendig

RULE = Rule(
    "zustaendig-wer-fehlt",
    "Es fehlt, wer zuständig ist",
    "„Nicht zuständig“ liest sich wie abgewimmelt. Wer sagt, an wen man sich wenden kann, hilft "
    "weiter.",
    tun="Schreiben Sie bei „zustaendig_wer“, welche Stelle zuständig ist, so genau, dass man "
    "sie dort findet.",
    falsch="zustaendig: land",
    richtig="zustaendig: land\nzustaendig_wer: die Bezirksregierung",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Where it is not the city's job, `zustaendig_wer` names whose it is."""
    for record in facts.register.of("anliegen"):
        if record.data.zustaendig_wer:
            continue
        if record.data.zustaendig is not Zustaendig.STADT:
            loc, said = ("zustaendig",), f"„zustaendig: {record.data.zustaendig}“"
        elif any(
            s.status is AnliegenStatus.NICHT_ZUSTAENDIG for s in facts.courses[record.id][-1:]
        ):
            step = facts.courses[record.id][-1]
            yield RULE.at(
                step.record.at((*step.loc, "status")),
                "Die Stadt ist nicht zuständig, aber es fehlt, wer es ist.",
                "Bitte „zustaendig“ (land, bund, traeger oder andere) und „zustaendig_wer“ "
                "ergänzen.",
                field="zustaendig_wer",
            )
            continue
        else:
            continue
        yield RULE.at(
            record.at(loc),
            f"Hier steht {said}, aber „zustaendig_wer“ fehlt.",
            "Bitte ergänzen, zum Beispiel: zustaendig_wer: die Bezirksregierung",
            field="zustaendig_wer",
        )
