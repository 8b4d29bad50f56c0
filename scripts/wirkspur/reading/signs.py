"""What nobody typed on purpose: unseen characters, tabs, broken umlauts, two versions in one file.

Looked for in the whole text before anything is read as fields; cheap where all is well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding, Location, Rule, Severity

ZWEI_FASSUNGEN = Rule(
    "zwei-fassungen",
    "Zwei Fassungen derselben Stelle",
    "Haben zwei Menschen dieselbe Stelle geändert, kommen manchmal beide Fassungen in die Datei. "
    "Welche gilt, weiß nur ein Mensch.",
    tun="Entscheiden Sie, welche der Fassungen gilt, und löschen Sie die andere. Löschen Sie "
    "auch die Zeilen mit <<<<<<<, ======= und >>>>>>>.",
    falsch="titel: Mehr Licht im Park\n"
    "<<<<<<< HEAD\n"
    "kurz: Der Weg ist abends dunkel.\n"
    "=======\n"
    "kurz: Im Park fehlen Lampen.\n"
    ">>>>>>> licht",
    richtig="titel: Mehr Licht im Park\nkurz: Im Park fehlen Lampen.",
)
UNSICHTBAR = Rule(
    "unsichtbar",
    "Ein Zeichen, das man nicht sieht",
    "Beim Kopieren aus anderen Programmen kommen Zeichen mit, die niemand sieht. Sie trennen "
    "Zeilen oder Wörter, und zwei gleich aussehende Wörter sind plötzlich verschieden.",
    tun="Löschen Sie die Stelle, die in der Meldung steht, und tippen Sie sie neu. Aus "
    "anderen Programmen kopieren Sie am besten „ohne Formatierung“.",
    falsch="kurz: Der Weg durch den Park ist f\N{REPLACEMENT CHARACTER}r viele dunkel.",
    richtig="kurz: Der Weg durch den Park ist für viele dunkel.",
)
UMLAUTE = Rule(
    "umlaute-beschaedigt",
    "Umlaute sind beschädigt",
    "Wurde ein Text einmal mit der falschen Kodierung geöffnet und gespeichert, steht „Ã¼“, wo „ü“ "
    "war.",
    Severity.WARNUNG,
    tun="Tippen Sie die beschädigten Buchstaben neu. Sind es viele, kopieren Sie den Text "
    "noch einmal aus dem Original und speichern ihn als „UTF-8“.",
    falsch="kurz: Der Weg durch den Park ist fÃ¼r viele „dunkel“.",
    richtig="kurz: Der Weg durch den Park ist für viele „dunkel“.",
)
TABULATOR = Rule(
    "tabulator",
    "Eingerückt mit der Tabulator-Taste",
    "Ein Tabulator ist in jedem Programm anders breit. Leerzeichen sind eindeutig.",
    tun="Löschen Sie den Leerraum am Anfang der Zeile, und rücken Sie mit der Leertaste neu "
    "ein: zwei Leerzeichen je Ebene.",
    falsch="loesungen:\n\t- Lampen aufstellen\n\t- Hecke schneiden",
    richtig="loesungen:\n  - Lampen aufstellen\n  - Hecke schneiden",
)

RULES = (ZWEI_FASSUNGEN, UNSICHTBAR, UMLAUTE, TABULATOR)

_MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)

_BLANK = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters without a shape: to Python they are printable."""
_UNSEEN = re.compile(
    r"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u180e\u200b\u2028-\u202e\u2060-\u2064"
    rf"\u2066-\u206f\ufeff\ufff9-\uffff{_FILLERS}]"
    # What other scripts and emoji need says nothing between Latin letters; tags belong to flags.
    r"|(?<=[A-Za-zÄÖÜäöüß])[\u200c-\u200f\u061c](?=[A-Za-zÄÖÜäöüß])"
    r"|(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0000-\U000e007f]"
)
_PRINTED = "\ufffd" + _FILLERS
_MISPLACED = re.compile(
    rf"^[ -]*[{_BLANK}]"  # as indentation
    rf"|^ *(?:- +)*\w+ *(?:[{_BLANK}]+:|: *[{_BLANK}])"  # beside the colon
    rf"|[:-] +[a-z0-9_-]+[{_BLANK}]\s*$"  # behind an id
)
_BLANKS = re.compile(f"[{_BLANK}]")
_KINDS = (
    ("\r\x85\u2028\u2029\x0b\x0c", "Zeilenumbruch"),
    ("\xad", "weiches Trennzeichen"),
    ("\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff" + _FILLERS, "ohne Breite"),
    (
        "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
        "Wechsel der Schreibrichtung",
    ),
)
_BROKEN = re.compile(r"Ã[\x80-\xbfŸ„–œ€šžŠŽ]|â€[žœšš™“”˜¦\x9d]")


