"""`./radslag run`: one command from an empty folder to an address that answers."""

from __future__ import annotations

import argparse
import logging
import os
import socket
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from radslag.commands import Stop
from radslag.commands.run.listening import Knock, listen
from radslag.commands.run.supervision import Child, GaveUp, Supervisor, ours
from radslag.config.environment import Environment, WrongSetting, load
from radslag.config.home import Holder, Home, HomeUnusable

if TYPE_CHECKING:
    from radslag.config.firstrun import Account

DEFAULT_PORT = 8000
PATIENCE = 3.0  # seconds of silence before a start says what takes time
START_LIMIT = 60.0  # seconds the web process gets before it first answers


@dataclass(frozen=True)
class Beginning:
    """What this start is: the address it answers at, when it began (monotonic seconds), and whether without example."""

    address: str
    began: float
    empty: bool


@dataclass(frozen=True)
class Start:
    """What the greeting tells: the address, the accounts to try, and on an empty installation the key to its page."""

    address: str
    accounts: Sequence[Account] = ()
    key: str = ""


class Waiting:
    """Says once, when a start takes its time, what it is doing."""

    def __init__(self, began: float) -> None:
        self.since, self.said = began, False

    def told(self) -> None:
        """The work has come a bit further."""
        if not self.said and time.monotonic() - self.since > PATIENCE:
            _say("Gör ett påhittat samarbete att prova med. Det tar några sekunder, bara den här gången.")
            self.said = True


def command(arguments: list[str]) -> int:
    """Start web and worker, say where and as whom to sign in, and keep them alive until asked to stop."""
    began = time.monotonic()
    parser = argparse.ArgumentParser(prog="./radslag run", description="Startar Rådslag på den här datorn.")
    parser.add_argument("--port", type=int, help=f"port på den egna datorn (annars {DEFAULT_PORT}; 0 tar en ledig)")
    parser.add_argument("--empty", action="store_true", help="utan exempel: du gör ditt eget samarbete från början")
    asked = parser.parse_args(arguments)
    port: int | None = asked.port
    try:
        environment = load()
        home = Home(environment.home)
        home.prepare()
        with closing(listen(_port(environment) if port is None else port)) as listener:
            address = _address(environment, listener)
            with home.held(Holder(os.getpid(), address, time.strftime("%H.%M"))):
                return _serve(home, listener, Beginning(address, began, asked.empty))
    except (HomeUnusable, WrongSetting) as wrong:
        raise Stop(str(wrong)) from None


def _port(environment: Environment) -> int:
    """The port of RADSLAG_URL where that is this machine; behind a proxy the usual one."""
    return (urlsplit(environment.url).port or DEFAULT_PORT) if environment.loopback else DEFAULT_PORT


def _address(environment: Environment, listener: socket.socket) -> str:
    if not environment.loopback:
        return environment.url
    return f"http://{environment.host}:{listener.getsockname()[1]}"


def _serve(home: Home, listener: socket.socket, beginning: Beginning) -> int:
    os.environ.update(RADSLAG_URL=beginning.address, RADSLAG_HOME=str(home.path))
    descriptor = listener.fileno()
    web = Child("Webben", ours("web", "--descriptor", str(descriptor)), descriptors=(descriptor,), tries=3)
    supervisor = Supervisor(_say)
    try:
        with supervisor.running():
            # It loads its modules while the database is seen to, and begins when that is done.
            supervisor.add(web)
            start = _set_up(home, beginning)
            supervisor.go()
            if not supervisor.watch(until=Knock(listener).answered, seconds=START_LIMIT):
                return _never_answered(supervisor)
            web.ready = True
            _say(greeting(start, time.monotonic() - beginning.began))
            supervisor.add(Child("Jobbarbetaren", ours("worker")))
            supervisor.watch()
    except GaveUp as gave_up:
        raise Stop(f"{gave_up}, så Rådslag stoppas. Felet står ovanför; rätta det och kör igen.") from None
    _say("Rådslag är stoppat.")
    return 0


def _set_up(home: Home, beginning: Beginning) -> Start:
    """The database at this version, the catalogue compiled; on an empty home the example, or a key to begin with."""
    from django.core.management import call_command

    from radslag.commands.management import set_up
    from radslag.commands.translating import compile_stale

    compile_stale()
    set_up()
    # The first start does its jobs here and now; they are not what the reader of the greeting waits for.
    logging.getLogger("django_tasks").setLevel(logging.WARNING)
    from django.db import OperationalError, connections

    from radslag.config.firstrun import opening_key, prepare

    try:
        call_command("migrate", verbosity=0, interactive=False)
        accounts = prepare(home.path, empty=beginning.empty, told=Waiting(beginning.began).told)
        return Start(beginning.address, accounts, opening_key() if beginning.empty else "")
    except OperationalError as wrong:
        raise Stop(
            f"Databasen går inte att använda ({str(wrong).strip()}). Kontrollera RADSLAG_DATABASE_URL."
        ) from None
    finally:
        connections.close_all()


def _never_answered(supervisor: Supervisor) -> int:
    if supervisor.stopping:
        _say("Rådslag är stoppat.")
        return 0
    raise Stop(
        f"Webben svarade inte inom {START_LIMIT:.0f} sekunder, så Rådslag stoppas. Kör igen när datorn har tid över."
    )


def greeting(start: Start, seconds: float) -> str:
    """Where to go and as whom: the address, and one line per role with who, e-mail and password, or how to begin."""
    took = f"{seconds:.1f}".replace(".", ",")
    lines = [f"Rådslag svarar på {start.address} (efter {took} s). Stoppa med Ctrl-C."]
    if start.accounts:
        rows = [(account.role, account.name, account.email, account.password) for account in start.accounts]
        rows.insert(0, ("Roll", "Vem", "E-post", "Lösenord"))
        widths = [max(len(row[column]) for row in rows) for column in range(4)]
        lines += ["", "Logga in som:"]
        lines += [
            "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]
    if start.key:
        lines += ["", "Gör ditt samarbete och ditt konto här. Adressen gäller en gång, så visa den inte för andra:"]
        lines += [f"  {start.address}/borja/?{urlencode({'nyckel': start.key})}"]
    return "\n".join(lines)


def _say(sentence: str) -> None:
    print(sentence, flush=True)
