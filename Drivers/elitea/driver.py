"""Puts the Confluence tools of the unmodified elitea-sdk behind MCP over standard input and output.

The protocol is in Drivers/README.md; what this driver adds and leaves out is in the README beside this file.
"""

import os
import sys
from pathlib import Path
from typing import TextIO

from elitea_driver.json_rpc import Server
from elitea_driver.log import log_to_standard_error
from elitea_driver.retries import return_from_sleep_at_once
from elitea_driver.session import Session
from elitea_driver.toolkit import SDKMissing, installed_versions


def claim_standard_streams() -> tuple[TextIO, TextIO]:
    """Takes input and output for the protocol alone: what anything else prints goes to standard error."""
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8", errors="replace")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, answers


def check() -> int:
    """Imports the toolkit, and prints what it runs on."""
    try:
        print("\n".join(installed_versions()))
    except SDKMissing as error:
        print(f"error: {error}", file=sys.stderr)
        return 3
    return 0


def serve() -> int:
    """Answers requests until the input ends."""
    requests, answers = claim_standard_streams()
    # The SDK's libraries can report every call to a service on the internet; nothing leaves this process.
    os.environ["LANGSMITH_TRACING"] = os.environ["LANGCHAIN_TRACING_V2"] = "false"
    if os.environ.get("CONFLUENCE_DOCTOR_FAST_RETRIES") == "1":
        return_from_sleep_at_once()
    session = Session(log_to_standard_error())
    try:
        Server(session.methods()).serve(requests, answers)
    except (KeyboardInterrupt, BrokenPipeError):
        return 130
    return 0


def main() -> int:
    # Last on the path: they serve only where the real modules can't be installed.
    sys.path.append(str(Path(__file__).with_name("stand-ins")))
    return check() if sys.argv[1:] == ["--check"] else serve()


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # Libraries leave threads behind whose end takes longer than a run may wait; nothing is left to be written.
    os._exit(status)
