"""The commands of `./radslag`: one module or package per command, listed in `catalogue`."""


class Stop(Exception):
    """A command that cannot go on; the message is one Swedish sentence that says what is wrong and what mends it."""
