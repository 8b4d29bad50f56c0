"""One kind of mistake in a value → what to say in German, and how to mend it.

Allowed values, labels and help come from the model, never from pydantic's English messages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from ..findings import Rule
from . import date_text, number_text
from .fields import KEY, choices, classes, fields_at
from .shape_text import FEHLT, FORM, SHAPES, Fault, Says, empty, helped, not_text, one_value
from .words import (
    ascii_digits,
    guess_web,
    language_code,
    listing,
    plain,
    several,
    shown,
    similar,
    suggest_id,
)

WERT = Rule(
    "wert-unbekannt",
    "Ein Wert gehört nicht zu den erlaubten",
    "Nur mit festen Wörtern lässt sich zählen, filtern und übersetzen.",
    tun="Nehmen Sie eines der Wörter aus der Meldung, und schreiben Sie es genau so: mit "
    "kleinen Buchstaben und ohne Umlaute.",
    falsch="art: Bedürfnis",
    richtig="art: beduerfnis",
)
WERTFORM = Rule(
    "wert-form",
    "Ein Wert ist anders geschrieben als nötig",
    "Postleitzahlen, amtliche Nummern und die Kürzel der Sprachen haben überall dieselbe Form.",
    tun="Schreiben Sie den Wert so, wie es die Meldung zeigt. Postleitzahlen haben fünf "
    "Ziffern, Sprachen ein Kürzel aus zwei oder drei kleinen Buchstaben.",
    falsch="sprachen: [de, Türkisch]",
    richtig="sprachen: [de, tr]",
)
LAENGE = Rule(
    "text-laenge",
    "Ein Text ist zu lang",
    "Kurze Texte passen auf ein Telefon und in jede Liste.",
    tun="Kürzen Sie den Text auf das Wichtigste. Alles andere gehört in den Text unter der "
    "zweiten Linie ---.",
    falsch="titel: Mehr Licht auf dem Weg durch den Park zwischen der Straßenbahn und der "
    "Schule, damit niemand im Dunkeln stolpern muss ...",
    richtig="titel: Mehr Licht auf dem Weg durch den Park",
)
ADRESSE = Rule(
    "adresse-form",
    "Das ist keine Internet-Adresse",
    "Nur vollständige Adressen lassen sich anklicken und prüfen.",
    tun="Schreiben Sie die ganze Adresse, mit https:// am Anfang und ohne Leerzeichen. Am "
    "sichersten ist es, sie oben im Browser zu kopieren.",
    falsch="    beleg: www.example.org/lampen",
    richtig="    beleg: https://www.example.org/lampen",
)
KENNUNG = Rule(
    "kennung-form",
    "Eine Kennung hat unerlaubte Zeichen",
    "Die Kennung wird zur Internet-Adresse. Umlaute, Leerzeichen und Großbuchstaben machen dort "
    "Ärger.",
    tun="Schreiben Sie die Kennung mit kleinen Buchstaben von a bis z, Ziffern und "
    "Bindestrichen. Umlaute, Leerzeichen und große Buchstaben gehören in den „titel“.",
    falsch="  - id: Grünflächen & Parks\n    titel: Grün",
    richtig="  - id: gruenflaechen-parks\n    titel: Grün",
)
RULES = (
    FEHLT, WERT, WERTFORM, LAENGE, ADRESSE, number_text.ZAHL, KENNUNG, FORM,
    date_text.DATUM, date_text.UNMOEGLICH, date_text.UHRZEIT,
)  # fmt: skip


def say(kind: str, fault: Fault) -> Says:
    """What to say about a value that pydantic refused for the reason `kind`."""
    if kind not in SHAPES and isinstance(fault.value, (list, tuple)):
        return one_value(fault)
    if kind not in SHAPES and isinstance(fault.value, Mapping):
        return not_text(fault)
    if kind in _TEXTS and not str(fault.value).strip():
        return empty(fault)
    text = _TEXTS.get(kind) or SHAPES.get(kind)
    if text is None:
        message = f"{shown(fault.value)} passt nicht zu „{fault.name}“."
        return FORM, message, "Bitte mit einem ähnlichen Eintrag vergleichen."
    return text(fault)


def _length(fault: Fault) -> Says:
    limit = fault.ctx["max_length"]
    message = f"Der Text bei „{fault.name}“ hat {len(fault.value)} Zeichen, erlaubt sind {limit}."
    hint = "Bitte kürzen. Ausführliches gehört in den Text unter den Feldern."
    return LAENGE, message, hint if fault.body else "Bitte kürzen."


# --- words ---------------------------------------------------------------------------------------

_ANDERS = {"yes": "ja", "true": "ja", "no": "nein", "false": "nein"}


def _choice(fault: Fault) -> Says:
    wahl = choices(fault.info)
    return unknown_value(fault.value, fault.name, {w.value: w.label for w in wahl or ()})


def unknown_value(value: str, name: str, allowed: Mapping[str, str]) -> Says:
    """A word that is not in a closed list; `allowed` maps values to labels."""
    message = f"{shown(value)} ist kein erlaubter Wert für „{name}“."
    words = {**{label: word for word, label in allowed.items()}, **{word: word for word in allowed}}
    parts = [similar(part, words) for part in several(value)]
    if parts and all(parts):
        meant = dict.fromkeys(words[part[0]] for part in parts)
        return WERT, message, f"Hier ist nur ein Wert möglich: {listing(meant)}."
    every = f"Möglich sind: {listing(allowed)}."
    other = _ANDERS.get(plain(value), "")
    if near := [other] if other in allowed else similar(value, words):
        every = f"Meinten Sie „{words[near[0]]}“? {every}"
    return WERT, message, every


def _pattern(fault: Fault) -> Says:
    text = ascii_digits(fault.value)
    if fault.name == "sprachen" or fault.loc[-1] == KEY:
        return _language(fault, text)
    bare = re.sub(r"^[A-Z]{1,2}[- ]|[\s.]", "", text)
    fits = re.search(fault.ctx["pattern"], bare)
    hint = helped(fault.info, fault.name)
    message = f"{shown(fault.value)} passt nicht zu „{fault.name}“."
    return WERTFORM, message, f"Bitte so schreiben: {bare}" if fits else hint


def _language(fault: Fault, text: str) -> Says:
    codes = [language_code(part) for part in several(text.replace("/", ", "))]
    if codes and all(codes) and fault.listed:
        message = f"Bei „{fault.name}“ stehen mehrere Werte in einer Zeile: {shown(text)}."
        return FORM, message, f"Bitte als Liste schreiben: {fault.name}: [{', '.join(codes)}]"
    code = language_code(text)
    hint = f"Bitte so schreiben: {code}" if code else (
        "Bitte das Kürzel der Sprache aus zwei oder drei kleinen Buchstaben, zum Beispiel en."
    )  # fmt: skip
    return WERTFORM, f"{shown(text)} ist kein Kürzel einer Sprache.", hint


def _id(fault: Fault) -> Says:
    return (
        KENNUNG,
        f"{shown(fault.value)} ist keine gültige Kennung.",
        "Erlaubt sind kleine Buchstaben a–z, Ziffern und Bindestriche. "
        f"Vorschlag: {suggest_id(fault.value)}",
    )


def _web(fault: Fault) -> Says:
    text = fault.value
    hint = "Sie beginnt mit https:// und enthält keine Leerzeichen."
    if len(re.findall(r"(?i)\bh?t+ps?[:/\\]+(?:www\.)?|\bwww\.", text)) > 1 and "](" not in text:
        hint = "Hier ist nur eine Adresse möglich. Weitere gehören unter „quellen“."
    elif meant := guess_web(text):
        hint = f"Bitte so schreiben: {meant}"
    message = f"{shown(text)} ist bei „{fault.name}“ keine vollständige Internet-Adresse."
    return ADRESSE, message, hint


# --- numbers -------------------------------------------------------------------------------------


def _number(fault: Fault) -> Says:
    info = fault.info
    return number_text.unreadable_number(
        fault.name,
        str(fault.value),
        broken=info is not None and any(classes(info.annotation, Decimal)),
        optional=info is not None and not info.is_required(),
        unit="einheit" in fields_at(fault.model, fault.loc[:-1]),
    )


def _bounds(fault: Fault) -> Says:
    ctx = fault.ctx
    text = f"mindestens {ctx['ge']}" if "ge" in ctx else f"höchstens {ctx['le']}"
    message = f"Die Zahl bei „{fault.name}“ muss {text} sein, hier steht „{fault.value}“."
    return number_text.ZAHL, message, "Bitte die Zahl prüfen."


_TEXTS: dict[str, Callable[[Fault], Says]] = {
    "enum": _choice,
    "string_too_short": empty,
    "string_too_long": _length,
    "string_pattern_mismatch": _pattern,
    "kennung_form": _id,
    "adresse_form": _web,
    "zahl_form": _number,
    "greater_than_equal": _bounds,
    "less_than_equal": _bounds,
    "datum_form": lambda f: date_text.unreadable_date(f.name, f.value),
    "tag_form": lambda f: date_text.unreadable_date(f.name, f.value, day=True),
    "zeitpunkt_form": lambda f: date_text.unreadable_moment(f.name, f.value),
    "uhrzeit_form": lambda f: date_text.unreadable_time(f.name, f.value),
}
