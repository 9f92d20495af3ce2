"""Has this process's session served by a child of the run's nursery, and stands in for that child until it ends.

The child is given the standard streams themselves, so nothing is passed through here: what remains to this process is to
be there for the run, which knows it by its id, sends it signals, and waits for how it ends.
"""

import os
import signal
import socket
import sys
import time

from .nursery_names import INDEX, LENGTH, NURSERY, STATUS, TAKEN
from .passed_on import PASSED_ON, hear_signals

WAITING_SESSIONS = 128


def hand_over(asked: list[str]) -> None:
    """Ends this process as the child ended; returns if the nursery takes no session, which is then as it was."""
    streams = [0, 1, 2]
    if asked:
        # What was read of the session before it was found to need the index.
        streams.append(int(asked[1]))
        os.set_inheritable(streams[-1], False)
    try:
        nursery = _nursery(asked[:1])
        message = b"\0".join([os.fsencode(os.getcwd()), *(b"%b=%b" % pair for pair in os.environb.items())])
        socket.send_fds(nursery, [len(message).to_bytes(LENGTH)], streams)
        nursery.sendall(message)
        for number in PASSED_ON:
            signal.signal(number, lambda number, _: nursery.sendall(bytes([number])))
        if nursery.recv(1) == TAKEN:
            _end_with(nursery)
        nursery.close()
    except (OSError, AttributeError):
        # No such system calls, or a nursery that died: a session that was not taken is untouched.
        pass
    hear_signals()


def _end_with(nursery: socket.socket) -> None:
    """Waits for the child's end, and ends likewise."""
    # The run shall see the child's output end when the child closes it.
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    try:
        status = nursery.recv(STATUS, socket.MSG_WAITALL)
    except OSError:
        status = b""
    if len(status) < STATUS:
        os.write(2, b"the nursery of this driver ended, and the session with it\n")
        os._exit(1)
    code = os.waitstatus_to_exitcode(int.from_bytes(status))
    if code < 0:
        signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    os._exit(abs(code))


def _nursery(kind: list[str]) -> socket.socket:
    """A connection to the nursery of the run; the first session that asks for it starts it."""
    owner = os.getppid()
    life = os.pidfd_open(owner)
    address = _address(owner, kind)
    if os.getppid() != owner:
        raise ProcessLookupError
    with socket.socket(socket.AF_UNIX) as listener:
        try:
            listener.bind(address)
        except OSError:
            # There is one, or another session is about to start it.
            pass
        else:
            listener.listen(WAITING_SESSIONS)
            _start(listener.fileno(), life, kind)
    os.close(life)
    return _connected(address)


def _address(owner: int, kind: list[str]) -> bytes:
    """A name among Linux's abstract sockets, which leave nothing behind; other users are told apart by their id."""
    with open(f"/proc/{owner}/stat", "rb") as file:
        started = file.read().rpartition(b")")[2].split()[19].decode()
    namespace = os.stat("/proc/self/ns/pid").st_ino
    program = os.path.basename(os.path.dirname(os.path.abspath(sys.argv[0])))
    return os.fsencode("/".join(["\0confluence-doctor", f"{namespace}-{owner}-{started}", program, *kind]))


def _start(listener: int, life: int, kind: list[str]) -> None:
    """Starts the nursery in a session of its own: it outlives this process, and ends with the run."""
    if os.fork():
        return
    try:
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        for kept in (listener, life):
            os.set_inheritable(kept, True)
        program = os.path.abspath(sys.argv[0])
        os.execv(sys.executable, [sys.executable, program, NURSERY, str(listener), str(life), *kind])
    finally:
        os._exit(127)


def _connected(address: bytes) -> socket.socket:
    nursery = socket.socket(socket.AF_UNIX)
    for _ in range(100):
        try:
            nursery.connect(address)
            break
        except ConnectionRefusedError:
            # Whoever came first has the name, and listens in a moment.
            time.sleep(0.01)
    if owner_of(nursery) != os.getuid():
        raise PermissionError
    return nursery


def owner_of(connection: socket.socket) -> int:
    """The user at the other end of a connection."""
    credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
    return int.from_bytes(credentials[4:8], sys.byteorder)
