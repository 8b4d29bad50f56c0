"""QR codes: read back by another program, and the same as segno's own where both must agree."""

from __future__ import annotations

import re

import pytest
import segno
import zxingcpp

from wirkspur.qr import QR, qr

ADRESSE = "https://wirkspur.example.org/musterstadt/anliegen/2026-05-treppe-am-bahnhof-und-kanal/"


def drawn(code: QR) -> list[bytearray]:
    """The modules that a browser would draw of a path, one byte each."""
    size = code.groesse
    rows = [bytearray(b"\xff" * size) for _ in range(size)]
    x = y = 0
    for step, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?: ([\d.]+))?", code.pfad):
        if step == "h":
            rows[y][x : x + int(first)] = bytes(int(first))
            x += int(first)
        elif step == "M":
            x, y = int(first), int(float(second))
        else:
            x, y = x + int(first), y + int(second)
    return rows


def read(code: QR, scale: int = 4) -> list[str]:
    """What an independent decoder (ZXing) sees."""
    rows = [b"".join(bytes([m]) * scale for m in row) for row in drawn(code)]
    edge = code.groesse * scale
    pixels = memoryview(b"".join(row * scale for row in rows)).cast("B", (edge, edge))
    return [found.text for found in zxingcpp.read_barcodes(pixels)]


@pytest.mark.parametrize("length", [20, 32, 33, 53, 54, 77, 78, 79, 106, 107, 160])
def test_a_code_is_read_back_by_another_program(length: int) -> None:
    adresse = (ADRESSE * 2)[:length]

    assert read(qr(adresse)) == [adresse]


@pytest.mark.parametrize("length", [32, 53, 78, 106])
def test_a_full_code_is_the_one_that_segno_makes(length: int) -> None:
    adresse = (ADRESSE * 2)[:length]
    whole = segno.make(
        adresse, error="l", micro=False, mask=2, boost_error=False, mode="byte"
    ).matrix_iter(border=4)

    assert [[m == 0 for m in row] for row in drawn(qr(adresse))] == [
        [bool(m) for m in row] for row in whole
    ]


def test_an_address_with_other_letters_is_read_back() -> None:
    assert read(qr("https://düsseldorf.example/größe/")) == ["https://düsseldorf.example/größe/"]
