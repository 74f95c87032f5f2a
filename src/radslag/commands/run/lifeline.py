"""Ties a child process to its parent, so that not even `kill -9` of the parent leaves a process behind.

Two ties, because each has a hole: the kernel's own (Linux only) works when Python is stuck; the child's standard input,
a pipe that closes when the parent is gone, works everywhere, also when the parent died before the kernel was asked.
The same pipe tells the child when to begin: it may load its modules while the parent still sees to the database.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading

PR_SET_PDEATHSIG = 1
GONE = 70  # the exit code of a child whose parent is gone
GO = b"\n"
FLAG = "--supervised"


class Lifeline:
    """The child's end."""

    def __init__(self, supervised: bool) -> None:
        """Tie this process to its parent; `supervised` says that the parent is `run` and holds the pipe."""
        ask_the_kernel(signal.SIGKILL)
        self._go = threading.Event()
        if supervised:
            threading.Thread(target=self._watch, name="lifeline", daemon=True).start()
        else:
            self._go.set()

    def wait(self) -> None:
        """Come back when the parent says go; at once in a process started by hand."""
        self._go.wait()

    def _watch(self) -> None:
        # Jobs are leased and the database is transactional, so ending hard loses nothing; waiting could leave one.
        while os.read(0, 1):
            self._go.set()
        os._exit(GONE)


def ask_the_kernel(number: signal.Signals) -> None:
    """Have the kernel send `number` to this process when its parent dies; nothing happens where it cannot."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)
