"""The verbs of importing: receive, read, review, commit, and take back. What cannot be done raises `Refused`."""

from radslag.exchange.importing.batches import ask_for, commit_certain, undo_batch
from radslag.exchange.importing.committing import commit, undo_commit
from radslag.exchange.importing.drafts import Refused
from radslag.exchange.importing.learning import answer_body_question, answer_person_question, forget
from radslag.exchange.importing.reading import read_staged
from radslag.exchange.importing.receiving import receive, refuse_upload
from radslag.exchange.importing.reviewing import (
    add,
    add_item,
    add_person,
    answer_body,
    answer_meeting,
    answer_person,
    confirm_date,
    confirm_empty,
    correct,
    correct_together,
    merge,
    move,
    reject,
    restore,
    split,
)
from radslag.exchange.importing.turning import reject_document, restore_document, undo

__all__ = [
    "Refused",
    "add",
    "add_item",
    "add_person",
    "answer_body",
    "answer_body_question",
    "answer_meeting",
    "answer_person",
    "answer_person_question",
    "ask_for",
    "commit",
    "commit_certain",
    "confirm_date",
    "confirm_empty",
    "correct",
    "correct_together",
    "forget",
    "merge",
    "move",
    "read_staged",
    "receive",
    "refuse_upload",
    "reject",
    "reject_document",
    "restore",
    "restore_document",
    "split",
    "undo",
    "undo_batch",
    "undo_commit",
]
