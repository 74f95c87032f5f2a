"""The two processes that `run` keeps alive: web and job worker. Each ends when the process that started it ends."""

from __future__ import annotations

import argparse
import logging
import socket

from radslag.commands import Stop
from radslag.commands.management import set_up
from radslag.commands.run.lifeline import FLAG, Lifeline

GRACE = 3  # seconds open connections get when the web process is asked to stop


def _parser(name: str, text: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"./radslag {name}", description=text)
    parser.add_argument(FLAG, action="store_true", help=argparse.SUPPRESS)
    return parser


def web(arguments: list[str]) -> int:
    """Serve the site on the socket that `run` has opened."""
    parser = _parser("web", "Startas av ./radslag run.")
    parser.add_argument("--descriptor", type=int)
    options = parser.parse_args(arguments)
    if options.descriptor is None:
        raise Stop("Webben startas av ./radslag run.")
    lifeline = Lifeline(options.supervised)
    import uvicorn

    set_up()
    from django.urls import resolve

    from radslag.config.asgi import application

    resolve("/healthz")  # loads every page's module, so that the first visitor does not wait for it
    lifeline.wait()

    server = uvicorn.Server(
        uvicorn.Config(
            application,
            log_config=None,
            access_log=False,
            lifespan="off",
            server_header=False,
            # Whom to believe about the visitor's address is a setting of the product, read by Django.
            proxy_headers=False,
            timeout_graceful_shutdown=GRACE,
        )
    )
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    server.run(sockets=[socket.socket(fileno=options.descriptor)])
    return 0 if server.started else 1


def worker(arguments: list[str]) -> int:
    """Carry out background jobs until asked to stop."""
    options = _parser("worker", "Kör bakgrundsjobben tills den stoppas.").parse_args(arguments)
    lifeline = Lifeline(options.supervised)
    set_up()
    lifeline.wait()
    from radslag.base.jobs.worker import main

    # It tells of every look into the queue; what a job does is told by the job.
    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
    main()
    return 0
