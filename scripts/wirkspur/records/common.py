"""What several record types share: dates, choices, references, steps, effects, sources.

Every scalar arrives as the text that stands in the file (see source.py); the types here give it
its meaning. Error types raised here are the keys of the German texts in value_text.py.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema


class Modell(BaseModel):
    """Base of everything read from a file: unknown fields are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    offen: ClassVar[bool] = False
    """Whether texts may stay placeholders that the site shows as such."""


# --- dates ---------------------------------------------------------------------------------------

_DATUM = re.compile(r"(?:19|20)[0-9]{2}(?:-[0-9]{2}(?:-[0-9]{2})?)?|2100(?:-[0-9]{2}){0,2}")
_UHRZEIT = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


class Datum(str):
    """A date as precisely as it is known: `2024`, `2024-08` or `2024-08-27`."""

    @cached_property
    def erster(self) -> date:
        """The earliest day it can mean."""
        return date.fromisoformat(self + "-01-01"[len(self) - 4 :] if len(self) < 10 else self)

    @cached_property
    def letzter(self) -> date:
        """The latest day it can mean."""
        if self.genau:
            return self.erster
        erster = self.erster
        month = 12 if len(self) == 4 else erster.month
        return date(erster.year, month, monthrange(erster.year, month)[1])

    @property
    def genau(self) -> bool:
        """Whether the day is known."""
        return len(self) == 10


@lru_cache(maxsize=8192)  # a few thousand days are all there are; each is read once
def _datum(text: str, error: str = "datum_form") -> Datum:
    if _DATUM.fullmatch(text):
        datum = Datum(text)
        with suppress(ValueError):
            _ = datum.erster
            return datum
    raise PydanticCustomError(error, "not a date")


def _tag(text: str, error: str = "tag_form") -> Datum:
    datum = _datum(text, error)
    if not datum.genau:
        raise PydanticCustomError(error, "not a day")
    return datum


def _zeitpunkt(text: str) -> str:
    tag, *uhr = text.replace("T", " ", 1).split() or [text]
    _tag(tag, "zeitpunkt_form")
    if len(uhr) > 1 or (uhr and not _UHRZEIT.fullmatch(uhr[0])):
        raise PydanticCustomError("zeitpunkt_form", "not a time of a day")
    return " ".join((tag, *uhr))


def _uhrzeit(text: str) -> str:
    if not _UHRZEIT.fullmatch(text):
        raise PydanticCustomError("uhrzeit_form", "not a time of day")
    return text


def _text_type(check: Callable[[str], Any], pattern: str) -> tuple[Any, ...]:
    """A type read from text by `check`; `pattern` is what the JSON Schema says of it."""
    return (AfterValidator(check), WithJsonSchema({"type": "string", "pattern": pattern}))


# A Datum is validated from text but lives as its own class, hence the explicit core schema.
TeilDatum = Annotated[
    Datum,
    GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_after_validator_function(
            _datum, core_schema.str_schema(strip_whitespace=True)
        )
    ),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}),
]
Tag = Annotated[
    Datum,
    GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_after_validator_function(
            _tag, core_schema.str_schema(strip_whitespace=True)
        )
    ),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
Zeitpunkt = Annotated[
    str,
    *_text_type(_zeitpunkt, r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T]+[0-9]{2}:[0-9]{2})?$"),
]
Uhrzeit = Annotated[str, *_text_type(_uhrzeit, r"^[0-9]{2}:[0-9]{2}$")]


# --- choices -------------------------------------------------------------------------------------


