"""Annexes of an item in preparation: sent, named, numbered, taken away, refused with a sentence."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from radslag.domain.meetings.models import Attachment
from tests.cast import Cast
from tests.planned_meeting import plan
from tests.web.pages import read, words
from tests.web.prepare.agenda import here, save


def file(name: str = "karta_norr.pdf", data: bytes = b"karta") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "application/pdf")


def test_several_files_become_numbered_annexes_named_after_them(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    save(client, there.first, documents=[file(), file("bild.png", b"bild")])
    rows = Attachment.objects.filter(item=there.first).order_by("position")
    assert [row.title for row in rows] == ["Underlag till upphandlingen", "karta norr", "bild"]
    first = there.first.number
    assert [row.label for row in rows] == [f"Bilaga {first}.{n}" for n in (1, 2, 3)]


def test_a_title_is_changed_beside_the_file(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    name = f"annex-{there.annex.uuid}"
    save(client, there.first, **{name: "Nytt namn", f"initial-{name}": there.annex.title})
    assert Attachment.objects.get(pk=there.annex.pk).title == "Nytt namn"


def test_taking_one_away_saves_what_was_typed_and_keeps_the_form_open(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    answer = save(client, there.first, notes="Halvskriven", detach=str(there.annex.uuid))
    assert f"?punkt={there.first.uuid}" in answer["Location"]
    assert not Attachment.objects.filter(pk=there.annex.pk).exists()
    page = client.get(answer["Location"])
    assert "Halvskriven" in words(page)
    undo = next(part for part in page.content.decode().split('"') if "aterstall/?vad=bilaga" in part)
    client.post(undo.replace("&amp;", "&"))
    assert Attachment.objects.filter(uuid=there.annex.uuid).exists()


@pytest.mark.parametrize(("data", "sentence"), [(b"", "tom.pdf är tom."), (b"x" * 4096, "tom.pdf är större än 0 MB")])
def test_a_file_that_cannot_be_taken_is_told_and_the_text_is_kept(
    cast: Cast, settings: Any, data: bytes, sentence: str
) -> None:
    settings.UPLOAD_LIMIT = 1024
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    answer = save(client, there.first, notes="Lång bakgrund", documents=[file("tom.pdf", data)])
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert "Lång bakgrund" in words(answer)
    assert Attachment.objects.filter(item=there.first).count() == 1


def test_an_annex_is_fetched_from_the_page(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    assert "Underlag till upphandlingen" in read(client, here(there.meeting))
    assert there.annex.version is not None
    assert client.get(f"/sjobygden/fil/{there.annex.version.uuid}/").content == b"Underlag"


def test_files_that_were_chosen_are_named_when_the_form_comes_back(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    answer = save(client, there.first, title="", documents=[file("karta.pdf")])
    assert answer.status_code == 422
    assert "Välj filerna igen" in words(answer)
    assert "karta.pdf" in words(answer)


def test_a_title_too_long_is_refused_and_stays_to_be_shortened(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    name, long = f"annex-{there.annex.uuid}", "Underlag " * 60
    answer = save(client, there.first, **{name: long, f"initial-{name}": there.annex.title})
    assert answer.status_code == 422
    assert "Bilagans rubrik är för lång. Använd högst 500 tecken." in words(answer)
    assert f'value="{long}"' in answer.content.decode()
    assert Attachment.objects.get(pk=there.annex.pk).title == there.annex.title
