"""German words around people: titles, labels of lists, roles, groups, institutions.

Each list answers one question of a finder; none of them knows a rule.
"""

import re

from .laender import ADJEKTIVE, ENDUNGEN, FRAU, LAENDER, MANN
from .lazy import Lazy
from .lists import any_of, words

# --- how minutes name people ---------------------------------------------------------------------

ANREDEN = words("Herr Herrn Hr Hrn Frau Fr Frl Fräulein Familie Fam Eheleute Ehepaar Mr Mrs")
GRADE = words("Dr Prof Professor Professorin Dipl Mag Ing")

_AMT_AUF = any_of("""
    meister|minister|präsident|direktor|dezernent|sprecher|leiter|sekretär|kanzler|referent
    professor|doktor|pfarrer|lehrer|rektor|moderator|richter|anwalt|inspektor|berater|betreuer
    koordinator|mitarbeiter|nachbar|vermieter|superintendent|botschafter|konsul|dolmetscher|senator
    vertreter|vorsteher|trainer|ratsherr|beisitzer|pastor|arbeiter|fahrer|polizist|händler|verkäufer
    pfleger|erzieher|kämmerer|künstler
""")
_AMT_GANZ = any_of(r"""
    rat|rätin|anwältin|vorsitzende[rn]?|beauftragte[rn]?|abgeordnete[rn]?|kolleg(?:e|en|in)|amtfrau
    \w{3,}erin|beamte[rn]?|beamtin|beigeordnete[rn]?|ratsmitglied|amtmann|ratsfrau|leitung|verordnete[rn]?|vorstand|wart|ärztin|arzt|schwester|bischof|dekan|imam
""")
AMT = Lazy(rf"\w*(?:{_AMT_AUF}(?:in)?|{_AMT_GANZ})", re.IGNORECASE)
"""Offices and roles: „Herr Oberbürgermeister“ names nobody, „Frau Kollegin Muster“ does."""

GEISTLICH = words("Pastor Pastorin Pfarrer Pfarrerin Ratsherr Ratsfrau")
"""Who is hardly ever mentioned without a name."""

KEIN_NAME = words(
    """
Anfang Mitte Ende Soziales Kultur Jugend Verkehr Umwelt Finanzen Wirtschaft Sport Ordnung
Mann Männer Frau Frauen Kind Kinder Mutter Vater Eltern Familie Familien Beruf Arbeit Alltag
Gesundheit Zugang Hilfe Hilfen Unterstützung Recht Rechte Anspruch Angst Zeit Geld Deutsch Sprache
Holle Welt Luna Name Namen Vorname Nachname NN Unbekannt Divers Person Personen Migration
Integration Flucht Bildung Schule Gewalt Freiheit Leben Politik Wohnung Wohnraum Kita Kontakt
Rücksprache Termin Termine Beratung Sie Ihr Ihre Er Es Wir Ihnen Ich Der Die Das Den Dem Ein Eine
Und Oder Aber In Im An Am Auf Mit Zu Zum Zur Bei Beim Von Vom Für Aus Nach Vor Über Unter Bitte
Danke Ja Nein Alle Viele Einige Keine Kein Nicht Auch Noch Nur Dann Danach Heute Morgen Gestern
Wenn Weil Dass Ob Wie Wo Was Wer Warum Welche Hier Dort Mama Papa Ober Österreicher Chef Chefin
Gott Gottes Oetker Martens Vormittag Nachmittag Mittag Abend Nacht Uhr Januar Februar März April
Mai Juni Juli August September Oktober November Dezember Montag Dienstag Mittwoch Donnerstag
Freitag Samstag Sonntag Musterstelle Tel Telefon Mail Fax Handy Mobil Email KI KIM Sprecherin
Sprecher St Sankt Herr Herren Damen Stadt Team Haushalt Hund Katze Baby med phil rer nat jur Ing
habil
"""
)
"""What may stand behind „Frau“ or in a list, and is no name."""

# --- labels of lists; in files the words also stand in small letters -----------------------------