class Wahl(StrEnum):
    """A closed list of allowed values, each with the German words that are shown for it."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member from its value in files and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """Blanks around a word do not change it."""
        bare = value.strip() if isinstance(value, str) else value
        return None if bare == value else cls.of(str(bare))

    @classmethod
    def of(cls, wert: str) -> Self | None:
        """The member with this value, or None."""
        return next((member for member in cls if member.value == wert), None)


class JaNein(Wahl):
    """Yes or no, in the words of the files."""

    JA = "ja", "ja"
    NEIN = "nein", "nein"


class Barrierefrei(Wahl):
    """How accessible a place or event is, as far as known."""

    JA = "ja", "ja"
    TEILWEISE = "teilweise", "teilweise"
    NEIN = "nein", "nein"
    UNBEKANNT = "unbekannt", "nicht bekannt"


# --- small types ---------------------------------------------------------------------------------

KENNUNG = re.compile(r"[a-z0-9][a-z0-9-]*")


_ADRESSE = re.compile(r"https?://(?:[\w-]+\.)+[\w-]+(?::[0-9]{1,5})?(?:[/?#][^\s<>\"„“”«»‹›]*)?")
_NACH_ADRESSE = re.compile(
    r"(?i:://|\bwww\.|\bh?t+ps?[:/])|(?<![\w.-])(?:[\w-]++\.)+(?!md\Z|yml\Z)[a-z]{2,6}(?:/\S*)?\Z"
)
"""What was meant as a web address, right or not; begun at words only, so no text takes long."""


def _adresse(text: str) -> str:
    if not _ADRESSE.fullmatch(text):
        raise PydanticCustomError("adresse_form", "not a web address")
    return text


def _beleg(text: str) -> str:
    return _adresse(text) if _NACH_ADRESSE.search(text) else text


_ZAHL = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,6})?")
_TAUSEND = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_GANZZAHL = re.compile(r"-?[0-9]{1,12}")


def _zahl(text: str) -> Decimal:
    bare = str(text).strip()
    if not _ZAHL.fullmatch(bare) or _TAUSEND.fullmatch(bare):
        raise PydanticCustomError("zahl_form", "not a number")
    return Decimal(bare.replace(",", "."))


def _ganzzahl(text: str) -> int:
    bare = str(text).strip()
    if not _GANZZAHL.fullmatch(bare):
        raise PydanticCustomError("zahl_form", "not a whole number")
    return int(bare)


def _kennung(text: str) -> str:
    if not KENNUNG.fullmatch(text):
        raise PydanticCustomError("kennung_form", "not an id")
    return text


@dataclass(frozen=True, slots=True)
class Verweis:
    """Marks a text as the id of a record or register entry of one of these kinds."""

    arten: tuple[str, ...]
    auch: tuple[str, ...] = ()
    """Fixed words that are allowed in place of an id."""
    adresse: bool = False
    """Whether a web address is allowed in place of an id."""


def verweis(*arten: str, auch: tuple[str, ...] = ()) -> Any:
    """Annotate a text as a reference; no `arten` means: to anything."""
    return Annotated[str, Verweis(arten, auch)]


def _einzeln(value: object) -> object:
    return value if isinstance(value, (list, tuple)) else [value]


T = TypeVar("T")
Liste = Annotated[tuple[T, ...], BeforeValidator(_einzeln)]
"""A list; a single value may stand alone (concept § 3)."""
Pflichtliste = Annotated[tuple[T, ...], Field(min_length=1), BeforeValidator(_einzeln)]
"""A list with at least one value."""

Kennung = Annotated[str, *_text_type(_kennung, r"^[a-z0-9][a-z0-9-]*$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Satz = Annotated[str, StringConstraints(min_length=1, max_length=240)]
Titel = Annotated[str, StringConstraints(min_length=1, max_length=120)]
WebAdresse = Annotated[str, *_text_type(_adresse, r"^https?://[^\s]+$")]
Zahl = Annotated[Decimal, BeforeValidator(_zahl), WithJsonSchema({"type": ["number", "string"]})]
Ganzzahl = Annotated[int, BeforeValidator(_ganzzahl)]
Anzahl = Annotated[Ganzzahl, Field(ge=0, le=10_000_000)]
Sprache = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,8})*$")]

BEITRAG = ("anliegen", "anfrage", "aktivitaet")
"""The kinds of record that carry a trace."""

Beleg = Annotated[str, AfterValidator(_beleg), Verweis((), adresse=True)]
"""Evidence: a web address, or the id of a record."""


def ist_adresse(beleg: str) -> bool:
    """Whether a Beleg is a web address rather than the id of a record."""
    return beleg.startswith(("https://", "http://"))


# --- parts of records ----------------------------------------------------------------------------


class Quelle(Modell):
    """Where a fact was read."""

    titel: Satz = Field(title="Titel der Quelle", description="Wie die Quelle heißt.")
    url: WebAdresse | None = Field(None, title="Adresse", description="Wo man sie nachlesen kann.")
    stand: TeilDatum | None = Field(
        None, title="Stand", description="Von wann die Angabe ist, zum Beispiel 2025-06."
    )


class Uebersetzung(Modell):
    """Title and sentence in another language, bound to the German text they were made from."""

    titel: Titel = Field(title="Titel", description="Der Titel in dieser Sprache.")
    kurz: Satz = Field(title="Kurz gesagt", description="Der Satz in dieser Sprache.")
    von: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")] = Field(
        title="Übersetzt von",
        description="Prüfsumme des übersetzten deutschen Textes: acht Zeichen aus 0–9 und a–f.",
    )


class Gemeinsam(Modell):
    """The fields that every record has."""

    titel: Titel = Field(
        title="Titel",
        description="Worum geht es? Höchstens 120 Zeichen.",
        examples=["Verlässliche Informationen an einem Ort"],
    )
    kurz: Satz = Field(
        title="Kurz gesagt",
        description="Ein einfacher Satz für Listen. Höchstens 240 Zeichen.",
        examples=["Wer Beratung sucht, findet Adressen und Zeiten an einer Stelle."],
    )
    quellen: Liste[Quelle] = Field(
        (), title="Quellen", description="Woher wir das wissen. Nötig ist nur der Titel."
    )
    uebersetzungen: dict[Sprache, Uebersetzung] = Field(
        default_factory=dict, title="Übersetzungen", description="Je Sprache Titel und Satz."
    )


class Von(Wahl):
    """Who says it."""

    CONNECTORS = "connectors", "Community Connectors"
    VERWALTUNG = "verwaltung", "Stadtverwaltung"
    POLITIK = "politik", "Politik"
    DRITTE = "dritte", "Dritte"


class Schluss(Wahl):
    """Whether a status leaves the record open."""

    OFFEN = "offen", "offen"
    GESCHLOSSEN = "geschlossen", "abgeschlossen"
    ENDGUELTIG = "endgueltig", "endgültig abgeschlossen"


class Status(Wahl):
    """A status of one record type: where it stands on the way, and what it demands.

    `stufe` orders the way (going to a lower one is reopening); `station` is the station of the
    trace it belongs to, counted from 0, or None where it stands beside the way.
    """

    stufe: int
    station: int | None
    laeuft: bool
    grund: bool
    ziel: bool
    schluss: Schluss

    def __new__(
        cls,
        value: str,
        label: str,
        stufe: int,
        station: int | None,
        *flags: str,
    ) -> Self:
        """Make a member; flags: laeuft, grund, ziel, geschlossen, endgueltig."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.stufe = stufe
        member.station = station
        member.laeuft = "laeuft" in flags
        member.grund = "grund" in flags
        member.ziel = "ziel" in flags
        member.schluss = (
            Schluss.ENDGUELTIG if "endgueltig" in flags
            else Schluss.GESCHLOSSEN if "geschlossen" in flags
            else Schluss.OFFEN
        )  # fmt: skip
        return member


