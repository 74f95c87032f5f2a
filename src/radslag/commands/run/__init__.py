"""`./radslag run`: one command from an empty folder to an address that answers."""

from __future__ import annotations

import argparse
import logging
import os
import socket
import time
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from radslag.commands import Stop
from radslag.commands.run.listening import Knock, listen
from radslag.commands.run.supervision import Child, GaveUp, Supervisor, ours
from radslag.config.environment import Environment, WrongSetting, load
from radslag.config.home import Holder, Home, HomeUnusable

if TYPE_CHECKING:
    from radslag.config.firstrun import Account

DEFAULT_PORT = 8000
START_LIMIT = 60.0  # seconds the web process gets before it first answers


def command(arguments: list[str]) -> int:
    """Start web and worker, say where and as whom to sign in, and keep them alive until asked to stop."""
    began = time.monotonic()
    parser = argparse.ArgumentParser(prog="./radslag run", description="Startar Rådslag på den här datorn.")
    parser.add_argument("--port", type=int, help=f"port på den egna datorn (annars {DEFAULT_PORT}; 0 tar en ledig)")
    port: int | None = parser.parse_args(arguments).port
    try:
        environment = load()
        home = Home(environment.home)
        home.prepare()
        with closing(listen(_port(environment) if port is None else port)) as listener:
            address = _address(environment, listener)
            with home.held(Holder(os.getpid(), address, time.strftime("%H.%M"))):
                return _serve(home, listener, address, began)
    except (HomeUnusable, WrongSetting) as wrong:
        raise Stop(str(wrong)) from None


def _port(environment: Environment) -> int:
    """The port of RADSLAG_URL where that is this machine; behind a proxy the usual one."""
    return (urlsplit(environment.url).port or DEFAULT_PORT) if environment.loopback else DEFAULT_PORT


def _address(environment: Environment, listener: socket.socket) -> str:
    if not environment.loopback:
        return environment.url
    return f"http://{environment.host}:{listener.getsockname()[1]}"


def _serve(home: Home, listener: socket.socket, address: str, began: float) -> int:
    os.environ.update(RADSLAG_URL=address, RADSLAG_HOME=str(home.path))
    descriptor = listener.fileno()
    web = Child("Webben", ours("web", "--descriptor", str(descriptor)), descriptors=(descriptor,), tries=3)
    supervisor = Supervisor(_say)
    try:
        with supervisor.running():
            # It loads its modules while the database is seen to, and begins when that is done.
            supervisor.add(web)
            accounts = _set_up(home)
            supervisor.go()
            if not supervisor.watch(until=Knock(listener).answered, seconds=START_LIMIT):
                return _never_answered(supervisor)
            web.ready = True
            _say(greeting(address, accounts, time.monotonic() - began))
            supervisor.add(Child("Jobbarbetaren", ours("worker")))
            supervisor.watch()
    except GaveUp as gave_up:
        raise Stop(f"{gave_up}, så Rådslag stoppas. Felet står ovanför; rätta det och kör igen.") from None
    _say("Rådslag är stoppat.")
    return 0


def _set_up(home: Home) -> Sequence[Account]:
    """The database at this version, the catalogue compiled, and the example in place on an empty home."""
    from django.core.management import call_command

    from radslag.commands.management import set_up
    from radslag.commands.translating import compile_stale

    compile_stale()
    set_up()
    # The first start does its jobs here and now; they are not what the reader of the greeting waits for.
    logging.getLogger("django_tasks").setLevel(logging.WARNING)
    from django.db import OperationalError, connections

    from radslag.config.firstrun import prepare

    try:
        call_command("migrate", verbosity=0, interactive=False)
        return prepare(home.path)
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


def greeting(address: str, accounts: Sequence[Account], seconds: float) -> str:
    """Where to go and as whom: the address, and one line per role with who, e-mail and password."""
    took = f"{seconds:.1f}".replace(".", ",")
    lines = [f"Rådslag svarar på {address} (efter {took} s). Stoppa med Ctrl-C."]
    if accounts:
        rows = [(account.role, account.name, account.email, account.password) for account in accounts]
        rows.insert(0, ("Roll", "Vem", "E-post", "Lösenord"))
        widths = [max(len(row[column]) for row in rows) for column in range(4)]
        lines += ["", "Logga in som:"]
        lines += [
            "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]
    return "\n".join(lines)


def _say(sentence: str) -> None:
    print(sentence, flush=True)
