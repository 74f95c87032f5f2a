"""Django's own commands, and Django set up for ours."""

from __future__ import annotations

import os
from pathlib import Path

from radslag.config.home import Home


def set_up() -> None:
    """Load the settings and the apps; wrong settings end the process with a sentence."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.config.settings")
    _find_address()
    django.setup()


def _find_address() -> None:
    """Where no address is set, the one a `run` on the same home answers on, so that what we print can be followed."""
    home = os.environ.get("RADSLAG_HOME") or "./var"
    if "RADSLAG_URL" not in os.environ and (address := Home(Path(home).expanduser()).address()):
        os.environ["RADSLAG_URL"] = address


def manage(arguments: list[str]) -> int:
    """Pass everything on to Django."""
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.config.settings")
    execute_from_command_line(["radslag manage", *arguments])
    return 0


def migrate(arguments: list[str]) -> int:
    """Bring the database to this version."""
    return manage(["migrate", *arguments])


def makemigrations(arguments: list[str]) -> int:
    """Write the migrations that the models ask for."""
    return manage(["makemigrations", *arguments])
