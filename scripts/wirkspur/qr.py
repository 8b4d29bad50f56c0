"""QR codes of the addresses of pages, as paths to draw.

segno knows how QR codes are made and gives the pattern of each size; only what differs from
address to address is put in here, because thousands of codes would otherwise take longer than all
the rest of their pages. A test compares the two.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

import segno

RAND = 4
"""Light modules around a code, as the standard wants them."""
# Version → (bytes of data, bytes to correct errors), level L: those that are one block.
_BLOCK = {2: (34, 10), 3: (55, 15), 4: (80, 20), 5: (108, 26)}


class QR(NamedTuple):
    """A QR code to draw: length of an edge with its margin, and the path of its dark rows."""

    groesse: int
    pfad: str


def qr(text: str) -> QR:
    """The QR code of an address.

    Mask, mode and level are given: trying all of them takes six times as long, and a code that is
    printed large and flat needs no more.
    """
    data = text.encode()
    for version, (room, _) in _BLOCK.items():
        if len(data) + 2 <= room and data.isascii():
            return _drawn(_size(version).filled(data))
    return _drawn("\n".join(row.hex()[1::2] for row in _segno(text).matrix))


def _segno(text: str, version: int | None = None) -> segno.QRCode:
    return segno.make(
        text, error="l", micro=False, mask=2, boost_error=False, mode="byte", version=version
    )


def _drawn(rows: str) -> QR:
    """Rows of 0 and 1 → a path: lines to the right, each row half a module below its edge."""
    size = rows.index("\n")
    path = rows.replace("1", "a").replace("0", "b").replace("\n", f"m-{size} 1")
    for n in range(7, 0, -1):
        path = path.replace("a" * n, f"h{n}").replace("b" * n, f"m{n} 0")
    return QR(size + 2 * RAND, f"M{RAND} {RAND}.5{path}")


class _Size:
    """What all codes of one version have in common."""

    def __init__(self, version: int) -> None:
        self.room, self.check = _BLOCK[version]
        pattern = [list(row) for row in _segno("x", version).matrix]
        size = len(pattern)
        free = [(y, x) for y, x in _way(size) if not _is_fixed(y, x, size)]
        bits = 8 * (self.room + self.check)
        # Which bit goes where; what is fixed is taken from behind the bits, row by row.
        source = {place: index for index, place in enumerate(free[:bits])}
        self.tail, order = "", []
        for y in range(size):
            for x in range(size):
                masked = "1" if x % 3 == 0 else "0"
                fixed = masked if (y, x) in free[bits:] else str(pattern[y][x])
                if (y, x) in source:
                    order.append(source[y, x])
                else:
                    order.append(bits + len(self.tail))
                    self.tail += fixed
            if y < size - 1:
                order.append(bits + len(self.tail))
                self.tail += "\n"
        self.order = itemgetter(*order)
        self.mask = int("".join("1" if x % 3 == 0 else "0" for _, x in free[:bits]), 2)
        self.bits = bits
        self.steps = _division(self.check)

    def filled(self, data: bytes) -> str:
        """The rows of the code of these bytes."""
        head = int.from_bytes(data) | 0x4 << 8 * len(data) + 8 | len(data) << 8 * len(data)
        pad = self.room - len(data) - 2
        words = (head << 4).to_bytes(len(data) + 2) + (b"\xec\x11" * (pad // 2 + 1))[:pad]
        rest, top, low = 0, 8 * (self.check - 1), (1 << 8 * (self.check - 1)) - 1
        steps = self.steps
        for word in words:
            rest = (rest & low) << 8 ^ steps[word ^ rest >> top]
        whole = (int.from_bytes(words) << 8 * self.check | rest) ^ self.mask
        flat = f"{whole:0{self.bits}b}{self.tail}"
        return "".join(self.order(flat))


_size = lru_cache(_Size)


def _is_fixed(y: int, x: int, size: int) -> bool:
    """Whether a module belongs to the pattern: corners, their format, the lines, the small eye."""
    corner = (y < 9 and (x < 9 or x >= size - 8)) or (y >= size - 8 and x < 9)
    eye = abs(y - (size - 7)) <= 2 and abs(x - (size - 7)) <= 2
    return corner or eye or 6 in (y, x)


def _way(size: int) -> list[tuple[int, int]]:
    """All modules in the order in which bits are laid: two columns at a time, up and down."""
    way = []
    for turn, right in enumerate([*range(size - 1, 6, -2), *range(5, 0, -2)]):
        rows = range(size) if turn % 2 else range(size - 1, -1, -1)
        way += [(y, x) for y in rows for x in (right, right - 1)]
    return way


def _division(count: int) -> list[int]:
    """Byte → what it leaves behind when divided by the code's polynomial (Reed-Solomon)."""
    polynomial = [1]
    root = 1
    for _ in range(count):
        polynomial = [
            a ^ _times(root, b) for a, b in zip([*polynomial, 0], [0, *polynomial], strict=True)
        ]
        root = _times(root, 2)
    return [int.from_bytes(bytes(_times(b, p) for p in polynomial[1:])) for b in range(256)]


def _times(a: int, b: int) -> int:
    """Multiply in the field of 256 elements that QR codes use."""
    product = 0
    while b:
        product ^= a * (b & 1)
        a, b = (a << 1) ^ (0x11D * (a >> 7)), b >> 1
    return product
