"""regelwerk.yml: clocks, limits and methods; each with its source or the decision that set it."""

from typing import Annotated

from pydantic import Field

from .common import Ganzzahl, Kennung, Liste, Modell, Quelle, RecordType, Text, Titel, verweis
from .protokoll import Methode

Tage = Annotated[Ganzzahl, Field(ge=1, le=3650)]


class Uhr(Modell):
    """A clock: how many days until something is due."""

    tage: Tage = Field(title="Tage", description="Nach wie vielen Tagen.")
    titel: Titel = Field(title="Titel", description="Was die Uhr misst.")
    beschluss: verweis("beschluss") | None = Field(  # type: ignore[valid-type]
        None, title="Beschluss", description="Welcher Beschluss sie festgelegt hat."
    )
    quelle: Quelle | None = Field(None, title="Quelle", description="Woher der Wert kommt.")


class Uhren(Modell):
    """The clocks of concept § 3; names are fixed because the program asks for them."""

    protokoll: Uhr = Field(title="Protokoll", description="Bis ein Protokoll veröffentlicht ist.")
    antwort: Uhr = Field(title="Antwort", description="Bis zur ersten Antwort nach der Übergabe.")
    stille: Uhr = Field(title="Stille", description="Ab wann es heißt: ohne Nachricht.")
    nachfrage: Uhr = Field(title="Nachfrage", description="Bis wir nach der Wirkung fragen.")
    schlaf: Uhr = Field(title="Schlaf", description="Bis geschlossen oder weitergetragen wird.")


class Grenze(Modell):
    """A limit that the group or the city set."""

    id: Kennung = Field(title="Kennung", description="Ein kurzer Name.")
    titel: Titel = Field(title="Titel", description="Was begrenzt ist.")
    wert: Annotated[Ganzzahl, Field(ge=0, le=10_000)] = Field(title="Wert", description="Die Zahl.")
    text: Text | None = Field(None, title="Text", description="Was man dazu wissen sollte.")
    beschluss: verweis("beschluss") | None = Field(  # type: ignore[valid-type]
        None, title="Beschluss", description="Welcher Beschluss sie festgelegt hat."
    )
    quelle: Quelle | None = Field(None, title="Quelle", description="Woher der Wert kommt.")


class MethodenText(Modell):
    """A method of decision, explained."""

    id: Methode = Field(title="Kennung", description="Die Methode.")
    text: Text = Field(title="Erklärung", description="Wie sie geht, in wenigen Sätzen.")
    quelle: Quelle | None = Field(None, title="Quelle", description="Wo sie beschrieben ist.")


class Regel(Modell):
    """A rule of procedure."""

    id: Kennung = Field(title="Kennung", description="Ein kurzer Name.")
    titel: Titel = Field(title="Titel", description="Wie die Regel heißt.")
    text: Text = Field(title="Regel", description="Was gilt.")
    beschluss: verweis("beschluss") | None = Field(  # type: ignore[valid-type]
        None, title="Beschluss", description="Welcher Beschluss sie festgelegt hat."
    )
    quelle: Quelle | None = Field(None, title="Quelle", description="Woher sie kommt.")


class Wort(Modell):
    """A word that people misunderstood, and what to write instead."""

    wort: Titel = Field(
        title="Wort",
        description="Das Wort, das wir vermeiden, zum Beispiel Angebot.",
        examples=["Angebot"],
    )
    stattdessen: Liste[Titel] = Field(
        (),
        title="Stattdessen",
        description="Was wir dafür schreiben: [Beratung, Unterstützung]",
    )
    warum: Text | None = Field(None, title="Warum", description="Wie das Wort missverstanden wird.")
    quelle: Quelle | None = Field(None, title="Quelle", description="Woher wir das wissen.")


class Regelwerk(Modell):
    """The rules."""

    uhren: Uhren = Field(title="Uhren", description="Nach wie vielen Tagen was fällig ist.")
    grenzen: Liste[Grenze] = Field((), title="Grenzen", description="Höchst- und Mindestzahlen.")
    methoden: Liste[MethodenText] = Field((), title="Methoden", description="Wie entschieden wird.")
    geschaeftsordnung: Liste[Regel] = Field(
        (), title="Geschäftsordnung", description="Wie man zusammenarbeitet."
    )
    wortliste: Liste[Wort] = Field(
        (), title="Wortliste", description="Wörter, die oft falsch verstanden werden."
    )

    def grenze(self, kennung: str) -> int | None:
        """The value of a limit, or None where the city set none."""
        return next((g.wert for g in self.grenzen if g.id == kennung), None)


TYPE = RecordType(
    art="regelwerk",
    model=Regelwerk,
    ordner=RecordType.register,
    endung=".yml",
    datei="regelwerk.yml",
    titel="Regelwerk",
)
