"""What GitHub makes of the issue form, read back. The text is a stranger's and may hold anything.

GitHub writes `### question`, an empty line, the answer. Anybody can type such lines too, or change
the whole text later, so: questions are looked for in the order of the form, answers from a list
must be on it, and what fits nowhere is an error and never guessed.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ..formate.issue_form import KOERPER, VON, Art, Frage
from ..records.anliegen import AnliegenStatus

LEER = {"_No response_", "None", ""}
"""What GitHub writes where nothing was answered."""


class UnklarError(ValueError):
    """The text is not what the form makes; the message is for the person who wrote it."""


def antworten(fragen: list[Frage], text: str) -> dict[str, str | list[str]]:
    """Field → answer, as values of the files; raises UnklarError."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts: list[int] = []
    for frage in fragen:
        starts.append(_start(frage, lines, starts[-1] + 1 if starts else 0))
    ends = [*starts[1:], len(lines)]
    if any(line.strip() for line in lines[: starts[0]]):
        raise UnklarError("Vor der ersten Frage steht Text, der zu keiner Frage gehört.")
    return {
        frage.feld: found
        for frage, start, end in zip(fragen, starts, ends, strict=True)
        if (found := _antwort(frage, "\n".join(lines[start + 1 : end]).strip()))
    }


def felder(titel: str, tag: date, werte: dict[str, str | list[str]]) -> tuple[dict[str, Any], str]:
    """Fields and text of the record that answers make; `tag` is the day they were given."""
    known = {"titel": " ".join(titel.split()), "eingebracht": str(tag), **werte}
    body, von = str(known.pop(KOERPER)), known.pop(VON)
    step = {"datum": str(tag), "status": AnliegenStatus.EINGEBRACHT.value, "von": von}
    return {**known, "naechster_blick": _wieder(tag), "verlauf": [step]}, body


def _start(frage: Frage, lines: list[str], after: int) -> int:
    """The line of a question: the first that is followed by a possible answer."""
    places = [n for n in range(after, len(lines)) if lines[n] == f"### {frage.titel}"]
    if not places:
        raise UnklarError(f"Die Frage „{frage.titel}“ fehlt oder steht an der falschen Stelle.")
    for place in places if frage.wahl else ():
        answer = next((line for line in lines[place + 1 :] if line.strip()), "")
        if answer.strip() in LEER or _gewaehlt(frage, answer):
            return place
    return places[0]


def _antwort(frage: Frage, text: str) -> str | list[str]:
    if frage.art is Art.HAKEN:
        if any(not line.startswith("- [") for line in text.split("\n")):
            raise UnklarError("Nach der letzten Frage steht Text, der zu keiner Frage gehört.")
        return ""
    if text in LEER:
        if frage.noetig:
            raise UnklarError(f"Auf die Frage „{frage.titel}“ fehlt die Antwort.")
        return ""
    if frage.wahl is not None:
        found = _gewaehlt(frage, text)
        if not found:
            raise UnklarError(
                f"Bei „{frage.titel}“ steht etwas, das nicht zur Auswahl gehört. Möglich sind: "
                f"{', '.join(frage.wahl)}."
            )
        return found if frage.mehrere else found[0]
    if frage.feld == KOERPER:
        return text
    return _zeilen(text) if frage.art is Art.TEXT else " ".join(text.split())


def _gewaehlt(frage: Frage, text: str) -> list[str]:
    """The chosen values; none if anything else stands there."""
    shown = text.strip().split(", ") if frage.mehrere else [text.strip()]
    wahl = frage.wahl or {}
    return [wahl[one] for one in shown] if all(one in wahl for one in shown) else []


def _zeilen(text: str) -> list[str]:
    """One entry per line, without the signs of a list."""
    return [bare for line in text.split("\n") if (bare := line.strip().lstrip("-*• ").strip())]


def _wieder(tag: date) -> str:
    """When somebody looks again: at the beginning of the month after next."""
    year, month = divmod(tag.year * 12 + tag.month + 1, 12)
    return f"{year}-{month + 1:02}-01"
