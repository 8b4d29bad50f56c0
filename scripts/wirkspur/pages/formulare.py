"""Forms that anybody can fill in: one question after the other, made from the models of records.

Nothing is sent by us. The script (assets/js/formular.js) makes the text of the finished entry,
which people send as they like and `wirkspur intake` reads back. Fields, choices, lengths and what
is said about a mistake come from the models; only the questions in plain words stand here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from ..checks import anschrift, e_mail, geburtsdatum, iban, personenname, telefon
from ..frame import frame_of
from ..records import aktivitaet, anfrage, anliegen
from ..records.common import RecordType, Status, Wahl
from ..records.sozialraum import Ebene
from ..register import reference_ways
from ..site import Site, Zeile
from ..sprachen import sprache
from ..wording import date_text
from ..wording.fields import choices, field_at, model_at
from ..wording.shape_text import Fault
from ..wording.value_text import say
from ..wording.words import MONATE, QUOTES
from . import Page

ORDNER = "mitmachen/"
RAHMEN = (frame_of(f"{ORDNER}x/"),)
KNOEPFE = 10
"""So many choices are shown at once; more of them fold into a list."""
ZUR_WAHL = 300
"""So many contributions are offered while one types; every other is named by its id."""
SPRACHEN = (
    "ar", "bg", "de", "el", "en", "es", "fa", "fr", "hr", "it", "kmr", "pl", "prs", "pt", "ro",
    "ru", "so", "sq", "sr", "ti", "tr", "uk", "vi", "zh",
)  # fmt: skip
"""What is offered to tick; other languages can be named in the text."""


@dataclass(frozen=True, slots=True)
class Frage:
    """A question. `feld` is a way through the model: `titel`, `termine.0.beginn`."""

    feld: str
    frage: str
    hilfe: str = ""
    anfang: str = ""
    """What is filled in already: a value, `heute` or `in zwei Monaten`."""
    pflicht: bool = False
    """Whether a rule asks for what the model lets be missing."""
    wenn: tuple[str, tuple[str, ...]] | None = None
    """Asked only where another field has one of these values."""
    pflicht_wenn: tuple[str, tuple[str, ...]] | None = None
    lang: bool = False
    """Whether several lines are welcome."""
    ohne: tuple[str, ...] = ()
    """Choices that a new record cannot have."""


@dataclass(frozen=True, slots=True)
class Formular:
    """A form: its address, its words, what it makes."""

    name: str
    titel: str
    kurz: str
    was: str
    """How the text of the entry names its kind."""
    fragen: tuple[Frage, ...]
    typ: RecordType = anliegen.TYPE
    liste: str = ""
    """The list of an existing record that gets one more part; empty for a new record."""
    zu: tuple[str, ...] = ()
    """The kinds of record that may get it."""
    fest: tuple[tuple[str, str], ...] = ()
    """What is not asked: field → value, or `=field` for the answer to another question."""
    dauer: int = 10


def _those(status: type[Status], flag: str) -> tuple[str, ...]:
    return tuple(s.value for s in status if getattr(s, flag))


ETWAS = "*"
"""Stands for any answer at all."""
ZU = "zu"
KOERPER = "koerper"
"""Two questions that are no fields: which record is meant, and the text below the fields."""

_WANN = "Zum Beispiel 5.3.2026. Wissen Sie nur den Monat? Dann 3.2026."
_BELEG = "Wo kann man es nachlesen? Eine Internet-Adresse. Wenn Sie keine haben: leer lassen."


def _schritt(
    name: str, titel: str, kurz: str, welcher: str, typ: RecordType, *mehr: Frage
) -> Formular:
    """The form for one more step of a kind of contribution; `mehr` follows the text."""
    assert typ.status
    return Formular(
        name,
        titel,
        kurz,
        "Schritt",
        (
            Frage(ZU, welcher,
                  "Schreiben Sie ein Wort aus dem Titel und wählen Sie aus. Sie können auch die "
                  "Internet-Adresse der Seite einfügen.", pflicht=True),
            Frage("datum", "Wann war das?", _WANN, anfang="heute"),
            Frage("status", "Was ist jetzt der Stand?"),
            Frage("von", "Wer sagt das?"),
            Frage("text", "Was ist geschehen?",
                  "Bei einer Ablehnung: der Grund. Bitte ohne Namen von Menschen.",
                  pflicht_wenn=("status", _those(typ.status, "grund")), lang=True),
            *mehr,
            Frage("zugesagt_bis", "Bis wann ist der nächste Schritt versprochen?",
                  "Wenn nichts versprochen ist: leer lassen. " + _WANN),
            Frage("beleg", "Gibt es einen Beleg?", _BELEG),
        ),
        typ=typ,
        liste="verlauf",
        zu=(typ.art,),
        dauer=4,
    )  # fmt: skip


FORMULARE = (
    Formular(
        "anliegen",
        "Ein Anliegen einbringen",
        "Was soll sich in der Stadt ändern? Schreiben Sie es in Ihren eigenen Worten.",
        "Anliegen",
        (
            Frage("titel", "Worum geht es?", "Eine kurze Überschrift. Ein paar Wörter genügen."),
            Frage(KOERPER, "Was ist das Problem?",
                  "Erzählen Sie: Was ist schwierig? Wen betrifft es? Wie oft passiert es? "
                  "Bitte ohne Namen von Menschen.", pflicht=True, lang=True),
            Frage("kurz", "Und in einem einzigen Satz?",
                  "Diesen Satz lesen alle zuerst, zum Beispiel in Listen."),
            Frage("loesungen", "Was könnte helfen?",
                  "Schreiben Sie jede Idee in eine neue Zeile. Wenn Sie keine haben: leer lassen."),
            Frage("ort", "Wo ist das Problem?", "Ist es überall? Dann: ganze Stadt."),
            Frage("thema", "Welches Thema passt am besten?"),
            Frage("art", "Was ist es?"),
            Frage("form", "Ist es ein Vorschlag oder eine Forderung?",
                  "Ein Vorschlag ist eine Idee. Eine Forderung heißt: Das muss sich ändern."),
            Frage("prioritaet", "Wie dringend ist es?"),
            Frage("zustaendig", "Wer kann das entscheiden?",
                  "Wenn Sie es nicht wissen: so lassen."),
            Frage("zustaendig_wer", "Wer genau ist zuständig?",
                  "Der Name der Stelle, zum Beispiel „Ministerium für Schule“.",
                  pflicht=True, wenn=("zustaendig", ("land", "bund", "traeger", "andere"))),
            Frage("kontakt", "Welche Stelle der Stadt kennt sich damit aus?",
                  "Wenn Sie es nicht wissen: leer lassen."),
            Frage(
                "verlauf.0.von",
                "Wer bringt es ein?",
                "Wohnen Sie in der Stadt und gehören zu keiner der Gruppen? Dann: Dritte.",
            ),
            Frage("eingebracht", "Seit wann ist das Anliegen bekannt?", _WANN, anfang="heute"),
            Frage("naechster_blick", "Wann soll die Gruppe wieder hinschauen?",
                  "Wenn Sie es nicht wissen: so lassen.",
                  anfang="in zwei Monaten", pflicht=True),
        ),
        fest=(
            ("verlauf.0.datum", "=eingebracht"),
            ("verlauf.0.status", "eingebracht"),
        ),
    ),
    Formular(
        "aktivitaet",
        "Eine Aktivität vorschlagen",
        "Ein Abend, ein Rundgang, ein Workshop: Was möchten Sie zusammen mit anderen tun?",
        "Aktivität",
        (
            Frage("titel", "Wie heißt die Aktivität?", "Ein paar Wörter genügen."),
            Frage(KOERPER, "Was wollen Sie machen?",
                  "Für wen ist es? Was geschieht dort? Bitte ohne Namen von Menschen.",
                  pflicht=True, lang=True),
            Frage("kurz", "Und in einem einzigen Satz?",
                  "Diesen Satz lesen alle zuerst, zum Beispiel in Listen."),
            Frage("art", "Was für eine Aktivität ist es?"),
            Frage("verlauf.0.status", "Wie weit sind Sie?", anfang="idee",
                  ohne=("ausgewertet", "abgesagt")),
            Frage(
                "verlauf.0.von",
                "Wer schlägt es vor?",
                "Wohnen Sie in der Stadt und gehören zu keiner der Gruppen? Dann: Dritte.",
            ),
            Frage("tandem", "Welches Tandem macht es?",
                  "Ein Tandem sind zwei Community Connectors, die zusammenarbeiten."),
            Frage("personen", "Wie viele Community Connectors machen es zusammen?",
                  "Mindestens zwei. Bei einer Idee: leer lassen, wenn es noch nicht feststeht.",
                  wenn=("tandem", ("",)),
                  pflicht_wenn=("verlauf.0.status", ("geplant", "bestaetigt", "durchgefuehrt"))),
            Frage("ort", "In welchem Teil der Stadt ist es?"),
            Frage("welcome_point", "Macht ein Welcome Point mit?"),
            Frage("termine.0.beginn", "Wann beginnt es?",
                  "Tag und Uhrzeit, zum Beispiel 5.12.2026 18:00. Weitere Termine schreiben Sie "
                  "bitte in die Beschreibung."),
            Frage("termine.0.ende", "Wann endet es?", "Tag und Uhrzeit.",
                  wenn=("termine.0.beginn", (ETWAS,))),
            Frage("termine.0.treffpunkt", "Wo trifft man sich?",
                  "Ein öffentlicher Ort, zum Beispiel „vor der Stadtbücherei“.",
                  wenn=("termine.0.beginn", (ETWAS,))),
            Frage("sprachen", "Welche Sprachen werden gesprochen?"),
            Frage("kostenlos", "Kostet es nichts?"),
            Frage("barrierefrei", "Kommt man ohne Hindernisse hinein?",
                  "Zum Beispiel mit Rollstuhl oder Kinderwagen."),
            Frage("wessen_wille", "Wer möchte das?"),
            Frage("ressourcen", "Was brauchen Sie dafür, und was haben Sie schon?",
                  "Räume, Material, Sprachen, Menschen. Jedes in eine neue Zeile."),
            Frage("partner", "Wer macht noch mit?",
                  "Vereine, Ämter, Schulen. Jede Stelle in eine neue Zeile, keine Namen."),
        ),
        typ=aktivitaet.TYPE,
        fest=(("verlauf.0.datum", "=heute"),),
    ),
    _schritt(
        "schritt",
        "Einen Schritt oder eine Antwort melden",
        "Bei einem Anliegen ist etwas geschehen: Sagen Sie es hier, damit es alle sehen.",
        "Um welches Anliegen geht es?",
        anliegen.TYPE,
        Frage("ziel", "In welchem Anliegen geht es weiter?",
              "Die Kennung. Sie steht am Ende der Internet-Adresse des Anliegens. Jede in "
              "eine neue Zeile.",
              pflicht=True, wenn=("status", _those(anliegen.AnliegenStatus, "ziel"))),
    ),
    _schritt(
        "anfrage-schritt",
        "Zu einer Anfrage der Stadt etwas melden",
        "Die Stadt hat gefragt. Was ist daraus geworden? Sagen Sie es hier, damit es alle sehen.",
        "Um welche Anfrage geht es?",
        anfrage.TYPE,
    ),
    _schritt(
        "aktivitaet-schritt",
        "Sagen, wie es mit einer Aktivität weitergeht",
        "Ist sie geplant, hat sie stattgefunden, oder fällt sie aus?",
        "Um welche Aktivität geht es?",
        aktivitaet.TYPE,
    ),
    Formular(
        "wirkung",
        "Eine Wirkung melden",
        "Hat es geholfen? Auch „noch nicht“ und „nein“ sind wichtige Antworten.",
        "Wirkung",
        (
            Frage(ZU, "Um welchen Beitrag geht es?",
                  "Schreiben Sie ein Wort aus dem Titel und wählen Sie aus. Sie können auch die "
                  "Internet-Adresse des Beitrags einfügen.", pflicht=True),
            Frage("datum", "Von wann ist Ihr Urteil?", _WANN, anfang="heute"),
            Frage("stimme", "Wer urteilt?"),
            Frage("urteil", "Wie viel hat sich geändert?"),
            Frage("zurechnung", "Kam das durch diesen Beitrag?", "Bitte ehrlich."),
            Frage("text", "Was hat sich geändert?",
                  "In einfachen Worten. Bitte ohne Namen von Menschen.", lang=True),
            Frage("beleg", "Gibt es einen Beleg?", _BELEG),
            Frage("kein_beleg", "Warum gibt es keinen Beleg?",
                  "Zum Beispiel: Das haben wir selbst gesehen.",
                  pflicht=True, wenn=("beleg", ("",))),
        ),
        liste="wirkung",
        zu=("anliegen", "anfrage", "aktivitaet"),
        dauer=4,
    ),
)  # fmt: skip


class Wert(NamedTuple):
    """A choice: what stands in a file, and what people read."""

    wert: str
    label: str


class Gruppe(NamedTuple):
    """Choices under a common heading; the first group has none."""

    titel: str
    werte: tuple[Wert, ...]


class Feld(NamedTuple):
    """A question with all that its field is made of."""

    frage: Frage
    label: str
    """The field's name as the text of the entry has it: `Termine 1 – Beginn`."""
    form: str
    """How it is asked: zeile, text, liste, knoepfe, auswahl, orte, haken, zu; or what a line has to
    be: datum, tag, zeitpunkt, zahl, beleg."""
    pflicht: bool
    laenge: int
    gruppen: tuple[Gruppe, ...]
    anfang: str
    klammer: bool
    """Whether the text of the entry names the id beside the words."""

    @property
    def werte(self) -> list[Wert]:
        """All choices."""
        return [wert for gruppe in self.gruppen for wert in gruppe.werte]


