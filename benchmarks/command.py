"""`radslag bench [--json]`: measures on a throw-away database; exit 1 when a limit does not hold."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Iterator

from benchmarks.figures import Figure


def main(arguments: list[str]) -> int:
    """0 when every limit holds, 1 when one does not."""
    parser = argparse.ArgumentParser(prog="./radslag bench", description="Mäter och jämför med gränserna.")
    parser.add_argument("--json", action="store_true", help="skriv raderna som JSON")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="radslag-bench-") as home:
        _set_up(home)
        rows = []
        for figure in _figures():
            rows.append(figure)
            if not options.json:
                print(_line(figure), flush=True)
        _tear_down()
    if options.json:
        print(json.dumps([figure.data for figure in rows], ensure_ascii=False, indent=2))
    else:
        print(_verdict(rows))
    return 0 if all(figure.holds for figure in rows) else 1


def _set_up(home: str) -> None:
    for name in [name for name in os.environ if name.startswith("RADSLAG_")]:
        del os.environ[name]
    os.environ |= {"RADSLAG_HOME": home, "RADSLAG_LOG_LEVEL": "ERROR"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "radslag.config.settings"
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)


def _figures() -> Iterator[Figure]:
    from benchmarks import archives, imports, overview, pages, papers, starting
    from tests.cast import make_cast

    cast = make_cast()
    yield from pages.figures(cast)
    yield from overview.figures(cast)
    yield from papers.figures(cast)
    yield from imports.figures(cast)
    yield from archives.figures()
    yield from starting.figures()


def _tear_down() -> None:
    from django.db import connections

    connections.close_all()


def _line(figure: Figure) -> str:
    sign, verdict = ("högst" if figure.most else "minst"), ("håller" if figure.holds else "HÅLLER INTE")
    return f"{figure.name:<46} {figure.figure:>8.2f} {figure.unit:<7} {sign} {figure.limit:<5g} {verdict}"


def _verdict(rows: list[Figure]) -> str:
    broken = sum(not figure.holds for figure in rows)
    return f"{len(rows)} mått, alla håller." if not broken else f"{len(rows)} mått, {broken} håller inte."
