"""Mallar: a Word template is taken in, checked, tried, put in use, put aside, each step undone."""

from __future__ import annotations

import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from radslag.base.core.actor import SYSTEM
from radslag.base.documents import storage
from radslag.base.documents.models import PaperFormat, PaperKind, Template
from radslag.domain.meetings.papers import make_agenda
from tests.cast import Cast
from tests.own_template import own_template, written

MALLAR = "/sjobygden/mallar/"


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.sign_in("coordinator")


def upload(client: Client, data: bytes, name: str = "Vår mall.docx") -> tuple[int, str]:
    answer = client.post(MALLAR, {"template": SimpleUploadedFile(name, data)}, follow=True)
    return answer.status_code, answer.content.decode()


def in_use(cast: Cast) -> Template | None:
    return Template.objects.of(cast.collaboration).in_use(PaperKind.AGENDA)


def test_an_upload_shows_what_the_check_says_before_anything_changes(cast: Cast, client: Client) -> None:
    status, page = upload(client, written("{{ grupp }}", "{{ dagordning }}"))
    assert status == 200
    assert "inte i bruk" in page
    assert "Det här står inte i mallen" in page
    assert in_use(cast) is None


def test_a_template_with_a_misspelt_field_is_refused_with_the_right_name(cast: Cast, client: Client) -> None:
    status, page = upload(client, written("{{ dattum }}", "{{ dagordning }}"))
    assert status == 422
    assert "{{ dattum }} känns inte igen – menade du {{ datum }}?" in page
    assert not Template.objects.of(cast.collaboration).exists()


def test_nothing_chosen_is_told(client: Client) -> None:
    answer = client.post(MALLAR)
    assert answer.status_code == 422
    assert "Välj en Wordfil." in answer.content.decode()


def test_papers_are_made_in_the_template_that_is_in_use(cast: Cast, client: Client) -> None:
    template = own_template(cast.collaboration)
    client.post(f"{MALLAR}{template.uuid}/anvand/")
    paper = make_agenda(meeting=cast.called, by=SYSTEM)
    data = storage.get(paper.files.get(format=PaperFormat.DOCX).version.stored)
    assert docx.Document(io.BytesIO(data)).paragraphs[-1].text == "Vår mall.docx"


def test_another_template_makes_another_version_of_the_same_agenda(cast: Cast, client: Client) -> None:
    first = make_agenda(meeting=cast.called, by=SYSTEM)
    client.post(f"{MALLAR}{own_template(cast.collaboration).uuid}/anvand/")
    assert make_agenda(meeting=cast.called, by=SYSTEM).number == first.number + 1


def test_using_a_template_is_undone_to_the_one_before(cast: Cast, client: Client) -> None:
    first, second = own_template(cast.collaboration), own_template(cast.collaboration, "Ny mall.docx")
    client.post(f"{MALLAR}{first.uuid}/anvand/")
    page = client.post(f"{MALLAR}{second.uuid}/anvand/", follow=True).content.decode()
    assert f'action="{MALLAR}{first.uuid}/anvand/"' in page
    client.post(f"{MALLAR}{first.uuid}/anvand/")
    assert in_use(cast) == first


def test_going_back_to_the_default_is_undone(cast: Cast, client: Client) -> None:
    template = own_template(cast.collaboration)
    client.post(f"{MALLAR}{template.uuid}/anvand/")
    page = client.post(f"{MALLAR}{template.uuid}/lagg-undan/", follow=True).content.decode()
    assert in_use(cast) is None
    assert f'action="{MALLAR}{template.uuid}/anvand/"' in page


def test_a_trial_paper_shows_the_newest_agenda_and_keeps_nothing(cast: Cast, client: Client) -> None:
    answer = client.get(f"{MALLAR}{own_template(cast.collaboration).uuid}/prov/")
    text = "\n".join(each.text for each in docx.Document(io.BytesIO(answer.content)).paragraphs)
    assert "Kommundirektörsgruppen, onsdag 20 mars 2024" in text


def test_the_template_that_ships_can_be_fetched_and_taken_in_again(client: Client) -> None:
    answer = client.get(f"{MALLAR}radslags/")
    assert upload(client, answer.content)[0] == 200


def test_the_same_file_again_is_the_same_template(cast: Cast, client: Client) -> None:
    data = written("{{ dagordning }}")
    for _again in range(2):
        upload(client, data)
    assert Template.objects.of(cast.collaboration).count() == 1
