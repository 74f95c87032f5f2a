"""How allauth behaves here: nobody registers themselves; an inactive account is told so."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from radslag.base.accounts.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts are made by the collaboration, not by the visitor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Back to the sign-in page with the reason."""
        messages.error(request, _("Kontot är inte i bruk längre. Kontakta förvaltaren i ditt samarbete."))
        return redirect("account_login")
