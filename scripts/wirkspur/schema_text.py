"""pydantic error type → what to say in German, and how to mend it.

Allowed values, labels and help come from the model, never from pydantic's English messages.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from .events import Loc
from .findings import Finding, Rule
from .records.common import Wahl
from .source import Document

FEHLT = Rule(
    "feld-fehlt",
    "Ein nötiges Feld fehlt",
    "Ohne diese Angabe kann der Eintrag nicht angezeigt oder nicht weiterverfolgt werden.",
)
UNBEKANNT = Rule(
    "feld-unbekannt",
    "Ein Feld gibt es hier nicht",
    "Ein unbekanntes Feld würde still verschwinden. Meist ist es nur ein Tippfehler.",
)
WERT = Rule(
    "wert-unbekannt",
    "Ein Wert gehört nicht zu den erlaubten",
    "Nur mit festen Wörtern lässt sich zählen, filtern und übersetzen.",
)
DATUM = Rule(
    "datum-form",
    "Ein Datum ist anders geschrieben als nötig",
    "Im Format JJJJ-MM-TT ist ein Datum in jedem Land eindeutig und lässt sich sortieren.",
)
UNMOEGLICH = Rule(
    "datum-unmoeglich",
    "Diesen Tag gibt es nicht",
    "Fristen und Wartezeiten werden aus den Daten berechnet.",
)
UHRZEIT = Rule(
    "uhrzeit-form",
    "Eine Uhrzeit ist anders geschrieben als nötig",
    "Aus der Uhrzeit wird ein Kalendereintrag.",
)
LAENGE = Rule(
    "text-laenge",
    "Ein Text ist zu lang",
    "Kurze Texte passen auf ein Telefon und in jede Liste.",
)
ADRESSE = Rule(
    "adresse-form",
    "Das ist keine Internet-Adresse",
    "Nur vollständige Adressen lassen sich anklicken und prüfen.",
)
ZAHL = Rule("zahl-form", "Hier wird eine Zahl erwartet", "Mit Zahlen wird gerechnet.")
KENNUNG = Rule(
    "kennung-form",
    "Eine Kennung hat unerlaubte Zeichen",
    "Die Kennung wird zur Internet-Adresse. Umlaute, Leerzeichen und Großbuchstaben machen dort "
    "Ärger.",
)
FORM = Rule(
    "feld-form",
    "Text, Liste und Felder sind verwechselt",
    "Manche Felder sind ein Text, manche eine Liste, manche haben eigene Felder.",
)

RULES = (
    FEHLT, UNBEKANNT, WERT, DATUM, UNMOEGLICH, UHRZEIT, LAENGE, ADRESSE, ZAHL, KENNUNG, FORM,
)  # fmt: skip

PLATZHALTER = re.compile(r"‹[^›]*›")
"""What `wirkspur new` leaves to be filled in; reported by its own check, not as a wrong value."""

Says = tuple[Rule, str, str]
C = TypeVar("C")


def field_at(model: type[BaseModel], loc: Loc) -> FieldInfo | None:
    """The model's field at `loc`, through lists and nested models."""
    info: FieldInfo | None = None
    current: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, int):
            continue
        if current is None or part not in current.model_fields:
            return info if current is None and info is not None else None
        info = current.model_fields[part]
        current = next(iter(classes(info.annotation, BaseModel)), None)
    return info


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model whose fields stand at `loc`."""
    if not [part for part in loc if isinstance(part, str)]:
        return model
    info = field_at(model, loc)
    return next(iter(classes(info.annotation, BaseModel)), None) if info else None


def choices(info: FieldInfo | None) -> type[Wahl] | None:
    """The closed list a field takes its values from, if it has one."""
    return next(iter(classes(info.annotation, Wahl)), None) if info else None


def classes(annotation: Any, base: type[C]) -> Iterable[type[C]]:
    """The classes below `base` that a type annotation mentions, from outside in."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        yield annotation
    for inner in get_args(annotation):
        yield from classes(inner, base)


def explain(document: Document, model: type[BaseModel], error: ValidationError) -> list[Finding]:
    """Every error of a record as findings on the contributor's own lines.

    A misspelt field is reported once, not also as missing; values that are still template text
    are left to the check that names those.
    """
    errors = error.errors(include_url=False)
    misspelt = {
        (*e["loc"][:-1], guess)
        for e in errors
        if e["type"] == "extra_forbidden"
        for guess in _similar(str(e["loc"][-1]), _fields(model, e["loc"][:-1]))
    }
    findings = []
    for e in errors:
        loc: Loc = e["loc"]
        if e["type"] == "missing" and loc in misspelt:
            continue
        if isinstance(e["input"], str) and PLATZHALTER.search(e["input"]):
            continue
        rule, message, hint = _say(model, loc, e)
        name = ".".join(str(part) for part in loc)
        on_name = e["type"] == "extra_forbidden" or loc[-1:] == ("[key]",)
        findings.append(rule.at(document.locate(loc, value=not on_name), message, hint, field=name))
    return findings