VIELE = Lazy(
    any_of(r"""
    anwesend(?:e[rn]?)?(?: sind| waren)?|teilnehmende[rn]?|teilnehmer(?:[:*/_]?-?innen|in)?
    teilnehmerliste|teilnehmendenliste|anwesenheitsliste|anwesenheit|teilgenommen haben|tn
    entschuldigt(?: fehlend| sind)?|unentschuldigt|abwesend|es fehl(?:t)?en|fehlend|verteiler
    nicht da|nicht dabei|krank|verhindert|fehlt|gäste|gast|mitglieder|vorstand|dabei|mit dabei
    dabei waren|redner[:*/]?innen|sprecher[:*/]?innen|moderator[:*/]?innen|beteiligte
    tandem(?:partner(?:[:*/]?in(?:nen)?)?)?|personen|namen|eingeladen|cc
    """),
    re.IGNORECASE,
)
"""Labels behind which several people stand."""
EINE = Lazy(
    any_of(r"""
    (?:für das )?protokoll(?:führung|ant(?:[:*/]?in)?|führer(?:[:*/]?in)?| geführt von| schreibt)?
    schriftführ(?:ung|er(?:[:*/]?in)?)|niederschrift|moderation|moderator(?:in)?|moderiert von
    (?:sitzungs|gesprächs|projekt|gruppen|team)?leitung|leiter(?:in)?|vorsitz(?:ende[rn]?)?
    stellvertret(?:ung|er(?:in)?)|sprecher(?:in)?|referent(?:[:*/]?in)?|redner(?:in)?|trainer(?:in)?
    ansprechpartner(?:[:*/]?in(?:nen)?)?|ansprechperson(?:en)?|kontakt(?:person)?(?: vor ort)?
    verantwortlich(?:e[rn]?)?|zuständig(?:e[rn]?)?|wer|bearbeitet von|bearbeiter(?:in)?
    verfasser(?:in)?|verfasst von|autor(?:in)?|erstellt(?: von| durch)?|eingereicht (?:von|durch)
    eingebracht (?:von|durch)|gemeldet (?:von|durch)|meldende person|melder(?:in)?
    antragsteller(?:in)?|schatzmeister(?:in)?|kassenwart(?:in)?|kassierer(?:in)?|beisitzer(?:in)?
    kassenprüfer(?:in)?|betroffene(?: person)?|dolmetscher(?:[:*/]?in)?|übersetzer(?:in)?
    vermieter(?:in)?|mieter(?:in)?|nachbar(?:in)?|hausmeister(?:in)?|unterschrift|unterzeichnet|gez
    vor- und nachname|vor-? ?und zuname|vollständiger name|name|vorname|nachname|familienname
    rückruf|anmeldung|von|an|absender(?:in)?|empfänger(?:in)?|to-?do|aufgabe von|übernimmt
    klient(?:in)?|fall
    """),
    re.IGNORECASE,
)
"""Labels behind which one person stands, or an office."""
FAST_IMMER = Lazy(
    any_of(r"""
    protokoll\w|schriftf|ansprech|verfass|autor|referent|antragst|melder|moderator|anwesend|teilnehm
    entschuldigt|sprecher|redner|dolmetsch|vor- und|kontaktperson
    """),
    re.IGNORECASE,
)
"""Beginnings of labels behind which hardly anything but a person stands."""

# --- institutions --------------------------------------------------------------------------------

