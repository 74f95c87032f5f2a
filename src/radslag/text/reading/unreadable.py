"""The one error a reader of documents raises."""


class Unreadable(ValueError):
    """The document cannot be read. `str(error)` is one Swedish sentence: what is wrong and what to do."""
