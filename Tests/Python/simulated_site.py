"""A site of Fixtures/sites, simulated by the built command in a process of its own."""

import base64
import json
import os
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import pytest
import requests
from atlassian import Confluence

ROOT = Path(__file__).parents[2]
SITES = ("acme-cloud", "acme-datacenter")
LONGEST_START = 30.0


class SimulatedSite:
    """Runs from `with` to its end; knows its users' credentials as the command told them.

    With `tls` it is reached by its own name over https: a client needs `variables` in its environment, and `url` is
    what people have in their configuration. `options` are further words of `simulate`.
    """

    def __init__(
        self, name: str, *, file: Path | None = None, tls: bool = False, options: Sequence[str] = ()
    ) -> None:
        self.name = name
        self._file = file or ROOT / "Fixtures/sites" / f"{name}.yaml"
        self.tls = tls
        self._options = options
        binary = os.environ.get("CONFLUENCE_DOCTOR_BINARY")
        if not binary:
            pytest.skip("CONFLUENCE_DOCTOR_BINARY does not name the built command")
        self._binary = binary

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory()
        ready = Path(self._folder.name, "ready.json")
        self._errors = Path(self._folder.name, "errors.txt")
        options = [*self._options, *(["--proxy", "0"] if self.tls else [])]
        with self._errors.open("w") as errors:
            self._process = subprocess.Popen(
                [self._binary, "simulate", "--site", self._file, "--port", "0", "--ready-file", ready, *options],
                stdout=subprocess.DEVNULL,
                stderr=errors,
                text=True,
            )
        self._told = self._wait_for(ready)
        self.is_cloud = self._site["deployment"] == "cloud"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        finally:
            self._process.kill()
            self._folder.cleanup()

    @staticmethod
    def file(name: str) -> Path:
        return ROOT / "Fixtures/sites" / f"{name}.yaml"

    @property
    def url(self) -> str:
        """Where clients find the site: below its own name with TLS, else on this machine."""
        return str(self._site["hostURL" if self.tls else "url"])

    @property
    def proxy(self) -> str:
        return str(self._told["proxy"])

    @property
    def admin(self) -> str:
        """Where the console and the admin API are, if `options` hold `--admin`."""
        return str(self._told["admin"])

    @property
    def ca(self) -> str:
        """The file with the certificate authority that signs for the site."""
        return str(self._told["ca"])

    @property
    def variables(self) -> dict[str, str]:
        """What must be in a client's environment for it to reach the site by its own name."""
        bundles = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS")
        proxies = {name: self.proxy for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")}
        return {"no_proxy": "", "NO_PROXY": ""} | proxies | {name: self.ca for name in bundles}

    @property
    def standard_error(self) -> str:
        """What the command has told whoever runs it."""
        return self._errors.read_text()

    def notes_with(self, words: str) -> str:
        """Standard error once it holds the words: what the command tells of a connection may come after its end."""
        end = time.monotonic() + LONGEST_START
        while words not in (text := self.standard_error):
            assert time.monotonic() < end, f"nothing was said of “{words}”: {text}"
            time.sleep(0.02)
        return text

    @property
    def secrets(self) -> list[str]:
        """Every password and token of the site."""
        users: list[dict[str, Any]] = self._site["users"]
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

    @property
    def root(self) -> str:
        """Scheme, host and port of the address on this machine."""
        return "/".join(str(self._site["url"]).split("/")[:3])

    def reset(self) -> None:
        """Makes the site what it was at its start."""
        self._administer("reset", {})

    def act(self, *acts: Any) -> None:
        """Does what the site's administrator would do, in the words of scenario steps."""
        self._administer("acts", list(acts))

    def asked(self) -> list[dict[str, Any]]:
        """What the site's journal holds."""
        entries: list[dict[str, Any]] = self._administer("journal")["entries"]
        return entries

    def _administer(self, path: str, body: Any = None) -> Any:
        """Asks the admin API, if `options` hold `--admin`; a body is posted."""
        request = urllib.request.Request(
            f"{self.root}/__sim/sites/{self.name}/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(request, timeout=10) as answer:
            return json.load(answer)

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

    @property
    def _site(self) -> dict[str, Any]:
        site: dict[str, Any] = self._told["sites"][0]
        return site

    def _user(self, name: str) -> dict[str, Any]:
        users: list[dict[str, Any]] = self._site["users"]
        return next(user for user in users if user["name"] == name)

    def _wait_for(self, ready: Path) -> dict[str, Any]:
        end = time.monotonic() + LONGEST_START
        while time.monotonic() < end:
            if self._process.poll() is not None:
                raise AssertionError(f"simulate ended with {self._process.returncode}: {self.standard_error}")
            if ready.exists() and (text := ready.read_text()).endswith("\n"):
                told: dict[str, Any] = json.loads(text)
                return told
            time.sleep(0.02)
        raise AssertionError(f"simulate wrote no ready file in {LONGEST_START:.0f} s")