_ENDET = any_of(r"""
    amt|amtes|ämter|stelle|stellen|zentrum|zentren|zentrale|verein|verband|verbund|bündnis|schule
    schulen|kita|stadt|bezirk|viertel|team|gruppe|gruppen|büro|dienst|dienste|werk|werke|kreuz|point
    points|connectors?|hilfe|mission|gemeinde|kirche|moschee|treff|treffpunkt|café|cafe|netz|netzwerk
    projekt|koordination|koordinator\w*|verwaltung|polizei|feuerwehr|caritas|diakonie|fraktion
    partei|stiftung|universität|hochschule|institut|akademie|bibliothek|bücherei|museum|theater
    verlag|gmbh|kommission|ausschuss|gremium|beirat|innen|mitarbeitende|ehrenamtliche|leitung
    referat|dezernat|integration|migration|raum|räume|straße|strasse|platz|allee|rathaus|klinik
    praxis|agentur|behörde|ministerium|region|quartier|unterkunft|kurs|kurse|club|klub|forum
    konferenz|runde|kontakt|beratung|presse|zeitung|radio|sparkasse|versicherung|kasse|politik
    gesellschaft|kammer|gewerkschaft|union|liga|verkehr|center|management|markt|bund|bühne|chor
    orchester|redaktion|vertretung|rat
    (?:bürger|kranken|rat|gast|frauen|jugend|generationen|nachbarschafts|kauf|pfarr|wohn|hoch)haus
    kulturhaus|(?:alten|pflege|wohn|kinder|flüchtlings|senioren)heim
""")
_BEGINNT = any_of("""
    amt|stadt|bezirk|welcome|community|team|grupp|jugend|senior|ehrenamt|freiwillig|hauptamt|anwohn
    nachbarschaft|eltern|familien|frauen|männer|kinder|interess|vertret|mitarbeit|mitglied|gäste
    bürger|schul|kita|sozial|fach|integr|migra|gesundheit|kranken|jobcenter|landes|bundes|kommun
    region|kreis|öffentlich|quartier|wohn|flücht|geflüchtet|sprach|deutsch|ausländer|projekt|koordin
    verwalt|evangel|kathol|islam|alevit|jüdisch|paritä|verbraucher|volkshoch|arbeiter|arbeits
    wirtschaft|handels|handwerks|kultur|musik|sport|internat|europ|tandem|sprecher|moderat|person
    leser|online|digital|hybrid|zoom|saal|telefon|formular|internet|website|app|termin|protokoll
    liste|siehe|daten|stimm|beauftrag|autor|üstra|rheinbahn|bahn|bus
""")
_GANZ = any_of(r"""
    haus|heim|villa|hof|hütte|laden|kiosk|stube|oase|garten|insel|brücke|awo|drk|dpwv|spd|cdu|csu|fdp|afd|grüne[n]?|linke[n]?|asg|skfm?|thw|vhs|alle[nr]?
    niemand|keine[r]?|unbekannt|nn|nord|süd|ost|west|mitte|noch|offen|folgt|entfällt|jede[r]?|beide
    rolle|mail|e-mail|orga|vorsitz|land|bund|rat|zukunft|aktion|rhein\w*sche|e\.v|ggmbh
""")
EINRICHTUNG = Lazy(rf"{_ENDET}\b|\b{_BEGINNT}\w*|\b{_GANZ}\b", re.IGNORECASE)
"""What tells an institution, a place or a group from a person."""

_DING = any_of(r"""
    Straße|Str\.|Strasse|Platz|Weg|Allee|Ufer|Ring|Brücke|Park|Schule|Gymnasium|Gesamtschule
    Realschule|Grundschule|Berufskolleg|Kolleg|Universität|Uni\b|Hochschule|Institut|Stiftung|Haus
    Heim|Saal|Halle|Kirche|Gemeinde|Klinik|Krankenhaus|Preis|Medaille|Museum|Theater|Archiv
    Bibliothek|Verlag|Forum|Zentrum|Akademie|Gesellschaft|Fonds|Kita|Hof|Turm|Denkmal|Café|Verein
    Tag\b|Jahr\b|Fest\b|Markt|Siedlung|Viertel
""")
BENANNT = Lazy(rf"[ -](?:\w+-)?{_DING}|(?:[Ss]traße|[Ss]trasse|-Platz|-Schule)\b")
"""What follows a name that is the name of a street or an institution."""

