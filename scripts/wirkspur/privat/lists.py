"""Lists of words, written down as text."""


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def phrases(text: str) -> list[str]:
    """The entries of a list; a `|` or the end of a line parts two of them."""
    return [part for part in text.replace("\n", "|").split("|") if part]


def any_of(text: str) -> str:
    """A pattern for any entry of such a list; lines may be indented."""
    return f"(?:{'|'.join(line.strip() for line in text.strip().splitlines())})"


def tokens(*texts: str) -> frozenset[bytes]:
    """Words as a view keeps them, for View.has; a colon may stand behind each."""
    every = {word for text in texts for word in text.split()}
    return frozenset(f"{word}{colon}".encode() for word in every for colon in ("", ":"))
