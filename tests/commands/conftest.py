"""`./radslag run` started for real on a home of its own, and a look at what is left of it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest

from radslag.commands.run.supervision import ours

START = 120.0  # seconds a run gets to answer, on a machine that does other things too
END = 30.0  # seconds its processes get to be gone


def wait_for(what: Callable[[], object], seconds: float = END) -> bool:
    """Whether `what` came true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if what():
            return True
        time.sleep(0.05)
    return False


@dataclass
class Running:
    """A run that answers: its process, what it has said so far, and its address."""

    home: Path
    process: subprocess.Popen[str]
    said: list[str]

    @property
    def address(self) -> str:
        """Where it answers."""
        found = re.search(r"http://[\d.:]+\d", "".join(self.said))
        assert found is not None
        return found[0]

    def processes(self, word: str = "") -> list[int]:
        """Every living process of this home, or those whose command line has `word`."""
        return [pid for pid in processes_of(self.home) if word in command_line(pid)]

    def is_whole(self) -> bool:
        """Whether the parent, the web process and the worker are there, soon if not yet."""
        return wait_for(lambda: self.processes("radslag.cli worker") and len(self.processes()) == 3)

    def answers(self) -> bool:
        """Whether the web process serves a page."""
        try:
            with urlopen(f"{self.address}/healthz", timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def end(self, number: signal.Signals) -> int:
        """Send the parent a signal and wait for it."""
        self.process.send_signal(number)
        return self.process.wait(END)


def processes_of(home: Path) -> list[int]:
    """Processes whose environment names this home, zombies not counted: they have none."""
    marked = f"RADSLAG_HOME={home}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if marked in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def command_line(pid: int) -> str:
    """The words a process was started with."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def environ_of(home: Path, **changes: str) -> dict[str, str]:
    """The environment of a run: this one's, without the suite's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("RADSLAG_", "DJANGO_"))}
    return {**kept, "RADSLAG_HOME": str(home), "PYTHONUNBUFFERED": "1", **changes}


def run_to_the_end(home: Path, *words: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Start a run that is expected to stop by itself."""
    environ = environ_of(home, **changes)
    return subprocess.run(ours("run", *words), env=environ, capture_output=True, text=True, timeout=START, check=False)


def _started(home: Path) -> Running:
    process = subprocess.Popen(
        ours("run", "--port", "0"), env=environ_of(home), stdout=subprocess.PIPE, stderr=sys.stderr, text=True
    )
    assert process.stdout is not None
    said: list[str] = []
    for line in process.stdout:
        said.append(line)
        if "svarar på" in line:
            return Running(home, process, said)
    process.stdout.close()
    pytest.fail(f"run ended with {process.wait()}: {said}")


def _clear(started: Running) -> None:
    started.process.kill()
    started.process.wait()
    assert started.process.stdout is not None
    started.process.stdout.close()
    for pid in started.processes():
        os.kill(pid, signal.SIGKILL)


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that a first run has made, to be copied: making it again for every test would take minutes."""
    home = tmp_path_factory.mktemp("lived-in") / "home"
    first = _started(home)
    assert first.end(signal.SIGINT) == 0
    _clear(first)
    return home


@pytest.fixture
def running(tmp_path: Path, lived_in: Path) -> Iterator[Running]:
    """A run on a home of its own; whatever the test did, nothing of it is left afterwards."""
    home = tmp_path / "home"
    shutil.copytree(lived_in, home)
    started = _started(home)
    yield started
    _clear(started)
