"""A simulated site that is up."""

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from .admin import Admin
from .definition import Right
from .errors import ConfluenceDoctorError
from .journal import Journal
from .process import SimulatorProcess

BUNDLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS")
PROXIES = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")


class ConfluenceSite:
    """Where a site is, who its users are, what its administrator can do, and what was asked of it."""

    def __init__(self, process: SimulatorProcess) -> None:
        self.process = process
        self._told: dict[str, Any] = process.told["sites"][0]
        self.name: str = self._told["name"]
        self.is_cloud: bool = self._told["deployment"] == "cloud"
        #: The address on this machine, over plain http, for clients that are told their deployment.
        self.url: str = self._told["url"]
        #: The address under the site's own name, for clients whose environment holds `env`.
        self.real_url: str = self._told["hostURL"]
        #: The forward proxy that leads to `real_url`.
        self.proxy: str = process.told["proxy"]
        #: The file with the certificate authority that signs for the site.
        self.ca: str = process.told["ca"]
        root = "/".join(self.url.split("/")[:3])
        self._admin = Admin(root, self.name)
        self.journal = Journal(self._admin)

    @property
    def env(self) -> dict[str, str]:
        """What must be in a client's environment to reach the site at `real_url`, and nothing else."""
        variables = {name: self.proxy for name in PROXIES} | {name: self.ca for name in BUNDLES}
        return {"no_proxy": "", "NO_PROXY": "", "NODE_USE_ENV_PROXY": "1"} | variables

    # Users

    def login(self, user: str) -> str:
        """What the user signs in with: the e-mail on Cloud, the name on Data Center."""
        return str(self._user(user)["email" if self.is_cloud else "name"])

    def password(self, user: str) -> str:
        return str(self._user(user)["password"])

    def token(self, name: str) -> str:
        """The value of the token of that name, or of a user's first one."""
        for user in self._told["users"]:
            for token in user["tokens"]:
                if token["name"] == name or user["name"] == name:
                    return str(token["value"])
        known = ", ".join(token["name"] for user in self._told["users"] for token in user["tokens"])
        raise ConfluenceDoctorError(f"the site has no token “{name}”; known are {known}")

    def headers(self, user: str) -> dict[str, str]:
        """The Authorization header as the deployment wants it."""
        if not self.is_cloud:
            return {"Authorization": f"Bearer {self.token(user)}"}
        credentials = base64.b64encode(f"{self.login(user)}:{self.token(user)}".encode()).decode()
        return {"Authorization": f"Basic {credentials}"}

    def client_options(self, user: str) -> dict[str, Any]:
        """What `atlassian.Confluence(**…)` takes to be that user."""
        if not self.is_cloud:
            return {"url": self.url, "token": self.token(user), "cloud": False}
        return {"url": self.url, "username": self.login(user), "password": self.token(user), "cloud": True}

    def _user(self, name: str) -> dict[str, Any]:
        for user in self._told["users"]:
            if user["name"] == name:
                return dict(user)
        known = ", ".join(user["name"] for user in self._told["users"])
        raise ConfluenceDoctorError(f"the site has no user “{name}”; known are {known}")

    # The administrator

    def act(self, *acts: Mapping[str, Any]) -> None:
        """Does what an administrator would do, in the words of scenario files: `{"trash": 98311}`."""
        self._admin.post("acts", list(acts))

    def revoke(self, token: str) -> None:
        """Revokes the token of that name."""
        self.act({"revoke-token": token})

    def expire(self, token: str) -> None:
        """Lets the token of that name end now."""
        self.act({"expire-token": token})

    def deactivate(self, user: str) -> None:
        self.act({"set-active": {"user": user, "active": False}})

    def grant(self, user: str, space: str, *rights: Right) -> None:
        self.act({"grant": {"operations": list(rights), "to": {"user": user}, "space": space}})

    def withdraw(self, user: str, space: str, *rights: Right) -> None:
        self.act({"withdraw": {"operations": list(rights), "from": {"user": user}, "space": space}})

    def restrict(
        self, page: int | str, *, viewers: Sequence[str] | None = None, editors: Sequence[str] | None = None
    ) -> None:
        """Restricts viewing or editing a page to these users; an empty list lifts the restriction."""
        for word, names in (("restrict-viewing", viewers), ("restrict-editing", editors)):
            if names is not None:
                self.act({word: {"page": int(page), "to": [{"user": name} for name in names]}})

    def trash(self, page: int | str) -> None:
        self.act({"trash": int(page)})

    def settings(self, **changes: Any) -> None:
        """Changes settings of the site: `settings(anonymous_access=True)`."""
        self.act({"settings": {name.replace("_", "-"): value for name, value in changes.items()}})

    def fault(self, fault: str | Mapping[str, Any]) -> None:
        """Puts a fault on: a ready-made one by its name, or a rule."""
        self.act({"fault": fault if isinstance(fault, str) else dict(fault)})

    def clear_faults(self) -> None:
        self._admin.delete("faults")

    def advance(self, time: str) -> None:
        """Turns the site's clock forward: `advance("90 days")`."""
        self._admin.post("clock", {"advance": time})

    def freeze(self, moment: str | None = None) -> None:
        """Lets the site's clock stand still, at a moment such as `2026-03-02T09:00:00Z` or at the present one."""
        self._admin.post("clock", {"freeze": moment or True})

    @property
    def now(self) -> str:
        return str(self._admin.get("clock")["now"])

    def page(self, id: int | str) -> dict[str, Any]:
        """A page as its administrator sees it: `title`, `body`, `labels`, `versions`, `attachments`, ….

        Reading it is no part of the journal.
        """
        told: dict[str, Any] = self._admin.get(f"pages/{id}")
        return {**told.pop("page"), **told}

    def pages(self, space: str) -> dict[str, dict[str, Any]]:
        """The pages of a space by their titles."""
        return {page["title"]: page for page in self._admin.get(f"pages?space={space}")["pages"]}

    def may(self, user: str, operation: str, *, page: int | str | None = None, space: str | None = None) -> bool:
        """Whether the user may do that, without a request."""
        place = f"page={page}" if page is not None else f"space={space}"
        return bool(self._admin.get(f"verdict?user={user}&operation={operation}&{place}")["granted"])

    def reset(self) -> None:
        """Makes the site what it was at its start, and empties its journal."""
        self._admin.post("reset", {})

    def close(self) -> None:
        self.process.close()
