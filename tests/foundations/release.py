"""Keeps a release's data as SQL, so that later releases can show that they bring it along (foundation 10).

Run once per release, on its own code, and commit what it prints:

    python -m tests.foundations.release > tests/foundations/release_0_1.sql
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Make the cast in an empty home and print its database."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"RADSLAG_HOME": home, "DJANGO_SETTINGS_MODULE": "radslag.config.settings"}
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        from tests.cast import make_cast

        make_cast()
        for statement in sqlite3.connect(Path(home) / "radslag.sqlite3").iterdump():
            sys.stdout.write(f"{statement}\n")


if __name__ == "__main__":
    main()
