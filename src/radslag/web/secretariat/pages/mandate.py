"""One mandate: what is known of it, and what saving its period does."""

from __future__ import annotations

from dataclasses import dataclass

from radslag.base.accounts.access import Access
from radslag.base.people.models import Mandate
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.access import period
from radslag.web.secretariat.pages.person_edit import place_of, seen_words


@dataclass(frozen=True)
class MandatePage:
    """A mandate in words."""

    person: str
    person_url: str
    list_url: str
    place: str
    period: str
    seen: str
    observed: bool


def mandate_page(mandate: Mandate, access: Access) -> MandatePage:
    """The page of a mandate fetched `told()`."""
    links = Links(access.collaboration.slug)
    return MandatePage(
        person=mandate.person.name,
        person_url=links.to("person_edit", mandate.person.uuid),
        list_url=links.page("people"),
        place=place_of(mandate),
        period="" if mandate.observed else period(mandate.start, mandate.end),
        seen=seen_words(mandate),
        observed=mandate.observed,
    )
