"""Systemisches Konsensieren: the proposal with the least resistance wins (methods.md f6)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from ..reading.events import Loc
from ..records.common import JaNein
from ..records.protokoll import Methode, Option, Zahlen
from ..worte import zahl
from . import (
    ABGELEHNT,
    ANGENOMMEN,
    BEIDES,
    Ausgang,
    Ergebnis,
    Mangel,
    Runde,
    gleiche_titel,
    gueltige,
)

METHODE = Methode.SYSTEMISCHES_KONSENSIEREN
FELDER = ("gueltig", "skala", "optionen", "enthaltung")
NOETIG = "„gueltig“, „skala“ und „optionen“ mit je „titel“, „widerstand“ und „hoechster“"

WEICH = "\N{SOFT HYPHEN}"
"""Where a column may break on a phone."""
HOCH = Decimal("0.8")
"""From this part of the scale on a single resistance is reported: 8 of 10 (our number, f6)."""


def auszaehlen(zahlen: Zahlen, runde: Runde) -> Ergebnis:
    """Least resistance wins; on a tie the lower highest value, then a new round."""
    maengel = (*_nicht_moeglich(zahlen, runde), *gleiche_titel(zahlen.optionen))
    if maengel or not zahlen.gueltig or not zahlen.skala:
        return Ergebnis(maengel)
    voll = zahlen.skala * zahlen.gueltig
    passiv = next(o for o in zahlen.optionen if _passiv(o))
    gruppen = list(_geordnet(zahlen.optionen))
    geordnet = [o for gruppe in gruppen for o in gruppe]
    rang = tuple(tuple(o.titel for o in gruppe) for gruppe in gruppen)
    abstand = {o.titel: _abstand(o, passiv, voll) for o in zahlen.optionen}
    return Ergebnis(
        moeglich=_moeglich(rang[0], passiv, len(zahlen.optionen)),
        rang=rang,
        grund=_grund(geordnet, rang[0], passiv, abstand),
        eintrag=rang[0][0] if len(rang[0]) == 1 else "neue Runde",
        kopf=("Vorschlag", "Summe", f"höch{WEICH}ster", f"Akzep{WEICH}tanz", f"Ab{WEICH}stand"),
        zeilen=tuple(
            (
                f"{o.titel} (Passiv{WEICH}lösung)" if o is passiv else o.titel,
                str(o.widerstand), "–" if o.hoechster is None else str(o.hoechster),
                f"{zahl(akzeptanz(_summe(o), voll))}\N{NO-BREAK SPACE}%",
                "–" if o is passiv else _mit_vorzeichen(abstand[o.titel]),
            )
            for o in zahlen.optionen
        ),
        rechnung=_rechnung(zahlen, geordnet[0], voll),
        hinweise=tuple(_hinweise(geordnet, passiv, zahlen.skala)),
    )  # fmt: skip


def _geordnet(optionen: tuple[Option, ...]) -> Iterator[list[Option]]:
    """The best first; equal sums are ordered by the highest value, if that is known of all."""
    for _, gleiche in groupby(sorted(optionen, key=_summe), key=_summe):
        gruppe = list(gleiche)
        if any(o.hoechster is None for o in gruppe):
            yield gruppe
        else:
            yield from (list(g) for _, g in groupby(sorted(gruppe, key=_hoechster), key=_hoechster))


def _summe(option: Option) -> int:
    return option.widerstand or 0


def _hoechster(option: Option) -> int:
    return option.hoechster or 0


def akzeptanz(widerstand: int, voll: int) -> Decimal:
    """100·(1 − W/(skala·n)), with one decimal."""
    return _gerundet(Decimal(100 * (voll - widerstand)) / voll)


def _gerundet(wert: Decimal) -> Decimal:
    return wert.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _abstand(option: Option, passiv: Option, voll: int) -> Decimal:
    """How many points of acceptance a proposal gains over doing nothing."""
    return _gerundet(Decimal(100 * (_summe(passiv) - _summe(option))) / voll)


def _mit_vorzeichen(punkte: Decimal) -> str:
    return f"{'−' if punkte < 0 else '+'}{zahl(abs(punkte))}"


def _passiv(option: Option) -> bool:
    return option.passivloesung is JaNein.JA


def _moeglich(erste: tuple[str, ...], passiv: Option, anzahl: int) -> frozenset[Ausgang]:
    """With several proposals „abgelehnt“ may speak of one that lost."""
    if erste == (passiv.titel,):
        return ABGELEHNT
    return BEIDES if anzahl > 2 or passiv.titel in erste else ANGENOMMEN


def _grund(
    geordnet: list[Option], erste: tuple[str, ...], passiv: Option, abstand: dict[str, Decimal]
) -> str:
    beste = geordnet[0]
    if len(erste) > 1:
        wer = " und ".join(f"„{titel}“" for titel in erste)
        return f"{wer} haben gleich viel Widerstand ({beste.widerstand}). Das ist Gleichstand."
    gleich = [o for o in geordnet if o.widerstand == beste.widerstand]
    text = f"Am wenigsten Widerstand hat „{beste.titel}“ ({beste.widerstand})."
    if len(gleich) > 1:
        text = (
            f"Den kleinsten Widerstand ({beste.widerstand}) haben mehrere, davon hat "
            f"„{beste.titel}“ den kleineren höchsten Wert ({beste.hoechster})."
        )
    if beste is passiv:
        return f"{text} Das ist die Passivlösung: Kein Vorschlag ist besser, als nichts zu tun."
    punkte = zahl(abstand[beste.titel])
    return f"{text} Das sind {punkte} Punkte mehr Akzeptanz als bei der Passivlösung."


def _rechnung(zahlen: Zahlen, beste: Option, voll: int) -> tuple[str, ...]:
    n, skala, w = zahlen.gueltig, zahlen.skala, _summe(beste)
    return (
        f"{n} Personen gaben jedem Vorschlag 0 bis {skala} Punkte Widerstand. „Summe“ zählt sie "
        f"zusammen, „höchster“ ist der größte einzelne Wert. Mehr als {n} × {skala} = {voll} geht "
        "nicht.",
        f"Akzeptanz ist, was davon frei bleibt. Bei „{beste.titel}“: {voll} − {w} = {voll - w}, "
        f"und {voll - w} von {voll} sind {zahl(akzeptanz(w, voll))} %.",
        "Abstand heißt: so viele Punkte mehr oder weniger Akzeptanz als die Passivlösung.",
    )


def _hinweise(geordnet: list[Option], passiv: Option, skala: int) -> Iterator[str]:
    for o in geordnet:
        if o is passiv:
            continue
        if _summe(o) > _summe(passiv):
            yield f"„{o.titel}“ hat weniger Akzeptanz als die Passivlösung: nicht zumutbar."
        elif _hoechster(o) >= HOCH * skala:
            yield (
                f"„{o.titel}“: ein Widerstand von {o.hoechster}. Das ist kein Veto, aber ein Grund "
                "nachzufragen."
            )


# --- what cannot be ------------------------------------------------------------------------------


def _nicht_moeglich(zahlen: Zahlen, runde: Runde) -> Iterator[Mangel]:
    yield from gueltige(zahlen, runde)
    for feld, rat in (
        ("gueltig", "wie viele alle Vorschläge bewertet haben, zum Beispiel: gueltig: 9"),
        ("skala", "den höchsten möglichen Widerstand, zum Beispiel: skala: 10"),
    ):
        if getattr(zahlen, feld) is None:
            yield Mangel(
                (), f"Unter „zahlen“ fehlt „{feld}“.", f"Bitte ergänzen, {rat}", fehlt=True
            )
    if zahlen.skala == 0:
        yield Mangel(("skala",), "Bei „skala“ steht 0.", "Meist reicht sie bis 10: skala: 10")
    passive = [index for index, o in enumerate(zahlen.optionen) if _passiv(o)]
    if not zahlen.optionen:
        rat = f"Nötig sind {NOETIG}."
        yield Mangel((), "Unter „zahlen“ fehlen die Vorschläge („optionen“).", rat, fehlt=True)
    elif not passive:
        yield Mangel(
            ("optionen",),
            "Die Passivlösung fehlt: was geschieht, wenn nichts entschieden wird.",
            "Bitte beim passenden Vorschlag ergänzen: passivloesung: ja",
            fehlt=True,
        )
    elif len(zahlen.optionen) == 1:
        rat = "Bitte alle Vorschläge mit ihren Summen eintragen."
        yield Mangel(("optionen",), "Neben der Passivlösung fehlt ein Vorschlag.", rat, fehlt=True)
    for index in passive[1:]:
        rat = "Es gibt nur eine. Bitte bei den anderen diese Zeile löschen."
        text = "Die Passivlösung ist mehrmals angegeben."
        yield Mangel(("optionen", index, "passivloesung"), text, rat)
    for index, option in enumerate(zahlen.optionen):
        yield from _option(option, index, zahlen)


def _option(option: Option, index: int, zahlen: Zahlen) -> Iterator[Mangel]:
    w, h, n, skala = option.widerstand, option.hoechster, zahlen.gueltig, zahlen.skala
    loc: Loc = ("optionen", index)
    wer = f"„{option.titel}“"
    if w is None and option.stimmen is not None:
        yield Mangel(
            (*loc, "stimmen"),
            f"Bei {wer} stehen Stimmen, nötig ist die Summe der Widerstände.",
            "Bitte „widerstand“ eintragen, oder die Methode ändern: methode: einfache_mehrheit",
        )
    elif w is None:
        rat = "Bitte die Summe aller Werte ergänzen, zum Beispiel: widerstand: 23"
        yield Mangel((*loc, "titel"), f"Bei {wer} fehlt „widerstand“.", rat, fehlt=True)
    if h is not None and skala and h > skala:
        yield Mangel(
            (*loc, "hoechster"),
            f"Der höchste Widerstand bei {wer} ist {h}, aber die Skala reicht nur bis {skala}.",
            "Bitte „hoechster“ und „skala“ prüfen.",
        )
    elif w is not None and n and skala and w > n * skala:
        yield Mangel(
            (*loc, "widerstand"),
            f"Der Widerstand bei {wer} ist {w}, aber möglich sind höchstens {n} × {skala} = "
            f"{n * skala}.",
            "Bitte „widerstand“, „gueltig“ und „skala“ prüfen.",
        )
    elif w is not None and h is not None and w < h:
        yield Mangel(
            (*loc, "widerstand"),
            f"Die Summe bei {wer} ist {w}, also kleiner als der höchste einzelne Wert {h}.",
            "„widerstand“ ist die Summe aller Werte. Bitte beide Zahlen prüfen.",
        )
    elif w is not None and h is not None and n and w > n * h:
        yield Mangel(
            (*loc, "widerstand"),
            f"Der Widerstand bei {wer} ist {w}, aber mit höchstens {h} je Person sind nur "
            f"{n} × {h} = {n * h} möglich.",
            "Bitte „widerstand“ und „hoechster“ prüfen.",
        )
