"""German as the language rules read it: sentences, syllables, how hard, whose words."""

from __future__ import annotations

import re

import pytest

from wirkspur.checks import lesbarkeit, personenform, wortliste
from wirkspur.wording.prose import own_words
from wirkspur.wording.sentences import grade, sentences, syllables
from wirkspur.written import Written

SILBEN = """
    Haus 1 Zaun 1 See 1 Meer 1 Boot 1 Aal 1 Zoo 1 ja 1 nie 1 sie 1 Wien 1 bei 1 liegt 1 Team 1
    Straße 2 Beine 2 Feier 2 neue 2 Quelle 2 online 2 Idee 2 Seen 2 Yoga 2 Bayern 2 System 2
    abends 2 Bahnhof 2 Café 2 möchten 2 Häuser 2 Freude 2 Treppe 2 geehrt 2 zuerst 2 ziehen 2 Büro 2
    Chaos 2
    Familie 4 Ferien 3 Linie 3 Studie 3 Energie 3 Industrie 3 Beratung 3 Angebot 3 Verwaltung 3
    beurlaubt 3 beenden 3 Bäuerin 3 Museum 3 Qualität 3 Region 3 Nation 3 Ideen 3 Theater 3 Radio 3
    geändert 3 Gebäude 3 Demokratie 4 beurteilen 4 beeinflussen 4 beinhalten 4 beantragen 4
    zueinander 4 Bürgerinnen 4 Sprecher:innen 4 Italien 4 Realität 4 Information 5 Koordination 5
    Ausländerbehörde 6 Kindertagesstätte 6 Einwanderungsgeschichte 7 Öffentlichkeitsbeteiligung 8
"""


@pytest.mark.parametrize(("word", "number"), re.findall(r"(\S+) (\d)", SILBEN))
def test_syllables(word: str, number: str) -> None:
    assert syllables(word) == int(number)


def starts(text: str) -> list[str]:
    """The first two words of each sentence."""
    return [" ".join(sentence.words[:2]) for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Park ist dunkel. Nichts geht! Wer hilft uns?", ["Der Park", "Wer hilft"]),
        ("Viele kommen z. B. aus dem Norden, d. h. von weit her.", ["Viele kommen"]),
        ("Am 3. Oktober 2026 um 18.30 Uhr war es dunkel.", ["Am Oktober"]),
        ("Die 12. Klasse war dabei. Das war schön für alle.", ["Die Klasse", "Das war"]),
        ("Das geschah im Jahr 2024. Danach kam lange nichts.", ["Das geschah", "Danach kam"]),
        ("Es gibt Tee, Kaffee usw. und dazu Kuchen.", ["Es gibt"]),
        ("Es gibt Tee, Kaffee usw. Danach singen wir ein Lied.", ["Es gibt", "Danach singen"]),
        ("Der Weg an der Hauptstr. 5 und an der Nr. 7 ist dunkel.", ["Der Weg"]),
        ("Das kostet rund 1.250,50 Euro im ganzen Jahr.", ["Das kostet"]),
        ("Sie fragte: „Wer hilft uns?“ Niemand weiß es.", ["Sie fragte", "Niemand weiß"]),
        ("Das dauert … Wir warten noch immer.", ["Wir warten"]),
        ("# Eine lange Überschrift ohne Punkt\n\nDer Text darunter zählt.", ["Der Text"]),
        ("Das hilft den Leuten:\n\n- mehr Licht am Weg\n- Bank", ["Das hilft", "mehr Licht"]),
        ("| Viele lange Wörter | stehen hier drin |\n|---|---|\n\nNur das zählt.", ["Nur das"]),
        ("```\nDas ist alles nur Beispiel.\n```\nDas hier zählt aber.", ["Das hier"]),
        ("Lesen Sie [die ganze Seite](https://muster.example/a.b. C) bitte.", ["Lesen Sie"]),
        ("Erste kurze Zeile hier<br>Zweite kurze Zeile hier", ["Erste kurze", "Zweite kurze"]),
        ("Ein Satz, der auf\nder nächsten Zeile weitergeht.", ["Ein Satz"]),
        ("Siehe Seite 5.", []),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    assert starts(text) == expected


def test_a_sentence_knows_where_it_begins() -> None:
    text = "---\nkurz: x\n---\n\nDer Park ist dunkel.\n\n- „Die Lampe fehlt hier“, sagt er.\n"

    found = [text[s.start :][:9] for s in sentences(text, text.index("\n\n"))]

    assert found == ["Der Park ", "Die Lampe"]


def test_grade_is_the_first_wiener_sachtextformel() -> None:
    # Ten words in two sentences: 20 % with three syllables, 30 % with more than six letters,
    # 70 % with one syllable.
    text = list(sentences("Die Stadt hat Beratung im Rathaus. Der Weg ist verwinkelt."))

    assert grade(text) == pytest.approx(
        0.1935 * 20 + 0.1672 * 5 + 0.1297 * 30 - 0.0327 * 70 - 0.875
    )


def test_plain_language_is_easier_than_an_office_is() -> None:
    easy = "Die Lampe ist kaputt. Viele haben Angst. Wer hilft uns jetzt?"
    office = (
        "Die Inanspruchnahme der Beratungsleistungen setzt eine Terminvereinbarung voraus. "
        "Hinsichtlich der Antragstellung ist die Vollständigkeit sicherzustellen. "
        "Die Bewilligung erfolgt vorbehaltlich verfügbarer Haushaltsmittel."
    )
    assert grade(list(sentences(easy))) < 5
    assert grade(list(sentences(office))) > lesbarkeit.ZU_SCHWER


def test_a_hard_text_of_one_word_is_named_as_well() -> None:
    text = "Beratungsleistungen Beratungsleistungen Beratungsleistungen. " * 3
    written = Written("content/seiten/a.md", text, 0)

    finding = lesbarkeit._finding(written, list(sentences(text)), 20.0)

    assert "etwa „Beratungsleistungen“." in finding.hint


HEAD = """titel: Licht
quellen:
  - titel: Fremd
    url: x
- titel: auch fremd
anbieter: Fremd
uebersetzungen:
  en:
    titel: Fremd

loesungen:
  - Eigen „Fremd“ und "Fremd"
  - quelle: Fremd
    text: "Eigen"
kurz: Eigen
"""


def test_own_words_leave_out_what_others_said_and_keep_every_position() -> None:
    body = (
        'Eigen „Fremd\nFremd“ `Fremd` <b title="Fremd">Eigen</b> [Eigen](Fremd) "Fremd"\n> Fremd\n'
    )
    text = HEAD + body

    own = own_words(text, len(HEAD))

    assert "remd" not in own
    assert own.count("Eigen") == text.count("Eigen")
    assert [m.start() for m in re.finditer("\n", own)] == [
        m.start() for m in re.finditer("\n", text)
    ]
    assert all(text[m.start() :].startswith("Eigen") for m in re.finditer("Eigen", own))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Das Angebot ist gut.", "Angebot"),
        ("Viele Angebote", "Angebote"),
        ("Bei den Angeboten fehlt etwas.", "Angeboten"),
        ("Wegen des Angebots", "Angebots"),
        ("Das Beratungsangebot", "Beratungsangebot"),
        ("Sprach- und Beratungs-Angebote", "Beratungs-Angebote"),
        ("*Angebot*", "Angebot"),
        ("Hilfe wird angeboten.", ""),
        ("Wer das anbot, weiß niemand.", ""),
        ("herkunft: 2024-08-wort-angebot", ""),
        ("beleg: wort-angebot", ""),
        ("Angebotsübersicht", ""),
        ("info@Angebot.example", ""),
    ],
)
def test_words_of_the_list_and_what_only_looks_like_them(text: str, found: str) -> None:
    match = wortliste._uses("Angebot").search(text)

    assert (match[0] if match else "") == found


