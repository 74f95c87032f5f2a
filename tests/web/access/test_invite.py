"""Inviting a colleague: the pages, the mail as it is read, and the way in."""

from __future__ import annotations

import re
import smtplib
from typing import Any

import pytest
from django.conf import LazySettings
from django.core import mail
from django.test import Client

from radslag.base.accounts.models import Appointment, Login, User
from radslag.base.accounts.roles import Role
from tests.cast import Cast
from tests.web.pages import read, statements, words
from tests.web.test_account_pages import words as words_of

PAGE = "/sjobygden/rattigheter/"
INVITE = f"{PAGE}bjud-in/"
EMAIL = "ny@example.org"
NEW = "en mening som ingen gissar"


def send(client: Client, **fields: str) -> Any:
    said = {"email": EMAIL, "name": "Nils Ny", "role": "observer", **fields}
    return client.post(INVITE, said, follow=True)


def link_in(text: object) -> str:
    found = re.search(r"https?://[^/\s]+(/\S+)", str(text))
    assert found is not None
    return found[1].rstrip('"')


def with_address(cast: Cast, name: str = "Ylva Ängmark") -> str:
    person = cast.people[name]
    person.email = EMAIL
    person.save()
    return str(person.uuid)


def test_the_mail_asks_first_and_has_one_link(cast: Cast) -> None:
    send(cast.sign_in("administrator"))
    (message,) = mail.outbox
    body = str(message.body)
    assert (message.to, message.subject) == ([EMAIL], "Välj ett lösenord för Sjöbygden i Rådslag")
    assert body.startswith("Välj ett lösenord senast ")
    assert "Användare administrator har bjudit in dig som observatör." in body
    assert f"adressen {EMAIL}." in body
    assert (body.count("http"), "!" in body, len(body.split()) < 80) == (1, False, True)


def test_the_mail_is_in_swedish_whoever_sends_it(cast: Cast) -> None:
    client = cast.sign_in("administrator")
    client.post("/sprak/", {"language": "en"})
    send(client)
    assert str(mail.outbox[0].body).startswith("Välj ett lösenord senast ")


