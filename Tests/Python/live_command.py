"""The built command with a profile of a live site, in folders of its own."""

import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from simulated_site import ROOT

WRITES = """
version: 1
name: two pages
site: {root}/scenarios/contracts/sites/data-center.yaml
live: {{accounts: [writer], writes: true, space: LAW}}
steps:
  - http:
      method: POST
      path: /rest/api/content
      as: writer
      body:
        type: page
        title: "First of {{{{run.id}}}}"
        space: {{key: "{{{{scratch.space}}}}"}}
        ancestors: [{{id: "{{{{scratch.parent}}}}"}}]
    expect: {{status: 200}}
    capture: {{first: id}}
  - http: {{path: "/rest/api/content/{{{{var.first}}}}", as: writer}}
    expect: {{status: 200}}
  - http:
      method: POST
      path: /rest/api/content
      as: writer
      body:
        type: page
        title: "Second of {{{{run.id}}}}"
        ancestors: [{{id: "{{{{var.first}}}}"}}]
    expect: {{status: 200}}
"""


class LiveCommand:
    """Runs the command as somebody does who has `profile` under the name of `site` in a file of profiles."""

    def __init__(self, folder: Path, profile: str, secrets: dict[str, str]) -> None:
        self.folder = folder
        self.state = folder / "state"
        self.profiles = folder / "profiles.yaml"
        self.profiles.write_text(f"version: 1\nprofiles:\n  site:\n{profile}")
        self._environment = os.environ | secrets | {"XDG_STATE_HOME": str(self.state)}
        binary = os.environ.get("CONFLUENCE_DOCTOR_BINARY")
        if not binary:
            pytest.skip("CONFLUENCE_DOCTOR_BINARY does not name the built command")
        self._binary = binary

    def scenario(self, text: str) -> Path:
        path = self.folder / "scenario.yaml"
        path.write_text(text.format(root=ROOT))
        return path

    def run(self, *words: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self._words(words), capture_output=True, text=True, timeout=120, env=self._environment
        )

    def start(self, *words: Any) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        return subprocess.Popen(self._words(words), stdout=pipe, stderr=pipe, text=True, env=self._environment)

    def clean(self) -> subprocess.CompletedProcess[str]:
        return self.run("clean", "site", "--profiles", self.profiles)

    @property
    def records(self) -> list[Path]:
        """What runs have left to be cleaned up."""
        return sorted(self.state.rglob("*.jsonl"))

    def _words(self, words: tuple[Any, ...]) -> list[str]:
        if words[0] == "run":
            words = (*words, "--against", "live:site", "--profiles", self.profiles)
        return [self._binary, *map(str, words)]


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()
