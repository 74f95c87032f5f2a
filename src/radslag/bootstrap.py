"""Makes the environment that `./radslag` runs in, and hands over to `radslag.cli` inside it.

Run as a file by the shell script at the root, before any package is installed: standard library only, no import of
ours. The environment is `.venv` in the repository, filled from the hashed requirements by uv when on PATH, else by
pip. A stamp, written last, says what it was filled from; without it, or with another one, it is half-made.
"""

from __future__ import annotations

import os
import sys

# The commands that need the tools of a developer too, beside what the product runs on.
DEVELOPMENT = frozenset({"test", "check", "lock", "bench", "fuzz", "translate", "makemigrations", "pictures"})
STAMP = "radslag.stamp"
NO_NETWORK = (
    "name resolution", "failed to establish", "connectionerror", "connection refused", "network is unreachable",
    "error sending request", "dns error", "timed out", "failed to fetch", "newconnectionerror",
    "tunnel connection failed", "could not connect", "failed to connect",
)  # fmt: skip


class Stop(Exception):
    """A start that cannot go on; the message is one Swedish sentence with the mend."""


def main(arguments: list[str]) -> None:
    """`arguments`: the root of the repository, then what the user wrote. Replaces this process by `radslag.cli`."""
    root, words = arguments[0], arguments[1:]
    kind = "dev" if words[:1] and words[0] in DEVELOPMENT else "run"
    try:
        ensure(root, kind)
    except Stop as stop:
        sys.exit(str(stop))
    except KeyboardInterrupt:
        sys.exit("Avbrutet. Miljön görs klar nästa gång.")
    python = interpreter(root)
    # -P: a file csv.py in the user's folder must not shadow the library's.
    os.execv(python, [python, "-P", "-m", "radslag.cli", *words])  # noqa: S606 - this hand-over is the whole point


