"""Draw the pictures that messengers show of a link: one per kind of page, without a third party.

`make karten` writes them to overrides/assets/karten/; they are kept in Git, since drawing needs a
browser and nobody should need one to build the site.
"""

from __future__ import annotations

import base64
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
OUT = ROOT / "overrides" / "assets" / "karten"
FONT = ROOT / "overrides" / "assets" / "schrift" / "atkinson-latin.woff2"
SIZE = {"width": 1200, "height": 630}
KINDS = {
    "start": ("Was ist daraus", "geworden?"),
    "anliegen": ("Ein Anliegen", "und was daraus wurde"),
    "wirkung": ("Wirkung", "Was sich geändert hat"),
    "anfragen": ("Die Stadt fragt", "und was sie daraus macht"),
    "aktivitaeten": ("Aktivitäten", "von Menschen für Menschen"),
    "treffen": ("Treffen", "Was beschlossen wurde, und wie"),
    "orte": ("Orte", "Was dort geschehen ist"),
    "welcome-points": ("Welcome Points", "Orte, an denen Sie fragen können"),
    "mitmachen": ("Mitmachen", "So bringen Sie etwas ein"),
}
"""Folder of the page → a large and a small line."""
WAY = "M90 545 C 420 545, 330 330, 610 330 S 820 110, 1105 110"
KNOTS = ((90, 545), (369, 437), (610, 330), (856, 220), (1105, 110))
RADII, FILLS = (15, 15, 15, 15, 22), (*["#fdfbf6"] * 4, "#0a5560")


def picture(large: str, small: str) -> str:
    """The picture as a page of its own."""
    font = base64.b64encode(FONT.read_bytes()).decode()
    second = 88 if small == "geworden?" else 44
    knots = "".join(
        f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}" stroke="#0a5560" stroke-width="8"/>'
        for (x, y), radius, fill in zip(KNOTS, RADII, FILLS, strict=True)
    )
    return f"""<!doctype html><style>
@font-face {{ font-family: A; font-weight: 200 800; src: url(data:font/woff2;base64,{font}); }}
body {{ margin: 0; background: #fdfbf6; font-family: A; color: #1a2a31; }}
svg {{ position: absolute; inset: 0; }}
div {{ position: absolute; left: 84px; top: 70px; }}
b {{ display: block; font-size: 88px; line-height: 1.08; font-weight: 750;
  letter-spacing: -.02em; }}
i {{ display: block; font-style: normal; font-size: {second}px; line-height: 1.25;
  font-weight: {750 if second == 88 else 450}; letter-spacing: -.01em; }}
u {{ position: absolute; right: 84px; bottom: 62px; text-decoration: none; font-size: 40px;
  font-weight: 700; color: #0a5560; }}
</style><svg viewBox="0 0 1200 630"><path d="{WAY}" fill="none" stroke="#f2b134" stroke-width="13"
stroke-linecap="round" stroke-dasharray=".1 27"/>{knots}</svg>
<div><b>{large}</b><i>{small}</i></div><u>Wirkspur</u>"""


def main() -> None:
    """Draw them all."""
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        for kind, lines in KINDS.items():
            page.set_content(picture(*lines))
            page.evaluate("document.fonts.ready")
            page.screenshot(path=OUT / f"{kind}.png")
        browser.close()


if __name__ == "__main__":
    main()
