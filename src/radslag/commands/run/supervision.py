"""Starts child processes, starts again the one that dies, and ends them all: one thread, woken by signals."""

from __future__ import annotations

import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType

from radslag.commands.run.lifeline import FLAG, GO

LONGEST_PAUSE = 30.0  # seconds between tries to start a child that keeps dying
STEADY = 60.0  # seconds a child must live for its earlier deaths to be forgotten
PATIENCE = 8.0  # seconds a child gets to end by itself


@dataclass
class Child:
    """One process to keep alive. `name` is what a person calls it; `tries` bounds starts before it is ready."""

    name: str
    command: Sequence[str]
    descriptors: tuple[int, ...] = ()
    tries: int = 0
    """0 is without end."""
    deaths: int = 0
    ready: bool = False
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    start_again: float = 0.0

    def start(self) -> None:
        """Start it in a session of its own, so that a Ctrl-C in the terminal reaches the parent only."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [*self.command, FLAG],
            pass_fds=self.descriptors,
            stdin=subprocess.PIPE,
            bufsize=0,
            start_new_session=True,
        )

    def go(self) -> None:
        """Tell it to begin; one that has died is found out by the next look."""
        if self.process is not None and self.process.stdin is not None:
            with suppress(BrokenPipeError):
                self.process.stdin.write(GO)

    def has_died(self) -> int | None:
        """The exit code of a child that has just ended."""
        return self.process.poll() if self.process is not None else None

    def bury(self) -> None:
        """Let go of a child that has ended, or of the lifeline of one that must."""
        if self.process is not None and self.process.stdin is not None:
            self.process.stdin.close()

    def pause(self) -> float:
        """Seconds to wait before it is started again: twice as long for each death in a row."""
        return float(min(LONGEST_PAUSE, 0.5 * 2 ** max(0, self.deaths - 1)))


class GaveUp(Exception):
    """A child that cannot be kept alive; the message names it and its exit code."""


class Supervisor:
    """Keeps children alive until a signal asks to stop. Use `running` and, inside it, `add`, `go` and `watch`."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.children: list[Child] = []
        self.say = say
        self.stopping = False
        self._gone = False
        self._alarm, self._bell = socket.socketpair()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Whatever happens inside, no child is left when the block ends."""
        self._listen()
        try:
            yield
        finally:
            self._end_all()
            self._deafen()

    def add(self, child: Child) -> None:
        """Start a child and keep it."""
        self.children.append(child)
        self._start(child)

    def go(self) -> None:
        """Let the children begin: what they need is in place. Those started later begin at once."""
        self._gone = True
        for child in self.children:
            child.go()

    def watch(self, seconds: float | None = None, until: Callable[[], bool] | None = None) -> bool:
        """Keep the children alive until asked to stop, until `seconds` pass, or until `until` holds (then True)."""
        end = None if seconds is None else time.monotonic() + seconds
        while not self.stopping:
            self._mend()
            if until is not None and until():
                return True
            if end is not None and time.monotonic() >= end:
                return False
            self._wait(0.03 if until is not None else self._next_start())
        return False

    def _start(self, child: Child) -> None:
        child.start()
        if self._gone:
            child.go()

    def _mend(self) -> None:
        now = time.monotonic()
        for child in self.children:
            code = child.has_died()
            if code is not None:
                self._note_death(child, code, now)
            elif child.process is None and now >= child.start_again:
                self._start(child)

    def _note_death(self, child: Child, code: int, now: float) -> None:
        child.bury()
        child.process = None
        child.deaths = 1 if now - child.started > STEADY else child.deaths + 1
        if child.tries and not child.ready and child.deaths >= child.tries:
            raise GaveUp(f"{child.name} gick inte att starta ({_ending(code)})")
        child.start_again = now + child.pause()
        self.say(f"{child.name} avslutades oväntat ({_ending(code)}) och startas om {_soon(child.pause())}.")

    def _next_start(self) -> float | None:
        waiting = [child.start_again for child in self.children if child.process is None]
        return max(0.0, min(waiting) - time.monotonic()) if waiting else None

    def _wait(self, seconds: float | None) -> None:
        if select.select([self._alarm], [], [], seconds)[0]:
            self._alarm.recv(64)

    def _listen(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self._bell.setblocking(False)
        signal.set_wakeup_fd(self._bell.fileno(), warn_on_full_buffer=False)

    def _deafen(self) -> None:
        signal.set_wakeup_fd(-1)
        self._alarm.close()
        self._bell.close()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if self.stopping:  # asked twice: no more patience
            self._signal_all(signal.SIGKILL)
        self.stopping = True

    def _signal_all(self, number: signal.Signals) -> None:
        for child in self.children:
            if child.process is not None and child.process.poll() is None:
                child.process.send_signal(number)

    def _end_all(self) -> None:
        self._signal_all(signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        for child in self.children:
            if child.process is None:
                continue
            try:
                child.process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.process.kill()
                child.process.wait()
            child.bury()


def ours(*words: str) -> list[str]:
    """The command line that starts one of our own commands in this environment."""
    return [sys.executable, "-P", "-m", "radslag.cli", *words]


def _ending(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"felkod {code}"


def _soon(seconds: float) -> str:
    return "strax" if seconds < 1 else f"om {seconds:.0f} sekunder"
