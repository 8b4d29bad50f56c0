"""leitern.yml: ladders of participation, as data; unconfirmed ones say so."""

from typing import Annotated

from pydantic import Field

from .common import (
    Ganzzahl,
    JaNein,
    Kennung,
    Liste,
    Modell,
    Pflichtliste,
    Quelle,
    RecordType,
    Text,
    Titel,
)


class Stufe(Modell):
    """A rung, counted from the bottom."""

    id: Kennung = Field(title="Kennung", description="Ein kurzer Name, zum Beispiel arnstein-6.")
    nummer: Annotated[Ganzzahl, Field(ge=1, le=20)] = Field(
        title="Nummer", description="Von unten."
    )
    titel: Titel = Field(title="Titel", description="Wie die Stufe heißt.")
    gruppe: Titel = Field(title="Gruppe", description="Zu welchem Teil der Leiter sie gehört.")
    text: Text | None = Field(None, title="Text", description="Was sie bedeutet.")
    partnerschaft: JaNein = Field(
        JaNein.NEIN,
        title="Ab Partnerschaft",
        description="ja, wenn diese Stufe echte Mitentscheidung verspricht.",
    )
    bis_zuletzt: JaNein = Field(
        JaNein.NEIN,
        title="Bis zuletzt dabei",
        description="ja, wenn diese Stufe verspricht, auch gemeinsam umzusetzen und auszuwerten.",
    )


class Leiter(Modell):
    """A ladder."""

    id: Kennung = Field(title="Kennung", description="Ein kurzer Name, zum Beispiel arnstein.")
    titel: Titel = Field(title="Titel", description="Wie die Leiter heißt.")
    geprueft: JaNein = Field(title="Geprüft", description="Sind die Stufen nachgelesen?")
    text: Text | None = Field(None, title="Text", description="Was man dazu wissen sollte.")
    stufen: Liste[Stufe] = Field((), title="Stufen", description="Die Stufen von unten nach oben.")
    quellen: Pflichtliste[Quelle] = Field(
        title="Quellen", description="Wo die Leiter beschrieben ist."
    )


class Leitern(Modell):
    """The ladders."""

    leitern: Pflichtliste[Leiter] = Field(title="Leitern", description="Die Leitern.")


TYPE = RecordType(
    art="leitern",
    model=Leitern,
    ordner=RecordType.register,
    endung=".yml",
    datei="leitern.yml",
    titel="Leitern der Beteiligung",
    eintraege=(("leitern", "leiter"), ("leitern.stufen", "stufe")),
)
