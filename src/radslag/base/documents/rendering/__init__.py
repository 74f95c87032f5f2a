"""The one place that turns data and a template into a paper. It knows nothing of meetings: data in, bytes out.

The same data gives the same bytes on every machine: no clock, no system fonts, no order of the file system.
"""

from radslag.base.documents.rendering.calendar import CalendarEntry, calendar
from radslag.base.documents.rendering.failing import RenderingFailed
from radslag.base.documents.rendering.typesetting import pdf
from radslag.base.documents.rendering.webpage import html

__all__ = ["CalendarEntry", "RenderingFailed", "calendar", "html", "pdf"]
