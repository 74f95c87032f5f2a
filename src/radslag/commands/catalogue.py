"""Every command: its name, its group, one line about it, and the function that carries it out.

Nothing heavy is imported here: the list must show at once, and `read` must not wait for Django.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
GROUPS = ("Använda", "Drift", "Utveckling")


@dataclass(frozen=True)
class Command:
    """One command. `target` is "module:function", a function from the arguments to an exit code (None is 0)."""

    name: str
    group: str
    summary: str
    target: str
    usage: str = ""
    django: bool = False
    """Whether Django is set up before the command starts."""
    beside: bool = False
    """Whether the module lies beside src/ in the repository; shown only when it is there."""

    @property
    def exists(self) -> bool:
        """Whether the command can be carried out here."""
        if not self.beside:
            return True
        _see_the_root()
        try:
            return find_spec(self.target.partition(":")[0]) is not None
        except ModuleNotFoundError:
            return False

    def load(self) -> Callable[[list[str]], int | None]:
        """The function that carries it out."""
        if self.beside:
            _see_the_root()
        module, _, function = self.target.partition(":")
        loaded: Callable[[list[str]], int | None] = getattr(importlib.import_module(module), function)
        return loaded


def _see_the_root() -> None:
    if str(ROOT) not in sys.path:
        sys.path.append(str(ROOT))


COMMANDS = (
    Command("run", "Använda", "startar Rådslag på den här datorn", "radslag.commands.run:command", "[--port N]"),
    Command(
        "import",
        "Använda",
        "läser in protokoll och kallelser för granskning",
        "radslag.exchange.importing.command:main",
        "FIL … [--collaboration SLUG] [--commit]",
        django=True,
    ),
    Command(
        "read",
        "Använda",
        "visar vad läsaren ser i en fil, utan att spara något",
        "radslag.text.reading.__main__:command",
        "FIL [--json]",
    ),
    Command(
        "create",
        "Drift",
        "gör ett nytt, tomt samarbete och dess första förvaltare",
        "radslag.commands.founding:command",
        "NAMN --slug … --admin EPOST --admin-name NAMN [--members KODER]",
        django=True,
    ),
    Command("audit", "Drift", "kontrollerar händelsekedjan", "radslag.base.audit.command:main", "verify", django=True),
    Command("worker", "Drift", "kör bakgrundsjobben", "radslag.commands.processes:worker"),
    Command("migrate", "Drift", "för databasen till den här versionen", "radslag.commands.management:migrate"),
    Command("manage", "Drift", "Djangos egna kommandon", "radslag.commands.management:manage", "KOMMANDO …"),
    Command("test", "Utveckling", "kör alla kontroller och tester", "radslag.commands.testing:command", "[pytest …]"),
    Command("check", "Utveckling", "kör stilgrinden", "radslag.commands.checking:command"),
    Command(
        "bench", "Utveckling", "mäter och jämför med gränserna", "benchmarks.command:main", "[--json]", beside=True
    ),
    Command("fuzz", "Utveckling", "matar läsaren med trasiga filer", "benchmarks.fuzz:main", beside=True),
    Command("pictures", "Utveckling", "tar om bilderna i hjälpen", "tests.browser.picturing:command", beside=True),
    Command("lock", "Utveckling", "räknar om de låsta beroendena", "radslag.commands.locking:command"),
    Command("makemigrations", "Utveckling", "skriver nya migreringar", "radslag.commands.management:makemigrations"),
    Command("translate", "Utveckling", "uppdaterar den engelska katalogen", "radslag.commands.translating:command"),
)
# Started by `run` as its child, never by a person.
INNER = (Command("web", "", "", "radslag.commands.processes:web"),)


def find(name: str, commands: Sequence[Command] = COMMANDS + INNER) -> Command | None:
    """The command of that name, if it can be carried out here."""
    return next((command for command in commands if command.name == name and command.exists), None)


def nearest(name: str) -> str | None:
    """The command a mistyped name most likely meant."""
    names = [command.name for command in COMMANDS if command.exists]
    return next(iter(get_close_matches(name, names, n=1, cutoff=0.5)), None)


def overview() -> str:
    """All commands in their groups, one line each."""
    shown = [command for command in COMMANDS if command.exists]
    width = max(len(f"{command.name} {command.usage}") for command in shown)
    lines = ["Rådslag – beslutskedjan i ett kommunalt samarbete", "", "Användning: ./radslag KOMMANDO", ""]
    for group in GROUPS:
        lines.append(group)
        for command in shown:
            if command.group == group:
                lines.append(f"  {(command.name + ' ' + command.usage).ljust(width)}  {command.summary}")
        lines.append("")
    return "\n".join([*lines, "Inställningarna (RADSLAG_…) beskrivs i docs/operations.md."])
