"""Standard input and output, for the protocol alone."""

import os
from typing import TextIO


def claim_standard_streams() -> tuple[TextIO, TextIO]:
    """Takes input and output for the protocol alone: what anything else prints goes to standard error."""
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8", errors="replace")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, answers