_BOTH = (
    "Hier stehen zwei Fassungen derselben Stelle.",
    "Bitte die richtige behalten und die Zeilen mit <<<<<<<, ======= und >>>>>>> löschen.",
)
_LEFT = (
    "Diese Zeile ist von zwei Fassungen derselben Stelle übrig.",
    "Bitte die Zeile löschen und prüfen, ob die Stelle so stimmt.",
)


def conflicts(path: str, text: str) -> list[Finding]:
    """Places where two versions were left side by side, each on its first line."""
    if not (
        ("<" in text and "<<<<<<<" in text)
        or (">" in text and ">>>>>>>" in text)
        or ("=" in text and "=======" in text)
        or ("|" in text and "|||||||" in text)
    ):
        return []
    # In the text below the fields, ======= under a line makes it a heading.
    body = text.find("\n---", 3) if path.endswith(".md") else len(text)
    found: list[Finding] = []
    inside = False
    line = position = 0
    for match in _MARKER.finditer(text):
        sign = match[1][0]
        if not inside and not (sign == "=" and match.start() > body):
            line += text.count("\n", position, match.start())
            position = match.start()
            found.append(ZWEI_FASSUNGEN.at(
                Location(path, line + 1), *(_BOTH if sign == "<" else _LEFT)
            ))  # fmt: skip
            inside = True
        inside = inside and sign != ">"
    return found


def unseen(path: str, text: str) -> list[Finding]:
    """Characters that nobody can see, one finding per line; at odd places blanks count as such."""
    if text.replace("\n", "").isprintable() and not any(sign in text for sign in _PRINTED):
        return []
    if not _UNSEEN.search(text) and not _BLANKS.search(text):
        return []
    if text.count("\r") - text.count("\r\n") > text.count("\n"):
        return [UNSICHTBAR.at(
            Location(path), "Die Zeilenenden sind in einem sehr alten Format.",
            "Bitte im Editor die Zeilenenden auf „LF“ oder „CRLF“ stellen und die Datei neu "
            "speichern.",
        )]  # fmt: skip
    return list(_unseen(path, text))


def _unseen(path: str, text: str) -> Iterator[Finding]:
    head = path.endswith(".md") and text.startswith("---")  # the body starts below the second fence
    for number, line in enumerate(text.split("\n"), 1):
        fields = head or not path.endswith(".md")
        if line.startswith("---") and number > 1:
            head = False
        match = _UNSEEN.search(line + "\n") or (_MISPLACED.search(line) if fields else None)
        if match:
            blank = _BLANKS.search(line, match.start()) if match.re is _MISPLACED else None
            column = (blank or match).start()
            yield UNSICHTBAR.at(Location(path, number, column + 1), *_words(line, column))


def _words(line: str, column: int) -> tuple[str, str]:
    sign = line[column]
    before = "".join(s for s in line[:column] if s.isprintable()).split()
    where = f" hinter „{before[-1][-20:]}“" if before else " am Anfang"
    if sign == "\ufffd":
        return (
            f"In dieser Zeile ist{where} ein Buchstabe verloren gegangen.",
            "Bitte das Zeichen löschen und den Buchstaben neu tippen.",
        )
    if _BLANKS.match(sign):
        kind, hint = "besonderes Leerzeichen", "Bitte löschen und mit der Leertaste neu setzen."
    else:
        kind = next((name for signs, name in _KINDS if sign in signs), "Steuerzeichen")
        hint = "Bitte die Stelle löschen und neu tippen."
        if kind == "Zeilenumbruch":
            hint = "Bitte löschen und mit der Leertaste neu setzen."
    return f"In dieser Zeile steht{where} ein unsichtbares Zeichen ({kind}).", hint


def umlauts(path: str, text: str) -> list[Finding]:
    """Umlauts and quotation marks that went through the wrong encoding, one finding per line."""
    if not ("Ã" in text or ("â" in text and "â€" in text)) or not _BROKEN.search(text):
        return []
    return [
        UMLAUTE.at(
            Location(path, number, match.start() + 1),
            f"In dieser Zeile sind Buchstaben beschädigt: „{match[0]}“"
            + (f" statt „{right}“." if (right := _repaired(match[0])) else "."),
            "Bitte neu tippen. Sind viele Zeilen betroffen, den Text noch einmal vom Original "
            "kopieren.",
        )
        for number, line in enumerate(text.split("\n"), 1)
        if (match := _BROKEN.search(line))
    ]


def _repaired(broken: str) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return broken.encode(encoding).decode()
        except UnicodeError:
            continue
    return ""


def tabs(path: str, fields: str) -> list[Finding]:
    """Lines that are indented with the tabulator key."""
    if "\t" not in fields:
        return []
    return [
        TABULATOR.at(
            Location(path, number),
            "Diese Zeile ist mit der Tabulator-Taste eingerückt.",
            "Bitte stattdessen Leerzeichen verwenden, je Ebene zwei.",
        )
        for number, line in enumerate(fields.split("\n"), 1)
        if re.match(r" *\t[ \t]*\S", line)
    ]
