"""Countries, and what their people are called.

The names are written down here, not asked of a library: these words decide whether a file is looked
at more closely at all, and loading a library's takes 50 ms.
"""

from __future__ import annotations

from .lists import phrases, words

LAENDER = frozenset(
    phrases(
        """
Afghanistan|Ägypten|Albanien|Algerien|Andorra|Angola|Antigua und Barbuda|Äquatorialguinea
Argentinien|Armenien|Aserbaidschan|Äthiopien|Australien|Bahamas|Bahrain|Bangladesch|Barbados
Belarus|Belgien|Belize|Benin|Bhutan|Bolivien|Bosnien und Herzegowina|Botsuana|Brasilien
Brunei Darussalam|Bulgarien|Burkina Faso|Burundi|Cabo Verde|Chile|China|Costa Rica|Côte d’Ivoire
Dänemark|Dominica|Dominikanische Republik|Dschibuti|Ecuador|El Salvador|Eritrea|Estland|Eswatini
Fidschi|Finnland|Frankreich|Gabun|Gambia|Georgien|Ghana|Grenada|Griechenland|Guatemala|Guinea
Guinea-Bissau|Guyana|Haiti|Honduras|Indien|Indonesien|Irak|Iran|Irland|Island|Israel|Italien
Jamaika|Japan|Jemen|Jordanien|Kambodscha|Kamerun|Kanada|Kasachstan|Katar|Kenia|Kirgisistan
Kiribati|Kolumbien|Komoren|Kongo|Kongo-Brazzaville|Kongo-Kinshasa|Kosovo|Kroatien|Kuba|Kuwait
Laos|Lesotho|Lettland|Libanon|Liberia|Libyen|Liechtenstein|Litauen|Luxemburg|Madagaskar|Malawi
Malaysia|Malediven|Mali|Malta|Marokko|Marshallinseln|Mauretanien|Mauritius|Mexiko|Mikronesien
Monaco|Mongolei|Montenegro|Mosambik|Myanmar|Namibia|Nauru|Nepal|Neuseeland|Nicaragua|Niederlande
Niger|Nigeria|Nordkorea|Nordmazedonien|Norwegen|Oman|Österreich|Pakistan|Palau|Panama
Papua-Neuguinea|Paraguay|Peru|Philippinen|Polen|Portugal|Puerto Rico|Republik Moldau|Ruanda
Rumänien|Russland|Salomonen|Sambia|Samoa|San Marino|São Tomé und Príncipe|Saudi-Arabien|Schweden
Schweiz|Senegal|Serbien|Seychellen|Sierra Leone|Simbabwe|Singapur|Slowakei|Slowenien|Somalia
Spanien|Sri Lanka|Südafrika|Sudan|Südkorea|Südsudan|Suriname|Syrien|Tadschikistan|Taiwan
Tansania|Thailand|Timor-Leste|Togo|Tonga|Trinidad und Tobago|Tschad|Tschechien|Tunesien|Türkei
Turkmenistan|Tuvalu|Uganda|Ukraine|Ungarn|Uruguay|Usbekistan|Vanuatu|Venezuela
Vereinigte Arabische Emirate|Vereinigte Staaten|Vereinigtes Königreich|Vietnam|Westsahara
Zentralafrikanische Republik|Zypern
USA|Amerika|Großbritannien|England|Schottland|Wales|Kurdistan|Palästina|Tibet|Tschetschenien
Moldau|Moldawien|Weißrussland|Weissrussland|Elfenbeinküste|Birma|Jugoslawien|Bosnien|Herzegowina
Sowjetunion|Russische Föderation|Mazedonien|Holland|Gaza|Gazastreifen|Westjordanland|Hongkong
Kapverden|Afrika|Westafrika|Ostafrika|Nordafrika|Tschechei|Ceylon|Persien|Anatolien|Krim|Donbass
Niederlanden|Aleppo|Damaskus|Homs|Idlib|Kobane|Kabul|Herat|Kandahar|Teheran|Isfahan|Bagdad
Mossul|Erbil|Asmara|Mogadischu|Addis Abeba|Kiew|Kyjiw|Charkiw|Charkow|Mariupol|Cherson|Odessa
Odesa|Saporischschja|Lwiw|Donezk|Istanbul|Ankara|Izmir|Antalya|Diyarbakir|Beirut|Casablanca
Conakry|Lagos|Accra|Dakar|Kampala|Khartum|Tirana|Pristina
"""
    )
)
"""States, what people call them, and the cities from which most newcomers come."""

