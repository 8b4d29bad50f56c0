"""gruppe.yml: cohorts, functions and tandems. Roles and pseudonyms only (concept § 6)."""

from pydantic import Field

from .common import (
    Anzahl,
    Ganzzahl,
    Kennung,
    Liste,
    Modell,
    Pflichtliste,
    Quelle,
    RecordType,
    TeilDatum,
    Text,
    Titel,
    verweis,
)


class Kohorte(Modell):
    """A generation of Connectors with its limits."""

    id: Kennung = Field(title="Kennung", description="Ein kurzer Name, zum Beispiel 2024.")
    titel: Titel = Field(title="Titel", description="Wie die Gruppe heißt.")
    beginn: TeilDatum = Field(title="Beginn", description="Seit wann es sie gibt.")
    ende: TeilDatum | None = Field(None, title="Ende", description="Wann ihre Zeit endet.")
    hoechstzahl: Anzahl = Field(
        title="Höchstzahl", description="Wie viele es höchstens sein dürfen."
    )
    mitglieder: Anzahl | None = Field(None, title="Mitglieder", description="Wie viele es sind.")
    sprachen: Anzahl | None = Field(
        None, title="Sprachen", description="Wie viele Sprachen sie spricht."
    )
    text: Text | None = Field(None, title="Text", description="Was man dazu wissen sollte.")
    quellen: Liste[Quelle] = Field((), title="Quellen", description="Woher wir das wissen.")


class Funktion(Modell):
    """A function in the group, with the decision that gave it."""

    id: Kennung = Field(title="Kennung", description="Ein kurzer Name, zum Beispiel sprecher.")
    titel: Titel = Field(title="Titel", description="Wie die Funktion heißt.")
    anzahl: Anzahl = Field(title="Anzahl", description="Wie viele sie haben.")
    aufgabe: Text = Field(title="Aufgabe", description="Was zu tun ist.")
    kohorte: verweis("kohorte") = Field(  # type: ignore[valid-type]
        title="Kohorte", description="In welcher Gruppe."
    )
    beschluss: verweis("beschluss") = Field(  # type: ignore[valid-type]
        title="Beschluss", description="Kennung des Beschlusses, der sie vergeben hat."
    )


class Tandem(Modell):
    """At least two Connectors who act together; a pseudonym, never names."""

    id: Kennung = Field(title="Kennung", description="Ein kurzer Name, zum Beispiel tandem-nord.")
    titel: Titel = Field(title="Titel", description="Wie das Tandem heißt.")
    personen: Ganzzahl = Field(
        2, ge=2, le=100, title="Personen", description="Wie viele; mindestens zwei."
    )
    sozialraeume: Liste[verweis("sozialraum")] = Field(  # type: ignore[valid-type]
        (), title="Sozialräume", description="Wo es tätig ist."
    )
    welcome_point: verweis("welcome-point") | None = Field(  # type: ignore[valid-type]
        None, title="Welcome Point", description="Mit welchem Welcome Point es arbeitet."
    )
    ausnahme: Text | None = Field(
        None,
        title="Ausnahme",
        description="Warum der Welcome Point nicht für diesen Ort zuständig ist, wenn das so ist.",
    )


class Gruppe(Modell):
    """The group."""

    quellen: Liste[Quelle] = Field((), title="Quellen", description="Woher wir das wissen.")
    kohorten: Pflichtliste[Kohorte] = Field(
        title="Kohorten", description="Die Gruppen nacheinander."
    )
    funktionen: Liste[Funktion] = Field((), title="Funktionen", description="Wer was übernimmt.")
    tandems: Liste[Tandem] = Field((), title="Tandems", description="Wer zusammen handelt.")


TYPE = RecordType(
    art="gruppe",
    model=Gruppe,
    ordner=RecordType.register,
    endung=".yml",
    datei="gruppe.yml",
    titel="Gruppe",
    eintraege=(("kohorten", "kohorte"), ("funktionen", "funktion"), ("tandems", "tandem")),
)