def pages(site: Site) -> Iterator[Page]:
    """One page per form."""
    for formular in FORMULARE:
        asked = (_feld(site, formular, frage) for frage in formular.fragen)
        felder = tuple(f for f in asked if f.gruppen or not f.klammer)  # a choice needs choices
        zeilen = tuple(_zur_wahl(site, formular))
        yield Page(
            f"{ORDNER}{formular.name}/",
            formular.titel,
            formular.kurz,
            "formular.html",
            (formular, felder, [(z.id, z.titel) for z in zeilen], _stadt(site)),
            lambda formular=formular, felder=felder, zeilen=zeilen: {  # type: ignore[misc]
                "formular": formular, "felder": felder, "zur_wahl": zeilen,
                "post": _post(site), "daten": _daten(site, formular, felder),
            },
        )  # fmt: skip


def _stadt(site: Site) -> object:
    stadt = site.stadt
    return (stadt.koordination, stadt.kontakte, repr(stadt.forge), stadt.adresse)


def _post(site: Site) -> str:
    """The coordination's mail address; empty while the city has named none."""
    found = re.search(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", site.stadt.koordination)
    return found[0] if found else ""


def _zur_wahl(site: Site, formular: Formular) -> list[Zeile]:
    """The contributions offered for a step or an effect, the newest first."""
    rows = [row for art in formular.zu for row in site.von(art)]
    if formular.liste == "verlauf":
        rows = [row for row in rows if row.spur and row.spur.offen]
    return sorted(rows, key=lambda row: row.datum, reverse=True)[:ZUR_WAHL]


# --- a field, from the model ---------------------------------------------------------------------


def _feld(site: Site, formular: Formular, frage: Frage) -> Feld:
    label = _label(formular, frage.feld)
    if frage.feld in {ZU, KOERPER}:
        form = "text" if frage.feld == KOERPER else "zu"
        return Feld(frage, label, form, frage.pflicht, 0, (), "", klammer=False)
    model, name = _innermost(formular, frage.feld)
    info = model.model_fields[name]
    kind, laenge = _refused(model, name)
    art = _reference(model, name)
    listed = any(len(e["loc"]) > 1 for e in _errors(model, name, {}))
    gruppen = tuple(_gruppen(site, frage, info, art, kind))
    if art == "sozialraum":
        form = "orte"
    elif gruppen and listed:
        form = "haken"
    elif gruppen:
        form = "knoepfe" if sum(len(g.werte) for g in gruppen) <= KNOEPFE else "auswahl"
    elif listed:
        form = "liste"
    else:
        form = kind or ("text" if frage.lang else "zeile")
    anfang = frage.anfang or (str(info.default) if isinstance(info.default, Wahl) else "")
    needed = frage.pflicht or (info.is_required() and _part_is_there(formular, frage.feld))
    return Feld(frage, label, form, needed, laenge, gruppen, anfang, bool(art) or form == "haken")


def _part_is_there(formular: Formular, feld: str) -> bool:
    """Whether the part that a field belongs to is always made: a first step is, a date is not."""
    part = feld.rpartition(".")[0]
    return not part or any(name.startswith(f"{part}.") for name, _ in formular.fest)


def _way(formular: Formular, feld: str) -> tuple[str | int, ...]:
    """The place of a field in the record's model."""
    parts = [int(part) if part.isdecimal() else part for part in feld.split(".")]
    return (formular.liste, 0, *parts) if formular.liste else tuple(parts)


def _innermost(formular: Formular, feld: str) -> tuple[type[BaseModel], str]:
    """The model that has the field, and its name there."""
    way = _way(formular, feld)
    model = model_at(formular.typ.model, way[:-1])
    assert model is not None, feld
    return model, str(way[-1])


def _label(formular: Formular, feld: str) -> str:
    """The words for a field, from outside in."""
    if feld in {ZU, KOERPER}:
        return "Zu" if feld == ZU else formular.typ.koerper
    words: list[str] = []
    parts = feld.split(".")
    for index, part in enumerate(parts):
        if part.isdecimal():
            words[-1] += f" {int(part) + 1}"
        else:
            info = field_at(formular.typ.model, _way(formular, ".".join(parts[: index + 1])))
            words.append(str(info.title if info else part))
    return " – ".join(words)


_FORM = {
    "datum_form": "datum", "tag_form": "tag", "zeitpunkt_form": "zeitpunkt", "zahl_form": "zahl",
    "adresse_form": "beleg", "string_pattern_mismatch": "sprache",
}  # fmt: skip
"""What a field says about nonsense tells what it wants."""


@cache
def _refused(model: type[BaseModel], name: str) -> tuple[str, int]:
    """What a field wants instead of nonsense, and how long its text may be (0: no limit)."""
    kinds = [e["type"] for e in _errors(model, name, "http://‹ ›")]
    long = [e.get("ctx", {}).get("max_length", 0) for e in _errors(model, name, "x" * 100_000)]
    return next((_FORM[kind] for kind in kinds if kind in _FORM), ""), max(long, default=0)


@cache
def _bounds(model: type[BaseModel], name: str) -> tuple[int | None, int | None]:
    """The least and the greatest number a field takes."""
    least = [e["ctx"]["ge"] for e in _errors(model, name, "-1") if "ge" in e.get("ctx", {})]
    most = [e["ctx"]["le"] for e in _errors(model, name, "9" * 12) if "le" in e.get("ctx", {})]
    return next(iter(least), None), next(iter(most), None)


def _errors(model: type[BaseModel], name: str, value: Any) -> list[Any]:
    """What the model says about a value of one field."""
    try:
        model.model_validate({name: value})
    except ValidationError as error:
        return [e for e in error.errors(include_url=False) if e["loc"][0] == name]
    return []


@cache
def _reference(model: type[BaseModel], name: str) -> str:
    """The one kind of record or entry that a field names by its id; or an empty text."""
    marks = [mark for way, mark in reference_ways(model) if [n for n, _ in way] == [name]]
    return marks[0].arten[0] if marks and len(marks[0].arten) == 1 else ""


def _gruppen(site: Site, frage: Frage, info: FieldInfo, art: str, kind: str) -> Iterator[Gruppe]:
    """What can be chosen."""
    if wahl := choices(info):
        yield Gruppe("", tuple(Wert(w.value, w.label) for w in wahl if w.value not in frage.ohne))
    elif kind == "sprache":
        named = (Wert(code, sprache(code)) for code in SPRACHEN)
        yield Gruppe("", tuple(sorted(named, key=lambda wert: wert.label)))
    elif art == "sozialraum":
        yield from _orte(site)
    elif art in site.register.entries:
        entries = site.register.entries[art].items()
        yield Gruppe("", tuple(Wert(k, str(entry.titel)) for k, (_, _, entry) in entries))
    elif art:
        yield Gruppe("", tuple(Wert(row.id, row.titel) for row in site.von(art)))


def _orte(site: Site) -> Iterator[Gruppe]:
    """The whole city, then every district with what lies within it."""
    yield Gruppe("", (Wert("stadtweit", "ganze Stadt"),))
    levels = list(Ebene)
    for row in site.von("sozialraum"):
        if not site.register.records[row.id].data.teil_von:
            inner = sorted(
                (site.zeilen[k] for k in site.umkreis(row.id)[1:]),
                key=lambda r: (levels.index(site.register.records[r.id].data.ebene), r.titel),
            )
            yield Gruppe(row.titel, tuple(Wert(r.id, r.titel) for r in (row, *inner)))


# --- what the script needs -----------------------------------------------------------------------


def _daten(site: Site, formular: Formular, felder: tuple[Feld, ...]) -> dict[str, Any]:
    stadt = site.stadt
    return {
        "name": formular.name,
        "was": formular.was,
        "neu": not formular.liste,
        "ordner": formular.typ.ordner,
        "endung": formular.typ.endung,
        "fragen": {feld.frage.feld: _regeln(formular, feld) for feld in felder},
        "zeilen": list(_zeilen(formular, felder)),
        "fest": dict(formular.fest),
        # What the model takes for granted is not written.
        "sonst": {f.frage.feld: f.anfang for f in felder if f.anfang and not f.frage.anfang},
        "texte": _texte(),
        "monate": list(MONATE),
        "jahre": [date_text.JAHRE[0], date_text.JAHRE[-1]],
        "quotes": QUOTES,
        "privat": {
            art: [regel.titel, regel.richtig.splitlines()[-1]] for art, regel in _PRIVAT.items()
        },
        "kontakte": list(stadt.kontakte),
    }


_PRIVAT = {
    "mail": e_mail.RULE, "tel": telefon.RULE, "iban": iban.RULE, "anschrift": anschrift.RULE,
    "name": personenname.RULE, "geburt": geburtsdatum.RULE,
}  # fmt: skip


def _regeln(formular: Formular, feld: Feld) -> dict[str, Any]:
    """What the script checks, per question."""
    frage = feld.frage
    ways = {
        "form": feld.form, "label": feld.label, "pflicht": feld.pflicht, "laenge": feld.laenge,
        "wenn": frage.wenn, "pflicht_wenn": frage.pflicht_wenn, "lang": frage.lang,
    }  # fmt: skip
    if feld.form == "zahl":
        ways["von"], ways["bis"] = _bounds(*_innermost(formular, frage.feld))
    return {name: value for name, value in ways.items() if value}


def _zeilen(formular: Formular, felder: tuple[Feld, ...]) -> Iterator[dict[str, Any]]:
    """The lines of an entry in the order of the model: where each belongs, how it reads."""
    by_name = {feld.frage.feld: feld for feld in felder}
    names = sorted({*by_name, *(name for name, _ in formular.fest)} - {ZU, KOERPER},
                   key=lambda name: _rank(formular, name))  # fmt: skip
    for name in (*([ZU] if formular.liste else ()), *names, *(() if formular.liste else [KOERPER])):
        worte: dict[str, str] = {}
        if feld := by_name.get(name):
            worte = {
                wert.wert: f"{wert.label} [{wert.wert}]" if feld.klammer else wert.label
                for wert in feld.werte
            }
        elif wahl := choices(field_at(formular.typ.model, _way(formular, name))):
            worte = {w.value: w.label for w in wahl}
        yield {"feld": name, "label": _label(formular, name), "worte": worte}


def _rank(formular: Formular, feld: str) -> list[int]:
    """Where a field stands in the model, at every level."""
    ranks: list[int] = []
    way = _way(formular, feld)
    for index, part in enumerate(way):
        if isinstance(part, str):
            model = model_at(formular.typ.model, way[:index])
            assert model is not None, feld
            ranks.append(list(model.model_fields).index(part))
    return ranks


_NAME, _WERT = "{name}", "{wert}"


@cache
def _texte() -> dict[str, str]:
    """What is said about a mistake: the gate's own words, with places to be filled in."""

    def words(kind: str, value: Any, ctx: dict[str, Any] | None = None) -> str:
        fault = Fault(BaseModel, (_NAME,), value, None, body=False, ctx=ctx or {})
        _, message, hint = say(kind, fault)
        return f"{message} {hint}".strip()

    long = words("string_too_long", "x" * 98_765, {"max_length": 43_210})
    day = date_text.Guess(2026, 2, 30).wrong()
    month = date_text.Guess(2026, 77, 88).wrong()
    _, exact, hint = date_text.unreadable_date(_NAME, "2026-12", day=True)
    _, impossible, _ = date_text.unreadable_date(_NAME, "2026-02-30")
    _, year, years = date_text.unreadable_date(_NAME, "1234")
    return {
        "fehlt": words("missing", None),
        "lang": long.replace("98765", "{anzahl}").replace("43210", "{grenze}"),
        "zahl": words("zahl_form", _WERT),
        "mindestens": words("greater_than_equal", _WERT, {"ge": "{grenze}"}),
        "hoechstens": words("less_than_equal", _WERT, {"le": "{grenze}"}),
        "beleg": words("adresse_form", _WERT),
        "kennung": words("kennung_form", _WERT).partition(" Vorschlag")[0],
        "datum": words("datum_form", _WERT),
        "tag": words("tag_form", _WERT),
        "genau": f"{exact.replace('2026-12', _WERT)} {hint}",
        "zeitpunkt": words("zeitpunkt_form", _WERT),
        "nie": impossible.replace("2026-02-30", _WERT),
        "tage": day.replace("Februar", "{monat}").replace("2026", "{jahr}").replace("28", "{tage}"),
        "monat": month.replace("77", "{monat}"),
        "jahr": f"{year.replace('1234', '{jahr}')} {years}",
    }
