"""Ties a child process to its parent, so that not even `kill -9` of the parent leaves a process behind.

Two ties, because each has a hole: the kernel's own (Linux only) works when Python is stuck, and a pipe that closes when
the parent is gone works everywhere, also when the parent died before the child asked the kernel.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading

PR_SET_PDEATHSIG = 1
GONE = 70  # the exit code of a child whose parent is gone


class Lifeline:
    """The parent's end: a pipe nobody writes to. Children inherit the end that tells when it closes."""

    def __init__(self) -> None:
        self.child_end, self._own_end = os.pipe()

    def close(self) -> None:
        """Let go: every child that still runs ends at once."""
        os.close(self._own_end)
        os.close(self.child_end)


def hold(descriptor: int | None) -> None:
    """In the child, first of all: end when the parent does. `descriptor` is the pipe, None when started by hand."""
    ask_the_kernel(signal.SIGKILL)
    if descriptor is not None:
        threading.Thread(target=_watch, args=(descriptor,), name="lifeline", daemon=True).start()


def ask_the_kernel(number: signal.Signals) -> None:
    """Have the kernel send `number` to this process when its parent dies; nothing happens where it cannot."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)


def _watch(descriptor: int) -> None:
    # Nothing is ever written: a read that returns means that the last writer, the parent, is gone. Jobs are leased and
    # the database is transactional, so ending hard loses nothing; waiting could leave a process behind.
    os.read(descriptor, 1)
    os._exit(GONE)
