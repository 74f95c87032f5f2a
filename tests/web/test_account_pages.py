"""Signing in, forgetting the password, and the pages one meets when something is wrong."""

import re
from pathlib import Path

import pytest
from django.core import mail
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

from radslag.base.accounts.models import User
from radslag.web import secretariat

pytestmark = pytest.mark.django_db
TEMPLATES = Path(secretariat.__file__).parent / "templates"
ERRORS = ("400.html", "403.html", "403_csrf.html", "404.html", "500.html")


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_sign_in_page_asks_in_our_words(client: Client) -> None:
    html = client.get(reverse("account_login")).content.decode()
    assert "<h1>Logga in</h1>" in html
    assert "E-postadress" in html
    assert "placeholder" not in html


def test_a_wrong_password_is_told_without_saying_whether_the_account_exists(client: Client) -> None:
    answer = client.post(reverse("account_login"), {"login": "ingen@exempel.se", "password": "fel"})
    assert 'class="error-summary"' in answer.content.decode()
    assert "Det gick inte att logga in E-postadressen eller lösenordet stämmer inte." in words(answer.content.decode())
    assert "spara" not in words(answer.content.decode())
    assert not answer.wsgi_request.user.is_authenticated


def test_a_forgotten_password_is_changed_through_the_mail(client: Client) -> None:
    User.objects.create_user("astrid@exempel.se", "det-gamla-lösenordet", name="Astrid Lindh")
    client.post(reverse("account_reset_password"), {"email": "astrid@exempel.se"})
    message = mail.outbox[0]
    assert message.subject == "Välj ett nytt lösenord i Rådslag"
    link = re.search(r"https?://[^/]+(/\S+)", str(message.body))
    assert link is not None
    form = client.get(link[1], follow=True)
    assert "Välj ett nytt lösenord" in form.content.decode()
    new = "en mening som ingen gissar"
    client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
    assert User.objects.get().check_password(new)


def test_an_address_without_an_account_gets_the_same_page_and_no_mail(client: Client) -> None:
    answer = client.post(reverse("account_reset_password"), {"email": "ingen@exempel.se"}, follow=True)
    assert "Titta i din e-post" in answer.content.decode()
    assert mail.outbox == []


def test_a_link_that_is_used_or_broken_leads_to_a_new_one(client: Client) -> None:
    html = client.get(reverse("account_reset_password_from_key", args=["1", "trasig"])).content.decode()
    assert "Länken gäller inte längre" in html
    assert reverse("account_reset_password") in html


def test_mails_never_shout_and_speak_swedish(client: Client) -> None:
    User.objects.create_user("bo@exempel.se", "det-gamla-lösenordet", name="Bo Nyström")
    client.post(reverse("account_reset_password"), {"email": "bo@exempel.se"})
    assert "!" not in mail.outbox[0].body
    assert "Hälsningar" in mail.outbox[0].body
    assert "Hello" not in mail.outbox[0].body


@pytest.mark.parametrize("template", ERRORS)
def test_an_error_page_says_what_is_wrong_and_where_to_go(template: str) -> None:
    html = render_to_string(template, request=RequestFactory().get("/"))
    heading = re.search(r"<h1>(.+?)</h1>", html)
    assert heading is not None
    assert "!" not in words(html.split("</head>")[1])
    assert 'class="button"' in html


def test_the_page_for_our_own_faults_needs_nothing_that_may_be_broken() -> None:
    assert "Något gick fel hos oss" in render_to_string("500.html")


def test_who_helps_is_the_same_wherever_one_is_told_to_ask() -> None:
    told = [path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*") if path.suffix in (".html", ".txt")]
    assert not [text for text in told if "samarbetets samordnare" in text]
    assert len([text for text in told if "samarbetets förvaltare" in text]) >= 6
