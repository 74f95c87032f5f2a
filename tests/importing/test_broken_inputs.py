"""Two thousand broken files: each gets a sentence or a review, and none leaves half an import."""

from __future__ import annotations

import pytest

from radslag.base.documents.models import Extraction, Version
from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing import reading as reading_in
from radslag.exchange.importing.actions import commit_certain, read_staged, receive
from radslag.exchange.importing.models import Staged, StagedState
from radslag.exchange.importing.tallying import recount
from tests.importing.conftest import BY, Place
from tests.text.reading.broken_inputs import broken_inputs

SHARE = 250  # of the two thousand; in shares, so that both processors take part
# What a file says does not depend on the engine, only what may be stored: two shares show that.
SEEDS = [0, 1, *(pytest.param(seed, marks=pytest.mark.engine("sqlite")) for seed in range(2, 8))]


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_no_broken_file_breaks_staging_or_leaves_anything_behind(place: Place, seed: int) -> None:
    batch = receive(collaboration=place.collaboration, files=broken_inputs(SHARE, seed=seed), by=BY)
    for staged in batch.staged.filter(state=StagedState.WAITING).select_related("version"):
        read_staged(staged=staged, by=BY)
    refused = batch.staged.filter(state=StagedState.REFUSED)

    assert batch.staged.count() == SHARE
    assert not batch.staged.filter(state=StagedState.WAITING).exists()
    assert not refused.filter(sentence="").exists()
    assert not refused.filter(sentence=reading_in.OURS).exists(), "the reader let an error through"
    assert not refused.filter(version__isnull=False).exists()
    assert set(Version.objects.values_list("pk", flat=True)) == set(
        batch.staged.filter(state=StagedState.REVIEW).values_list("version", flat=True)
    )
    assert Extraction.objects.count() == Version.objects.count()


@pytest.mark.slow
@pytest.mark.parametrize("seed", [8, 9, 10])
def test_whatever_can_be_read_can_be_committed_or_says_why_not(place: Place, seed: int) -> None:
    batch = receive(collaboration=place.collaboration, files=broken_inputs(100, seed=seed), by=BY)
    for staged in batch.staged.filter(state=StagedState.WAITING).select_related("version"):
        read_staged(staged=staged, by=BY)
    for staged in Staged.objects.to_review():
        staged.draft["answers"] |= {"body": {"uuid": str(place.body.uuid)}, "date": True, "meeting": "join"}
        Staged.objects.filter(pk=staged.pk).update(draft=staged.draft)
    recount(Staged.objects.to_review(), place.collaboration)
    committed = commit_certain(batch=batch, by=BY)

    assert len(committed) > 3
    assert Meeting.objects.count() > 0
