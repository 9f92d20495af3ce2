"""A site of Fixtures/sites, simulated by the built command in a process of its own."""

import base64
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Self

import pytest
import requests
from atlassian import Confluence

ROOT = Path(__file__).parents[2]
SITES = ("acme-cloud", "acme-datacenter")
LONGEST_START = 30.0


class SimulatedSite:
    """Runs from `with` to its end; knows its users' credentials as the command told them."""

    def __init__(self, name: str, *, options: tuple[str, ...] = ()) -> None:
        self.name = name
        self._options = options
        self.is_cloud = name == "acme-cloud"
        binary = os.environ.get("CONFLUENCE_DOCTOR_BINARY")
        if not binary:
            pytest.skip("CONFLUENCE_DOCTOR_BINARY does not name the built command")
        self._binary = binary

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory()
        ready = Path(self._folder.name, "ready.json")
        site = self.file(self.name)
        self._process = subprocess.Popen(
            [self._binary, "simulate", "--site", site, "--port", "0", "--ready-file", ready, "--format", "json"]
            + list(self._options),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._announced = self._wait_for(ready)
        self._told = self._announced["sites"][0]
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self._process.communicate(timeout=10)
        finally:
            self._process.kill()
            self._folder.cleanup()

    @staticmethod
    def file(name: str) -> Path:
        return ROOT / "Fixtures/sites" / f"{name}.yaml"

    @property
    def url(self) -> str:
        url: str = self._told["url"]
        return url

    @property
    def console(self) -> str:
        """The address of the console; only with `--admin`."""
        return str(self._announced["admin"])

    @property
    def secrets(self) -> list[str]:
        """Every password and token of the site."""
        users: list[dict[str, Any]] = self._told["users"]
        tokens = [str(token["value"]) for user in users for token in user["tokens"]]
        return tokens + [str(user["password"]) for user in users if user["password"]]

    def get(
        self, path: str, user: str | None = None, *, token: str | None = None, **more: Any
    ) -> requests.Response:
        """The answer to a user's request for a path below the context, with any of its tokens."""
        return self.send("GET", path, user, token=token, **more)

    def send(
        self, method: str, path: str, user: str | None = None, *, token: str | None = None, **more: Any
    ) -> requests.Response:
        headers = dict(more.pop("headers", {}))
        if user:
            secret = token or self.token(user)
            basic = base64.b64encode(f"{self.login(user)}:{secret}".encode()).decode()
            headers["Authorization"] = f"Basic {basic}" if self.is_cloud else f"Bearer {secret}"
        return requests.request(method, self.url + path, headers=headers, timeout=30, **more)

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
