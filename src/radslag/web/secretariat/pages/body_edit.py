"""A body's page for who may change the register: the forms and the names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from radslag.base.accounts.access import Access
from radslag.base.people.models import Body, BodyName
from radslag.web.secretariat.forms.register import AddNameForm, DescribeBodyForm, RenameForm
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.access import period
from radslag.web.secretariat.pages.person_edit import NameLine, name_lines, renew


@dataclass
class BodyForms:
    """The forms of the page; the one that was sent takes the place of a fresh one."""

    describe: DescribeBodyForm
    rename: RenameForm
    add: AddNameForm

    def renewed(self, revision: int) -> BodyForms:
        """The same, made from a later revision: what was typed stays."""
        renew((self.describe, self.rename), revision)
        return self


@dataclass(frozen=True)
class BodyEditPage:
    """The body and its other names."""

    body: Body
    url: str
    list_url: str
    names: Sequence[NameLine]

    @property
    def saved_words(self) -> str:
        """The name and what is saved beside it, in one line."""
        after = str(self.body.successor or "")
        said = [self.body.name, self.body.get_kind_display(), self.body.short_name, after]
        return ", ".join([*(word for word in said if word), period(self.body.start, self.body.end)])


def body_forms(body: Body) -> BodyForms:
    """Fresh ones."""
    others = list(Body.objects.filter(collaboration=body.collaboration_id).exclude(pk=body.pk).sorted())
    rename = RenameForm(initial={"name": body.name, "revision": body.revision}, prefix="namn")
    return BodyForms(DescribeBodyForm.of(body, others), rename, AddNameForm(prefix="annat"))


def body_edit_page(body: Body, access: Access) -> BodyEditPage:
    """What can be changed about a body."""
    links = Links(access.collaboration.slug)
    names = name_lines(BodyName.objects.of_body(body), "body_name_remove", links)
    return BodyEditPage(body, links.body(body.uuid), links.page("bodies"), names)
