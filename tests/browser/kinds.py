"""One page of every kind there is; test_zugang.py makes sure that none is missing."""

BASE = "musterstadt/"
"""Where the example lies on its host: 404.html has to know it."""

KINDS = [
    "",
    "404.html",
    "aktivitaeten/",
    "aktivitaeten/2026-10-spieleabend/",
    "anfragen/",
    "anfragen/2026-01-umfrage-sprachkurse/",
    "anliegen/",
    "anliegen/2025-03-formulare-verstehen/",
    "anliegen/2026-02-nachtbus/",
    "folgen/",
    "hilfe/regeln/",
    "hilfe/regeln/datum-unmoeglich/",
    "impressum/",
    "leichte-sprache/",
    "mitmachen/",
    "mitmachen/anliegen/",
    "orte/",
    "orte/stadtbezirk-1/",
    "ressourcen/",
    "ressourcen/nachbarschaftsfonds/",
    "suche/",
    "suche/?q=Treppe",
    "treffen/",
    "treffen/2026-09-10-entscheidungsgremium/",
    "ueber-uns/",
    "ueber-uns/gruppe/",
    "ueber-uns/leitern/",
    "ueber-uns/regeln/",
    "ueber-uns/tandems/tandem-kanal/",
    "welcome-points/",
    "welcome-points/welcome-point-marktplatz/",
    "wirkung/",
]
