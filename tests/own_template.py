"""Word templates for tests: as a coordinator would write them, with python-docx in place of Word."""

from __future__ import annotations

import io

import docx

from radslag.base.core.actor import SYSTEM
from radslag.base.documents.models import PaperKind, Template
from radslag.base.documents.templating import take_in_template
from radslag.base.people.models import Collaboration


def written(*paragraphs: str) -> bytes:
    """A Word file with these paragraphs. A bar splits a paragraph into runs, as Word likes to."""
    document = docx.Document()
    for text in paragraphs:
        paragraph = document.add_paragraph()
        for run in text.split("|"):
            paragraph.add_run(run)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def own_template(collaboration: Collaboration, name: str = "Vår mall.docx") -> Template:
    """A template the collaboration has taken in, not in use; made when first asked for."""
    known = Template.objects.of(collaboration).filter(name=name).first()
    return known or take_in_template(
        collaboration=collaboration,
        kind=PaperKind.AGENDA,
        name=name,
        data=written("{{ grupp }}, {{ datum }}", "{{ dagordning }}", name),
        fields=["dagordning", "datum", "grupp"],
        by=SYSTEM,
    )
