"""The signals that a run sends to a session, through the process that stands in for it."""

import signal

PASSED_ON = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)


def hear_signals() -> None:
    """Lets signals end this process: a run in the background ignores them, and children inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
