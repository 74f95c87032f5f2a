"""A reviewed document enters the record, and can be taken out again."""

from radslag.exchange.importing.committing.commit import commit
from radslag.exchange.importing.committing.taking_back import undo_commit

__all__ = ["commit", "undo_commit"]
