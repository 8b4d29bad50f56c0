"""One comment and one issue of ours, kept up to date: written once, then changed in place.

Ours is what we have written ourselves *and* what bears our mark: others may copy a mark, and the
same account may write other things.
"""

from __future__ import annotations

from . import Forge, Issue, Note

LABEL = "wirkspur"
MOST = 65_000
"""GitHub takes 65,536 characters; GitLab more."""
CUT = "\n\n… Hier ist mehr, als in einen Kommentar passt. Alles steht im Protokoll der Prüfung.\n"


def keep_note(forge: Forge, number: int, text: str) -> str:
    """Have exactly this text stand as our one comment on a request; gives what was done."""
    text = forge.fitting(_marked("antwort", text))
    note: Note | None = next((n for n in forge.notes(number) if _bears("antwort", n.text)), None)
    if note and _same(note.text, text):
        return f"Vorschlag {number}: Die Antwort steht schon da."
    forge.write_note(number, note, text)
    return f"Vorschlag {number}: Antwort {'erneuert' if note else 'geschrieben'}."


def keep_issue(forge: Forge, kind: str, title: str, text: str, to: bool) -> str:
    """Have this text stand as our one issue of a kind; open while there is something to do."""
    text = forge.fitting(_marked(kind, text))
    ours = [issue for issue in forge.issues(LABEL) if _bears(kind, issue.text)]
    # If people closed one and we opened another, the newest is the one that is kept.
    issue: Issue | None = max(ours, key=lambda issue: issue.number, default=None)
    if not issue and not to:
        return f"„{title}“: Es gibt nichts zu melden."
    if issue and _same(issue.text, text) and issue.open == to:
        return f"„{title}“: Es steht schon alles da."
    forge.write_issue(issue, LABEL, title, text, to)
    if not issue:
        return f"„{title}“: eröffnet."
    if issue.open == to:
        return f"„{title}“: erneuert."
    return f"„{title}“: {'wieder geöffnet' if to else 'geschlossen'}."


def _mark(kind: str) -> str:
    return f"<!-- wirkspur:{kind} -->"


def _marked(kind: str, text: str) -> str:
    text = text.strip() + "\n"
    if not _bears(kind, text):
        text = f"{_mark(kind)}\n\n{text}"
    if len(text) <= MOST:
        return text
    return text[: text.rfind("\n", 0, MOST - len(CUT))] + CUT


def _bears(kind: str, text: str) -> bool:
    return text.lstrip().startswith(_mark(kind))


def _same(old: str, new: str) -> bool:
    """Whether a forge would show the same; it may change line ends and the space around."""
    return old.replace("\r\n", "\n").strip() == new.strip()
