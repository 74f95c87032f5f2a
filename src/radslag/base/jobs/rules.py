"""When failed work is tried again. Pure."""

from datetime import timedelta


def retry_after(attempts: int) -> timedelta:
    """The pause after the given number of attempts (1, 2, …): 2 s, 10 s, 50 s …, at most an hour."""
    return timedelta(seconds=min(3600, 2 * 5 ** (attempts - 1)))
