"""Foundation 4: a value leads to its line in a text that never changes; a better reader adds beside, never over."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from radslag.base.core.actor import SYSTEM
from radslag.base.documents.actions import Place, cite, extract, store
from radslag.base.documents.models import Citation, Extraction, File, Version
from radslag.domain.decisions.models import Assignee
from tests.cast import Cast

FROZEN = [(model, name) for model in (Version, Extraction) for name in model.frozen]
OTHER: dict[str, Any] = {"number": 9, "size": 9, "sha256": "0" * 64, "stored": "x", "reader_version": "x", "text": "x"}


@pytest.mark.parametrize(("model", "name"), FROZEN)
def test_the_database_refuses_to_change_a_document_or_its_text(cast: Cast, model: Any, name: str) -> None:
    row = model.objects.of(cast.collaboration).first()
    another = File if name == "file" else Version
    value = OTHER.get(name) or another.objects.create(**_copy(getattr(row, name)))
    with pytest.raises(IntegrityError, match="immutable"), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**{name: value})


def _copy(row: models.Model) -> dict[str, Any]:
    values = {field.attname: getattr(row, field.attname) for field in row._meta.local_concrete_fields}
    values |= {"number": 7, "sha256": "7" * 64} if isinstance(row, Version) else {}
    return {name: value for name, value in values.items() if name not in ("id", "uuid")}


def test_every_value_of_the_record_stands_where_its_citation_says(cast: Cast) -> None:
    cited = Citation.objects.of(cast.collaboration).select_related("extraction")
    assert cited.count() > 30
    for place in cited:
        said = place.extraction.text[place.start : place.end]
        assert said in _values(place), f"{place}: {said!r}"
        assert place.extraction.text.split("\n")[place.line - 1].count(said) >= 1


def _values(place: Citation) -> list[str]:
    model: Any = next(model for model in apps.get_models() if model._meta.model_name == place.object_kind)
    row = model.objects.get(uuid=place.object_uuid)
    if place.field == "owner":
        return [owner.text for owner in Assignee.objects.filter(assignment=row)]
    if not place.field:
        return [getattr(row, name) for name in ("text", "label", "name") if hasattr(row, name)]
    return [str(getattr(row, place.field)), str(getattr(row, f"{place.field}_text", ""))]


def test_a_better_reader_adds_its_text_beside_the_first(cast: Cast) -> None:
    before = list(Citation.objects.of(cast.collaboration).order_by("pk").values_list("pk", "extraction"))
    better = extract(version=cast.version, reader_version="tests-2", text="annan läsning")
    assert set(cast.version.extractions.all()) == {cast.extraction, better}
    assert list(Citation.objects.of(cast.collaboration).order_by("pk").values_list("pk", "extraction")) == before


def test_the_same_reader_again_keeps_its_first_text(cast: Cast) -> None:
    again = extract(version=cast.version, reader_version=cast.extraction.reader_version, text="något annat")
    assert again == cast.extraction
    assert again.text == cast.extraction.text


def test_the_same_bytes_are_stored_once_in_a_collaboration_and_again_next_door(cast: Cast) -> None:
    values: dict[str, Any] = {"name": "a.txt", "data": b"samma", "media_type": "text/plain", "by": SYSTEM}
    first, new = store(collaboration=cast.collaboration, **values)
    second, known = store(collaboration=cast.collaboration, **{**values, "name": "b.txt"})
    third, next_door = store(collaboration=cast.other, **values)
    assert (first, new, known, next_door) == (second, True, False, True)
    assert third.stored != first.stored


def test_a_place_that_is_no_place_is_refused(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        cite(extraction=cast.extraction, places=[Place(cast.meeting, "date", 5, 5)])


def test_a_citation_counts_lines_from_one(cast: Cast) -> None:
    extraction = extract(version=cast.version, reader_version="tests-3", text="ett\ntvå\ntre")
    cite(extraction=extraction, places=[Place(cast.meeting, "x", 0, 3), Place(cast.meeting, "y", 8, 11)])
    assert list(extraction.citations.order_by("pk").values_list("line", flat=True)) == [1, 3]
    assert [extraction.line_of(0), extraction.line_of(8)] == [1, 3]