BERUEHMT = words(
    """
Heinrich_Heine Anne_Frank Rosa_Luxemburg Martin_Luther Sophie_Scholl Hans_Scholl Johann_Wolfgang
Friedrich_Schiller Robert_Schumann Clara_Schumann Johannes_Rau Konrad_Adenauer Willy_Brandt
Albert_Einstein Max_Planck Karl_Marx Käthe_Kollwitz Joseph_Beuys Erich_Kästner Astrid_Lindgren
Maria_Montessori Paulo_Freire Wolfgang_Hinte Robert_Bosch Robert_Koch Friedrich_Ebert
Hannah_Arendt Maria_Himmelfahrt Nelson_Mandela Rosa_Parks Michael_Ende Ludwig_Erhard Theodor_Heuss
Karl_Arnold Robert_Schuman Otto_Hahn Carl_Benz Ali_Baba Anna_Freud Simone_Weil Immanuel_Kant
Johann_Sebastian Anna_Karenina Peter_Pan Robin_Hood Tom_Sawyer Otto_Normalverbraucher Hans_Guck
Robert_Blum Karl_May Johann_Strauß Hans_Böckler Hans_Christian Ludwig_van Adam_Riese Adam_Ries
Felix_Mendelssohn Franz_Kafka Anton_Bruckner Hedwig_Dohm Edith_Stein Dietrich_Bonhoeffer
Alfred_Nobel Marie_Curie Anna_Katharina
"""
)
"""People in names of streets, schools, books and methods."""

# --- people, one or many -------------------------------------------------------------------------

VERBEN = any_of("""
    berichtet|sagt|fragt|übernimmt|kümmert|schlägt|möchte|will|wollte|hat|hatte|bringt|macht|schreibt
    ruft|klärt|organisiert|stellt|erklärt|meldet|spricht|bittet|informiert|lädt|kann|wird|wurde|war
    ist|schickt|findet|meint|erzählt|kommt|geht|leitet|moderiert|protokolliert|übersetzt|dolmetscht
    hilft|besorgt|bucht|druckt|sendet|mailt|telefoniert|fehlt|entschuldigt|wohnt|lebt|arbeitet
    braucht|sucht|bekommt|regt|weist|ergänzt|bedankt|begrüßt|eröffnet|schließt|vertritt|soll|sollte
    berichtete|sagte|fragte|übernahm|schlug|erklärte|meinte|erzählte|stellte|bat|meldete|wies
""")
"""What people in minutes do."""

EINE_PERSON = words(
    """
Frau Mann Herr Mutter Vater Tochter Sohn Schwester Bruder Oma Opa Tante Onkel Junge Mädchen Kind
Person Nachbarin Nachbar Freundin Freund Kollegin Kollege Bekannte Bekannter Connectorin Connector
Sprecherin Sprecher Moderatorin Moderator Teilnehmerin Teilnehmer Teilnehmende Teilnehmender
Besucherin Besucher Ehrenamtliche Ehrenamtlicher Ehrenamtlerin Ehrenamtler Mitarbeiterin
Mitarbeiter Beraterin Berater Ärztin Arzt Lehrerin Lehrer Schülerin Schüler Studentin Student
Dolmetscherin Dolmetscher Sprachmittlerin Sprachmittler Übersetzerin Übersetzer Ingenieurin
Ingenieur Bewohnerin Bewohner Mieterin Mieter Klientin Klient Geflüchteter Betroffene Betroffener
Familienvater Rentnerin Rentner Referentin Referent Mitglied Partnerin Partner Ehefrau Ehemann
Witwe Dame Gast Künstlerin Künstler Sängerin Sänger Tänzerin Unternehmerin Unternehmer Verkäuferin
Anwältin Jugendlicher Flüchtling Geflüchtete Musikerin Musiker Köchin Friseurin Näherin Erzieherin
Pflegerin Pfleger Auszubildende Auszubildender Azubi Tandempartnerin Tandempartner Neuzugezogene
Journalistin Journalist Apothekerin Krankenschwester Hebamme Alleinerziehende
"""
)
_AUCH_EINE = words(
    """
Frau Mann Herr Mutter Vater Tochter Sohn Schwester Bruder Oma Opa Tante Onkel Junge Nachbar Freund
Kollege Ehemann Witwe Dame Gast Arzt Person Student Kind Mitglied Referent Connector Azubi
Familienvater Hebamme Journalist Klient
"""
)
EINDEUTIG_EINE = _AUCH_EINE | {word for word in EINE_PERSON if word.endswith(("in", "frau"))}
"""Singular for sure: „Lehrer aus Syrien“ may be many, „Lehrerin aus Syrien“ is one."""

# --- what makes a file worth a closer look -------------------------------------------------------

