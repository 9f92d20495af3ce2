"""The driver of the real toolkit, as the runner starts it and speaks to it."""

import json
import os
import queue
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import Any, Self

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_ANSWER = 60.0


def driver_python(name: str = "elitea") -> Path:
    cache = os.environ.get("XDG_CACHE_HOME") or f"{Path.home()}/.cache"
    drivers = os.environ.get("CONFLUENCE_DOCTOR_DRIVERS") or f"{cache}/confluence-doctor/drivers"
    python = Path(drivers, name, "bin", "python")
    if not python.exists():
        pytest.fail(f"the driver is not set up; run scripts/setup-driver {name}")
    return python


def environment() -> dict[str, str]:
    """The environment of this process, without the name of the running test: one nursery serves them all."""
    return {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"}


class DriverProcess:
    """Sends one line and reads one line; an answer that is not a line of JSON fails the test."""

    def __init__(self, name: str = "elitea", in_nursery: bool = False, **variables: str) -> None:
        self._name = name
        self._variables = variables
        if in_nursery:
            # As a run does it: the nursery lives as long as this process.
            self._variables["CONFLUENCE_DOCTOR_NURSERY"] = str(os.getpid())

    def __enter__(self) -> Self:
        self._errors = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            [driver_python(self._name), ROOT / f"Drivers/{self._name}/driver.py"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            encoding="utf-8",
            env=environment() | {"CONFLUENCE_DOCTOR_FAST_RETRIES": "1"} | self._variables,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self._number = 0
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._errors.close()

    @property
    def process(self) -> subprocess.Popen[str]:
        return self._process

    def send(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        line = self._lines.get(timeout=LONGEST_ANSWER)
        assert line, f"the driver ended: {self.standard_error()}"
        message = json.loads(line)
        assert isinstance(message, dict)
        return message

    def ask(self, method: str, params: Any = None) -> dict[str, Any]:
        """Sends a request, and returns its answer: the whole message."""
        self._number += 1
        request = {"jsonrpc": "2.0", "id": self._number, "method": method, "params": params}
        self.send(json.dumps(request))
        answer = self.answer()
        assert (answer["jsonrpc"], answer["id"]) == ("2.0", self._number)
        return answer

    def initialize(self, configuration: Any) -> dict[str, Any]:
        experimental = {"confluenceDoctor": {"configuration": configuration}}
        params = {"protocolVersion": "2025-06-18", "capabilities": {"experimental": experimental}}
        return self.ask("initialize", params)

    def call(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """Calls a tool, and returns the result of the protocol."""
        answer = self.ask("tools/call", {"name": tool, "arguments": arguments})
        result: dict[str, Any] = answer["result"]
        return result

    def end(self, seconds: float) -> int:
        """Closes the driver's input, and waits for its end."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self._process.wait(timeout=seconds)

    def standard_error(self) -> str:
        self._errors.seek(0)
        return self._errors.read().decode()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")
