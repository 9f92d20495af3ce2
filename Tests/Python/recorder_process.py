"""The built command's `record` and `replay`, each in a process of its own."""

import json
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Self

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_START = 30.0


def binary() -> str:
    named = os.environ.get("CONFLUENCE_DOCTOR_BINARY")
    if not named:
        pytest.skip("CONFLUENCE_DOCTOR_BINARY does not name the built command")
    return named


class Listening:
    """A command that prints one line of JSON once it listens, from `with` to its end."""

    def __init__(self, *words: str, environment: dict[str, str] | None = None) -> None:
        self._words = [binary(), *words, "--format", "json"]
        self._environment = environment or {}
        self.status: int | None = None

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory()
        self.folder = Path(self._folder.name)
        self._errors = self.folder / "errors.txt"
        with self._errors.open("w") as errors:
            self._process = subprocess.Popen(
                self._words,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                cwd=ROOT,
                env=os.environ | self._environment,
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, f"it did not start: {self.standard_error}"
        self.told: dict[str, Any] = json.loads(line)
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._folder.cleanup()

    def stop(self) -> int:
        """Ends it as Ctrl-C does, and gives its exit code."""
        if self.status is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self.status = self._process.wait(timeout=20)
            finally:
                self._process.kill()
        return self.status

    def kill(self) -> None:
        """Ends it without a chance to finish anything."""
        self._process.kill()
        self.status = self._process.wait(timeout=20)

    @property
    def url(self) -> str:
        return str(self.told["url"])

    @property
    def standard_error(self) -> str:
        return self._errors.read_text()

    @property
    def resident_mebibytes(self) -> float:
        """How much memory the process has now."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


class Recorder(Listening):
    """`record` into a file of a folder that is given."""

    def __init__(
        self, upstream: str, folder: Path, *options: str, environment: dict[str, str] | None = None
    ) -> None:
        self.file = folder / "recording.har"
        self.journal = folder / "recording.har.journal"
        super().__init__(
            "record", "--upstream", upstream, "-o", str(self.file), *options, environment=environment
        )

    def entries_once(self, count: int) -> list[str]:
        """The journal's lines once it holds so many exchanges, which are written after they have passed."""
        end = time.monotonic() + LONGEST_START
        while len(lines := self.journal.read_text().splitlines()[1:]) < count:
            assert time.monotonic() < end, f"{len(lines)} of {count} exchanges are in the journal"
            time.sleep(0.02)
        return lines

    def recording(self) -> list[dict[str, Any]]:
        """The entries of the finished file."""
        assert self.stop() == 0, self.standard_error
        assert not self.journal.exists()
        entries: list[dict[str, Any]] = json.loads(self.file.read_text())["log"]["entries"]
        return entries


def command(*words: str) -> subprocess.CompletedProcess[str]:
    """Runs the built command to its end."""
    return subprocess.run([binary(), *words], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
