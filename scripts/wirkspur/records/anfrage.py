"""Anfrage: a request by the city to the Connectors, and the feedback the city owes for it."""

from pydantic import Field

from .common import (
    VERLAUF,
    WIRKUNG,
    Beleg,
    Gemeinsam,
    Liste,
    Modell,
    RecordType,
    Schritt,
    Status,
    Stimme,
    TeilDatum,
    Text,
    Titel,
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


class Phase(Wahl):
    """The four phases of the policy cycle in plain words (Köhler/Dreher 2025, note 7)."""

    BEDARFSANALYSE = "bedarfsanalyse", "Bedarfsanalyse"
    MASSNAHMENPLANUNG = "massnahmenplanung", "Maßnahmenplanung"
    UMSETZUNG = "umsetzung", "Umsetzung"
    EVALUATION = "evaluation", "Auswertung"


class AnfrageStatus(Status):
    """The way of a request (concept § 3)."""

    GESTELLT = "gestellt", "gestellt", 1, 0
    ZUGESAGT = "zugesagt", "zugesagt", 2, 1
    ABGELEHNT = "abgelehnt", "abgelehnt", 2, 1, "grund", "geschlossen"
    IN_ARBEIT = "in_arbeit", "in Arbeit", 3, 2, "laeuft"
    UEBERGEBEN = "uebergeben", "Ergebnis übergeben", 4, 2
    AUSGEWERTET = "ausgewertet", "von der Stadt ausgewertet", 5, 3, "laeuft"
    ZURUECKGEMELDET = "zurueckgemeldet", "zurückgemeldet", 6, 3


class Bindung(Modell):
    """What the city will do as the group decides."""

    was: Text = Field(
        title="Was",
        description="Was die Stadt dann so macht, wie die Gruppe es entscheidet.",
        examples=["Zu welchen Zeiten es Sprachkurse gibt."],
    )
    beschluss: verweis("beschluss") = Field(  # type: ignore[valid-type]
        title="Beschluss", description="Der Beschluss, in dem das steht (Kennung)."
    )


class Einstufung(Modell):
    """A rung of a ladder, and how one can tell."""

    leiter: verweis("leiter") = Field(  # type: ignore[valid-type]
        title="Leiter", description="Eine Leiter aus content/register/leitern.yml."
    )
    stufe: verweis("stufe") = Field(  # type: ignore[valid-type]
        title="Stufe", description="Eine Stufe dieser Leiter."
    )
    warum: Text = Field(title="Warum", description="Woran man diese Stufe erkennt.")


class Beteiligung(Einstufung):
    """The level of participation that the city claims, and what makes it more than a word.

    A rung of partnership needs the four proofs `regeln`, `bindet`, `ablehnungen` and
    `gemeinsame_pruefung` (methods.md f1).
    """

    genannt: Titel | None = Field(
        None,
        title="So genannt",
        description="Wie die Stadt es selbst nennt, wenn sie ein anderes Wort benutzt.",
        examples=["Co-Design"],
    )
    regeln: verweis("beschluss") | None = Field(  # type: ignore[valid-type]
        None,
        title="Gemeinsame Regeln",
        description="Der Beschluss, mit dem Gruppe und Stadt ihre Regeln vereinbart haben.",
    )
    bindet: Bindung | None = Field(
        None,
        title="Was die Gruppe entscheidet",
        description="Woran sich die Stadt hält, wenn die Gruppe entschieden hat.",
    )
    ablehnungen: verweis("beschluss") | None = Field(  # type: ignore[valid-type]
        None,
        title="Ablehnungen mit Grund",
        description="Der Beschluss, dass die Stadt jede Ablehnung begründet.",
    )
    gemeinsame_pruefung: verweis("beschluss") | None = Field(  # type: ignore[valid-type]
        None,
        title="Gemeinsame Prüfung",
        description="Ein Beschluss mit „pruefen_am“: wann beide Seiten noch einmal hinschauen.",
    )


class ErlebteBeteiligung(Einstufung):
    """The level of participation as the Connectors experienced it, and who says so."""

    datum: TeilDatum = Field(title="Datum", description="Von wann diese Einschätzung ist.")
    stimme: Stimme = Field(title="Stimme", description="Wer das sagt.")
    beleg: Beleg | None = Field(
        None, title="Beleg", description="Eine Adresse (https://…) oder die Kennung eines Eintrags."
    )
    kein_beleg: Text | None = Field(
        None, title="Kein Beleg, weil", description="Warum es keinen Beleg gibt."
    )


class Zweck(Wahl):
    """What a request owes to those it asks; old ones may be silent about it."""

    ERKENNTNISZIEL = "erkenntnisziel", "Was sie herausfinden will"
    FUER_ENTSCHEIDUNG = "fuer_entscheidung", "Für welche Entscheidung"
    RUECKMELDUNG_BIS = "rueckmeldung_bis", "Rückmeldung der Stadt bis"


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
    nicht_ueberliefert: Liste[Zweck] = Field(
        (),
        title="Nicht überliefert",
        description="Nur für Anfragen aus alten Quellen: welche dieser Angaben die Quelle nicht "
        "nennt.",
    )
    phasen: Liste[Phase] = Field(
        (),
        title="Phasen",
        description="Wobei die Stadt die Gruppe beteiligt: feststellen, was fehlt, planen, "
        "umsetzen oder auswerten. Auch mehrere sind möglich.",
        examples=["bedarfsanalyse"],
    )
    beteiligung_zugesagt: Beteiligung | None = Field(
        None,
        title="Zugesagte Beteiligung",
        description="Leiter, Stufe und warum. Ab Partnerschaft auch die vier Nachweise.",
    )
    beteiligung_erlebt: ErlebteBeteiligung | None = Field(
        None,
        title="Erlebte Beteiligung",
        description="Wie viel Beteiligung es für die Community Connectors war: Leiter, Stufe und "
        "warum, wer das sagt und wo man es nachlesen kann.",
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
