"""What may happen to a meeting that is being prepared. Every verb is undone by another or by itself (foundation 8)."""

from radslag.domain.meetings.actions.answers import drop, reconsider, take
from radslag.domain.meetings.actions.contents import (
    attach,
    detach,
    rename_attachment,
    restore_attachment,
    set_presenters,
    set_proposals,
)
from radslag.domain.meetings.actions.items import (
    add_item,
    change_item,
    move_down,
    move_item,
    move_up,
)
from radslag.domain.meetings.actions.plans import (
    cancel_plan,
    change_meeting,
    copy_agenda,
    plan_meeting,
    restore_plan,
)
from radslag.domain.meetings.actions.removals import remove_item, restore_item
from radslag.domain.meetings.actions.rules import set_rules
from radslag.domain.meetings.actions.sections import (
    add_section,
    change_section,
    move_section,
    remove_section,
    restore_section,
)
from radslag.domain.meetings.actions.trail import Removed

__all__ = [
    "Removed",
    "add_item",
    "add_section",
    "attach",
    "cancel_plan",
    "change_item",
    "change_meeting",
    "change_section",
    "copy_agenda",
    "detach",
    "drop",
    "move_down",
    "move_item",
    "move_section",
    "move_up",
    "plan_meeting",
    "reconsider",
    "remove_item",
    "remove_section",
    "rename_attachment",
    "restore_attachment",
    "restore_item",
    "restore_plan",
    "restore_section",
    "set_presenters",
    "set_proposals",
    "set_rules",
    "take",
]
