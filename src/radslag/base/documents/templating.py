"""The collaboration's own Word templates: taken in, put in use, put aside. All of it can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.documents import storage
from radslag.base.documents.actions import store
from radslag.base.documents.models import PaperFormat, PaperKind, Template
from radslag.base.documents.papering import MEDIA_TYPES
from radslag.base.people.models import Collaboration

LONGEST_NAME = Template._meta.get_field("name").max_length


@transaction.atomic
def take_in_template(
    *, collaboration: Collaboration, kind: PaperKind, name: str, data: bytes, fields: Sequence[str], by: Actor
) -> Template:
    """Keep a template that has been checked, not yet in use. The same bytes again are the same template."""
    version, _ = store(
        collaboration=collaboration, name=name, data=data, media_type=MEDIA_TYPES[PaperFormat.DOCX], by=by
    )
    known = Template.objects.of(collaboration).filter(paper_kind=kind, version=version).first()
    if known is not None:
        return known
    template = Template.objects.create(
        collaboration=collaboration,
        paper_kind=kind,
        version=version,
        name=name[:LONGEST_NAME],
        fields=list(fields),
        created_by=by.label[: Template._meta.get_field("created_by").max_length],
        retired_at=timezone.now(),
    )
    after = {"name": template.name, "sha256": version.sha256}
    record(by=by, verb="take_in_template", about=template, collaboration=collaboration.uuid, after=after)
    return template


@transaction.atomic
def use_template(*, template: Template, by: Actor) -> Template | None:
    """Make papers of its kind with this template from now on. Returns the one that was in use, None for the default."""
    collaboration = Collaboration.objects.select_for_update(no_key=True).get(pk=template.collaboration_id)
    before = Template.objects.of(collaboration).in_use(template.paper_kind)
    if before == template:
        return before
    rows = Template.objects.of(collaboration).filter(paper_kind=template.paper_kind, retired_at__isnull=True)
    rows.update(retired_at=timezone.now())
    Template.objects.filter(pk=template.pk).update(retired_at=None)
    told = {"template": str(before.uuid) if before else ""}
    record(by=by, verb="use_template", about=template, collaboration=collaboration.uuid, before=told)
    return before


@transaction.atomic
def retire_template(*, template: Template, by: Actor) -> None:
    """Make papers with the template that ships again; the own one is kept and can be put in use."""
    if Template.objects.filter(pk=template.pk, retired_at__isnull=True).update(retired_at=timezone.now()):
        record(by=by, verb="retire_template", about=template, collaboration=template.collaboration.uuid)


def bytes_of(template: Template) -> bytes:
    """The file itself. Raises `FileNotFoundError`."""
    return storage.get(template.version.stored)
