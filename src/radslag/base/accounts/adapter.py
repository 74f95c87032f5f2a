"""How allauth behaves here: nobody registers themselves; an inactive account is told so."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts are made by the collaboration, not by the visitor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
