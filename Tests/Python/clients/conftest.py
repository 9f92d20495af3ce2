"""Commands of real clients, run as their users run them, and the site of scoped tokens."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from simulated_site import SimulatedSite

LONGEST_RUN = 240.0

# A PNG of one pixel.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


@pytest.fixture(scope="session")
def scoped() -> Iterator[SimulatedSite]:
    file = Path(__file__).with_name("scoped.yaml")
    with SimulatedSite("scoped", file=file, options=["--admin"]) as site:
        yield site


class Commands:
    """Runs `python -m MODULE` in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, text: str) -> Path:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def write_picture(self, name: str) -> Path:
        file = self.folder / name
        file.write_bytes(PICTURE)
        return file

    def shown(self, module: str, *arguments: str | Path, environment: Mapping[str, str] | None = None) -> str:
        """What a run that fails prints, standard output first; one that succeeds fails the test."""
        result = self._run(module, *arguments, environment=environment)
        assert result.returncode != 0, f"{module} succeeded: {result.stdout}"
        return result.stdout + result.stderr

    def succeed(self, module: str, *arguments: str | Path, environment: Mapping[str, str] | None = None) -> str:
        """What a run prints that ends well; one that fails fails the test."""
        result = self._run(module, *arguments, environment=environment)
        assert result.returncode == 0, f"{module} failed: {result.stdout}{result.stderr}"
        return result.stdout + result.stderr

    def program(self, name: str, *arguments: str | Path, asked: str = "") -> subprocess.CompletedProcess[str]:
        """What comes of a program that a package has brought along.

        Args:
            asked: What it reads from standard input.
        """
        return self._execute(Path(sys.executable).with_name(name), *arguments, asked=asked)

    def _run(
        self, module: str, *arguments: str | Path, environment: Mapping[str, str] | None
    ) -> subprocess.CompletedProcess[str]:
        return self._execute(sys.executable, "-m", module, *arguments, environment=environment)

    def _execute(
        self, *words: str | Path, environment: Mapping[str, str] | None = None, asked: str = ""
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words,
            cwd=self.folder,
            input=asked,
            env={**os.environ, "COLUMNS": "500", **(environment or {})},
            capture_output=True,
            text=True,
            timeout=LONGEST_RUN,
        )


@pytest.fixture
def commands(tmp_path: Path) -> Commands:
    return Commands(tmp_path)