_STAMM = words(
    """
Afghan:e Ägypter Albaner Algerier Angolaner Äthiopier Aserbaidschaner Armenier Argentinier
Australier Bangladescher Belarusse Bosnier Brasilianer Brite Bulgare Burkiner Burundier Chilene
Chinese Däne Dominikaner Ecuadorianer Engländer Eritreer Este Finne Franzose Gambier Georgier
Ghanaer Grieche Guineer Haitianer Holländer Inder Indonesier Iraker Iraner Ire Israeli Italiener
Ivorer Japaner Jemenit Jordanier Kambodschaner Kameruner Kanadier Kasache Kenianer Kirgise
Kolumbianer Kongolese Koreaner Kosovare Kosovoalbaner Kroate Kubaner Kurde Lette Libanese
Liberianer Libyer Litauer Malier Marokkaner Mazedonier Mexikaner Moldauer Mongole Montenegriner
Mosambikaner Namibier Nepalese Niederländer Nigerianer Norweger Pakistaner Palästinenser Peruaner
Philippiner Pole Portugiese Ruander Rumäne Russe Schotte Schwede Senegalese Serbe Sierra-Leoner
Slowake Slowene Somalier Spanier Sudanese Südafrikaner Syrer Tadschike Tamile Tansanier Thailänder
Togoer Togolese Tscheche Tschetschene Tunesier Türke Turkmene Ugander Ukrainer Ungar Usbeke
Venezolaner Vietnamese Weißrusse Jeside Ezide Perser Araber Afrikaner Amerikaner Asiate
"""
)
_EIGENE = {"Afghan:e": ("Afghane", "Afghanin"), "Israeli": ("Israeli", "Israelin"),
           "Brite": ("Brite", "Britin"), "Ungar": ("Ungar", "Ungarin"),
           "Franzose": ("Franzose", "Französin"), "Jemenit": ("Jemenit", "Jemenitin")}  # fmt: skip


def _pair(stem: str) -> tuple[str, str]:
    if stem in _EIGENE:
        return _EIGENE[stem]
    return stem, (stem[:-1] if stem.endswith("e") else stem) + "in"


MANN = frozenset(_pair(stem)[0] for stem in _STAMM)
"""One man, or, in many cases, several people: „die Zahl der Syrer“."""
FRAU = frozenset(_pair(stem)[1] for stem in _STAMM)
"""One woman, always: several would be „Syrerinnen“."""

ENDUNGEN = ("e", "er", "en", "es", "em", "stämmige", "stämmiger", "")
ADJEKTIVE = words(
    """
afghanisch ägyptisch albanisch algerisch angolanisch äthiopisch arabisch armenisch
aserbaidschanisch bosnisch brasilianisch britisch bulgarisch chilenisch chinesisch eritreisch
französisch gambisch georgisch ghanaisch griechisch guineisch indisch indonesisch irakisch
iranisch italienisch ivorisch japanisch jemenitisch jesidisch jordanisch jugoslawisch kamerunisch
kasachisch kenianisch kolumbianisch kongolesisch koreanisch kosovarisch kroatisch kubanisch
kurdisch libanesisch libysch malisch marokkanisch mazedonisch mexikanisch moldauisch mongolisch
nepalesisch nigerianisch niederländisch pakistanisch palästinensisch persisch peruanisch
philippinisch polnisch portugiesisch rumänisch russisch senegalesisch serbisch slowakisch
slowenisch somalisch spanisch sudanesisch syrisch tadschikisch tamilisch thailändisch togoisch
togolesisch tschechisch tschetschenisch tunesisch türkisch ukrainisch ungarisch usbekisch
vietnamesisch belarussisch weißrussisch amerikanisch afrikanisch
"""
)
ADJEKTIV = "|".join(sorted(ADJEKTIVE))
