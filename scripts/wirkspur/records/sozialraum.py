"""Sozialraum: a place of the city's official division; editions are never mixed."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .common import (
    Gemeinsam,
    Liste,
    Modell,
    RecordType,
    Satz,
    TeilDatum,
    Text,
    Titel,
    Wahl,
    Zahl,
    verweis,
)


class Ebene(Wahl):
    """Level of the division."""

    STADTBEZIRK = "stadtbezirk", "Stadtbezirk"
    STADTTEIL = "stadtteil", "Stadtteil"
    SOZIALRAUM = "sozialraum", "Sozialraum"


class Handlungsbedarf(Wahl):
    """The official class of the city's atlas, never one computed by others."""

    SEHR_HOCH = "sehr_hoch", "sehr hoch"
    HOCH = "hoch", "hoch"
    ERHOEHT = "erhoeht", "erhöht"
    MITTEL = "mittel", "mittel"
    EHER_GERING = "eher_gering", "eher gering"
    GERING = "gering", "gering"
    UNBEKANNT = "unbekannt", "nicht bekannt"


class Kennzahl(Modell):
    """A published figure."""

    name: Satz = Field(title="Name", description="Was gezählt wurde.")
    wert: Zahl = Field(title="Wert", description="Die Zahl, zum Beispiel 43,1.")
    einheit: Titel | None = Field(None, title="Einheit", description="Zum Beispiel %.")
    stand: TeilDatum = Field(title="Stand", description="Von wann die Zahl ist.")
    quelle: Satz = Field(title="Quelle", description="Wer die Zahl veröffentlicht hat.")


class Sozialraum(Gemeinsam):
    """A place."""

    ebene: Ebene = Field(title="Ebene", description="Wie groß der Ort ist.")
    nummer: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,6}$")] | None = Field(
        None,
        title="Nummer",
        description="Die amtliche Nummer: ein bis sechs Ziffern, mit führenden Nullen.",
    )
    ausgabe: Titel = Field(
        title="Ausgabe", description="Aus welcher Ausgabe der amtlichen Gliederung die Nummer ist."
    )
    teil_von: verweis("sozialraum") | None = Field(  # type: ignore[valid-type]
        None, title="Teil von", description="Der größere Ort, zu dem er gehört."
    )
    handlungsbedarf: Handlungsbedarf = Field(
        Handlungsbedarf.UNBEKANNT,
        title="Handlungsbedarf",
        description="Nur die amtliche Stufe, sonst: unbekannt.",
    )
    kennzahlen: Liste[Kennzahl] = Field((), title="Kennzahlen", description="Zahlen mit Quelle.")
    anknuepfungspunkte: Liste[Text] = Field(
        (), title="Anknüpfungspunkte", description="Woran man hier anknüpfen kann."
    )


TYPE = RecordType(
    art="sozialraum",
    model=Sozialraum,
    ordner="sozialraeume",
    endung=".yml",
    titel="Ort",
    plural="Orte",
    adresse="orte",
)
