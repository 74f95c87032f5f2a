"""The database sorts as the Swedish alphabet does, alike on both engines: one list of words, whichever engine runs."""

from __future__ import annotations

import random

import pytest

from radslag.base.core.sorting import swedish
from radslag.base.documents.models import File
from radslag.base.people.models import Collaboration
from tests.text.swedish.words import TRICKY_WORDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def files() -> None:
    """A row per word, in no order."""
    collaboration = Collaboration.objects.create(name="Sjöbygden", slug="sjobygden")
    words = random.Random(3).sample(TRICKY_WORDS, len(TRICKY_WORDS))
    File.objects.bulk_create(File(collaboration=collaboration, name=word) for word in words)


def test_the_tricky_words_come_in_the_same_order_on_both_engines(files: None) -> None:
    assert list(File.objects.order_by(swedish("name")).values_list("name", flat=True)) == TRICKY_WORDS


def test_descending_is_the_same_order_backwards(files: None) -> None:
    rows = File.objects.order_by(swedish("name", descending=True)).values_list("name", flat=True)
    assert list(rows) == TRICKY_WORDS[::-1]


def test_rows_with_one_word_keep_their_second_order(files: None) -> None:
    collaboration = Collaboration.objects.get()
    File.objects.bulk_create(File(collaboration=collaboration, name="Åmål") for _ in range(3))
    keys = list(File.objects.filter(name="Åmål").order_by(swedish("name"), "-pk").values_list("pk", flat=True))
    assert keys == sorted(keys, reverse=True)