def _fields(model: type[BaseModel], loc: Loc) -> list[str]:
    inner = model_at(model, loc)
    return list(inner.model_fields) if inner else []


def _similar(word: str, words: Iterable[str]) -> list[str]:
    plain = {_plain(w): w for w in words}
    return [plain[w] for w in difflib.get_close_matches(_plain(word), list(plain), 1, 0.7)]


def _plain(word: str) -> str:
    """Fold what German writers vary: case, umlauts, blanks, hyphens."""
    word = word.lower().strip()
    for one, two in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), (" ", "_"), ("-", "_")):
        word = word.replace(one, two)
    return word


def did_you_mean(word: str, words: Iterable[str], otherwise: str = "") -> str:
    """A hint: the nearest allowed word, or `otherwise`."""
    similar = _similar(word, words)
    return f"Meinten Sie „{similar[0]}“?" if similar else otherwise


def listing(words: Iterable[str]) -> str:
    """`a, b oder c`."""
    *first, last = list(words)
    return f"{', '.join(first)} oder {last}" if first else last


def shown(value: object, limit: int = 60) -> str:
    """A value as people see it in their file, shortened."""
    if isinstance(value, Mapping):
        return "eigene Felder"
    if isinstance(value, (list, tuple)):
        return "eine Liste"
    text = " ".join(str(value).split())
    return f"„{text if len(text) <= limit else text[: limit - 1] + '…'}“"


def _name(loc: Loc) -> str:
    return next((part for part in reversed(loc) if isinstance(part, str) and part != "[key]"), "")


def _missing(model: type[BaseModel], loc: Loc, _e: Mapping[str, Any]) -> Says:
    name = _name(loc)
    info = field_at(model, loc)
    above = _name(loc[:-1])
    where = f" in „{above}“" if above else ""
    hint = info.description or "" if info else ""
    if (wahl := choices(info)) is not None:
        hint += f" Möglich sind: {listing(wahl)}."
    elif info and info.examples:
        hint += f" Beispiel: {name}: {info.examples[0]}"
    return FEHLT, f"Hier fehlt „{name}“{where}.", hint


