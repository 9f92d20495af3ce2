"""Commands of real clients, run as their users run them, and the site of scoped tokens."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from simulated_site import SimulatedSite

LONGEST_RUN = 60.0


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

    def shown(self, module: str, *arguments: str | Path, environment: Mapping[str, str] | None = None) -> str:
        """What a run that fails prints, standard output first; one that succeeds fails the test."""
        result = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=self.folder,
            env={**os.environ, "COLUMNS": "500", **(environment or {})},
            capture_output=True,
            text=True,
            timeout=LONGEST_RUN,
        )
        assert result.returncode != 0, f"{module} succeeded: {result.stdout}"
        return result.stdout + result.stderr


@pytest.fixture
def commands(tmp_path: Path) -> Commands:
    return Commands(tmp_path)
