"""Welcome Point: a meeting and advice place, with the history of its names and addresses."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .common import (
    Barrierefrei,
    Gemeinsam,
    Liste,
    Modell,
    Pflichtliste,
    RecordType,
    Satz,
    Sprache,
    TeilDatum,
    Text,
    Titel,
    Wahl,
    WebAdresse,
    verweis,
)


class OrtStatus(Wahl):
    """Whether the place can be visited."""

    GEPLANT = "geplant", "geplant"
    OFFEN = "offen", "geöffnet"
    VERLEGT = "verlegt", "verlegt"
    GESCHLOSSEN = "geschlossen", "geschlossen"


class Name(Modell):
    """A name the place has or had."""

    name: Titel = Field(title="Name", description="Wie der Ort heißt oder hieß.")
    gueltig_ab: TeilDatum | None = Field(None, title="Gültig ab", description="Seit wann.")
    gueltig_bis: TeilDatum | None = Field(None, title="Gültig bis", description="Bis wann.")


class Anschrift(Modell):
    """An address, with the time for which it is known to hold."""

    strasse: Titel = Field(title="Straße und Hausnummer", description="Ohne Ort.")
    plz: Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$")] | None = Field(
        None, title="Postleitzahl", description="Fünf Ziffern, ohne Ort."
    )
    gueltig_ab: TeilDatum | None = Field(None, title="Gültig ab", description="Seit wann.")
    gueltig_bis: TeilDatum | None = Field(None, title="Gültig bis", description="Bis wann.")
    geprueft_am: TeilDatum | None = Field(
        None, title="Geprüft am", description="Wann zuletzt jemand nachgesehen hat."
    )


class WelcomePoint(Gemeinsam):
    """A Welcome Point."""

    namen: Liste[Name] = Field((), title="Namen", description="Alle Namen mit ihrer Zeit.")
    traeger: Pflichtliste[Satz] = Field(
        title="Träger", description="Wer ihn betreibt; mehrere sind möglich."
    )
    status: OrtStatus = Field(title="Status", description="Ob man ihn besuchen kann.")
    adressen: Liste[Anschrift] = Field(
        (), title="Adressen", description="Alle Adressen mit ihrer Zeit, die neueste zuletzt."
    )
    zustaendig_fuer: Liste[verweis("sozialraum")] = Field(  # type: ignore[valid-type]
        (),
        title="Zuständig für",
        description="Welche Stadtbezirke er bedient. Die Tür kann anderswo sein.",
    )
    leistungen: Liste[Satz] = Field((), title="Leistungen", description="Wobei man Hilfe bekommt.")
    sprachen: Liste[Sprache] = Field(
        (), title="Sprachen", description="Welche Sprachen gesprochen werden: [de, tr]"
    )
    oeffnungszeiten: Text | None = Field(
        None,
        title="Öffnungszeiten",
        description="In der Schreibweise von OpenStreetMap.",
        examples=["Mo-Fr 09:00-17:00"],
    )
    telefon: Satz | None = Field(None, title="Telefon", description="Nummer der Einrichtung.")
    email: Satz | None = Field(None, title="E-Mail", description="Adresse der Einrichtung.")
    web: WebAdresse | None = Field(None, title="Internet", description="Adresse der Einrichtung.")
    barrierefrei: Barrierefrei = Field(
        Barrierefrei.UNBEKANNT,
        title="Barrierefrei",
        description="Kommt man ohne Hindernisse hinein?",
    )


TYPE = RecordType(
    art="welcome-point",
    model=WelcomePoint,
    ordner="content/welcome-points",
    titel="Welcome Point",
    plural="Welcome Points",
    adresse="welcome-points",
    koerper="Was man wissen sollte",
)
