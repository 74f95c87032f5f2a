from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "radslag.domain.meetings"
    label = "meetings"
