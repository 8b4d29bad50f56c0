"""Protokoll: minutes. What was decided and which step was taken is written here, and only here."""

from pydantic import Field

from .common import (
    BEITRAG,
    Anzahl,
    Gemeinsam,
    JaNein,
    Kennung,
    Liste,
    Modell,
    Pflichtliste,
    RecordType,
    Satz,
    Tag,
    TeilDatum,
    Text,
    Uhrzeit,
    Von,
    Wahl,
    Zahl,
    verweis,
)


class Gremium(Wahl):
    """Who met."""

    ENTSCHEIDUNGSGREMIUM = "entscheidungsgremium", "Entscheidungsgremium"
    STEUERUNGSTREFFEN = "steuerungstreffen", "Steuerungstreffen"
    ANDERE = "andere", "anderes Treffen"


class Methode(Wahl):
    """How a decision was taken. The source leaves the three consensual methods unnamed."""

    SYSTEMISCHES_KONSENSIEREN = "systemisches_konsensieren", "Systemisches Konsensieren"
    KONSENT = "konsent", "Konsent"
    KONSENSSTUFEN = "konsensstufen", "Konsensstufen"
    FIST_TO_FIVE = "fist_to_five", "Fist to five"
    EINFACHE_MEHRHEIT = "einfache_mehrheit", "einfache Mehrheit"
    NICHT_UEBERLIEFERT = "nicht_ueberliefert", "nicht überliefert"


class Rolle(Wahl):
    """Who takes a task on: always a role, never a name."""

    SPRECHER = "sprecher", "Sprecher:innen"
    MODERATOR = "moderator", "Moderator:innen"
    KOORDINATION = "koordination", "städtische Koordination"
    GRUPPE = "gruppe", "alle Community Connectors"
    TANDEM = "tandem", "ein Tandem"
    VERWALTUNG = "verwaltung", "Stadtverwaltung"


class Option(Modell):
    """One of the proposals that were weighed, with its sums."""

    titel: Satz = Field(title="Vorschlag", description="Worüber abgestimmt wurde.")
    stimmen: Anzahl | None = Field(None, title="Stimmen", description="Stimmen für den Vorschlag.")
    widerstand: Anzahl | None = Field(
        None, title="Widerstand", description="Summe aller Widerstandsstimmen."
    )
    hoechster: Anzahl | None = Field(
        None, title="Höchster Widerstand", description="Der höchste einzelne Wert."
    )
    passivloesung: JaNein | None = Field(
        None, title="Passivlösung", description="Ist das die Passivlösung: nichts entscheiden?"
    )


class Einwand(Modell):
    """An objection raised in a Konsent round."""

    grund: Text = Field(title="Grund", description="Warum, oder: Begründung folgt.")
    eingearbeitet: Text | None = Field(
        None, title="Eingearbeitet", description="Wie der Vorschlag deshalb geändert wurde."
    )


class Zahlen(Modell):
    """The sums that a decision can be recomputed from. Ballots themselves are never committed."""

    gueltig: Anzahl | None = Field(None, title="Gültig", description="Gültige Stimmzettel.")
    ja: Anzahl | None = Field(None, title="Ja", description="Ja-Stimmen.")
    nein: Anzahl | None = Field(None, title="Nein", description="Nein-Stimmen.")
    enthaltung: Anzahl | None = Field(None, title="Enthaltung", description="Enthaltungen.")
    stimmen_je_person: Anzahl | None = Field(
        None,
        title="Stimmen je Person",
        description="Wie viele Stimmen jede Person bei einer Wahl hatte. Ohne Angabe: so viele, "
        "wie Vorschläge im Ergebnis stehen.",
    )
    skala: Anzahl | None = Field(
        None, title="Skala", description="Höchster möglicher Widerstand, meist 10."
    )
    optionen: Liste[Option] = Field(
        (), title="Vorschläge", description="Die Vorschläge mit Summen."
    )
    stufen: dict[str, Anzahl] = Field(
        default_factory=dict,
        title="Stufen",
        description="Wie viele auf welcher Stufe standen, zum Beispiel volle_zustimmung: 7; "
        "bei Fist to five 0 bis 5.",
    )
    einwaende: Liste[Einwand] = Field(
        (), title="Einwände", description="Schwerwiegende Einwände und was daraus wurde."
    )


class Tagesordnungspunkt(Modell):
    """An item of the agenda."""

    top: Zahl = Field(title="TOP", description="Nummer auf der Tagesordnung.")
    titel: Satz = Field(title="Titel", description="Worum es ging.")
    zu: Pflichtliste[verweis()] = Field(  # type: ignore[valid-type]
        (), title="Zu", description="Kennungen der Einträge, um die es ging."
    )