def _empty(model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    return FEHLT, f"„{_name(loc)}“ ist leer.", _missing(model, loc, e)[2]


def _extra(model: type[BaseModel], loc: Loc, _e: Mapping[str, Any]) -> Says:
    names = _fields(model, loc[:-1])
    return (
        UNBEKANNT,
        f"Das Feld „{loc[-1]}“ gibt es hier nicht.",
        did_you_mean(str(loc[-1]), names, f"Hier gibt es: {', '.join(names)}."),
    )


def _enum(model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    wahl = choices(field_at(model, loc))
    values = list(wahl) if wahl else []
    if not isinstance(e["input"], str):
        return _not_text(model, loc, e)
    return unknown_value(e["input"], _name(loc), {w.value: w.label for w in values})


def unknown_value(value: str, name: str, allowed: Mapping[str, str]) -> Says:
    """A word that is not in a closed list; `allowed` maps values to labels."""
    labels = {label: word for word, label in allowed.items()}
    similar = _similar(value, [*allowed, *labels])
    every = f"Möglich sind: {listing(allowed)}."
    if similar:
        every = f"Meinten Sie „{labels.get(similar[0], similar[0])}“? {every}"
    return WERT, f"{shown(value)} ist kein erlaubter Wert für „{name}“.", every


def _not_text(_model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    what = "Felder mit eigenem Namen" if isinstance(e["input"], Mapping) else "eine Liste"
    return (
        FORM,
        f"Bei „{_name(loc)}“ wird ein einfacher Text erwartet, hier steht aber {what}.",
        "Enthält der Text einen Doppelpunkt oder Klammern? Dann bitte in Anführungszeichen setzen.",
    )


def _not_fields(model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    names = _fields(model, loc)
    example = f" Zum Beispiel: {names[0]}: …" if names else ""
    return (
        FORM,
        f"Bei „{_name(loc)}“ werden Felder mit Namen erwartet, hier steht {shown(e['input'])}.",
        f"Mögliche Felder: {', '.join(names)}.{example}" if names else "",
    )


def _length(_model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    limit = e["ctx"]["max_length"]
    return (
        LAENGE,
        f"Der Text bei „{_name(loc)}“ hat {len(e['input'])} Zeichen, erlaubt sind {limit}.",
        "Bitte kürzen. Ausführliches gehört in den Text unter den Feldern.",
    )


def _pattern(model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    info = field_at(model, loc)
    return (
        FORM,
        f"{shown(e['input'])} passt nicht zu „{_name(loc)}“.",
        (info.description or "") if info else "",
    )


MONATE = (
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
    "oktober", "november", "dezember",
)  # fmt: skip


def _guess_date(text: str) -> str:
    """What a date in another notation was probably meant to be, in ours; or an empty text."""
    if m := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", text):
        return f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}"
    if m := re.fullmatch(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?", text):
        return f"{m[1]}-{int(m[2]):02}" + (f"-{int(m[3]):02}" if m[3] else "")
    if m := re.fullmatch(r"(\d{1,2})[./-](\d{4})", text):
        return f"{m[2]}-{int(m[1]):02}"
    if (m := re.fullmatch(r"(?:(\d{1,2})\.? )?([A-Za-zä]+) (\d{4})", text)) and (
        month := next((i for i, name in enumerate(MONATE, 1) if name == m[2].lower()), 0)
    ):
        return f"{m[3]}-{month:02}" + (f"-{int(m[1]):02}" if m[1] else "")
    return ""


def _date(model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    guess = _guess_date(e["input"].strip())
    hint = f"Bitte so schreiben: {guess}" if guess else (
        "Bitte im Format JJJJ-MM-TT eintragen, zum Beispiel 2026-02-28. Ist nur der Monat oder "
        "das Jahr bekannt: 2026-02 oder 2026."
    )  # fmt: skip
    return DATUM, f"{shown(e['input'])} ist bei „{_name(loc)}“ nicht als Datum zu lesen.", hint


def _impossible(_model: type[BaseModel], _loc: Loc, e: Mapping[str, Any]) -> Says:
    return (
        UNMOEGLICH,
        f"Das Datum {shown(e['input'])} gibt es nicht.",
        "Bitte im Format JJJJ-MM-TT eintragen, zum Beispiel 2026-02-28.",
    )


def _day(_model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    return (
        DATUM,
        f"Bei „{_name(loc)}“ wird ein genauer Tag gebraucht, hier steht {shown(e['input'])}.",
        "Bitte im Format JJJJ-MM-TT eintragen, zum Beispiel 2026-12-01.",
    )


def _time(_model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    return (
        UHRZEIT,
        f"{shown(e['input'])} ist bei „{_name(loc)}“ nicht als Uhrzeit zu lesen.",
        "Bitte mit Stunden und Minuten schreiben, zum Beispiel 18:30.",
    )


def _web(_model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    text = e["input"].strip()
    bare = re.fullmatch(r"(www\.)?[\w-]+(\.[\w-]+)+(/\S*)?", text)
    return (
        ADRESSE,
        f"{shown(text)} ist bei „{_name(loc)}“ keine vollständige Internet-Adresse.",
        f"Bitte so schreiben: https://{text}" if bare
        else "Sie beginnt mit https:// und enthält keine Leerzeichen.",
    )  # fmt: skip


def _number(_model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    return (
        ZAHL,
        f"Bei „{_name(loc)}“ wird eine Zahl gebraucht, hier steht {shown(e['input'])}.",
        "Bitte nur Ziffern eintragen, zum Beispiel 12. Ist die Zahl nicht bekannt, die Zeile "
        "weglassen.",
    )


def _bounds(_model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    limits = e["ctx"]
    text = (
        f"mindestens {limits['ge']}" if "ge" in limits
        else f"höchstens {limits.get('le', limits.get('lt', ''))}"
    )  # fmt: skip
    return ZAHL, f"Die Zahl bei „{_name(loc)}“ muss {text} sein.", "Bitte die Zahl prüfen."


def suggest_id(text: str) -> str:
    """The id a person probably wanted."""
    return re.sub(r"[^a-z0-9]+", "-", _plain(text).replace("_", "-")).strip("-")


def _id(_model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    return (
        KENNUNG,
        f"{shown(e['input'])} ist keine gültige Kennung.",
        "Erlaubt sind kleine Buchstaben a–z, Ziffern und Bindestriche. "
        f"Vorschlag: {suggest_id(str(e['input']))}",
    )


_TEXTS: dict[str, Callable[[type[BaseModel], Loc, Mapping[str, Any]], Says]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "enum": _enum,
    "string_type": _not_text,
    "string_too_short": _empty,
    "string_too_long": _length,
    "string_pattern_mismatch": _pattern,
    "model_type": _not_fields,
    "model_attributes_type": _not_fields,
    "dict_type": _not_fields,
    "datum_form": _date,
    "datum_unmoeglich": _impossible,
    "tag_form": _day,
    "uhrzeit_form": _time,
    "adresse_form": _web,
    "zahl_form": _number,
    "int_parsing": _number,
    "int_parsing_size": _number,
    "int_type": _number,
    "greater_than_equal": _bounds,
    "less_than_equal": _bounds,
    "kennung_form": _id,
}


def _say(model: type[BaseModel], loc: Loc, e: Mapping[str, Any]) -> Says:
    text = _TEXTS.get(e["type"])
    if text is None:
        return (
            FORM,
            f"{shown(e['input'])} passt nicht zu „{_name(loc)}“.",
            "Bitte mit einem ähnlichen Eintrag vergleichen.",
        )
    return text(model, loc, e)
