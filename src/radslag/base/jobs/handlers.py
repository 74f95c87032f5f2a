"""The names of background work and what runs them. An app registers its handlers in its `tasks.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from radslag.base.jobs.actions import Run

Handle = Callable[["Run"], None]


@dataclass(frozen=True)
class Handler:
    """What runs a kind of job, and how many times it may be tried."""

    name: str
    handle: Handle
    attempts: int


HANDLERS: dict[str, Handler] = {}


class JobFailed(Exception):
    """The work cannot be done and trying again will not help; the message is a Swedish sentence for the user."""


def handles(name: str, *, attempts: int = 4) -> Callable[[Handle], Handle]:
    """Register the function for jobs of this name ("app.verb"). It must be idempotent: delivery is at least once."""

    def register(handle: Handle) -> Handle:
        if name in HANDLERS and HANDLERS[name].handle.__module__ != handle.__module__:
            raise ValueError(f"two handlers for {name}")
        HANDLERS[name] = Handler(name, handle, attempts)
        return handle

    return register
