"""One record turns out to be two people: what belongs to the other is chosen and led away."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from radslag.base.accounts.access import entered, load
from radslag.base.accounts.roles import Permission
from radslag.base.jobs.submissions import once
from radslag.base.people.models import Person
from radslag.base.people.splitting import CannotSplit, split_person
from radslag.web.secretariat.forms.splitting import SplitPersonForm
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.splitting import appearances, share_of
from radslag.web.secretariat.undoing import tell_change


@require_http_methods(["GET", "POST"])
def split(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Everything the record is made of, to tick what is another's; then who that is."""
    person = load(request, Permission.EDIT_RECORD, Person.objects.standing(), slug=slug, uuid=uuid)
    access, links = entered(request), Links(slug)
    groups = appearances(person, access)
    people = list(Person.objects.of(access.collaboration).standing().exclude(pk=person.pk).sorted())
    form = SplitPersonForm(groups, people, request.POST or None)

    def shown(status: int = 200) -> HttpResponse:
        context = {"person": person, "groups": groups, "form": form, "list_url": links.page("people")}
        context["url"] = links.person(person.uuid)
        return render(request, "secretariat/people/split.html", context, status=status)

    def perform() -> HttpResponse:
        if not form.is_valid():
            return shown(422)
        share = share_of(person, form.cleaned_data["chosen"])
        try:
            other = split_person(person=person, other=form.other, share=share, by=access.actor)
        except CannotSplit:
            form.add_error(None, _("Det du valde har ändrats medan du hade sidan öppen. Se efter igen."))
            return shown(422)
        words = _("Det du valde hör nu till %(name)s.") % {"name": other.name}
        tell_change(request, words, person, links.person(person.uuid), links)
        return redirect(links.person(other.uuid))

    return once(request, perform) if request.method == "POST" else shown()
