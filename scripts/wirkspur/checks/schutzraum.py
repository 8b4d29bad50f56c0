"""What people said where they had been promised that it stays there."""

import re
from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..privat.lazy import Lazy
from ..privat.lists import tokens
from ..privat.view import suspects

RULE = Rule(
    "schutzraum",
    "Kommt das aus einem geschützten Gespräch?",
    "In Schulungen und Supervision sprechen Menschen offen, weil es unter ihnen bleibt. Wird etwas "
    "davon veröffentlicht, ist der geschützte Raum verloren.",
    Severity.HINWEIS,
    tun="Fragen Sie die Beteiligten. Schreiben Sie nur auf, was die Gruppe nach außen geben will.",
    falsch="In der Supervision erzählte eine Teilnehmerin von ihrer Angst.",
    richtig="Die Supervision hat stattgefunden.",
)
_WORTE = tokens(
    "erzählt erzählte erzählten schilderte schilderten vertraute weinte weinten beklagte gestand",
    "offenbarte berichtete berichteten sagte sagten vertraulich Vertraulich Vertrauen weitersagen",
    "weitergeben Protokoll",
)
_RAUM = (
    r"(?:Schutzr[aä]um\w*|Supervision\w*|Schulung(?:en)?|Trainings?"
    r"|geschützte[rn]?\s(?:Raum|Rahmen|Schulung\w*|Gespräch\w*|Training\w*|Treffen))"
)
_SAGEN = (
    r"(?:erzähl(?:t|te|ten)|schilder(?:t|te|ten)|vertraute[n]?|weinte[n]?|beklagte[n]?"
    r"|gestand(?:en)?|offenbarte[n]?|berichte(?:t|te|ten)\s(?:\w+\s){0,3}von|sagte[n]?)"
)
_WER = (
    r"(?:Teilnehmerin|Teilnehmer|Teilnehmende[rn]?|Connectorin|Connector|Person|Frau|Mann|Kollegin"
    r"|Kollege|Mitglied|jemand|[Ss]ie|[Ee]r|[Vv]iele|[Mm]ehrere|Einige)"
)
_BERICHT = Lazy(
    rf"\b{_RAUM}[^.!?\n]{{0,120}}?\b{_SAGEN}\b|\b{_WER}\b[^.!?\n]{{0,60}}\b{_SAGEN}\b"
    rf"[^.!?\n]{{0,80}}\b{_RAUM}"
)
_VERTRAULICH = Lazy(
    r"(?:^|(?<=[\n(])|(?<=\. ))(?:[Ss]treng )?[Vv]ertraulich(?:\)|:|!| -)"
    r"|\b[Ii]m Vertrauen (?:gesagt|erzählt|berichtet)|\bnicht (?:ins|für das) Protokoll\b"
    r"|\b[Bb]itte nicht (?:weitersagen|weitergeben|veröffentlichen)"
)
_NIE = Lazy(
    r"\b(?:nie|nicht|niemals|keine?)\b[^.!?]{0,60}\b(?:veröffentlich|weiter|geteilt|nach außen)",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Finding]:
    """What was said in a protected session is never published (facts C099, C189, R15)."""
    for view in suspects(facts):
        if view.file.typ is None or not view.has(_WORTE):
            continue  # the city's own pages explain the rule
        for start, end in _told(view.text):
            yield RULE.at(
                view.spot(start, end)[0],
                "Das klingt nach etwas, das in einem geschützten Gespräch gesagt wurde.",
                "Bitte nur behalten, wenn alle Beteiligten es öffentlich machen wollen. Sonst "
                "reicht zum Beispiel: „Die Schulung hat stattgefunden.“",
            )


def _told(text: str) -> Iterator[tuple[int, int]]:
    for match in _BERICHT.finditer(text):
        stop = text.find(".", match.end())
        if not _NIE.search(text[match.start() : stop if stop >= 0 else len(text)]):
            yield match.span()
    yield from (match.span() for match in _VERTRAULICH.finditer(text))
