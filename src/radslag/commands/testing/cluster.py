"""A PostgreSQL cluster that lives as long as a block of code: on a Unix socket of its own, never run as root."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from radslag.commands.run.lifeline import ask_the_kernel

USER = "radslag"
PREFIX = "radslag-pg-"
# Straight under it: the path of a Unix socket may hold about a hundred characters only.
PLACE = Path("/tmp")  # noqa: S108 - mkdtemp makes the folder itself
# Nothing in it outlives the run, so it need not survive a power cut.
SWITCHES = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "autovacuum": "off",
}
PATIENCE = 60.0  # seconds to wait for the server to take connections


class NoCluster(Exception):
    """A cluster that cannot be had; the message is a Swedish sentence with the reason."""


@dataclass(frozen=True)
class Owner:
    """The unprivileged user that runs the server when we are root; the server refuses to run as root."""

    name: str
    uid: int
    gid: int


@contextmanager
def throw_away() -> Iterator[str]:
    """Start a cluster, give its RADSLAG_DATABASE_URL, and stop and remove it whatever happens in the block."""
    binaries = find_binaries()
    if binaries is None:
        raise NoCluster("PostgreSQL-servern är inte installerad (i Debian: apt install postgresql)")
    owner = _owner()
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=PLACE))
    try:
        if owner is not None:
            os.chown(folder, owner.uid, owner.gid)
        _initialise(binaries, folder, owner)
        with _server(binaries, folder, owner):
            yield f"postgresql://{USER}@/{USER}?host={quote(str(folder), safe='')}&port=5432"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_binaries() -> Path | None:
    """The folder of the newest server's programs: Debian keeps them off PATH, one folder per version."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    on_path = [Path(found).resolve().parent for found in [shutil.which("postgres")] if found]
    return next((place for place in [*versions, *on_path] if _whole(place)), None)


def _whole(folder: Path) -> bool:
    return all((folder / program).exists() for program in ("postgres", "initdb"))


def _version(folder: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", folder.parent.name)]


def sweep() -> None:
    """Remove the folders of runs that were killed before they could do it."""
    for folder in PLACE.glob(f"{PREFIX}*"):
        pid = folder.name.removeprefix(PREFIX).partition("-")[0]
        if pid.isdecimal() and not Path(f"/proc/{pid}").exists():
            shutil.rmtree(folder, ignore_errors=True)


def _owner() -> Owner | None:
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "radslag-test"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Owner(name, entry.pw_uid, entry.pw_gid)
    useradd = ["/usr/sbin/useradd", "--system", "--no-create-home", "radslag-test"]
    made = subprocess.run(useradd, capture_output=True, check=False)
    if made.returncode:
        raise NoCluster("PostgreSQL kör inte som root, och en egen användare för servern gick inte att skapa")
    return _owner()


def _initialise(binaries: Path, folder: Path, owner: Owner | None) -> None:
    command = [str(binaries / "initdb"), "-D", str(folder / "data"), "-U", USER, "-A", "trust", "-E", "UTF8"]
    done = subprocess.run(
        [*command, "--locale=C", "--no-sync"],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
        user=owner.uid if owner else None,
        group=owner.gid if owner else None,
        extra_groups=[] if owner else None,
    )
    if done.returncode:
        raise NoCluster(f"PostgreSQL gick inte att förbereda ({done.stderr.strip()[-200:]})")


@contextmanager
def _server(binaries: Path, folder: Path, owner: Owner | None) -> Iterator[None]:
    command = [str(binaries / "postgres"), "-D", str(folder / "data"), "-k", str(folder), "-p", "5432"]
    for name, value in SWITCHES.items():
        command += ["-c", f"{name}={value}"]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(
            command,
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            cwd=folder,
            start_new_session=True,
            # A killed test run must not leave a server: the kernel asks it to shut down at once.
            preexec_fn=lambda: ask_the_kernel(signal.SIGQUIT),
            user=owner.uid if owner else None,
            group=owner.gid if owner else None,
            extra_groups=[] if owner else None,
        )
    try:
        _await(server, folder)
        yield
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait(PATIENCE)


def _await(server: subprocess.Popen[bytes], folder: Path) -> None:
    import psycopg

    deadline = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < deadline:
        try:
            psycopg.connect(host=str(folder), user=USER, dbname="postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    log = (folder / "server.log").read_text(encoding="utf-8", errors="replace")
    raise NoCluster(f"PostgreSQL gick inte att starta ({log.strip()[-200:]})")
