"""karte.yml: how the map of places is drawn: as tiles, or with the city's own boundaries."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .common import (
    Ganzzahl,
    Liste,
    Modell,
    Pflichtliste,
    RecordType,
    Satz,
    TeilDatum,
    Titel,
    Wahl,
    Zahl,
    verweis,
)
from .sozialraum import Ebene

_PUNKT = "-?[0-9]{1,5},-?[0-9]{1,5}"
Pfad = Annotated[
    str,
    StringConstraints(max_length=30_000, pattern=rf"^(?:M{_PUNKT}(?:L{_PUNKT}){{2,}}Z)+$"),
]
"""Straight lines between whole numbers: whatever else SVG could do is not needed here."""
Feldnummer = Annotated[Ganzzahl, Field(ge=1, le=40)]


class Kachel(Modell):
    """A place as a square of the schematic map."""

    ort: verweis("sozialraum") = Field(  # type: ignore[valid-type]
        title="Ort", description="Eine Kennung aus dem Ordner sozialraeume."
    )
    spalte: Feldnummer = Field(title="Spalte", description="Von links gezählt, ab 1.")
    zeile: Feldnummer = Field(title="Zeile", description="Von oben gezählt, ab 1.")
    kurz: Annotated[Titel, StringConstraints(max_length=12)] | None = Field(
        None,
        title="Im Feld",
        description="Ein kurzer Name, der hilft, den Ort zu erkennen. Höchstens 12 Zeichen.",
        examples=["Altstadt"],
    )


class Koordinaten(Wahl):
    """What the numbers of a boundary file mean."""

    GRAD = "grad", "Grad (WGS 84)"
    METER = "meter", "Meter (UTM oder andere ebene Koordinaten)"


class Rahmen(Modell):
    """The part of the world that the drawn boundaries share, so that all lie on one map."""

    koordinaten: Koordinaten = Field(title="Koordinaten", description="grad oder meter.")
    west: Zahl = Field(title="West", description="Linker Rand.")
    sued: Zahl = Field(title="Süd", description="Unterer Rand.")
    ost: Zahl = Field(title="Ost", description="Rechter Rand.")
    nord: Zahl = Field(title="Nord", description="Oberer Rand.")


class Form(Modell):
    """The outline of a place."""

    ort: verweis("sozialraum") = Field(  # type: ignore[valid-type]
        title="Ort", description="Eine Kennung aus dem Ordner sozialraeume."
    )
    pfad: Pfad = Field(title="Pfad", description="Der Umriss. Ihn schreibt: wirkspur places import")


class Grenzen(Modell):
    """Outlines from one file of the city."""

    ebene: Ebene = Field(title="Ebene", description="Wie groß die Orte sind.")
    ausgabe: Titel = Field(title="Ausgabe", description="Aus welcher Ausgabe sie sind.")
    quelle: Satz = Field(title="Quelle", description="Wer die Grenzen veröffentlicht hat.")
    stand: TeilDatum = Field(title="Stand", description="Von wann sie sind.")
    lizenz: Satz = Field(title="Lizenz", description="Unter welcher Lizenz sie stehen.")
    formen: Pflichtliste[Form] = Field(title="Formen", description="Je Ort der Umriss.")


class Karte(Modell):
    """The map."""

    kacheln: Liste[Kachel] = Field((), title="Kacheln", description="Die Karte aus Feldern.")
    rahmen: Rahmen | None = Field(None, title="Rahmen", description="Der Ausschnitt der Grenzen.")
    grenzen: Liste[Grenzen] = Field((), title="Grenzen", description="Amtliche Grenzen.")


TYPE = RecordType(
    art="karte",
    model=Karte,
    ordner=RecordType.register,
    endung=".yml",
    datei="karte.yml",
    titel="Karte",
    noetig=False,
)
