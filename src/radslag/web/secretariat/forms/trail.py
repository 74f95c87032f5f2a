"""The filter of the trail."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from radslag.base.accounts.models import User
from radslag.base.audit.models import Event, EventQuerySet
from radslag.base.documents.models import PaperFile
from radslag.base.people.models import Collaboration
from radslag.web.secretariat.forms.filters import FilterForm, choice
from radslag.web.secretariat.pages.sentences import KINDS

MACHINE = "rutin"


class TrailFilter(FilterForm):
    """`?vad=` the kind of object · `?vem=` a user, or `rutin` for what no user did."""

    def __init__(self, query: QueryDict, collaboration: Collaboration) -> None:
        super().__init__(query)
        # That a paper was made is told once, not once more for each of its files.
        files = PaperFile.objects.of(collaboration).values("version__file__uuid")
        self.events = Event.objects.newest_first(collaboration.uuid).exclude(verb="store", object_uuid__in=files)
        users = [(str(user.uuid), user.name) for user in User.objects.known_in(collaboration)]
        self.fields["vad"] = choice(_("Vad det gäller"), KINDS.items(), _("Allt"))
        machine = (MACHINE, _("Rådslag självt"))
        self.fields["vem"] = choice(_("Vem"), [*users, machine], _("Alla"))

    def found(self) -> EventQuerySet:
        """The events the address asks for, newest first."""
        events = self.events
        if kind := self.value("vad"):
            events = events.of_kind(kind)
        who = self.value("vem")
        if who == MACHINE:
            return events.by_machine()
        return events.by_user(who) if who else events
