"""stellen.yml: offices, bodies and other parties, always as institutions and never as persons."""

from pydantic import Field

from .common import (
    Kennung,
    Liste,
    Modell,
    Pflichtliste,
    Quelle,
    RecordType,
    Satz,
    TeilDatum,
    Titel,
    Wahl,
    WebAdresse,
)


class Stellenart(Wahl):
    """What kind of institution."""

    AMT = "amt", "Amt"
    ABTEILUNG = "abteilung", "Abteilung"
    GREMIUM = "gremium", "Gremium"
    NETZWERK = "netzwerk", "Netzwerk"
    ANDERE = "andere", "andere Stelle"


class FruehererName(Modell):
    """A name the institution had before."""

    name: Titel = Field(title="Name", description="Wie sie früher hieß.")
    gueltig_bis: TeilDatum | None = Field(None, title="Gültig bis", description="Bis wann.")


class Stelle(Modell):
    """An institution one can turn to."""

    id: Kennung = Field(title="Kennung", description="Ein kurzer Name, zum Beispiel amt-54.")
    titel: Titel = Field(title="Name", description="Wie die Stelle heißt.")
    art: Stellenart = Field(title="Art", description="Was für eine Stelle es ist.")
    kurz: Satz | None = Field(None, title="Kurz gesagt", description="Wofür sie da ist.")
    frueher: Liste[FruehererName] = Field((), title="Früher", description="Frühere Namen.")
    web: WebAdresse | None = Field(None, title="Internet", description="Öffentliche Seite.")


class Stellen(Modell):
    """The list of institutions."""

    quellen: Liste[Quelle] = Field((), title="Quellen", description="Woher die Liste kommt.")
    stellen: Pflichtliste[Stelle] = Field(title="Stellen", description="Die Stellen.")


TYPE = RecordType(
    art="stellen",
    model=Stellen,
    ordner=RecordType.register,
    endung=".yml",
    datei="stellen.yml",
    titel="Stellen",
    eintraege=(("stellen", "stelle"),),
)
