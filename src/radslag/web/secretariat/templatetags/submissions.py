"""`{% nonce %}`: the hidden field that makes sending a form twice harmless (base.jobs.submissions.once)."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from radslag.base.jobs.submissions import FIELD, new_nonce

register = template.Library()


@register.simple_tag
def nonce() -> SafeString:
    """Stands in every form whose second sending would do something again."""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, new_nonce())
