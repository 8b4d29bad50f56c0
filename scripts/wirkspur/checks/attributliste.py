"""Attribute lists, by which other Markdown renderers add classes, ids and event handlers."""

import re
from collections.abc import Iterator
from itertools import islice

from ..facts import Facts
from ..findings import Finding, Rule
from ..reading.hypertext import HOECHSTENS, is_code
from ..wording.words import shown

RULE = Rule(
    "attributliste",
    "Eine Anweisung in geschweiften Klammern",
    "Manche Programme lesen {.klasse} oder {onclick=…} als Anweisung. Diese Seite nicht: Die "
    "Klammern stünden mitten im Text.",
    tun="Löschen Sie die geschweiften Klammern mit allem, was darin steht.",
    falsch="## Wer hilft {#hilfe .gross}",
    richtig="## Wer hilft",
)

_ITEM = r"(?:[#.][\w:-]+|[A-Za-z_][\w:-]*=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']+))"
_LIST = re.compile(
    rf"(?<![{{%$])\{{:?[ ]*{_ITEM}(?:[ ]+{_ITEM})*[ ]*\}}(?!\}})|\{{:[ ]*{_ITEM}[^{{}}\n]*\}}"
)
_ACTS = re.compile(r"\bon\w+=|\b(?:style|src|href|action|formaction|srcdoc)=|\{:", re.IGNORECASE)
_BEFORE = re.compile(r"(?:^[ \t>*+-]*|[)\]*_`>]|^#{1,6} .*[ ])\Z", re.MULTILINE)
"""Where a list in braces would be read as one: alone on a line, behind markup or a heading."""


def check(facts: Facts) -> Iterator[Finding]:
    """No body and no page holds an attribute list."""
    for written in facts.written:
        if "{" not in written.text:
            continue
        body = written.text[written.body :]
        for match in islice(_LIST.finditer(body), HOECHSTENS):
            line = body[body.rfind("\n", 0, match.start()) + 1 : match.start()]
            read = _BEFORE.search(line) or _ACTS.search(match[0])
            if read and not is_code(body, match.start() + 1):
                yield RULE.at(
                    written.at(written.body + match.start()),
                    f"Diese Anweisung versteht die Seite nicht: {shown(match[0])}.",
                    "Bitte die geschweiften Klammern mit ihrem Inhalt löschen.",
                )
