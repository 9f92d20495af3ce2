"""A site of Fixtures/sites, simulated by the built command in a process of its own."""

import json
import os
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any, Self

import pytest
from atlassian import Confluence

ROOT = Path(__file__).parents[2]
SITES = ("acme-cloud", "acme-datacenter")
LONGEST_START = 30.0


class SimulatedSite:
    """Runs from `with` to its end; knows its users' credentials as the command told them."""

    def __init__(self, name: str, file: Path | None = None) -> None:
        self.name = name
        self._file = file or ROOT / "Fixtures/sites" / f"{name}.yaml"
        binary = os.environ.get("CONFLUENCE_DOCTOR_BINARY")
        if not binary:
            pytest.skip("CONFLUENCE_DOCTOR_BINARY does not name the built command")
        self._binary = binary

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory()
        ready = Path(self._folder.name, "ready.json")
        site = self._file
        self._process = subprocess.Popen(
            [self._binary, "simulate", "--site", site, "--port", "0", "--admin", "--ready-file", ready, "--format", "json"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._told = self._wait_for(ready)["sites"][0]
        self.is_cloud = self._told["deployment"] == "cloud"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self._process.communicate(timeout=10)
        finally:
            self._process.kill()
            self._folder.cleanup()

    @property
    def url(self) -> str:
        url: str = self._told["url"]
        return url

    @property
    def root(self) -> str:
        """Scheme, host and port alone."""
        return "/".join(self.url.split("/")[:3])

    def reset(self) -> None:
        """Makes the site what it was at its start."""
        self._administer("reset", {})

    def act(self, *acts: Any) -> None:
        """Does what the site's administrator would do, in the words of scenario steps."""
        self._administer("acts", list(acts))

    def asked(self) -> list[dict[str, Any]]:
        """What the site's journal holds."""
        with urllib.request.urlopen(f"{self.root}/__sim/sites/{self.name}/journal", timeout=10) as answer:
            entries: list[dict[str, Any]] = json.load(answer)["entries"]
            return entries

    def _administer(self, path: str, body: Any) -> None:
        request = urllib.request.Request(
            f"{self.root}/__sim/sites/{self.name}/{path}",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        urllib.request.urlopen(request, timeout=10).close()

    def login(self, user: str) -> str:
        """The name a user signs in with."""
        found = self._user(user)
        return str(found["email"] if self.is_cloud else found["name"])

    def token(self, user: str, name: str = "token") -> str:
        """The token that the site calls `<user>-<name>`."""
        tokens = self._user(user)["tokens"]
        return next(str(token["value"]) for token in tokens if token["name"] == f"{user}-{name}")

    def client(self, user: str, *, token: str | None = None) -> Confluence:
        """The unmodified client, signed in the way the deployment wants it."""
        secret = token or self.token(user)
        if self.is_cloud:
            return Confluence(url=self.url, username=self.login(user), password=secret, cloud=True)
        return Confluence(url=self.url, token=secret, cloud=False)

    def _user(self, name: str) -> dict[str, Any]:
        users: list[dict[str, Any]] = self._told["users"]
        return next(user for user in users if user["name"] == name)

    def _wait_for(self, ready: Path) -> dict[str, Any]:
        end = time.monotonic() + LONGEST_START
        while time.monotonic() < end:
            if self._process.poll() is not None:
                _, errors = self._process.communicate()
                raise AssertionError(f"simulate ended with {self._process.returncode}: {errors}")
            if ready.exists() and (text := ready.read_text()).endswith("\n"):
                told: dict[str, Any] = json.loads(text)
                return told
            time.sleep(0.02)
        raise AssertionError(f"simulate wrote no ready file in {LONGEST_START:.0f} s")
