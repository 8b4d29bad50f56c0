"""Aktivität: what the Connectors do of their own accord, always at least two together."""

from typing import Annotated

from pydantic import Field

from .common import (
    VERLAUF,
    WIRKUNG,
    Anzahl,
    Barrierefrei,
    Ganzzahl,
    Gemeinsam,
    JaNein,
    Liste,
    Modell,
    RecordType,
    Schritt,
    Sprache,
    Status,
    Text,
    Wahl,
    Wirkung,
    Zeitpunkt,
    verweis,
)


class Art(Wahl):
    """What kind of activity."""

    RUNDGANG = "rundgang", "Rundgang"
    ABEND = "abend", "Abend"
    QUIZ = "quiz", "Quiz"
    WORKSHOP = "workshop", "Workshop"
    ANDERE = "andere", "andere"


class Wille(Wahl):
    """Whose will stands behind it (first principle of Sozialraumorientierung)."""

    CONNECTORS = "connectors", "Community Connectors"
    EINWOHNER = "einwohner", "Einwohner:innen"
    STADT = "stadt", "Stadt"
    GEMEINSAM = "gemeinsam", "gemeinsam"


class AktivitaetStatus(Status):
    """The way of an activity (concept § 3)."""

    IDEE = "idee", "Idee", 1, 0
    GEPLANT = "geplant", "geplant", 2, 1
    BESTAETIGT = "bestaetigt", "bestätigt", 3, 1
    DURCHGEFUEHRT = "durchgefuehrt", "durchgeführt", 4, 2
    AUSGEWERTET = "ausgewertet", "ausgewertet", 5, 3
    ABGESAGT = "abgesagt", "abgesagt", 9, None, "grund", "geschlossen"


class Luecke(Wahl):
    """What the sources of an old activity may be silent about."""

    TANDEM = "tandem", "Wer es macht"
    TERMINE = "termine", "Termine"


class Termin(Modell):
    """A date to come to."""

    beginn: Zeitpunkt = Field(
        title="Beginn", description="Tag und Uhrzeit.", examples=["2026-12-05 18:00"]
    )
    ende: Zeitpunkt | None = Field(None, title="Ende", description="Tag und Uhrzeit.")
    treffpunkt: Text | None = Field(None, title="Treffpunkt", description="Wo man sich trifft.")
    sprachen: Liste[Sprache] = Field(
        (), title="Sprachen", description="Sprachen dieses Termins: [de, tr, ar]"
    )


class Aktivitaet(Gemeinsam):
    """An activity or an idea for one."""

    art: Art = Field(title="Art", description="Was für eine Aktivität es ist.")
    tandem: verweis("tandem") | None = Field(  # type: ignore[valid-type]
        None,
        title="Tandem",
        description="Wer sie macht: ein Tandem aus content/register/gruppe.yml.",
    )
    personen: Annotated[Ganzzahl, Field(ge=1, le=100)] | None = Field(
        None,
        title="Personen",
        description="Wenn es kein festes Tandem ist: wie viele Community Connectors es zusammen "
        "machen. Mindestens zwei.",
    )
    nicht_ueberliefert: Liste[Luecke] = Field(
        (),
        title="Nicht überliefert",
        description="Nur für Aktivitäten aus alten Quellen: was die Quelle nicht nennt.",
    )
    ort: Liste[verweis("sozialraum", auch=("stadtweit",))] = Field(  # type: ignore[valid-type]
        (), title="Ort", description="Kennungen aus dem Ordner sozialraeume, oder: stadtweit."
    )
    welcome_point: verweis("welcome-point") | None = Field(  # type: ignore[valid-type]
        None, title="Welcome Point", description="Welcher Welcome Point mitmacht."
    )
    termine: Liste[Termin] = Field((), title="Termine", description="Wann es stattfindet.")
    sprachen: Liste[Sprache] = Field(
        (), title="Sprachen", description="Welche Sprachen gesprochen werden: [de, tr]"
    )
    kostenlos: JaNein | None = Field(None, title="Kostenlos", description="Kostet es nichts?")
    barrierefrei: Barrierefrei | None = Field(
        None, title="Barrierefrei", description="Kommt man ohne Hindernisse hinein?"
    )
    wessen_wille: Wille | None = Field(None, title="Wessen Wille", description="Wer das möchte.")
    ressourcen: Liste[Text] = Field(
        (), title="Ressourcen", description="Was genutzt wird: Menschen, Räume, Sprachen, Netze."
    )
    partner: Liste[Text] = Field((), title="Partner", description="Wer mitmacht.")
    teilnehmende: Anzahl | None = Field(
        None, title="Teilnehmende", description="Wie viele gekommen sind, nur die Zahl."
    )
    verlauf: Liste[Schritt[AktivitaetStatus]] = VERLAUF
    wirkung: Liste[Wirkung] = WIRKUNG


TYPE = RecordType(
    art="aktivitaet",
    model=Aktivitaet,
    ordner="content/aktivitaeten",
    titel="Aktivität",
    plural="Aktivitäten",
    adresse="aktivitaeten",
    koerper="Beschreibung",
    stationen=("Idee", "geplant", "durchgeführt", "ausgewertet", "Wirkung"),
    luecken=(
        "",
        "eine Idee, noch nicht geplant",
        "geplant, noch nicht durchgeführt",
        "durchgeführt, noch nicht ausgewertet",
        "ausgewertet, aber noch ohne Urteil zur Wirkung",
    ),
    status=AktivitaetStatus,
)
