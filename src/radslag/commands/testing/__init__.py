"""`./radslag test`: the style gate, then the suite on SQLite, PostgreSQL and in a browser, as far as this machine can.

What was left out is told at the end with its reason. With CI=true nothing may be left out but what says itself that it
needs another machine than CI's.
"""

from __future__ import annotations

import os
import signal
import sys
import time

from radslag.commands import Stop
from radslag.commands.catalogue import ROOT
from radslag.commands.testing.browser import find_chromium, front_end_tools
from radslag.commands.testing.cluster import NoCluster, throw_away
from radslag.commands.testing.legs import Outcome, run_pytest, summary

CORES = "2"
# Whatever database the caller's own Rådslag uses, the suite keeps away from its server.
ON_SQLITE = {"RADSLAG_DATABASE_URL": ""}


def command(arguments: list[str]) -> int:
    """Run every leg; words for pytest (a file, -k, …) run only those tests, on SQLite and without the gate."""
    from radslag.commands.translating import compile_stale

    signal.signal(signal.SIGTERM, _as_interrupt)  # so that a stopped run still removes its cluster
    compile_stale()
    strict = os.environ.get("CI") == "true"
    if strict or (ROOT.parent / "shared").is_dir():
        os.environ["RADSLAG_REQUIRE_SHARED"] = "1"
    if arguments:
        return run_pytest("Urval", arguments).code
    outcomes = [_gate(), _sqlite(), _postgresql(), _browser()]
    print("\n".join(summary(outcomes, strict)), flush=True)
    return 0 if all(outcome.holds(strict) for outcome in outcomes) else 1


def _as_interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _heading(text: str) -> None:
    print(f"\n=== {text} ===", flush=True)


def _gate() -> Outcome:
    from radslag.commands.checking import command as check

    _heading("Stilgrinden")
    began = time.monotonic()
    try:
        code = check([])
    except Stop as stop:
        print(stop, file=sys.stderr)
        code = 1
    return Outcome("Stilgrinden", code=code, seconds=time.monotonic() - began)


def _sqlite() -> Outcome:
    _heading("Hela sviten på SQLite")
    return run_pytest("SQLite", ["-n", CORES, "--dist=worksteal", "-m", "not browser", "--durations=10"], ON_SQLITE)


def _postgresql() -> Outcome:
    _heading("Sviten på PostgreSQL")
    try:
        with throw_away() as url:
            words = ["-n", CORES, "--dist=worksteal", "-m", "not browser and not once", "--durations=5"]
            return run_pytest("PostgreSQL", words, {"RADSLAG_DATABASE_URL": url})
    except NoCluster as reason:
        print(reason)
        return Outcome("PostgreSQL", missing=str(reason))


def _browser() -> Outcome:
    _heading("Webbläsaren")
    if find_chromium() is None:
        reason = "Chromium är inte installerad (i Debian: apt install chromium)"
        print(reason)
        return Outcome("Webbläsaren", missing=reason)
    front_end_tools()
    return run_pytest("Webbläsaren", ["-n", CORES, "--dist=worksteal", "-m", "browser", "--durations=5"], ON_SQLITE)
