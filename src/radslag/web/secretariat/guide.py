"""The guide inside the product: its chapters, which page each is about, and where its places lead for one reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission

FOLDER = "secretariat/help"
# The chapters are whole texts, written in each language; what has no language of its own is read in the first.
LANGUAGES = ("sv", "en")
FROM = "samarbete"
"""The query key that says which collaboration the reader came from."""


@dataclass(frozen=True)
class Chapter:
    """A page of the guide. `name` is its part of the address; `about`: how the names of the views it is about begin."""

    name: str
    title: str | Promise
    summary: str | Promise
    icon: str
    about: tuple[str, ...]


CHAPTERS = (
    Chapter(
        "minnesanteckningar",
        _("Från gamla minnesanteckningar till register"),
        _("Lägg in dokumenten, svara på det som är oklart och för in mötena."),
        "arrow-down-tray",
        ("import", "batch", "question", "review", "source"),
    ),
    Chapter(
        "nasta-mote",
        _("Nästa möte och handlingar"),
        _("Sätt ihop dagordningen av det som är lovat och begärt, och hämta kallelsen."),
        "calendar-days",
        ("overview", "meeting", "plan", "prepare", "body_rules"),
    ),
    Chapter(
        "wordmall",
        _("Er egen Wordmall"),
        _("Låt kallelsen se ut som samarbetets andra papper."),
        "document-text",
        ("template",),
    ),
    Chapter(
        "folja-upp",
        _("Följa upp beslut och uppdrag"),
        _("Hitta det som beslutades, se vad som är försenat och påminn kommunerna."),
        "clipboard-document-list",
        ("decisions", "assignment", "owed"),
    ),
    Chapter(
        "personer-och-rattigheter",
        _("Personer, grupper och vem som får göra vad"),
        _("Vem som satt var och när, och vem som får läsa, rätta och bestämma."),
        "users",
        ("bod", "people", "person", "municipalit", "mandate", "access", "hand_over", "trail"),
    ),
)
# Places the guide leads to, and what it takes to be let in there; None: any role.
PLACES: Mapping[str, Permission | None] = {
    "overview": Permission.READ_RECORD,
    "meetings": Permission.READ_RECORD,
    "decisions": Permission.READ_RECORD,
    "assignments": Permission.READ_RECORD,
    "owed": Permission.READ_RECORD,
    "bodies": Permission.READ_RECORD,
    "people": Permission.READ_RECORD,
    "municipalities": Permission.READ_RECORD,
    "imports": Permission.IMPORT,
    "questions": Permission.IMPORT,
    "plan": Permission.PREPARE,
    "templates": Permission.PREPARE,
    "access": Permission.READ_ACCESS,
    "trail": Permission.READ_TRAIL,
    "hand_over": None,
}


def chapter_named(name: str) -> Chapter | None:
    """The chapter with that part of the address."""
    return next((chapter for chapter in CHAPTERS if chapter.name == name), None)


def chapter_about(view: str) -> Chapter | None:
    """The chapter about a page, by the name of its view ("secretariat:review_commit")."""
    name = view.rpartition(":")[2]
    return next((chapter for chapter in CHAPTERS if name.startswith(chapter.about)), None)


def language() -> str:
    """The language the guide is read in."""
    spoken = get_language() or ""
    return spoken if spoken in LANGUAGES else LANGUAGES[0]


def address(chapter: Chapter | None, slug: str = "") -> str:
    """Where a chapter is, or the list of them; with the collaboration the reader comes from, whose menu stays."""
    url = reverse("secretariat:help_page", args=[chapter.name]) if chapter else reverse("secretariat:help")
    return f"{url}?{FROM}={slug}" if slug else url


def places(access: Access | None) -> dict[str, str]:
    """The address of each place by its view, where the reader is let in; none outside a collaboration."""
    if access is None:
        return {}
    slug = access.collaboration.slug
    return {
        view: reverse(f"secretariat:{view}", args=[slug])
        for view, permission in PLACES.items()
        if permission is None or access.may(permission)
    }