class Beschluss(Modell):
    """A decision."""

    id: Kennung = Field(
        title="Kennung", description="Ein kurzer Name, zum Beispiel 2026-03-sprecherinnen."
    )
    text: Text = Field(title="Beschluss", description="Was beschlossen wurde.")
    methode: Methode = Field(title="Methode", description="Wie entschieden wurde.")
    zahlen: Zahlen | None = Field(None, title="Zahlen", description="Die Summen, nie Stimmzettel.")
    ergebnis: Satz = Field(
        title="Ergebnis", description="angenommen, abgelehnt oder der gewählte Vorschlag."
    )
    weitere_runde: Text | None = Field(
        None,
        title="Weitere Runde",
        description="Bei schweren Bedenken: was die zusätzliche Runde ergab. "
        "Bei Gleichstand: wonach entschieden wurde.",
    )
    zu: Pflichtliste[verweis()] = Field(  # type: ignore[valid-type]
        (), title="Zu", description="Kennungen der Einträge, die es betrifft."
    )
    pruefen_am: TeilDatum | None = Field(
        None, title="Prüfen am", description="Wann der Beschluss noch einmal angesehen wird."
    )


class ProtokollSchritt(Modell):
    """A step taken in the meeting for a contribution; its status must exist for that type."""

    zu: Pflichtliste[verweis(*BEITRAG)] = Field(  # type: ignore[valid-type]
        title="Zu", description="Kennungen der Anliegen, Anfragen oder Aktivitäten."
    )
    status: Satz = Field(title="Status", description="Was damit erreicht ist.")
    text: Text | None = Field(None, title="Text", description="Was gesagt oder getan wurde.")
    ziel: Liste[verweis(*BEITRAG)] = Field(  # type: ignore[valid-type]
        (), title="Ziel", description="Wohin zusammengeführt oder aufgeteilt wurde (Kennung)."
    )
    von: Von = Field(
        Von.CONNECTORS, title="Von", description="Wer das sagt. Ohne Angabe: die Connectors."
    )


class Aufgabe(Modell):
    """Something somebody promised to do."""

    was: Text = Field(title="Was", description="Was zu tun ist.")
    wer: Rolle = Field(title="Wer", description="Eine Rolle, nie ein Name.")
    bis: TeilDatum | None = Field(None, title="Bis", description="Bis wann.")


class Protokoll(Gemeinsam):
    """Minutes of one meeting: results and numbers, never names."""

    gremium: Gremium = Field(title="Gremium", description="Wer sich getroffen hat.")
    datum: TeilDatum = Field(title="Datum", description="Wann das Treffen war.")
    beginn: Uhrzeit | None = Field(None, title="Beginn", description="Uhrzeit, zum Beispiel 18:30.")
    ende: Uhrzeit | None = Field(None, title="Ende", description="Uhrzeit, zum Beispiel 20:00.")
    anwesend: Anzahl | None = Field(
        None, title="Anwesend", description="Wie viele da waren. Nur die Zahl, keine Namen."
    )
    stimmberechtigt: Anzahl | None = Field(
        None, title="Stimmberechtigt", description="Wie viele abstimmen durften. Nur die Zahl."
    )
    rekonstruiert: JaNein = Field(
        JaNein.NEIN,
        title="Rekonstruiert",
        description="ja, wenn es erst nachträglich aus einer Quelle geschrieben wurde.",
    )
    naechstes_treffen: Tag | None = Field(
        None, title="Nächstes Treffen", description="Wann man sich wieder trifft."
    )
    tagesordnung: Liste[Tagesordnungspunkt] = Field(
        (), title="Tagesordnung", description="Die Punkte in ihrer Reihenfolge."
    )
    beschluesse: Liste[Beschluss] = Field(
        (), title="Beschlüsse", description="Was entschieden wurde, mit Methode und Zahlen."
    )
    schritte: Liste[ProtokollSchritt] = Field(
        (),
        title="Schritte",
        description="Welcher Schritt für welchen Eintrag. Erscheint dort von selbst.",
    )
    aufgaben: Liste[Aufgabe] = Field((), title="Aufgaben", description="Wer was bis wann tut.")


TYPE = RecordType(
    art="protokoll",
    model=Protokoll,
    ordner="content/protokolle",
    titel="Protokoll",
    plural="Protokolle",
    adresse="treffen",
    koerper="Notizen zum Treffen",
    eintraege=(("beschluesse", "beschluss"),),
)