def test_the_link_leads_in(cast: Cast, client: Client) -> None:
    send(cast.sign_in("administrator"))
    form = client.get(link_in(mail.outbox[0].body), follow=True)
    assert "Välj ett lösenord" in words_of(form.content.decode())
    client.post(form.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    client.post("/konto/logga-in/", {"login": EMAIL, "password": NEW})
    assert client.get("/sjobygden/moten/").status_code == 200
    assert "Inbjudna" not in read(cast.sign_in("administrator"), PAGE)


def test_the_page_says_to_whom_a_mail_went_and_lists_the_invited(cast: Cast) -> None:
    client = cast.sign_in("administrator")
    assert f"Ett mejl har gått till {EMAIL}, så att Nils Ny kan välja ett lösenord." in words(send(client))
    assert "Nils Ny inbjuden" in read(client, PAGE)
    assert "Inbjudna" not in read(cast.sign_in("coordinator"), PAGE)


def test_sent_again_the_mail_has_a_new_link_and_the_page_says_so(cast: Cast) -> None:
    client = cast.sign_in("administrator")
    send(client)
    user = User.objects.get(email=EMAIL)
    answer = client.post(f"{INVITE}{user.uuid}/igen/", follow=True)
    assert f"Ett nytt mejl till Nils Ny har gått till {EMAIL}." in words(answer)
    assert len(mail.outbox) == 2


def test_taken_back_the_link_opens_nothing(cast: Cast, client: Client) -> None:
    administrator = cast.sign_in("administrator")
    notice = send(administrator).content.decode()
    undo = f"{INVITE}{User.objects.get(email=EMAIL).uuid}/ta-tillbaka/"
    assert undo in notice
    assert "Inbjudan till Nils Ny är tillbakatagen." in words(administrator.post(undo, follow=True))
    page = client.get(link_in(mail.outbox[0].body), follow=True)
    assert "Länken gäller inte längre" in page.content.decode()
    assert not User.objects.filter(email=EMAIL).exists()


def test_after_choosing_a_password_nothing_is_sent_again_nor_taken_back_once_changed(cast: Cast) -> None:
    client = cast.sign_in("administrator")
    send(client)
    user = User.objects.get(email=EMAIL)
    user.set_password(NEW)
    user.save()
    assert "Nils Ny har redan valt ett lösenord." in words(client.post(f"{INVITE}{user.uuid}/igen/", follow=True))
    role = Appointment.objects.get(user=user)
    client.post(f"{PAGE}{role.uuid}/avsluta/", {"last": "2100-01-01"})
    answer = client.post(f"{INVITE}{user.uuid}/ta-tillbaka/", follow=True)
    assert "Nils Ny har loggat in sedan dess. Avsluta rollen i stället." in words(answer)


def test_a_person_is_enough_when_the_address_stands_there(cast: Cast) -> None:
    person = with_address(cast, "Åke Östling")
    answer = send(cast.sign_in("administrator"), person=person, email="", name="", role="")
    user = User.objects.get(email=EMAIL)
    assert (user.name, Login.objects.get(user=user).person) == ("Åke Östling", cast.people["Åke Östling"])
    assert "ledamot" in words(answer).split("Inbjudna", 1)[1]
    assert "Användare administrator har bjudit in dig. Sedan" in str(mail.outbox[0].body)


def test_the_person_with_the_address_is_chosen_and_asked_about(cast: Cast) -> None:
    client, person = cast.sign_in("administrator"), with_address(cast)
    answer = send(client)
    assert "Ylva Ängmark har den adressen och är vald nu." in words(answer)
    assert f'<option value="{person}" selected>' in answer.content.decode()
    send(client, person="ingen")
    assert not Login.objects.filter(user__email=EMAIL).exists()


def test_a_role_for_an_address_without_an_account_leads_to_the_invitation(cast: Cast) -> None:
    person = with_address(cast)
    answer = cast.sign_in("administrator").post(f"{PAGE}ge/", {"email": EMAIL, "role": "registrar"})
    html = answer.content.decode()
    assert f"Ingen har ett konto med adressen {EMAIL} än." in words(answer)
    assert f'<option value="{person}" selected>' in html
    assert '<option value="registrar" selected>' in html
    assert f'value="{EMAIL}"' in html


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"email": ""}, "E-postadress: Skriv e-postadressen."),
        ({"email": "ny"}, "Det är inte en e-postadress."),
        ({"name": ""}, "Skriv vad personen heter."),
        ({"role": ""}, "Välj en roll, eller välj vem i samarbetet det är."),
        ({"role": "municipal_official"}, "Välj kommunen som personen bereder ärenden åt."),
        ({"last": "2001-01-01"}, "Sista dagen kan inte ligga före den första."),
        ({"email": "observer@example.org"}, "Personen har redan den rollen under en del av tiden."),
    ],
)
def test_what_is_wrong_is_told_and_nobody_is_invited(cast: Cast, fields: dict[str, str], sentence: str) -> None:
    before = User.objects.count()
    answer = send(cast.sign_in("administrator"), **fields)
    assert (answer.status_code, User.objects.count(), mail.outbox) == (422, before, [])
    assert sentence in words(answer)


def test_a_person_without_an_address_is_asked_for_one(cast: Cast) -> None:
    answer = send(cast.sign_in("administrator"), email="", person=str(cast.people["Ylva Ängmark"].uuid))
    assert "Ingen står bland uppgifterna om Ylva Ängmark." in words(answer)


def test_an_account_that_is_a_person_here_is_not_made_another(cast: Cast) -> None:
    fields = {"email": "member@example.org", "person": str(cast.people["Åke Östling"].uuid)}
    answer = send(cast.sign_in("administrator"), **fields)
    assert "Kontot med den adressen är redan Ada Brandt här." in words(answer)


