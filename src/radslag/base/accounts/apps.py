from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "radslag.base.accounts"
    label = "accounts"