S = TypeVar("S", bound=Status)


class Schritt(Modell, Generic[S]):
    """A dated step of a contribution."""

    datum: TeilDatum = Field(
        title="Datum", description="Wann das war, so genau wie bekannt.", examples=["2026-03-14"]
    )
    status: S = Field(title="Status", description="Was damit erreicht ist.")
    von: Von = Field(title="Von", description="Wer das sagt.")
    text: Text | None = Field(
        None, title="Text", description="Was geschehen ist. Bei einer Ablehnung: der Grund."
    )
    beleg: Beleg | None = Field(
        None, title="Beleg", description="Eine Adresse (https://…) oder die Kennung eines Eintrags."
    )
    zugesagt_bis: TeilDatum | None = Field(
        None, title="Zugesagt bis", description="Bis wann der nächste Schritt versprochen ist."
    )
    ziel: Liste[verweis(*BEITRAG)] = Field(  # type: ignore[valid-type]
        (), title="Ziel", description="Wohin zusammengeführt oder aufgeteilt wurde (Kennung)."
    )


class Urteil(Wahl):
    """How much changed."""

    NOCH_NICHT_ABSEHBAR = "noch_nicht_absehbar", "noch nicht absehbar"
    KEINE = "keine", "keine Wirkung"
    ETWAS = "etwas", "etwas Wirkung"
    DEUTLICH = "deutlich", "deutliche Wirkung"
    NACHTEILIG = "nachteilig", "nachteilige Wirkung"


