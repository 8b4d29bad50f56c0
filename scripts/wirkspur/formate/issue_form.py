"""The form „Ein Anliegen“ at GitHub, and its questions as the way in reads them.

GitHub makes one text of the answers, `### question` before each. Nobody can keep a reporter from
typing such a line too. So after every field of several lines stands one whose answers are a closed
list: there a wrong heading cannot pass for the right one (intake/issue_form.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

import yaml

from ..records.anliegen import TYPE
from ..records.common import Schritt, Von
from ..records.sozialraum import Ebene
from ..register import Register
from ..wording.fields import choices
from . import HINWEIS

ORDNER = ".github/ISSUE_TEMPLATE"
KOERPER = "koerper"
VON = "von"
VERSPRECHEN = "versprechen"
STADTWEIT = "stadtweit"


class Art(StrEnum):
    """What GitHub calls a kind of field."""

    ZEILE = "input"
    TEXT = "textarea"
    AUSWAHL = "dropdown"
    HAKEN = "checkboxes"


class Frage(NamedTuple):
    """A question of the form: the field it fills, and what may be answered (shown → value)."""

    feld: str
    art: Art
    titel: str
    hilfe: str
    noetig: bool = True
    wahl: dict[str, str] | None = None
    mehrere: bool = False


VORWEG = """\
**Danke, dass Sie etwas einbringen!** Sie brauchen etwa fünf Minuten. Füllen Sie zuerst oben das \
Feld „Title“ aus: Worum geht es, in wenigen Wörtern?

⚠️ **Alles, was Sie hier schreiben, ist sofort öffentlich, auch Ihr Kontoname.** Sie können den \
Text später ändern, aber alte Fassungen bleiben sichtbar.

Schreiben Sie bitte **keine** Namen von Menschen, keine Telefonnummern, E-Mail-Adressen oder \
Wohnadressen, keine Herkunftsländer und nichts aus vertraulichen Gesprächen. Laden Sie keine \
Bilder hoch.

Danach liest ein Mensch Ihren Text. Passt alles, wird daraus ein Eintrag auf der Seite. Hier steht \
dann, was daraus geworden ist."""
VERSPROCHEN = (
    "In meinem Text stehen keine Namen, Nummern oder Adressen von Menschen.",
    "Ich weiß: Mein Text ist öffentlich und darf auf der Seite stehen (Lizenz CC BY 4.0).",
)


def dateien(register: Register) -> dict[str, str]:
    """The form, and the page where people choose it."""
    form = {
        "name": "Ein Anliegen einbringen",
        "description": "Was fehlt, was besser werden soll oder was Sie wissen möchten.",
        "body": [
            {"type": "markdown", "attributes": {"value": VORWEG}},
            *map(_feld, fragen(register)),
        ],
    }
    return {
        f"{ORDNER}/anliegen.yml": _yaml(form),
        f"{ORDNER}/config.yml": _yaml(
            {"blank_issues_enabled": True, "contact_links": list(_wege(register))}
        ),
    }


def fragen(register: Register) -> list[Frage]:
    """The questions, in the order of the form."""
    wahl = {name: choices(info) for name, info in TYPE.model.model_fields.items()}

    def frage(feld: str, art: Art, hilfe: str = "", **more: Any) -> Frage:
        info = TYPE.model.model_fields[feld]
        if enum := wahl[feld]:
            more = {**more, "wahl": {member.label: member.value for member in enum}}
        said = hilfe or info.description or ""
        return Frage(feld, art, info.title or feld, said, info.is_required(), **more)

    von = Schritt.model_fields["von"]
    return [
        frage("kurz", Art.ZEILE),
        Frage(
            KOERPER, Art.TEXT, TYPE.koerper,
            "Was ist das Problem? Für wen? Einfache Sätze genügen.",
        ),
        frage("thema", Art.AUSWAHL, "Was passt am besten?", wahl=_titel(register, "thema")),
        frage("art", Art.AUSWAHL),
        frage("form", Art.AUSWAHL),
        frage("prioritaet", Art.AUSWAHL, "Wie dringend finden Sie es?"),
        frage(
            "ort", Art.AUSWAHL, "Wo ist das so? Sie können mehrere Orte wählen.",
            wahl=_orte(register), mehrere=True,
        ),
        frage("loesungen", Art.TEXT),
        frage(
            "kontakt", Art.AUSWAHL, "Mit welcher Stelle hat es zu tun? Leer lassen ist in Ordnung.",
            wahl=_titel(register, "stelle"),
        ),
        Frage(
            VON, Art.AUSWAHL, "Wer bringt es ein?", von.description or "",
            wahl={member.label: member.value for member in Von},
        ),
        Frage(VERSPRECHEN, Art.HAKEN, "Bitte bestätigen Sie", ""),
    ]  # fmt: skip


def _titel(register: Register, art: str) -> dict[str, str]:
    """The entries of a register file, by title."""
    return {entry.titel: key for key, (_, _, entry) in register.entries.get(art, {}).items()}


def _orte(register: Register) -> dict[str, str]:
    """The whole city, then every place, larger ones first; equal titles say their level."""
    levels = list(Ebene)
    places = sorted(
        register.of("sozialraum"),
        key=lambda r: (levels.index(r.data.ebene), (r.data.nummer or "").zfill(6), r.id),
    )
    titles = [record.data.titel for record in places]
    found = {"ganze Stadt": STADTWEIT}
    for record in places:
        name = record.data.titel
        if titles.count(name) > 1:
            name = f"{name} ({record.data.ebene.label})"
        # GitHub joins several answers with a comma.
        found[name.replace(",", "")] = record.id
    return found


def _feld(frage: Frage) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": frage.titel}
    if frage.hilfe:
        attributes["description"] = frage.hilfe
    if frage.art is Art.HAKEN:
        attributes["options"] = [{"label": said, "required": True} for said in VERSPROCHEN]
        return {"type": frage.art.value, "id": frage.feld, "attributes": attributes}
    if frage.wahl is not None:
        attributes["multiple"] = frage.mehrere
        attributes["options"] = list(frage.wahl)
    needed = {"required": frage.noetig}
    return {
        "type": frage.art.value,
        "id": frage.feld,
        "attributes": attributes,
        "validations": needed,
    }


def _wege(register: Register) -> Iterator[dict[str, str]]:
    """Ways in that need no account."""
    stadt = register.verzeichnis("stadt")
    if stadt is not None:
        yield {
            "name": "Ohne Konto mitmachen",
            "url": f"{stadt.adresse.rstrip('/')}/mitmachen/",
            "about": "Formular auf der Seite, E-Mail, Papier oder Gespräch: Alle Wege stehen hier.",
        }


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as such."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _text)


def _yaml(data: dict[str, Any]) -> str:
    return f"# {HINWEIS}\n" + yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100
    )
