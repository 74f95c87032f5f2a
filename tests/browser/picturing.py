"""`./radslag pictures`: make the guide's pictures anew, of the very pages it speaks of."""

from __future__ import annotations

from radslag.commands import Stop
from radslag.commands.testing.browser import find_chromium
from radslag.commands.testing.legs import run_pytest
from radslag.commands.translating import compile_stale

REMAKE = "RADSLAG_TEST_REMAKE_PICTURES"
TEST = "tests/browser/test_guide_pictures.py"


def command(arguments: list[str]) -> int:
    """Take every picture and write it; git tells which of them are other than before."""
    if arguments:
        raise Stop("./radslag pictures tar inga argument.")
    if find_chromium() is None:
        raise Stop("Bilderna tas med Chromium, som inte är installerad (i Debian: apt install chromium).")
    compile_stale()
    return run_pytest("Bilder", ["-q", TEST], {REMAKE: "1", "RADSLAG_DATABASE_URL": ""}).code
