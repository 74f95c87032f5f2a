"""What was just done, with the way to take it back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.template import Context

UNDO = "undo:"
ICONS = {"success": "check-circle", "warning": "exclamation-triangle", "error": "exclamation-circle"}


@dataclass(frozen=True)
class Notice:
    """A message as shown; `undo` is the address a POST takes it back at."""

    text: str
    level: str
    icon: str
    undo: str = ""


def tell_undoable(request: HttpRequest, text: str, undo: str) -> None:
    """Say that TEXT was done, with a button "Ångra" that posts to the address UNDO."""
    messages.success(request, text, extra_tags=UNDO + undo)


def notices_context(context: Context) -> dict[str, Any]:
    """The waiting messages; showing them takes them off the list."""
    return {"notices": [_notice(message) for message in context.get("messages") or []]}


def _notice(message: Any) -> Notice:
    extra = message.extra_tags or ""
    undo = extra.removeprefix(UNDO) if extra.startswith(UNDO) else ""
    level = message.level_tag if message.level_tag in ICONS else "info"
    return Notice(str(message.message), level, ICONS.get(level, "information-circle"), undo)
