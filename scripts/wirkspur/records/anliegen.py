"""Anliegen: a concern that people raised. The seven columns of the group's own table, and more."""

from pydantic import Field

from .common import (
    VERLAUF,
    WIRKUNG,
    Gemeinsam,
    Liste,
    Pflichtliste,
    RecordType,
    Schritt,
    Status,
    Tag,
    TeilDatum,
    Text,
    Wahl,
    Wirkung,
    verweis,
)


class Art(Wahl):
    """The four kinds of what communities bring to the city (Köhler/Dreher 2025, section 1)."""

    ANLIEGEN = "anliegen", "Anliegen"
    BEDUERFNIS = "beduerfnis", "Bedürfnis"
    FRAGE = "frage", "Frage"
    THEMA = "thema", "Thema"


class Form(Wahl):
    """The two kinds of output named in the article."""

    VORSCHLAG = "vorschlag", "Vorschlag"
    FORDERUNG = "forderung", "Forderung"


class Prioritaet(Wahl):
    """How urgent the group finds it."""

    HOCH = "hoch", "hoch"
    MITTEL = "mittel", "mittel"
    NIEDRIG = "niedrig", "niedrig"


class Zustaendig(Wahl):
    """Whose job it is."""

    STADT = "stadt", "Stadt"
    LAND = "land", "Land"
    BUND = "bund", "Bund"
    TRAEGER = "traeger", "Träger"
    ANDERE = "andere", "andere Stelle"


class AnliegenStatus(Status):
    """The way of a concern (concept § 3)."""

    EINGEBRACHT = "eingebracht", "eingebracht", 1, 0
    BERATEN = "beraten", "in der Gruppe beraten", 2, 0
    UEBERGEBEN = "uebergeben", "an die Stadt übergeben", 3, 1
    IN_PRUEFUNG = "in_pruefung", "wird geprüft", 4, 2, "laeuft"
    ANGENOMMEN = "angenommen", "angenommen", 4, 2
    TEILWEISE_ANGENOMMEN = "teilweise_angenommen", "teilweise angenommen", 4, 2
    ABGELEHNT = "abgelehnt", "abgelehnt", 4, 2, "grund", "geschlossen"
    NICHT_ZUSTAENDIG = "nicht_zustaendig", "Stadt nicht zuständig", 4, 2, "grund", "geschlossen"
    BEREITS_VORHANDEN = "bereits_vorhanden", "gibt es bereits", 4, 2, "geschlossen"
    IN_UMSETZUNG = "in_umsetzung", "wird umgesetzt", 5, 3, "laeuft"
    UMGESETZT = "umgesetzt", "umgesetzt", 6, 3
    GESTOPPT = "gestoppt", "gestoppt", 6, 3, "grund", "geschlossen"
    ZURUECKGEZOGEN = "zurueckgezogen", "zurückgezogen", 9, None, "grund", "endgueltig"
    ZUSAMMENGEFUEHRT = "zusammengefuehrt", "zusammengeführt", 9, None, "ziel", "endgueltig"
    AUFGETEILT = "aufgeteilt", "aufgeteilt", 9, None, "ziel", "endgueltig"


class Anliegen(Gemeinsam):
    """A concern. The text below the fields is the description of the problem."""

    thema: verweis("thema") = Field(  # type: ignore[valid-type]
        title="Thema", description="Ein Thema aus dem Verzeichnis content/register/themen.yml."
    )
    art: Art = Field(title="Art", description="Was ist es: Anliegen, Bedürfnis, Frage oder Thema?")
    form: Form = Field(title="Form", description="Ein Vorschlag oder eine Forderung?")
    prioritaet: Prioritaet = Field(
        title="Priorität", description="Wie dringend findet es die Gruppe?"
    )
    ort: Pflichtliste[verweis("sozialraum", auch=("stadtweit",))] = Field(  # type: ignore[valid-type]
        title="Lokalisierung des Problems",
        description="Wo? Kennungen aus dem Ordner sozialraeume, oder: stadtweit.",
        examples=["stadtweit"],
    )
    loesungen: Liste[Text] = Field(
        (), title="Mögliche Lösungen", description="Was könnte helfen? Eine Zeile je Lösung."
    )
    kontakt: verweis("stelle") | None = Field(  # type: ignore[valid-type]
        None,
        title="Kontakt innerhalb der Stadtverwaltung",
        description="Eine Stelle aus dem Verzeichnis content/register/stellen.yml.",
    )
    zustaendig: Zustaendig = Field(
        Zustaendig.STADT, title="Zuständig", description="Wer kann das entscheiden?"
    )
    zustaendig_wer: Text | None = Field(
        None, title="Zuständig ist", description="Wer genau, wenn es nicht die Stadt ist."
    )
    eingebracht: TeilDatum = Field(
        title="Eingebracht", description="Wann das Anliegen zum ersten Mal genannt wurde."
    )
    herkunft: Liste[verweis(auch=("gruppe",))] = Field(  # type: ignore[valid-type]
        (),
        title="Herkunft",
        description="Woraus es entstanden ist: Kennungen anderer Einträge, oder: gruppe.",
    )
    naechster_blick: Tag | None = Field(
        None,
        title="Nächster Blick",
        description="An welchem Tag wir wieder hinschauen. Nötig, solange das Anliegen offen ist.",
        examples=["2026-12-01"],
    )
    verlauf: Liste[Schritt[AnliegenStatus]] = VERLAUF
    wirkung: Liste[Wirkung] = WIRKUNG


TYPE = RecordType(
    art="anliegen",
    model=Anliegen,
    ordner="issues",
    titel="Anliegen",
    plural="Anliegen",
    adresse="anliegen",
    koerper="Problembeschreibung",
    stationen=("eingebracht", "übergeben", "beantwortet", "umgesetzt", "Wirkung"),
    luecken=(
        "",
        "noch nicht übergeben",
        "ohne Antwort",
        "noch nicht umgesetzt",
        "umgesetzt, aber noch ohne Urteil zur Wirkung",
    ),
    status=AnliegenStatus,
)
