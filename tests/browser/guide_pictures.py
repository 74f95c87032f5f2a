"""The guide's pictures: of which page each is, which part of it, and what is visible there.

A picture keeps, inside its PNG, the words that were seen when it was taken and how large it was. Words and size are
taken anew by the test; when they differ, the picture no longer shows the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from playwright.sync_api import Page

from radslag.commands.catalogue import ROOT
from tests.browser.png import decoded, encoded, text_of

FOLDER = ROOT / "src/radslag/web/secretariat/static/secretariat/help"
STALE = "Bilden visar inte längre sidan; kör ./radslag pictures"
LARGEST = 120_000
WIDEST = 1200
# Another machine's fonts may move a line; a page that was laid out anew moves more.
ALLOWED = 0.06
MARGIN, ABOVE = 12, 5
# What depends on a library's version and says nothing of the page: sizes of files and their checksums.
PASSING = re.compile(r"\b[0-9a-f]{8}\b|\b\d+(?:[,.]\d+)?\s(?:[kKM]B|bytes?)\b")
# From the first of the elements to the last, with what lies between them.
REGION = """selectors => {
  const drawn = (each) => each.getClientRects().length > 0;
  const found = selectors.flatMap((each) => [...document.querySelectorAll(each)].filter(drawn).slice(0, 1));
  const boxes = found.map((each) => each.getBoundingClientRect());
  if (boxes.length < selectors.length) return null;
  const left = Math.min(...boxes.map((box) => box.left)), top = Math.min(...boxes.map((box) => box.top));
  return {
    x: left + scrollX, y: top + scrollY,
    width: Math.max(...boxes.map((box) => box.right)) - left, height: Math.max(...boxes.map((box) => box.bottom)) - top,
  };
}"""
# Chromium draws some fields in the words of its own language, which is English on a build machine.
FIELDS = """words => {
  for (const field of document.querySelectorAll("input[type=date]")) field.type = "text";
  for (const field of document.querySelectorAll("input[type=file]")) {
    const [row, button, none] = ["div", "span", "span"].map((each) => document.createElement(each));
    button.className = "button";
    button.textContent = field.multiple ? words[0] : words[1];
    none.textContent = `\\u2003${words[2]}`;
    row.append(button, none);
    field.replaceWith(row);
  }
}"""
FIELD_WORDS = {
    "sv": ("Välj filer", "Välj fil", "Ingen fil har valts"),
    "en": ("Choose files", "Choose file", "No file chosen"),
}
WORDS = """region => {
  const seen = [];
  const walker = document.createTreeWalker(document.getElementById("innehall"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !parent.checkVisibility({visibilityProperty: true})) continue;
    if (parent.closest(".visually-hidden, option, script")) continue;
    range.selectNodeContents(walker.currentNode);
    const box = range.getBoundingClientRect();
    const across = box.left + scrollX + box.width / 2, down = box.top + scrollY + box.height / 2;
    const beside = across - region.x, below = down - region.y;
    const within = beside > 0 && beside < region.width && below > 0 && below < region.height;
    if (within) seen.push(walker.currentNode.data.trim().replace(/\\s+/g, " "));
  }
  return seen;
}"""


@dataclass(frozen=True)
class View:
    """What a picture is of. `shows`: selectors, the first match of each; `opens`: what is clicked before."""

    name: str
    address: str
    shows: Sequence[str]
    width: int = 1000
    opens: str = ""


@dataclass(frozen=True)
class Seen:
    """What is visible now: the PNG as Chromium gave it, its size, and the words."""

    shot: bytes
    width: int
    height: int
    words: tuple[str, ...]

    @property
    def kept(self) -> str:
        """What a picture of it keeps: the size on the first line, then the words."""
        return "\n".join([f"{self.width}x{self.height}", *self.words])


def look(page: Page, site: str, view: View, language: str) -> Seen:
    """Go there and take the picture."""
    page.set_viewport_size({"width": view.width, "height": 900})
    page.goto(f"{site}{view.address}")
    if view.opens:
        page.locator(view.opens).first.click()
    page.evaluate(FIELDS, list(FIELD_WORDS[language]))
    region = page.evaluate(REGION, list(view.shows))
    assert region, f"{view.name}: {view.shows} is not all on the page"
    words = page.evaluate(WORDS, region)
    clip = {
        "x": max(region["x"] - MARGIN, 0),
        "y": max(region["y"] - ABOVE, 0),
        "width": min(region["width"] + 2 * MARGIN, view.width),
        "height": region["height"] + ABOVE + MARGIN,
    }
    shot = page.screenshot(full_page=True, clip=clip, animations="disabled", caret="hide")  # type: ignore[arg-type]  # a dict
    return Seen(shot, round(clip["width"]), round(clip["height"]), tuple(PASSING.sub("…", each) for each in words))


def place_of(language: str, view: View) -> Path:
    """The file of a picture."""
    return FOLDER / language / f"{view.name}.png"


def changed(place: Path, seen: Seen) -> str:
    """What differs between a picture and its page now; empty when it still shows it."""
    if not place.exists():
        return "saknas"
    size, *words = text_of(place.read_bytes()).split("\n")
    if tuple(words) != seen.words:
        lines = list(unified_diff(words, seen.words, "bilden", "sidan", lineterm="", n=0))[2:]
        return "; ".join(line for line in lines if not line.startswith("@@"))
    width, height = map(int, size.split("x"))
    alike = abs(width - seen.width) <= ALLOWED * width and abs(height - seen.height) <= ALLOWED * height
    return "" if alike else f"{size}, nu {seen.width}x{seen.height}"


def keep(place: Path, seen: Seen) -> None:
    """Write the picture, small enough for the repository and the reader."""
    made = encoded(decoded(seen.shot), seen.kept)
    assert len(made) < LARGEST, f"{place.name}: {len(made)} bytes"
    assert seen.width <= WIDEST, f"{place.name}: {seen.width} pixels wide"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(made)
