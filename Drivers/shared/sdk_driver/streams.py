"""Standard input and output, for the protocol alone."""

import os
from collections.abc import Iterator
from typing import TextIO


class Requests(Iterator[str]):
    """The lines of a descriptor, after those that were read of it before."""

    def __init__(self, descriptor: int, begun: bytes = b"") -> None:
        self._descriptor = descriptor
        self._read = bytearray(begun)

    def __next__(self) -> str:
        looked_at = 0
        while (end := self._read.find(b"\n", looked_at)) < 0:
            looked_at = len(self._read)
            if not (more := os.read(self._descriptor, 1 << 16)):
                end = looked_at - 1
                break
            self._read += more
        if not self._read:
            raise StopIteration
        line = self._read[: end + 1].decode(errors="replace")
        del self._read[: end + 1]
        return line


def beginning(descriptor: int) -> bytes:
    """What a descriptor holds, at least as far as its first line goes."""
    read = b""
    while b"\n" not in read and (more := os.read(descriptor, 1 << 16)):
        read += more
    return read


def claim_standard_streams(begun: bytes = b"") -> tuple[Requests, TextIO]:
    """Takes input and output for the protocol alone: what anything else prints goes to standard error."""
    requests = Requests(os.dup(0), begun)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, answers
