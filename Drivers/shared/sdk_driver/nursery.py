"""Serves the sessions of a run, each in a child forked off this process, which has imported the SDK once for all."""

import ctypes
import os
import selectors
import signal
import socket
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NoReturn, Self

from .handover import owner_of
from .nursery_names import LENGTH, STATUS, TAKEN
from .passed_on import hear_signals

# The variables in which the sessions of one run differ: they lead to the site of each. Nothing may read them at import
# time, or must read them again (`SDK.read_environment_again`); a test of the driver looks for such readers.
WAY = frozenset(
    [name for way in ("http_proxy", "https_proxy", "all_proxy", "no_proxy") for name in (way, way.upper())]
    + ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"]
)

STREAMS = (0, 1, 2)
# A session hands itself over in one go; one that does not is not waited for.
PATIENCE = 5.0
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Arrival:
    """A session as it is handed over."""

    descriptors: list[int]
    folder: bytes
    variables: dict[str, str]

    @classmethod
    def received(cls, connection: socket.socket) -> Self:
        connection.settimeout(PATIENCE)
        length, descriptors, _, _ = socket.recv_fds(connection, LENGTH, len(STREAMS) + 1)
        try:
            message = bytearray()
            while len(message) < int.from_bytes(length):
                if not (more := connection.recv(1 << 16)):
                    raise ConnectionResetError
                message += more
            folder, *pairs = bytes(message).split(b"\0")
            split = (os.fsdecode(pair).partition("=") for pair in pairs)
            return cls(descriptors, folder, {name: value for name, _, value in split})
        except OSError:
            for descriptor in descriptors:
                os.close(descriptor)
            raise

    def move_in(self) -> None:
        """Makes its streams, its folder and its variables those of this process; what was read of it is kept aside."""
        for stream, descriptor in zip(STREAMS, self.descriptors):
            os.dup2(descriptor, stream)
            os.close(descriptor)
        os.chdir(self.folder)
        os.environ.clear()
        os.environ.update(self.variables)

    @property
    def begun(self) -> int | None:
        """Where to find what was read of the session before it came here."""
        return self.descriptors[len(STREAMS)] if len(self.descriptors) > len(STREAMS) else None


@dataclass(frozen=True)
class Child:
    process: int
    life: int
    connection: socket.socket


class Nursery:
    """Has a child for each session: ends it with the process that brought it, and tells that one how it ended."""

    def __init__(self, variables: Mapping[str, str], serve: Callable[[Arrival], int]) -> None:
        self._variables = variables
        self._serve = serve
        self._children: list[Child] = []
        self._selector = selectors.PollSelector()
        self._prctl = ctypes.CDLL(None).prctl

    def keep(self, listener: socket.socket, owner: int) -> None:
        """Takes in sessions until the owner is gone, and then leaves no child behind."""
        self._selector.register(owner, selectors.EVENT_READ)
        self._selector.register(listener, selectors.EVENT_READ, lambda: self._receive(listener))
        ready: list[selectors.SelectorKey] = []
        while not any(key.fd == owner for key in ready):
            for key in ready:
                key.data()
            ready = [key for key, _ in self._selector.select()]
        for child in self._children:
            self._send(child, signal.SIGKILL)

    def _receive(self, listener: socket.socket) -> None:
        connection, _ = listener.accept()
        try:
            if owner_of(connection) != os.getuid():
                raise PermissionError
            arrival = Arrival.received(connection)
            try:
                if not self._is_like(arrival):
                    raise PermissionError
                self._take(arrival, connection, listener)
            finally:
                for descriptor in arrival.descriptors:
                    os.close(descriptor)
        except OSError:
            # Without an answer the session is served by the process that brought it.
            connection.close()

    def _is_like(self, arrival: Arrival) -> bool:
        """Whether an import for this session would have seen the variables that the import here has seen."""
        names = (self._variables.keys() | arrival.variables.keys()) - WAY
        return all(self._variables.get(name) == arrival.variables.get(name) for name in names)

    def _take(self, arrival: Arrival, connection: socket.socket, listener: socket.socket) -> None:
        nursery = os.getpid()
        process = os.fork()
        if process == 0:
            self._be_child(nursery, arrival, [connection, listener])
        # Both sides do it, so that it is done whichever comes first.
        _lead_group(process)
        connection.settimeout(PATIENCE)
        child = Child(process, os.pidfd_open(process), connection)
        self._children.append(child)
        self._selector.register(child.life, selectors.EVENT_READ, lambda: self._see_off(child))
        self._selector.register(connection, selectors.EVENT_READ, lambda: self._listen(child))
        _tell(connection, TAKEN)

    def _be_child(self, nursery: int, arrival: Arrival, connections: list[socket.socket]) -> NoReturn:
        status = 1
        try:
            _lead_group(0)
            hear_signals()
            self._prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
            for child in self._children:
                os.close(child.life)
                child.connection.close()
            for connection in connections:
                connection.close()
            if os.getppid() == nursery:
                status = self._serve(arrival)
        except KeyboardInterrupt:
            status = 130
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)

    def _listen(self, child: Child) -> None:
        """Passes signals on; a connection that ends is a process that was killed, and takes the child with it."""
        if child not in self._children:
            return
        try:
            signals = child.connection.recv(64)
        except OSError:
            signals = b""
        for number in signals:
            self._send(child, number)
        if not signals:
            self._selector.unregister(child.connection)
            self._send(child, signal.SIGKILL)

    def _see_off(self, child: Child) -> None:
        # Whatever it started ends with it; until it is waited for, its group can't be another's.
        self._send(child, signal.SIGKILL)
        _, status = os.waitpid(child.process, 0)
        self._children.remove(child)
        self._selector.unregister(child.life)
        os.close(child.life)
        if child.connection in self._selector.get_map():
            self._selector.unregister(child.connection)
        _tell(child.connection, status.to_bytes(STATUS))
        child.connection.close()

    @staticmethod
    def _send(child: Child, number: int) -> None:
        try:
            os.killpg(child.process, number)
        except ProcessLookupError:
            pass


def _lead_group(process: int) -> None:
    try:
        os.setpgid(process, process)
    except OSError:
        # It has done so itself, or has ended already.
        pass


def _tell(connection: socket.socket, words: bytes) -> None:
    try:
        connection.sendall(words)
    except OSError:
        # Nobody is there to hear it; the connection's end is noticed by itself.
        pass
