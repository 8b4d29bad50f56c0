"""stadt.yml: everything another city would change first."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .common import (
    Liste,
    Modell,
    Pflichtliste,
    Quelle,
    RecordType,
    Satz,
    Sprache,
    Text,
    Titel,
    Wahl,
    WebAdresse,
)


class ForgeArt(Wahl):
    """The software that hosts the repository; it decides what links look like."""

    GITHUB = "github", "GitHub"
    GITLAB = "gitlab", "GitLab"
    FORGEJO = "forgejo", "Forgejo"


class Forge(Modell):
    """Where the repository lies, for links to edit and to add files."""

    art: ForgeArt = Field(title="Art", description="Welche Software dort läuft.")
    adresse: WebAdresse = Field(title="Adresse", description="Adresse des Projekts.")
    zweig: Titel = Field("main", title="Zweig", description="Name des Hauptzweigs.")


class Impressum(Modell):
    """Who answers for the site. Placeholders are written as ‹…› and shown as such."""

    verantwortlich: Text = Field(title="Verantwortlich", description="Stelle, Straße, Ort.")
    kontakt: Text = Field(title="Kontakt", description="Wie man die Stelle erreicht.")


class Stadt(Modell):
    """The city."""

    offen = True
    name: Titel = Field(title="Name der Stadt", description="Zum Beispiel Musterstadt.")
    seitenname: Titel = Field(title="Name der Seite", description="Steht oben auf jeder Seite.")
    untertitel: Satz = Field(title="In einem Satz", description="Was die Seite ist.")
    adresse: WebAdresse = Field(title="Adresse", description="Unter welcher Adresse sie erscheint.")
    sprachen: Pflichtliste[Sprache] = Field(title="Sprachen", description="Sprachen der Seite.")
    gruppe: Titel = Field(title="Name der Gruppe", description="Wie die Ehrenamtlichen heißen.")
    koordination: Text = Field(
        title="Koordination", description="Wie man die Koordination erreicht."
    )
    forge: Forge | None = Field(None, title="Projekt", description="Wo die Dateien liegen.")
    impressum: Impressum = Field(title="Impressum", description="Wer verantwortlich ist.")
    land: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = Field(
        "DE",
        title="Land",
        description="Zwei große Buchstaben. Danach werden Telefonnummern erkannt.",
        examples=["DE"],
    )
    kontakte: Liste[Titel] = Field(
        (),
        title="Kontakte",
        description="Öffentliche Kontakte von Einrichtungen, die überall stehen dürfen: der "
        "hintere Teil von E-Mail-Adressen (stadt.example), ganze Adressen oder Telefonnummern.",
        examples=["stadt.example"],
    )
    quellen: Liste[Quelle] = Field((), title="Quellen", description="Woher wir das wissen.")


TYPE = RecordType(
    art="stadt",
    model=Stadt,
    ordner=RecordType.register,
    endung=".yml",
    datei="stadt.yml",
    titel="Stadt",
)
