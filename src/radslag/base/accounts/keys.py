"""The link with which somebody chooses a password: a key, good once and for as long as links in password mails are."""

from __future__ import annotations

from datetime import date, timedelta

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from radslag.base.accounts.models import User


def password_link(user: User) -> str:
    """Where the user chooses a password. Whoever has the link is the user: it goes to nobody else."""
    parts = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return f"{settings.ENVIRONMENT.url}{reverse('account_reset_password_from_key', kwargs=parts)}"


def last_day() -> date:
    """The last whole day a link made now is good."""
    lasts = timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
    return timezone.localdate(timezone.now() + lasts) - timedelta(days=1)
