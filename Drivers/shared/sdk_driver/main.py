"""The driver's process, from its start to its end."""

import json
import os
import socket
import sys
from pathlib import Path
from typing import Any, NoReturn

from . import index
from .json_rpc import Refused, Server
from .log import SecretFilter, log_to_standard_error
from .nursery import Arrival, Nursery
from .nursery_names import INDEX, OWNER
from .retries import return_from_sleep_at_once
from .sdk import SDK
from .session import Session, configuration_in
from .streams import beginning, claim_standard_streams
from .toolkit import SDKMissing, import_ahead, installed_versions


def check(sdk: SDK) -> NoReturn:
    """Imports the toolkit, and prints what it runs on."""
    _append_stand_ins()
    log_to_standard_error()
    status = 0
    try:
        print("\n".join(installed_versions(sdk)))
    except SDKMissing as error:
        print(f"error: {error}", file=sys.stderr)
        status = 3
    _end(status)


def serve(sdk: SDK, begun: int | None = None) -> NoReturn:
    """Answers requests until the input ends, after those that `begun` holds."""
    _end(_answer(sdk, _prepare(), b"" if begun is None else beginning(begun)))


def keep_nursery(sdk: SDK, listener: int, owner: int, with_index: bool) -> NoReturn:
    """Imports the SDK, and serves the sessions of the owner's drivers until the owner is gone."""
    variables = dict(os.environ)
    _prepare()
    if with_index:
        index.append_packages()
    try:
        import_ahead(sdk)
    except SDKMissing:
        # Each session finds out by itself, and tells.
        _end(3)
    # What the import sets is set for every session, unless it is set there already.
    changes = {name: value for name, value in os.environ.items() if variables.get(name) != value}

    def serve_child(arrival: Arrival) -> int:
        arrival.move_in()
        sdk.read_environment_again()
        for name, value in changes.items():
            os.environ.setdefault(name, value)
        _turn_tracing_off()
        begun = beginning(0 if arrival.begun is None else arrival.begun)
        if not with_index and _asks_for_index(begun):
            _start_over_with_index(begun, arrival.variables)
        return _answer(sdk, log_to_standard_error(), begun)

    with socket.socket(fileno=listener) as connections:
        Nursery(variables, serve_child).keep(connections, owner)
    _end(0)


def _prepare() -> SecretFilter:
    """What comes before the import of an SDK."""
    _append_stand_ins()
    _turn_tracing_off()
    if os.environ.get("CONFLUENCE_DOCTOR_FAST_RETRIES") == "1":
        return_from_sleep_at_once()
    return log_to_standard_error()


def _turn_tracing_off() -> None:
    """The SDK's libraries can report every call to a service on the internet; nothing leaves this process."""
    os.environ["LANGSMITH_TRACING"] = os.environ["LANGCHAIN_TRACING_V2"] = "false"


def _append_stand_ins() -> None:
    # Last on the path: they serve only where the real modules can't be installed.
    folder = str(Path(__file__).parents[1] / "stand-ins")
    if folder not in sys.path:
        sys.path.append(folder)


def _answer(sdk: SDK, secrets: SecretFilter, begun: bytes) -> int:
    requests, answers = claim_standard_streams(begun)
    try:
        Server(Session(sdk, secrets).methods()).serve(requests, answers)
    except (KeyboardInterrupt, BrokenPipeError):
        return 130
    return 0


def _asks_for_index(begun: bytes) -> bool:
    """Whether the first request brings a configuration of index tools that need packages which are not imported here."""
    try:
        message: Any = json.loads(begun.partition(b"\n")[0])
        configuration = configuration_in(message["params"])
    except (ValueError, RecursionError, LookupError, TypeError, Refused):
        return False
    settings = configuration.get("settings", configuration)
    return isinstance(settings, dict) and index.wants_index(settings) and index.packages().is_dir()


def _start_over_with_index(begun: bytes, variables: dict[str, str]) -> NoReturn:
    """Becomes a session that has nothing imported, and is brought to a nursery of its own kind."""
    read = os.memfd_create("begun", 0)
    with os.fdopen(os.dup(read), "wb") as file:
        file.write(begun)
    os.lseek(read, 0, os.SEEK_SET)
    program = [sys.executable, sys.argv[0], INDEX, str(read)]
    os.execve(sys.executable, program, variables | {OWNER: str(os.getppid())})


def _end(status: int) -> NoReturn:
    sys.stdout.flush()
    sys.stderr.flush()
    # Libraries leave threads behind whose end takes longer than a run may wait; nothing is left to be written.
    os._exit(status)
