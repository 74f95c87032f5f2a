"""Children kept alive: small programs in place of web and worker, so that dying is quick."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from radslag.commands.run.lifeline import GONE
from radslag.commands.run.supervision import Child, GaveUp, Supervisor

SLEEPER = "import time; time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
TIED = """
import sys, time
from radslag.commands.run.lifeline import Lifeline
lifeline = Lifeline("--supervised" in sys.argv)
print(sys.argv[1], "waits", flush=True)
lifeline.wait()
print(sys.argv[1], "begins", flush=True)
time.sleep(60)
"""


def quiet() -> Supervisor:
    """One that says nothing."""
    return Supervisor(lambda sentence: None)


def program(source: str, *words: str) -> list[str]:
    """A Python program as a child: it is told that it is supervised after its own words."""
    return [sys.executable, "-c", source, *words]


@pytest.fixture(autouse=True)
def own_signals() -> Iterator[None]:
    """What a supervisor listens to is given back."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD)
    before = {number: signal.getsignal(number) for number in numbers}
    yield
    signal.set_wakeup_fd(-1)
    for number, handler in before.items():
        signal.signal(number, handler)


def test_a_child_that_keeps_dying_is_given_longer_pauses() -> None:
    child = Child("Barnet", [])
    pauses = []
    for child.deaths in range(1, 9):
        pauses.append(child.pause())

    assert pauses == [0.5, 1, 2, 4, 8, 16, 30, 30]


def test_a_child_that_dies_is_started_again_and_said(tmp_path: Path) -> None:
    said: list[str] = []
    log = tmp_path / "starts"
    source = "import sys; open(sys.argv[1], 'a').write('x'); sys.exit(3)"
    supervisor = Supervisor(said.append)

    with supervisor.running():
        supervisor.add(Child("Barnet", program(source, str(log))))
        assert supervisor.watch(60, until=lambda: log.exists() and len(log.read_text()) == 2)

    assert said[0] == "Barnet avslutades oväntat (felkod 3) och startas om strax."


def test_a_child_that_never_gets_ready_ends_the_run() -> None:
    supervisor = quiet()

    with supervisor.running():
        supervisor.add(Child("Webben", program("raise SystemExit(4)"), tries=2))
        with pytest.raises(GaveUp, match=r"Webben gick inte att starta \(felkod 4\)"):
            supervisor.watch(60)


def test_a_signal_ends_the_watch_at_once() -> None:
    supervisor = quiet()

    with supervisor.running():
        supervisor.add(Child("Barnet", program(SLEEPER)))
        threading.Timer(0.2, os.kill, [os.getpid(), signal.SIGTERM]).start()
        began = time.monotonic()
        assert supervisor.watch(30) is False

    assert time.monotonic() - began < 25


def test_no_child_is_left_when_something_goes_wrong_inside() -> None:
    child = Child("Barnet", program(SLEEPER))
    supervisor = quiet()

    with suppress(RuntimeError), supervisor.running():
        supervisor.add(child)
        raise RuntimeError

    assert child.process is not None
    assert child.process.returncode == -signal.SIGTERM


def test_a_child_that_will_not_stop_is_killed(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("radslag.commands.run.supervision.PATIENCE", 0.3)
    child = Child("Barnet", program(STUBBORN))
    supervisor = quiet()

    with supervisor.running():
        supervisor.add(child)
        assert supervisor.watch(60, until=lambda: "up" in capfd.readouterr().out)

    assert child.process is not None
    assert child.process.returncode == -signal.SIGKILL


def test_a_child_begins_when_told_to_and_one_started_later_at_once(capfd: pytest.CaptureFixture[str]) -> None:
    supervisor = quiet()
    heard: list[str] = []

    def said(words: str) -> bool:
        heard.append(capfd.readouterr().out)
        return words in "".join(heard)

    with supervisor.running():
        supervisor.add(Child("Barnet", program(TIED, "first")))
        assert supervisor.watch(60, until=lambda: said("first waits"))
        assert not said("begins")
        supervisor.go()
        assert supervisor.watch(60, until=lambda: said("first begins"))
        supervisor.add(Child("Barnet", program(TIED, "second")))
        assert supervisor.watch(60, until=lambda: said("second begins"))


@pytest.mark.parametrize("told", [True, False])
def test_a_child_ends_when_its_pipe_closes_whether_it_has_begun_or_not(told: bool) -> None:
    child = Child("Barnet", program(TIED, "only"))
    child.start()
    if told:
        child.go()
    assert child.process is not None

    child.bury()

    assert child.process.wait(60) == GONE
