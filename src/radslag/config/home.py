"""The home folder ($RADSLAG_HOME): made when missing, private to its owner, and held by one `run` at a time."""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path


class HomeUnusable(Exception):
    """The folder cannot be used; the message is one Swedish sentence with the mend."""


@dataclass(frozen=True)
class Holder:
    """Who runs on a home: the process, the address it answers on, and the local time it began (HH.MM)."""

    pid: int
    address: str
    since: str


@dataclass(frozen=True)
class Home:
    """The folder of the database, the stored files, the mails and the secret key."""

    path: Path

    def prepare(self) -> None:
        """Make the folder, readable by its owner only, and see that it can be written in."""
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.path):
                pass
        except OSError as wrong:
            raise HomeUnusable(
                f"Mappen {self.path} går inte att skriva i ({wrong.strerror}). "
                "Ge dig skrivrätt till den, eller välj en annan mapp med RADSLAG_HOME."
            ) from None

    @contextmanager
    def held(self, holder: Holder) -> Iterator[None]:
        """Hold the home for as long as the block runs. Raises `HomeUnusable`, saying who holds it, when another does.

        The kernel's lock goes with the process, so a killed `run` never leaves a home that looks taken.
        """
        with (self.path / "run.lock").open("a+", encoding="utf-8") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise HomeUnusable(self._taken(self._holder())) from None
            file.truncate(0)
            file.write(json.dumps(asdict(holder)))
            file.flush()
            os.fsync(file.fileno())
            yield

    def address(self) -> str | None:
        """The address of the `run` that holds the home now; None when none does."""
        try:
            with (self.path / "run.lock").open(encoding="utf-8") as file:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = self._holder()
            return holder.address if holder else None
        except OSError:
            return None
        return None

    def _holder(self) -> Holder | None:
        try:
            return Holder(**json.loads((self.path / "run.lock").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def _taken(self, holder: Holder | None) -> str:
        who = f"process {holder.pid} på {holder.address} sedan {holder.since}" if holder else "en annan process"
        return (
            f"Rådslag körs redan med mappen {self.path}: {who}. "
            "Använd den, stoppa den med Ctrl-C, eller ange en annan mapp med RADSLAG_HOME."
        )
