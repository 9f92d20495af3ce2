"""The driver's process, from its start to its end."""

import os
import sys
from pathlib import Path
from typing import NoReturn

from .json_rpc import Server
from .log import log_to_standard_error
from .retries import return_from_sleep_at_once
from .sdk import SDK
from .session import Session
from .streams import claim_standard_streams
from .toolkit import SDKMissing, installed_versions


def run(sdk: SDK) -> NoReturn:
    """Answers requests until the input ends, or checks the set-up if the command line says `--check`."""
    # Last on the path: they serve only where the real modules can't be installed.
    sys.path.append(str(Path(__file__).parents[1] / "stand-ins"))
    status = _check(sdk) if sys.argv[1:] == ["--check"] else _serve(sdk)
    sys.stdout.flush()
    sys.stderr.flush()
    # Libraries leave threads behind whose end takes longer than a run may wait; nothing is left to be written.
    os._exit(status)


def _check(sdk: SDK) -> int:
    """Imports the toolkit, and prints what it runs on."""
    log_to_standard_error()
    try:
        print("\n".join(installed_versions(sdk)))
    except SDKMissing as error:
        print(f"error: {error}", file=sys.stderr)
        return 3
    return 0


def _serve(sdk: SDK) -> int:
    requests, answers = claim_standard_streams()
    # The SDK's libraries can report every call to a service on the internet; nothing leaves this process.
    os.environ["LANGSMITH_TRACING"] = os.environ["LANGCHAIN_TRACING_V2"] = "false"
    if os.environ.get("CONFLUENCE_DOCTOR_FAST_RETRIES") == "1":
        return_from_sleep_at_once()
    session = Session(sdk, log_to_standard_error())
    try:
        Server(session.methods()).serve(requests, answers)
    except (KeyboardInterrupt, BrokenPipeError):
        return 130
    return 0
