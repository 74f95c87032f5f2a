"""Word files out of a template somebody made in Word: opened with care, checked before use, filled, packed alike."""

from radslag.base.documents.rendering.word.checking import TemplateReport, check_template
from radslag.base.documents.rendering.word.filling import word
from radslag.base.documents.rendering.word.package import Unusable
from radslag.base.documents.rendering.word.paragraphs import Look, Paragraph, Run
from radslag.base.documents.rendering.word.shapes import Known

__all__ = ["Known", "Look", "Paragraph", "Run", "TemplateReport", "Unusable", "check_template", "word"]