def ensure(root: str, kind: str) -> None:
    """Make or mend `.venv` for `kind` ("run" or "dev"). Raises `Stop` with a sentence when it cannot be done."""
    wanted = stamp_of(root)
    if is_ready(read_stamp(root), wanted, kind):
        return
    import fcntl  # not needed on the quick path

    # The folder itself is the lock, so that two first starts at once do not build on each other.
    folder = os.open(os.path.join(root, "requirements"), os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        if not is_ready(read_stamp(root), wanted, kind):
            build(root, kind, wanted)
    finally:
        os.close(folder)


def interpreter(root: str) -> str:
    """The environment's own Python."""
    return os.path.join(root, ".venv", "bin", "python")


def stamp_of(root: str) -> dict[str, str]:
    """What a finished environment is made from: the Python, the place, and the checksums of both requirements."""
    import hashlib

    stamp = {"python": "{}.{}".format(*sys.version_info[:2]), "root": root}
    for kind in ("run", "dev"):
        path = os.path.join(root, "requirements", kind + ".txt")
        try:
            with open(path, "rb") as file:
                stamp[kind] = hashlib.sha256(file.read()).hexdigest()
        except OSError:
            raise Stop(f"Filen {path} saknas eller går inte att läsa. Hämta hem den igen med git.") from None
    return stamp


def read_stamp(root: str) -> dict[str, str]:
    """The stamp of the environment that is there, empty when there is none or it is half-made."""
    try:
        with open(os.path.join(root, ".venv", STAMP), encoding="utf-8") as file:
            lines = [line.rstrip("\n").partition("=") for line in file]
    except (OSError, UnicodeDecodeError):
        return {}
    if not os.access(interpreter(root), os.X_OK):
        return {}
    return {key: value for key, _, value in lines}


def is_ready(found: dict[str, str], wanted: dict[str, str], kind: str) -> bool:
    """Whether the environment serves `kind`; one for developers serves the product too."""
    return all(found.get(key) == wanted[key] for key in ("python", "root", kind))


def build(root: str, kind: str, wanted: dict[str, str]) -> None:
    """Fill the environment and stamp it; one that was finished before is kept and brought up to date."""
    found = read_stamp(root)
    folder = os.path.join(root, ".venv")
    # What developers work in stays theirs when only the product's requirements changed.
    kinds = [name for name in ("run", "dev") if name == kind or found.get(name)]
    uv = find_uv()
    fresh = (found.get("python"), found.get("root")) != (wanted["python"], wanted["root"])
    try:
        if fresh:
            make_empty(folder, uv)
        else:
            os.unlink(os.path.join(folder, STAMP))
        install(root, "dev" if "dev" in kinds else "run", uv)
        write_stamp(root, {key: value for key, value in wanted.items() if key in ("python", "root") or key in kinds})
    except OSError as wrong:
        raise Stop(
            f"Mappen {root} går inte att skriva i ({wrong.strerror}). Ge dig skrivrätt till den, "
            "eller klona Rådslag till en mapp som är din."
        ) from None


def find_uv() -> str | None:
    """A uv that starts; a wrapper without a program behind it does not count."""
    import shutil
    import subprocess

    uv = shutil.which("uv")
    if uv is None:
        return None
    answer = subprocess.run([uv, "--version"], capture_output=True, check=False)
    return uv if answer.returncode == 0 else None


def make_empty(folder: str, uv: str | None) -> None:
    """An empty environment in place of whatever stood there."""
    import shutil

    print("Gör i ordning programmets miljö i .venv. Det görs en gång och tar en stund …", file=sys.stderr, flush=True)
    if os.path.islink(folder) or os.path.isfile(folder):
        os.unlink(folder)
    elif os.path.isdir(folder):
        shutil.rmtree(folder)
    os.mkdir(folder)
    python = getattr(sys, "_base_executable", None) or sys.executable
    if uv is not None:
        call([uv, "venv", "--quiet", "--allow-existing", "--python", python, folder], folder)
        return
    if call([python, "-c", "import venv, ensurepip"], folder, needed=False):
        raise Stop(
            "Python saknar modulen venv, som behövs för att göra programmets miljö. "
            "Installera den (i Debian och Ubuntu: apt install python3-venv) och kör igen."
        )
    call([python, "-m", "venv", folder], folder)


def install(root: str, kind: str, uv: str | None) -> None:
    """Install the hashed requirements, and put our source on the environment's path: nothing is built."""
    import glob

    folder, python = os.path.join(root, ".venv"), interpreter(root)
    requirements = os.path.join(root, "requirements", kind + ".txt")
    chosen = ["--require-hashes", "--only-binary", ":all:", "--requirement", requirements]
    if uv is not None:
        call([uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", python, *chosen], folder)
    else:
        call([python, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", *chosen], folder)
    for packages in glob.glob(os.path.join(folder, "lib", "python*", "site-packages")):
        with open(os.path.join(packages, "radslag.pth"), "w", encoding="utf-8") as file:
            file.write(os.path.join(root, "src") + "\n")


def write_stamp(root: str, stamp: dict[str, str]) -> None:
    """Written beside and moved into place, so that it is whole or not there."""
    path = os.path.join(root, ".venv", STAMP)
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.writelines(f"{key}={value}\n" for key, value in stamp.items())
    os.replace(path + ".new", path)


def call(command: list[str], folder: str, needed: bool = True) -> int:
    """Run one step; its output goes to a log in the environment and is told in a sentence when a needed step fails."""
    import subprocess

    log = os.path.join(folder, "install.log")
    with open(log, "ab") as file:
        code = subprocess.run(command, stdout=file, stderr=file, stdin=subprocess.DEVNULL, check=False).returncode
    if code == 0 or not needed:
        return code
    with open(log, encoding="utf-8", errors="replace") as text:
        said = text.read()
    if any(sign in said.lower() for sign in NO_NETWORK):
        raise Stop("Paketen kunde inte hämtas: paketregistret svarade inte. Kontrollera nätverket och kör igen.")
    last = (said.strip().splitlines() or ["inget sades"])[-1].strip()
    raise Stop(f"Programmets miljö kunde inte göras klar ({last}). Hela utskriften finns i {log}; kör igen.")


if __name__ == "__main__":
    main(sys.argv[1:])
