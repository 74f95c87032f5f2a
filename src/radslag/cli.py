"""The `radslag` command: finds the command that was asked for and turns what stops it into a sentence."""

from __future__ import annotations

import os
import sys

from radslag.commands import Stop
from radslag.commands.catalogue import Command, find, nearest, overview


def main(arguments: list[str] | None = None) -> int:
    """Carry out `arguments` (default: those of the process) and give the exit code."""
    try:
        code = carry_out(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone; what is left in the buffer must not raise at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    return code


def carry_out(words: list[str]) -> int:
    """Find the command and run it. Raises whatever stops it."""
    if not words or words[0] in ("-h", "--help", "help"):
        print(overview())
        return 0
    command = find(words[0])
    if command is None:
        near = nearest(words[0])
        mend = f"Menade du {near}?" if near else "Kör ./radslag för att se alla kommandon."
        print(f"Kommandot {words[0]} finns inte. {mend}", file=sys.stderr)
        return 2
    if command.django:
        from radslag.commands.management import set_up

        set_up()
        return _with_database(command, words[1:])
    return command.load()(words[1:]) or 0


def _with_database(command: Command, words: list[str]) -> int:
    from django.db import DatabaseError

    try:
        return command.load()(words) or 0
    except DatabaseError as wrong:
        mend = "Kör ./radslag migrate (eller ./radslag run) först, och kontrollera RADSLAG_DATABASE_URL."
        raise Stop(f"Databasen går inte att använda ({str(wrong).strip().splitlines()[0]}). {mend}") from None


if __name__ == "__main__":
    sys.exit(main())
