"""A person is added, described, renamed; other names come and go."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from radslag.base.accounts.access import enter, entered, load
from radslag.base.accounts.roles import Permission
from radslag.base.core.models import Stale
from radslag.base.jobs.submissions import once
from radslag.base.people.actions import create_person
from radslag.base.people.describing import describe_person
from radslag.base.people.models import Person, PersonName
from radslag.base.people.naming import remove_name
from radslag.web.secretariat.forms.register import AddNameForm, DescribePersonForm, NewPersonForm, RenameForm
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.likeness import like_people
from radslag.web.secretariat.pages.person_edit import Forms, forms_of, person_edit_page
from radslag.web.secretariat.undoing import latest_change, tell_change


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Add somebody to the register; one with nearly the name of somebody there only when that is said to be another."""
    access = enter(request, slug, Permission.EDIT_RECORD)
    form = NewPersonForm(request.POST or None)
    links = Links(slug)
    if not form.is_bound or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "secretariat/people/new.html", {"form": form, "links": links}, status=status)
    said = form.cleaned_data
    alike = [] if said["sure"] else like_people(said["name"], access.collaboration, links)
    if alike:
        return render(request, "secretariat/people/new.html", {"form": form, "alike": alike}, status=422)

    def create() -> HttpResponse:
        person = create_person(
            collaboration=access.collaboration,
            name=said["name"],
            title=said["title"],
            email=said["email"],
            by=access.actor,
        )
        if said["phone"]:
            kept = {"title": person.title, "email": person.email}
            describe_person(person=person, expected=person.revision, phone=said["phone"], by=access.actor, **kept)
        return redirect(links.to("person_edit", person.uuid))

    return once(request, create)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Contact details, names and mandates of a person; each part has a form of its own (`vad`)."""
    person = load(request, Permission.EDIT_RECORD, Person.objects.standing(), slug=slug, uuid=uuid)
    forms = forms_of(person)
    if request.method != "POST":
        return _shown(request, person, forms)
    what = request.POST.get("vad", "")
    since = latest_change(person)
    try:
        said = _said(request, person, forms, what)
    except Stale as stale:
        return _stale(request, stale, forms)
    if not said:
        return _shown(request, person, forms, status=422)
    back = Links(slug).to("person_edit", uuid)
    tell_change(request, said, person, back, Links(slug), since=since)
    return redirect(back)


def _said(request: HttpRequest, person: Person, forms: Forms, what: str) -> str:
    """What was done, in a sentence; empty when a form has an error."""
    by = entered(request).actor
    if what == "namn":
        forms.rename = RenameForm(request.POST, prefix="namn")
        done = forms.rename.is_valid() and forms.rename.save(person, by)
        return _("Namnet är nu %(name)s.") % {"name": person.name} if done else ""
    if what == "annat":
        forms.add = AddNameForm(request.POST, prefix="annat")
        done = forms.add.is_valid() and forms.add.save(person, by)
        return _("Namnet är tillagt.") if done else ""
    forms.describe = DescribePersonForm(request.POST, prefix="om")
    if not forms.describe.is_valid():
        return ""
    forms.describe.save(person, by)
    return _("Uppgifterna är sparade.")


def _stale(request: HttpRequest, stale: Stale, forms: Forms) -> HttpResponse:
    """Both are shown: the forms hold what was typed, beside what somebody else saved."""
    rows = Person.objects.filter(pk=stale.current.pk)
    uuid = rows.values_list("uuid", flat=True)[0]
    saved = load(request, Permission.EDIT_RECORD, rows, slug=entered(request).collaboration.slug, uuid=uuid)
    return _shown(request, saved, forms.renewed(saved.revision), status=409, saved=saved)


def _shown(
    request: HttpRequest, person: Person, forms: Forms, status: int = 200, saved: Person | None = None
) -> HttpResponse:
    page = person_edit_page(person, entered(request))
    context = {"page": page, "forms": forms, "saved": saved}
    return render(request, "secretariat/people/edit.html", context, status=status)


@require_POST
def remove(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take a former name or a spelling away."""
    row = load(request, Permission.EDIT_RECORD, PersonName.objects.all(), slug=slug, uuid=uuid)
    person, links = row.person, Links(slug)
    words = _("%(name)s är borttaget.") % {"name": row.name}
    remove_name(row=row, by=entered(request).actor)
    back = links.to("person_edit", person.uuid)
    tell_change(request, words, person, back, links)
    return redirect(back)