IBAN = {
    "DE": 22, "AT": 20, "CH": 21, "NL": 18, "BE": 16, "FR": 27, "IT": 27, "ES": 24, "PL": 28,
    "TR": 26, "LU": 20, "GB": 22, "DK": 18, "SE": 24, "GR": 27, "PT": 25, "CZ": 24, "RO": 24,
    "BG": 22, "HR": 21, "UA": 29, "LT": 20, "IE": 22,
}  # fmt: skip
"""Countries and how many signs a bank account has there."""

LABELWORTE = words(
    """
Anwesend Anwesende Teilnehmende Teilnehmer innen Teilnehmerin Teilnehmerinnen Teilnehmerliste
Teilnehmendenliste Anwesenheitsliste Anwesenheit haben TN Entschuldigt Unentschuldigt fehlend
Abwesend fehlen fehlten fehlt Fehlend Verteiler Gäste Gast Mitglieder Vorstand Dabei dabei da
krank verhindert waren Protokollführung Protokollant Protokollantin Protokollführer
Protokollführerin protokoll Protokoll Schriftführung Schriftführer Schriftführerin Niederschrift
Moderation moderation Moderatorin Moderator Sitzungsleitung Gesprächsleitung Projektleitung
Gruppenleitung Teamleitung Leitung Leiter Leiterin Vorsitz Vorsitzende Vorsitzender
Stellvertretung Sprecher Sprecherin Referent Referentin referentin referent Redner Rednerin
Trainer Trainerin Ansprechpartner Ansprechpartnerin ansprechpartner ansprechpartnerin
Ansprechpartnerinnen Ansprechperson Ansprechpersonen Kontakt Kontaktperson kontaktperson Ort
Verantwortlich verantwortlich Verantwortliche Zuständig zuständig Wer Bearbeiter Bearbeiterin
Verfasser Verfasserin verfasser Autor Autorin autor autorin Melder Melderin Antragsteller
Antragstellerin Schatzmeister Schatzmeisterin Kassenwart Kassenwartin Kassierer Kassiererin
Beisitzer Beisitzerin Kassenprüfer Betroffene Dolmetscherin Dolmetscher Übersetzer Übersetzerin
Vermieter Vermieterin Mieter Mieterin Nachbar Nachbarin Hausmeister Unterschrift Unterzeichnet gez
Von An Absender Empfänger Name Vorname Nachname Familienname Rückruf Tandem Tandempartner
Tandempartnerin Beteiligte Klient Klientin Fall Namen Eingeladen CC Cc Anmeldung Übernimmt
übernimmt
"""
)
"""Last words of labels. They tell only with a colon: „Gäste:“."""
_SONST = words(
    """
geboren geb Geb Geburtsdatum Geburtstag Geburtsjahr geburtsdatum geburtstag geburtsjahr GebDatum
Jahrgang Jg Geboren gez Gez gezeichnet Gezeichnet A at AT At dot punkt Tel Telefon Fon Phone Handy
Handynummer Mobil Mobilnummer Mobiltelefon Durchwahl DW Fax Telefax WhatsApp Whatsapp Rufnummer
Telefonnummer Festnetz tel telefon handy mobil Mobile Telefonisch telefonisch erreichbar
Erreichbar Rückruf spricht Muttersprache Muttersprachlerin Muttersprachler muttersprachlich
sprechende sprechenden erzählt erzählte erzählten schilderte schilderten vertraute weinte weinten
beklagte gestand offenbarte berichtete berichteten sagte sagten vertraulich Vertraulich Vertrauen
weitersagen weitergeben Protokoll IBAN Iban iban wa tandems kamen kam dabei erschienen nahmen
teilgenommen gekommen angemeldet
"""
)
VON_LAENDERN = words(" ".join(LAENDER)) - {"und"}
VON_LEUTEN = MANN | FRAU | {word + end for word in ADJEKTIVE for end in ENDUNGEN}
ANLASS = VON_LAENDERN | VON_LEUTEN | {
    word + after for word in ANREDEN | GRADE | GEISTLICH | _SONST for after in ("", ":")
} | {word + ":" for word in LABELWORTE}  # fmt: skip
"""Words without which no finder of this package has anything to look for."""
