"""How long `run` on an existing home takes to answer, against a process that only loads the application; memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure
from radslag.commands.run.supervision import ours

STARTS = 3
LOAD = "import radslag.config.asgi, uvicorn"
MEGABYTE = 1024  # of the kilobytes /proc counts in
PATIENCE = 30.0


def figures() -> Iterator[Figure]:
    """The rows about starting; on a home of its own, which the first run makes."""
    with tempfile.TemporaryDirectory(prefix="radslag-bench-start-") as folder:
        home = Path(folder) / "home"
        _start_and_stop(home)
        starts: list[float] = []
        loads: list[float] = []
        memory: dict[str, float] = {}
        for _ in range(STARTS):
            seconds, memory = _start_and_stop(home)
            starts.append(seconds)
            loads.append(_load(home))
        yield Figure("första svaret på ett hem som finns, mot att bara ladda", median(starts) / median(loads), "ggr", 3)
        yield Figure("webbens minne i vila", memory["web"], "MB", 200)
        yield Figure("jobbarbetarens minne i vila", memory["worker"], "MB", 200)


def _environ(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("RADSLAG_", "DJANGO_"))}
    return {**kept, "RADSLAG_HOME": str(home), "PYTHONUNBUFFERED": "1"}


def _start_and_stop(home: Path) -> tuple[float, dict[str, float]]:
    """Seconds until it says that it answers, and what its processes weigh (MB)."""
    began = time.perf_counter()
    process = subprocess.Popen(ours("run", "--port", "0"), env=_environ(home), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None, "asked for as a pipe"
    with process.stdout as said:
        if not any("svarar på" in line for line in said):
            raise RuntimeError(f"run ended with {process.wait()} before it answered")
        seconds = time.perf_counter() - began
        memory = {name: _weight(process.pid, name) for name in ("web", "worker")}
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
    return seconds, memory


def _load(home: Path) -> float:
    environ = _environ(home) | {"DJANGO_SETTINGS_MODULE": "radslag.config.settings"}
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", LOAD], env=environ, check=True)
    return time.perf_counter() - began


def _weight(parent: int, name: str) -> float:
    """Resident memory of the child that runs `radslag.cli NAME`, once it has settled."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split():
            words = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
            if name.encode() in words:
                time.sleep(1)
                return _resident(child)
        time.sleep(0.1)
    raise RuntimeError(f"{name} did not start")


def _resident(process: str) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / MEGABYTE
