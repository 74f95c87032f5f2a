"""What a bench says: a figure, its limit, and whether it holds."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One row. `most` says that the limit is the largest the figure may be; otherwise it is the smallest."""

    name: str
    figure: float
    unit: str
    limit: float
    most: bool = True

    @property
    def holds(self) -> bool:
        """Whether the figure is on the right side of its limit."""
        return self.figure <= self.limit if self.most else self.figure >= self.limit

    @property
    def data(self) -> dict[str, Any]:
        """As `--json` prints it."""
        values = asdict(self)
        del values["most"]
        return values | {"holds": self.holds}


def interleaved(works: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """The median CPU seconds of each work, done in turn so that whatever else the machine does strikes all alike."""
    for work in works:
        work()
    spent: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, seconds in zip(works, spent, strict=True):
            began = time.process_time()
            work()
            seconds.append(time.process_time() - began)
    return [median(seconds) for seconds in spent]
