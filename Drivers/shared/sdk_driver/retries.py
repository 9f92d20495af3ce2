"""Makes the toolkit's waits between tries take no time."""

import threading
import time
from typing import SupportsIndex


def return_from_sleep_at_once() -> None:
    """Replaces `time.sleep` for the main thread, where the tools run; other threads keep their pauses."""
    sleep = time.sleep

    def return_at_once(seconds: float | SupportsIndex, /) -> None:
        sleep(0 if threading.current_thread() is threading.main_thread() else seconds)

    time.sleep = return_at_once