def test_short_words_of_the_list_are_not_looked_for_within_others() -> None:
    assert not wortliste._uses("Amt").search("Insgesamt ist es beim Standesamt besser.")
    assert wortliste._uses("Amt").search("Die Ämter und des Amts")


def test_words_of_the_list_may_be_small_or_several() -> None:
    assert wortliste._uses("niedrigschwellig").search("Niedrigschwellige Hilfe")
    assert wortliste._uses("sozialer Brennpunkt").search("ein sozialer\nBrennpunkt")


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Sprecher*innen", "Sprecher:innen"),
        (r"Sprecher\*innen", "Sprecher:innen"),
        ("Sprecher_innen", "Sprecher:innen"),
        ("Sprecher/innen", "Sprecher:innen"),
        ("Sprecher/-innen", "Sprecher:innen"),
        ("Sprecher/-in", "Sprecher:in"),
        ("Sprecher(innen)", "Sprecher:innen"),
        ("Sprecher·innen", "Sprecher:innen"),
        ("SprecherInnen", "Sprecher:innen"),
        ("SprecherIn", "Sprecher:in"),
        ("ÄrztInnen", "Ärzt:innen"),
        ("Bürger*innenversammlung", "Bürger:innenversammlung"),
        ("Community-Sprecher_in", "Community-Sprecher:in"),
        ("Sprecher:innen und Sprecherinnen", ""),
        ("von *innen* und Tor*innen*", ""),
        ("LinkedIn, PlugIn und CheckIn", ""),
        ("Außen/innen", ""),
        ("im Keller/in der Nähe", ""),
        ("feld_in und ort_innen", ""),
        ("StadtInnenraum_x", ""),
        ("content/Sprecher_innen.md", ""),
    ],
)
def test_forms_of_people(text: str, instead: str) -> None:
    found = [
        m for m in personenform._FORMS.finditer(text) if m["stem"] not in personenform._NO_PERSON
    ]

    assert [personenform._colon(m) for m in found] == ([instead] if instead else [])
    assert not found or any(sign in text for sign in personenform._MAYBE)


@pytest.mark.parametrize("sign", [".", " ", "a-", "A", "„", "'", "<!--", "`", "](", "*", "Angebot"])
def test_no_text_takes_long(sign: str) -> None:
    # Not timed: what took more than linear time would not end within the test run.
    text = (sign * 200_000)[:200_000]

    assert len(own_words(text, 0)) == len(own_words(text, len(text))) == len(text)
    assert sum(len(s.words) for s in sentences(text)) >= 0
    assert all(m[0] for m in wortliste._uses("Angebot").finditer(text))
    assert not personenform._FORMS.search(text)
