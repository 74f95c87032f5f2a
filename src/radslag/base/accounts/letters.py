"""The mails that let a colleague in. In Swedish: what the receiver reads is not known yet."""

from __future__ import annotations

import logging
import smtplib
from collections.abc import Iterable

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from radslag.base.accounts.keys import last_day, password_link
from radslag.base.accounts.models import Appointment, User
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import Actor
from radslag.base.people.models import Collaboration
from radslag.text.swedish.dates import long_date

log = logging.getLogger(__name__)
TO_A_FOLDER = "django.core.mail.backends.filebased.EmailBackend"


def leaves_the_house() -> bool:
    """Whether a mail server is set; without one mails are files in the installation's own folder."""
    return settings.EMAIL_BACKEND != TO_A_FOLDER


def welcome(*, user: User, collaboration: Collaboration, roles: Iterable[Appointment], sender: Actor) -> bool:
    """Tell the user of having been let in: to choose a password, or to sign in as before. Whether the mail went off."""
    with override(settings.LANGUAGE_CODE):
        told = {
            "collaboration": collaboration.name,
            "sender": sender.label,
            "roles": _words(roles),
            "email": user.email,
            "last_day": long_date(last_day()),
        }
        if user.invited:
            subject = _("Välj ett lösenord för %(collaboration)s i Rådslag") % told
            return _send(user, subject, "accounts/letters/invitation.txt", told | {"link": password_link(user)})
        subject = _("Du har fått tillgång till %(collaboration)s i Rådslag") % told
        home = f"{settings.ENVIRONMENT.url}/{collaboration.slug}/"
        return _send(user, subject, "accounts/letters/added.txt", told | {"link": home})


def _words(roles: Iterable[Appointment]) -> str:
    said = [
        _("%(role)s för %(place)s") % {"role": Role(row.role).label, "place": row.municipality.name}
        if row.municipality
        else str(Role(row.role).label)
        for row in roles
    ]
    if len(said) < 2:
        return "".join(said)
    return _("%(first)s och %(last)s") % {"first": ", ".join(said[:-1]), "last": said[-1]}


def _send(user: User, subject: str, template: str, told: dict[str, str]) -> bool:
    body = render_to_string(template, told)
    try:
        sent = send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [user.email])
    except (smtplib.SMTPException, OSError) as failure:
        # Without the address and without the server's words: those quote the address.
        log.warning("a mail could not be sent: %s", type(failure).__name__)
        return False
    return sent > 0 and leaves_the_house()
