"""Template code and commands to include other files: nothing here obeys them."""

import re
from collections.abc import Iterator
from itertools import islice

from ..facts import Facts
from ..findings import Finding, Rule
from ..reading.hypertext import HOECHSTENS, is_code
from ..wording.words import shown

RULE = Rule(
    "platzhalter-programm",
    "Ein Befehl für ein anderes Programm",
    "Solche Zeichen füllen anderswo Vorlagen aus oder holen den Inhalt fremder Dateien. Hier führt "
    "sie niemand aus; sie stünden mitten im Text.",
    tun="Ersetzen Sie den Befehl durch den Text, der dort stehen soll, oder löschen Sie ihn.",
    falsch="Das nächste Treffen ist am {{ datum }}.",
    richtig="Das nächste Treffen ist am 3. Dezember.",
)

_COMMAND = re.compile(
    r"\{\{[^{}\n]{0,400}\}\}|\{%[^{}\n]{0,400}%\}|\{![^{}\n]{0,400}!\}|\$\{[^{}\n]{1,400}\}"
    r"|<%[^<>\n]{0,400}%>|^[ \t]*[;]?-{1,}8<-{1,}.*$|\[\[include\b[^\]\n]{0,400}\]\]",
    re.MULTILINE | re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Finding]:
    """No field and no text holds a command for another program."""
    for written in facts.written:
        text = written.text
        if not ("{" in text or "<%" in text or "8<-" in text or "[[" in text):
            continue
        for match in islice(_COMMAND.finditer(text), HOECHSTENS):
            start = match.start()
            if start >= written.body:
                body = text[written.body :]
                if is_code(body, start - written.body + len(match[0]) - len(match[0].lstrip())):
                    continue
            elif re.search(
                r"(?:^|[:-])[ ]+\Z|^[ ]*#.*\Z", text[text.rfind("\n", 0, start) + 1 : start]
            ):
                continue  # a value that begins with a brace cannot be read at all
            yield RULE.at(
                written.at(start),
                f"Hier steht ein Befehl für ein anderes Programm: {shown(match[0].strip())}.",
                "Bitte durch den richtigen Text ersetzen oder löschen.",
            )
