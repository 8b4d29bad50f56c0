"""Links to other sites: which of them lead nowhere. Asks the web, so never part of the gate.

Only what is sure is called dead: many sites turn programs away (403, 429) and are well.
"""

from __future__ import annotations

import re
import socket
import ssl
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPSHandler, OpenerDirector, Request, build_opener

from .findings import Location
from .reporters.markdown import code
from .worte import anzahl

TIMEOUT = 20
AT_ONCE = 12
TRIES = (("HEAD", TIMEOUT), ("GET", TIMEOUT), ("GET", 2 * TIMEOUT))
"""Some know no HEAD, some are slow at first; who fails thrice is not there."""

LINK = re.compile(r"https?://[^\s<>\"'`‹›„“”«»|\\^{}\[\]]+")
UNKNOWN, SILENT = "Diese Adresse gibt es nicht.", "Niemand antwortet."
MADE_UP = re.compile(r"(?:^|\.)(?:example|invalid|localhost|test|example\.(?:com|net|org))$")
"""Names that nobody can have (RFC 2606)."""


@dataclass(frozen=True, slots=True)
class Dead:
    """A link that leads nowhere, why, and where it stands."""

    url: str
    why: str
    places: tuple[Location, ...]


class OfflineError(Exception):
    """Nobody answered at all: then it is us who are not there."""


def dead(files: Mapping[str, bytes]) -> tuple[list[Dead], int]:
    """The dead links of these files, and how many different ones there are."""
    places = links(files)
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in places:
        hosts[urlsplit(url).netloc].append(url)
    with ThreadPoolExecutor(AT_ONCE) as pool:  # hosts at once, but each gets one after the other
        answers = [pair for found in pool.map(_ask_all, hosts.values()) for pair in found]
    why = {url: said for url, said in answers if said}
    if places and all(why.get(url) in (UNKNOWN, SILENT) for url in places):
        raise OfflineError(
            "Keine einzige Seite war zu erreichen. Ist dieser Rechner mit dem Internet verbunden?"
        )
    return [Dead(url, why[url], tuple(places[url])) for url in places if url in why], len(places)


def links(files: Mapping[str, bytes]) -> dict[str, list[Location]]:
    """Every link to another site, and the places where it stands."""
    found: dict[str, list[Location]] = defaultdict(list)
    for path, content in sorted(files.items()):
        for number, line in enumerate(content.decode("utf-8", "replace").split("\n"), 1):
            for match in LINK.finditer(line):
                url = _ended(match.group())
                if _real(url):
                    found[url].append(Location(path, number, match.start() + 1))
    return dict(found)


def _ended(url: str) -> str:
    """The link without what belongs to the sentence around it."""
    while url[-1] in ".,;:!?*_" or (url[-1] == ")" and url.count(")") > url.count("(")):
        url = url[:-1]
    return url


def _real(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return "." in host and not MADE_UP.search(host)


def _ask_all(urls: Iterable[str]) -> list[tuple[str, str]]:
    return [(url, _ask(url)) for url in urls]


def _ask(url: str) -> str:
    """Why a link leads nowhere; empty where it does not."""
    address = quote(url.partition("#")[0], safe=":/?&=%+,;@~!$'()*-._")
    why = ""
    for method, timeout in TRIES:
        request = Request(address, method=method, headers={"User-Agent": "wirkspur-links"})
        try:
            with _opener().open(request, timeout=timeout):
                return ""
        except HTTPError as error:
            error.close()
            if error.code in (404, 410):
                why = f"Die Seite gibt es nicht mehr ({error.code})."
            elif error.code >= 500:
                why = f"Der Server meldet einen Fehler ({error.code})."
            else:
                return ""  # it is there, and does not talk to programs
        except (URLError, HTTPException, OSError, ValueError) as error:
            why = _unreached(getattr(error, "reason", error))
    return why


@cache
def _opener() -> OpenerDirector:
    """One for all: it reads every certificate of the machine."""
    return build_opener(HTTPSHandler(context=ssl.create_default_context()))


def _unreached(reason: object) -> str:
    if isinstance(reason, socket.gaierror):
        return UNKNOWN
    if isinstance(reason, ssl.SSLError):
        return "Die Verbindung ist nicht sicher: Das Zertifikat stimmt nicht."
    return SILENT


def as_markdown(found: list[Dead], total: int) -> str:
    """For an issue; a dead link is shown as text, for nobody should follow it."""
    if not found:
        return f"{_counted(total)}: Alle führen zum Ziel.\n"
    lines = [
        f"{_counted(total)}, {anzahl(len(found), 'führt', 'führen')} ins Leere. Bitte die neue "
        "Adresse eintragen. Gibt es die Seite nicht mehr, genügt bei einer Quelle der Titel.",
        "",
    ]
    for link in found:
        lines += [f"- {code(link.url)}  ", f"  {link.why}"]
        lines += [f"  - {code(place.path)}, Zeile {place.line}" for place in link.places]
    return "\n".join(lines) + "\n"


def as_text(found: list[Dead], total: int) -> str:
    """For a terminal."""
    lines = []
    for link in found:
        lines += [link.url, f"  {link.why}"]
        lines += [f"  {place.path}, Zeile {place.line}" for place in link.places]
    return "\n".join([*lines, f"{_counted(total)}, davon {len(found)} ins Leere."]) + "\n"


def _counted(total: int) -> str:
    return f"{anzahl(total, 'Link', 'Links')} geprüft"
