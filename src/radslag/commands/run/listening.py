"""The loopback port: taken by the parent, asked until the web process behind it answers."""

from __future__ import annotations

import select
import socket

from radslag.commands import Stop

MEND = "till exempel ./radslag run --port"


def listen(port: int) -> socket.socket:
    """A listening socket on the loopback address; port 0 takes a free one. Raises `Stop` when the port cannot be had.

    The parent keeps the socket and the web process inherits it, so a restart never loses the port or a waiting visitor.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
        listener.listen(128)
    except (OSError, OverflowError) as wrong:
        listener.close()
        raise Stop(_sentence(port, wrong)) from None
    return listener


def _sentence(port: int, wrong: Exception) -> str:
    if isinstance(wrong, OverflowError):
        return f"Port {port} finns inte. Välj en från 1 till 65535, {MEND} 8001."
    if isinstance(wrong, PermissionError):
        return f"Port {port} kräver administratörsrätt. Välj en annan med --port, {MEND} 8001."
    return f"Port {port} används redan av ett annat program. Välj en annan, {MEND} {port + 1}."


class Knock:
    """Asks the address for an answer, again and again, without ever blocking the one who asks."""

    def __init__(self, listener: socket.socket) -> None:
        self._where = listener.getsockname()
        self._visitor: socket.socket | None = None

    def answered(self) -> bool:
        """Whether an answer has come; any HTTP status is one. The question waits in the queue till then."""
        if self._visitor is None:
            self._visitor = self._ask()
        if not select.select([self._visitor], [], [], 0)[0]:
            return False
        try:
            answer = self._visitor.recv(16)
        except OSError:
            answer = b""
        self._visitor.close()
        self._visitor = None
        return answer.startswith(b"HTTP/")

    def _ask(self) -> socket.socket:
        visitor = socket.create_connection(self._where, timeout=2)
        visitor.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return visitor
