"""Why a name may mean another is said in the language of the reader, name and all."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from radslag.base.people.likeness import REASONS, likeness
from radslag.text.swedish.body_names import body_candidates
from radslag.text.swedish.candidates import Known
from radslag.text.swedish.names import candidates


@pytest.mark.parametrize(
    ("written", "known", "told"),
    [
        ("Anna Ek", "Anna Ek", "same name: Anna Ek"),
        ("Ek Anna", "Anna Ek", "first name and surname the other way round: Anna Ek"),
        ("Karin Ödegaard", "Karin Ödegård", "spelt differently: Karin Ödegård"),
        ("L. Ekström", "Lisa Ekström", "same surname and first initial: Lisa Ekström"),
        ("Anna Ek Bo", "Anna Ek", "double name: Anna Ek Bo contains Anna Ek"),
    ],
)
def test_of_people(written: str, known: str, told: str) -> None:
    (found,) = candidates(written, [Known(1, known)])
    assert likeness(found.reason) == found.reason
    with override("en"):
        assert likeness(found.reason) == told


def test_of_groups() -> None:
    (found,) = body_candidates("Kompetensforum", [Known(1, "Kompetensnätverket")])
    with override("en"):
        assert likeness(found.reason).endswith(": Kompetensnätverket")
        assert found.reason != likeness(found.reason)


def test_none_stays_swedish() -> None:
    with override("en"):
        assert [reason for reason in REASONS if likeness(f"{reason}: Ek") == f"{reason}: Ek"] == []
