"""The command that serves a site, in a process that ends with the tests whatever becomes of them."""

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .errors import ConfluenceDoctorError

VARIABLE = "CONFLUENCE_DOCTOR_BINARY"
LONGEST_START = 30.0
LONGEST_END = 10.0


def find_command(named: str | None) -> str:
    """The command that an option or the environment names, or else the one on the PATH."""
    for source, name in (("the option", named), (VARIABLE, os.environ.get(VARIABLE))):
        if name:
            if os.access(name, os.X_OK):
                return name
            raise ConfluenceDoctorError(f"{source} names {name}, which can't be run")
    found = shutil.which("confluence-doctor")
    if found is None:
        raise ConfluenceDoctorError(
            f"there is no confluence-doctor on the PATH; put it there, or name the built command in {VARIABLE}"
        )
    return found


class SimulatorProcess:
    """Runs `confluence-doctor simulate` on free ports; `told` is what it says of itself."""

    def __init__(self, command: str, site: Path | dict[str, Any], options: Sequence[str] = ()) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="pytest-confluence-doctor-")
        self._errors = Path(self._folder.name, "errors.txt")
        try:
            self._start(command, site, options)
            self.told = self._wait()
        except BaseException:
            self.close()
            raise

    _process: subprocess.Popen[bytes] | None = None
    _watch: subprocess.Popen[bytes] | None = None

    def _start(self, command: str, site: Path | dict[str, Any], options: Sequence[str]) -> None:
        if isinstance(site, dict):
            file = Path(self._folder.name, "site.json")
            file.write_text(json.dumps(site), encoding="utf-8")
        elif not (file := site).is_file():
            raise ConfluenceDoctorError(f"there is no site file {file}")
        self._ready = Path(self._folder.name, "ready.json")
        words = ["simulate", "--site", str(file), "--port", "0", "--proxy", "0", "--admin"]
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                [command, *words, "--ready-file", str(self._ready), *options],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
        # Its input ends with this process, also when that is killed; then it ends the simulator.
        self._watch = subprocess.Popen(
            ["/bin/sh", "-c", 'read -r line; kill "$1" 2>/dev/null', "sh", str(self._process.pid)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _wait(self) -> dict[str, Any]:
        assert self._process is not None
        end = time.monotonic() + LONGEST_START
        while time.monotonic() < end:
            if self._process.poll() is not None:
                raise ConfluenceDoctorError(f"the site does not start:\n{self.errors.strip()}")
            if self._ready.exists() and (text := self._ready.read_text(encoding="utf-8")).endswith("\n"):
                told: dict[str, Any] = json.loads(text)
                return told
            time.sleep(0.01)
        raise ConfluenceDoctorError(f"the site did not start within {LONGEST_START:.0f} s: {self.errors}")

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def errors(self) -> str:
        """What the command has written to standard error."""
        return self._errors.read_text(encoding="utf-8", errors="replace") if self._errors.exists() else ""

    def close(self) -> None:
        """Ends the process; a second time does nothing."""
        for process in (self._watch, self._process):
            if process is None:
                continue
            if process.stdin:
                process.stdin.close()
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(LONGEST_END)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        self._folder.cleanup()