def test_an_account_out_of_use_is_told_of(cast: Cast) -> None:
    User.objects.filter(email="nobody@example.org").update(is_active=False)
    answer = send(cast.sign_in("administrator"), email="nobody@example.org")
    assert "Kontot med den adressen är inte i bruk längre." in words(answer)


def test_one_with_an_account_is_told_where_to_sign_in(cast: Cast) -> None:
    answer = send(cast.sign_in("administrator"), email="outsider@example.org")
    assert "Användare outsider hade redan ett konto och loggar in som vanligt." in words(answer)
    body = str(mail.outbox[0].body)
    assert body.startswith("Du kommer in i Sjöbygden i Rådslag nästa gång du loggar in")
    assert (link_in(body), body.count("http")) == ("/sjobygden/", 1)


def test_a_role_tells_only_those_who_had_nothing_to_do_here(cast: Cast) -> None:
    client = cast.sign_in("administrator")
    for role in ("nobody", "member"):
        client.post(f"{PAGE}ge/", {"email": f"{role}@example.org", "role": "observer"})
    assert [message.to for message in mail.outbox] == [["nobody@example.org"]]


def _broken(*_words: object, **_fields: object) -> int:
    raise smtplib.SMTPException("550 no such address")


@pytest.mark.parametrize("way", ["no server", "refused"])
def test_without_a_mail_the_link_is_shown_once(
    cast: Cast, way: str, monkeypatch: pytest.MonkeyPatch, settings: LazySettings, tmp_path: Any
) -> None:
    if way == "refused":
        monkeypatch.setattr("radslag.base.accounts.letters.send_mail", _broken)
    else:
        settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
        settings.EMAIL_FILE_PATH = str(tmp_path)
    client = cast.sign_in("administrator")
    answer = send(client)
    assert ("e-postservern tog inte emot" in words(answer)) == (way == "refused")
    assert "no-store" in answer["Cache-Control"]
    key = re.search(r">(https?://[^<]+)</textarea>", answer.content.decode())
    assert key is not None
    assert Client().get(link_in(key[1]), follow=True).status_code == 200
    assert key[1] not in client.get(PAGE).content.decode()


def test_no_link_is_shown_that_opens_another_collaboration(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("radslag.base.accounts.letters.send_mail", _broken)
    theirs = User.objects.create_user(EMAIL, None, name="Nils Ny")
    Appointment.objects.create(collaboration=cast.other, user=theirs, role=Role.COORDINATOR.value)
    answer = send(cast.sign_in("administrator"))
    assert "Nils Ny är med i ett annat samarbete också." in words(answer)
    assert "/konto/nytt-losenord/" not in answer.content.decode()


def test_sent_twice_it_counts_once(cast: Cast) -> None:
    client = cast.sign_in("administrator")
    nonce = re.search(r'name="nonce" value="([^"]+)"', client.get(INVITE).content.decode())
    assert nonce is not None
    for _ in range(2):
        assert f"Ett mejl har gått till {EMAIL}" in words(send(client, nonce=nonce[1])) or len(mail.outbox) == 1
    assert (len(mail.outbox), User.objects.filter(email=EMAIL).count()) == (1, 1)


def test_another_collaborations_guest_is_not_found(cast: Cast) -> None:
    outsider = cast.user("outsider")
    assert cast.sign_in("administrator").post(f"{INVITE}{outsider.uuid}/igen/").status_code == 404


def test_the_statements_do_not_grow_with_the_invited(cast: Cast) -> None:
    client = cast.sign_in("administrator")
    send(client)
    few = statements(client, PAGE)
    for number in range(5):
        send(client, email=f"ny{number}@example.org")
    read(client, PAGE)
    assert statements(client, PAGE) == few
