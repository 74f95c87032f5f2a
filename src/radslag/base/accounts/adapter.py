"""How allauth behaves here: nobody registers themselves; changed passwords leave a trail; our own words."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.base.accounts.actions import set_password
from radslag.base.accounts.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts are made by the collaboration, not by the visitor."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": gettext_lazy("E-postadressen eller lösenordet stämmer inte."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Back to the sign-in page with the reason."""
        messages.error(request, _("Kontot är inte i bruk längre. Kontakta förvaltaren i ditt samarbete."))
        return redirect("account_login")

    def set_password(self, user: User, password: str) -> None:
        """Changed when signed in or through the mail: either way by the user."""
        set_password(user=user, password=password, by=user.actor)
