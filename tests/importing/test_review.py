"""Each thing a person does in review is saved at once, told in the trail, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from radslag.base.audit.models import Event
from radslag.base.core.models import Stale
from radslag.exchange.importing import actions
from radslag.exchange.importing.actions import Refused
from radslag.exchange.importing.models import Staged, StagedState
from tests.importing import papers
from tests.importing.conftest import BY, Place

EVERY: list[tuple[Callable[..., Staged], dict[str, Any]]] = [
    (actions.correct, {"path": "place", "value": "Lilla salen"}),
    (actions.correct_together, {"values": {"start": "14", "end": "16"}}),
    (actions.add, {"item": "i1", "kind": "decisions", "text": "Mer."}),
    (actions.add_person, {"group": "absent", "name": "Ärla Sundin"}),
    (actions.add_item, {"after": "i1", "title": "Ny"}),
    (actions.merge, {"item": "i3", "into": "i2"}),
    (actions.move, {"element": "d1", "to_item": "i3"}),
    (actions.reject, {"element": "d1"}),
    (actions.answer_person, {"person": "p1", "answer": "new"}),
    (actions.answer_body, {"answer": {"new": {"name": "Ny grupp", "kind": "network"}}}),
    (actions.answer_meeting, {"answer": "join"}),
    (actions.confirm_date, {}),
]


@pytest.mark.parametrize(("action", "arguments"), EVERY, ids=lambda value: getattr(value, "__name__", ""))
def test_every_change_is_saved_told_and_undone(
    staged: Staged, action: Callable[..., Staged], arguments: dict[str, Any]
) -> None:
    before = staged.draft
    action(staged=staged, expected=staged.revision, by=BY, **arguments)
    saved = Staged.objects.get(pk=staged.pk)
    told = Event.objects.about("staged", staged.uuid)[0]

    assert saved.draft == staged.draft != before
    assert (saved.revision, staged.revision) == (2, 2)
    assert told.detail("actor") == BY.label
    assert actions.undo(staged=staged, expected=2, by=BY).draft == before


@pytest.mark.parametrize(("action", "arguments"), EVERY, ids=lambda value: getattr(value, "__name__", ""))
def test_whoever_is_second_sees_both_versions_and_changes_nothing(
    staged: Staged, action: Callable[..., Staged], arguments: dict[str, Any]
) -> None:
    mine, theirs = Staged.objects.get(pk=staged.pk), Staged.objects.get(pk=staged.pk)
    actions.correct(staged=theirs, expected=theirs.revision, path="place", value="Deras sal", by=BY)

    with pytest.raises(Stale) as stale:
        action(staged=mine, expected=mine.revision, by=BY, **arguments)
    assert isinstance(stale.value.current, Staged)
    assert stale.value.current.draft["place"] == "Deras sal"
    assert Staged.objects.get(pk=staged.pk).draft == theirs.draft


def test_nothing_is_saved_when_nothing_changes(staged: Staged) -> None:
    actions.correct(staged=staged, expected=1, path="place", value=staged.draft["place"], by=BY)

    assert Staged.objects.get(pk=staged.pk).revision == 1


def test_undo_goes_back_step_by_step_and_then_says_there_is_no_more(staged: Staged) -> None:
    drafts = [staged.draft]
    for name in ("Ett", "Två", "Tre"):
        drafts.append(actions.correct(staged=staged, expected=staged.revision, path="place", value=name, by=BY).draft)
    for draft in reversed(drafts[:-1]):
        assert actions.undo(staged=staged, expected=staged.revision, by=BY).draft == draft
    with pytest.raises(Refused, match="inget att ångra"):
        actions.undo(staged=staged, expected=staged.revision, by=BY)


def test_what_is_done_after_an_undo_is_what_is_undone_next(staged: Staged) -> None:
    first = actions.correct(staged=staged, expected=1, path="place", value="Ett", by=BY).draft
    actions.correct(staged=staged, expected=2, path="place", value="Två", by=BY)
    actions.undo(staged=staged, expected=3, by=BY)
    actions.reject(staged=staged, expected=4, element="d1", by=BY)

    assert actions.undo(staged=staged, expected=5, by=BY).draft == first
    assert actions.undo(staged=staged, expected=6, by=BY).draft["place"] != "Ett"


def test_an_item_is_split_at_a_line_that_becomes_its_title(staged: Staged) -> None:
    assert staged.extraction is not None
    text = staged.extraction.text
    at = text.index("Inspel:")
    actions.split(staged=staged, expected=1, item="i2", at=at, by=BY)
    upper, lower = staged.draft["items"][1:3]

    assert lower["title"] == "Inspel:"
    assert text[slice(*lower["spans"]["title"])] == "Inspel:"
    assert (upper["span"][1], lower["span"][0]) == (at, at)
    assert (len(upper["decisions"]), len(lower["decisions"])) == (0, 2)


def test_a_marked_place_gives_the_words_of_what_is_added(staged: Staged) -> None:
    assert staged.extraction is not None
    start = staged.extraction.text.index("Inga övriga frågor.")
    span = [start, start + len("Inga övriga frågor.")]
    actions.add(staged=staged, expected=1, item="i3", kind="decisions", text="", span=span, by=BY)

    assert staged.draft["items"][2]["decisions"][0]["text"] == "Inga övriga frågor."
    with pytest.raises(Refused, match="Platsen i texten"):
        actions.add(staged=staged, expected=2, item="i3", kind="decisions", text="", span=[1, 10**6], by=BY)


def test_an_answer_must_be_somebody_in_the_register(staged: Staged) -> None:
    stranger = "00000000-0000-4000-8000-000000000000"

    with pytest.raises(Refused, match="Personen finns inte"):
        actions.answer_person(staged=staged, expected=1, person="p1", answer=stranger, by=BY)
    with pytest.raises(Refused, match="Gruppen finns inte"):
        actions.answer_body(staged=staged, expected=1, answer={"uuid": stranger}, by=BY)


def test_a_rejected_document_is_closed_until_it_is_restored(staged: Staged) -> None:
    actions.reject_document(staged=staged, expected=1, by=BY)
    assert staged.state == StagedState.REJECTED
    with pytest.raises(Refused, match="avvisat"):
        actions.correct(staged=staged, expected=2, path="place", value="x", by=BY)
    with pytest.raises(Refused, match="avvisat"):
        actions.commit(staged=staged, expected=2, by=BY)
    actions.restore_document(staged=staged, expected=2, by=BY)

    assert Staged.objects.get(pk=staged.pk).state == StagedState.REVIEW


def test_a_file_that_is_known_or_refused_has_nothing_to_review(place: Place, staged: Staged) -> None:
    known, refused = place.stage(papers.minutes(), b"\x89PNG\r\n\x1a\n")
    for each, sentence in ((known, "fanns redan"), (refused, "kunde inte läsas")):
        with pytest.raises(Refused, match=sentence):
            actions.correct(staged=each, expected=each.revision, path="place", value="x", by=BY)


def test_the_count_of_doubts_follows_what_is_corrected(staged: Staged) -> None:
    actions.correct(staged=staged, expected=1, path="date", value="", by=BY)
    assert Staged.objects.get(pk=staged.pk).doubts == 1
    actions.correct(staged=staged, expected=2, path="body", value="Okänd grupp", by=BY)

    assert Staged.objects.get(pk=staged.pk).doubts == 2
