"""The settings of an installation: every RADSLAG_* variable, its meaning, and the check that stops a wrong one.

`SETTINGS` is the whole list; docs/operations.md is compared with it by a test.
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import unquote, urlsplit


class WrongSetting(Exception):
    """A setting that cannot be used; the message is one Swedish sentence that says what to change."""


@dataclass(frozen=True)
class Setting:
    """One variable: its name, its default as written in the environment, and its meaning in English."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("RADSLAG_HOME", "./var", "folder of the database, the stored files and the secret key"),
    Setting("RADSLAG_URL", "http://127.0.0.1:8000", "the address people use; https turns on secure cookies and HSTS"),
    Setting(
        "RADSLAG_DATABASE_URL", "", "postgresql://user:password@host:port/name; empty means SQLite in RADSLAG_HOME"
    ),
    Setting("RADSLAG_SECRET_KEY", "", "signs sessions and links; empty means a key file made in RADSLAG_HOME"),
    Setting("RADSLAG_UPLOAD_LIMIT_MB", "20", "largest file that may be imported, in megabytes (1-200)"),
    Setting(
        "RADSLAG_UPLOAD_TOTAL_MB", "500", "largest ZIP file, and all files sent at one time, in megabytes (1-5000)"
    ),
    Setting(
        "RADSLAG_MAIL_URL", "", "smtp://user:password@host:port or smtps://…; empty writes mails to RADSLAG_HOME/mail"
    ),
    Setting("RADSLAG_MAIL_FROM", "radslag@localhost", "sender of the mails the system sends"),
    Setting("RADSLAG_CONTROLLER", "", "who is the controller of personal data, shown in the footer"),
    Setting("RADSLAG_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR"),
    Setting(
        "RADSLAG_TRUST_PROXY",
        "auto",
        "yes when a proxy in front sets X-Forwarded-Proto and X-Forwarded-For; auto: when RADSLAG_URL is https, since "
        "`run` itself listens on this machine only",
    ),
)


@dataclass(frozen=True)
class Database:
    """Where the record is kept. `engine` is "sqlite" or "postgresql"; SQLite has a path as its name."""

    engine: str
    name: str
    user: str = ""
    password: str = ""
    host: str = ""
    port: str = ""


@dataclass(frozen=True)
class Mail:
    """Outgoing mail; no host means that mails are written to files."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    tls: bool = False


@dataclass(frozen=True)
class Environment:
    """The checked settings."""

    home: Path
    url: str
    host: str
    https: bool
    database: Database
    secret_key: str
    upload_limit: int
    upload_total: int
    mail: Mail
    mail_from: str
    controller: str
    log_level: str
    trust_proxy: bool

    @property
    def loopback(self) -> bool:
        """Whether the address reaches this machine only: the one case where plain http and example passwords pass."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False


def load(environ: Mapping[str, str] = os.environ) -> Environment:
    """Read and check all settings. Raises `WrongSetting` with a sentence for the first that is wrong."""
    known = {setting.name: setting.default for setting in SETTINGS}
    _refuse_unknown(environ, known)
    value = {name: environ.get(name, default).strip() or default for name, default in known.items()}
    home = Path(value["RADSLAG_HOME"]).expanduser().resolve()
    url = urlsplit(value["RADSLAG_URL"])
    if url.scheme not in ("http", "https") or not url.hostname:
        raise WrongSetting("RADSLAG_URL ska vara en hel adress, till exempel https://radslag.example.se.")
    environment = Environment(
        home=home,
        url=value["RADSLAG_URL"].rstrip("/"),
        host=url.hostname,
        https=url.scheme == "https",
        database=_database(value["RADSLAG_DATABASE_URL"], home),
        secret_key=value["RADSLAG_SECRET_KEY"],
        upload_limit=_megabytes("RADSLAG_UPLOAD_LIMIT_MB", value, most=200),
        upload_total=_megabytes("RADSLAG_UPLOAD_TOTAL_MB", value, most=5000),
        mail=_mail(value["RADSLAG_MAIL_URL"]),
        mail_from=value["RADSLAG_MAIL_FROM"],
        controller=value["RADSLAG_CONTROLLER"],
        log_level=_one_of("RADSLAG_LOG_LEVEL", value["RADSLAG_LOG_LEVEL"].upper(), "DEBUG INFO WARNING ERROR"),
        trust_proxy=_trusts(value["RADSLAG_TRUST_PROXY"].lower(), url.scheme),
    )
    if not environment.https and not environment.loopback:
        raise WrongSetting(
            f"RADSLAG_URL är {environment.url}, men utan https får Rådslag bara nås på den egna datorn. "
            "Ange en adress som börjar med https://."
        )
    return environment


def _refuse_unknown(environ: Mapping[str, str], known: Mapping[str, str]) -> None:
    # RADSLAG_TEST_… and RADSLAG_REQUIRE_… steer the test harness, not the product.
    harness = re.compile(r"RADSLAG_(TEST|REQUIRE)_")
    for name in environ:
        if name.startswith("RADSLAG_") and name not in known and not harness.match(name):
            raise WrongSetting(f"{name} är ingen inställning i Rådslag. Ta bort den eller se docs/operations.md.")


def _trusts(value: str, scheme: str) -> bool:
    chosen = _one_of("RADSLAG_TRUST_PROXY", value, "auto yes no")
    return chosen == "yes" or (chosen == "auto" and scheme == "https")


def _one_of(name: str, value: str, allowed: str) -> str:
    if value not in allowed.split():
        raise WrongSetting(f"{name} är {value!r} men ska vara något av {', '.join(allowed.split())}.")
    return value


def _megabytes(name: str, values: Mapping[str, str], *, most: int) -> int:
    value = values[name]
    if not value.isdecimal() or not 1 <= int(value) <= most:
        raise WrongSetting(f"{name} är {value!r} men ska vara ett heltal från 1 till {most}.")
    return int(value) * 1024 * 1024


def _database(value: str, home: Path) -> Database:
    if not value:
        return Database("sqlite", str(home / "radslag.sqlite3"))
    url = urlsplit(value)
    if url.scheme not in ("postgresql", "postgres") or not url.path.strip("/"):
        raise WrongSetting(
            "RADSLAG_DATABASE_URL ska se ut så här: postgresql://användare:lösenord@server:5432/databas."
        )
    query = dict(pair.partition("=")[::2] for pair in url.query.split("&") if pair)
    return Database(
        "postgresql",
        url.path.strip("/"),
        unquote(url.username or ""),
        unquote(url.password or ""),
        unquote(query.get("host", "")) or url.hostname or "",
        str(url.port or query.get("port", "")),
    )


def _mail(value: str) -> Mail:
    if not value:
        return Mail()
    url = urlsplit(value)
    if url.scheme not in ("smtp", "smtps") or not url.hostname:
        raise WrongSetting("RADSLAG_MAIL_URL ska se ut så här: smtps://användare:lösenord@server:465.")
    tls = url.scheme == "smtps"
    port = url.port or (465 if tls else 25)
    return Mail(url.hostname, port, unquote(url.username or ""), unquote(url.password or ""), tls)


def secret_key(environment: Environment) -> str:
    """The key given in the settings, or the one in the home folder, made (0600) the first time.

    The first process to link its finished file wins, so that web and worker never sign with different keys.
    """
    if environment.secret_key:
        return environment.secret_key
    path = environment.home / "secret.key"
    if not path.exists():
        environment.home.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".secret.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64), encoding="ascii")
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii").strip()
