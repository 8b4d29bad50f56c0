"""Anfrage: a request by the city to the Connectors, and the feedback the city owes for it."""

from pydantic import Field

from .common import (
    VERLAUF,
    WIRKUNG,
    Gemeinsam,
    Liste,
    Modell,
    RecordType,
    Schritt,
    Status,
    TeilDatum,
    Text,
    Wahl,
    Wirkung,
    verweis,
)


class Art(Wahl):
    """What the city asks for."""

    UMFRAGE = "umfrage", "Umfrage"
    RUECKMELDUNG = "rueckmeldung", "Rückmeldung"
    GREMIUM = "gremium", "Mitarbeit in einem Gremium"
    VERANSTALTUNG = "veranstaltung", "Veranstaltung"
    ANDERE = "andere", "andere"


class AnfrageStatus(Status):
    """The way of a request (concept § 3)."""

    GESTELLT = "gestellt", "gestellt", 1, 0
    ZUGESAGT = "zugesagt", "zugesagt", 2, 1
    ABGELEHNT = "abgelehnt", "abgelehnt", 2, 1, "grund", "geschlossen"
    IN_ARBEIT = "in_arbeit", "in Arbeit", 3, 2, "laeuft"
    UEBERGEBEN = "uebergeben", "Ergebnis übergeben", 4, 2
    AUSGEWERTET = "ausgewertet", "von der Stadt ausgewertet", 5, 3, "laeuft"
    ZURUECKGEMELDET = "zurueckgemeldet", "zurückgemeldet", 6, 3


class Beteiligung(Modell):
    """The level of participation that the city claims for a request."""

    leiter: verweis("leiter") = Field(  # type: ignore[valid-type]
        title="Leiter", description="Eine Leiter aus content/register/leitern.yml."
    )
    stufe: verweis("stufe") = Field(  # type: ignore[valid-type]
        title="Stufe", description="Eine Stufe dieser Leiter."
    )
    warum: Text = Field(title="Warum", description="Woran man diese Stufe erkennt.")


class Anfrage(Gemeinsam):
    """A request by the city."""

    von: verweis("stelle") = Field(  # type: ignore[valid-type]
        title="Von", description="Welche Stelle fragt (content/register/stellen.yml)."
    )
    art: Art = Field(title="Art", description="Worum die Stadt bittet.")
    erkenntnisziel: Text | None = Field(
        None, title="Erkenntnisziel", description="Was die Stadt damit herausfinden will."
    )
    fuer_entscheidung: Text | None = Field(
        None, title="Für welche Entscheidung", description="Wofür das Ergebnis gebraucht wird."
    )
    frist: TeilDatum | None = Field(
        None, title="Frist", description="Bis wann die Antwort gebraucht wird."
    )
    rueckmeldung_bis: TeilDatum | None = Field(
        None,
        title="Rückmeldung bis",
        description="Bis wann die Stadt sagt, was daraus geworden ist.",
    )
    beteiligung_zugesagt: Beteiligung | None = Field(
        None,
        title="Zugesagte Beteiligung",
        description="Leiter, Stufe und warum.",
    )
    verlauf: Liste[Schritt[AnfrageStatus]] = VERLAUF
    wirkung: Liste[Wirkung] = WIRKUNG


TYPE = RecordType(
    art="anfrage",
    model=Anfrage,
    ordner="content/anfragen",
    titel="Anfrage der Stadt",
    plural="Anfragen der Stadt",
    adresse="anfragen",
    koerper="Hintergrund",
    stationen=("gestellt", "zugesagt", "Ergebnis übergeben", "zurückgemeldet", "Wirkung"),
    luecken=(
        "",
        "ohne Zusage",
        "noch ohne Ergebnis",
        "ohne Rückmeldung der Stadt",
        "zurückgemeldet, aber noch ohne Urteil zur Wirkung",
    ),
    status=AnfrageStatus,
)