class Zurechnung(Wahl):
    """Honest causality: would it have happened anyway?"""

    AUSGELOEST = "ausgeloest", "durch den Beitrag ausgelöst"
    VERSTAERKT = "verstaerkt", "durch den Beitrag verstärkt"
    BEREITS_GEPLANT = "bereits_geplant", "war bereits geplant"
    OHNE_BEZUG = "ohne_bezug", "ohne Bezug zum Beitrag"
    UNKLAR = "unklar", "Zusammenhang unklar"


class Stimme(Wahl):
    """Whose judgement an effect is."""

    VERWALTUNG = "verwaltung", "Stadtverwaltung"
    CONNECTORS = "connectors", "Community Connectors"
    DRITTE = "dritte", "Dritte"


class Wirkung(Modell):
    """An effect: always separate from carrying out, always with a voice and an attribution."""

    datum: TeilDatum = Field(title="Datum", description="Von wann das Urteil ist.")
    stimme: Stimme = Field(title="Stimme", description="Wer das sagt.")
    urteil: Urteil = Field(title="Urteil", description="Wie viel sich geändert hat.")
    zurechnung: Zurechnung = Field(
        title="Zurechnung", description="Kam die Wirkung von diesem Beitrag? Bitte ehrlich."
    )
    text: Text = Field(title="Text", description="Was sich geändert hat, in einfachen Worten.")
    beleg: Beleg | None = Field(
        None, title="Beleg", description="Eine Adresse (https://…) oder die Kennung eines Eintrags."
    )
    kein_beleg: Text | None = Field(
        None, title="Kein Beleg, weil", description="Warum es keinen Beleg gibt."
    )


VERLAUF: Any = Field((), title="Verlauf", description="Die Schritte, der älteste zuerst.")
WIRKUNG: Any = Field(
    (), title="Wirkung", description="Was sich dadurch geändert hat, und wer das sagt."
)
"""The two fields that make a record a contribution; the same words for every type."""


# --- what a record module says about itself ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RecordType:
    """Where records of a type lie and where they appear.

    `ordner` is the folder of the files; a register file names itself in `datei`. `art` is the word
    that references use. `adresse` is the folder of the pages (empty: no pages of its own).
    """

    art: str
    model: type[Modell]
    ordner: str
    endung: str = ".md"
    datei: str = ""
    titel: str = ""
    plural: str = ""
    adresse: str = ""
    koerper: str = ""
    """What the text below the fields is for; empty where none is wanted."""
    eintraege: tuple[tuple[str, str], ...] = ()
    """For files with entries of their own: (field that holds the list, kind of its ids)."""
    stationen: tuple[str, ...] = ()
    luecken: tuple[str, ...] = ()
    """What is missing while a station has not been reached: „seit 143 Tagen ohne Antwort“."""
    status: type[Status] | None = None
    noetig: bool = True
    """Whether a city cannot do without this register file."""

    register: ClassVar[str] = "content/register"
