"""themen.yml: the topics a concern can belong to."""

from pydantic import Field

from .common import Kennung, Liste, Modell, Pflichtliste, Quelle, RecordType, Satz, Titel


class Thema(Modell):
    """A topic."""

    id: Kennung = Field(title="Kennung", description="Ein kurzer Name, zum Beispiel beratung.")
    titel: Titel = Field(title="Titel", description="Wie das Thema heißt.")
    kurz: Satz | None = Field(None, title="Kurz gesagt", description="Was dazu gehört.")


class Themen(Modell):
    """The list of topics."""

    quellen: Liste[Quelle] = Field((), title="Quellen", description="Woher die Liste kommt.")
    themen: Pflichtliste[Thema] = Field(title="Themen", description="Die Themen.")


TYPE = RecordType(
    art="themen",
    model=Themen,
    ordner=RecordType.register,
    endung=".yml",
    datei="themen.yml",
    titel="Themen",
    eintraege=(("themen", "thema"),),
)
