"""Sites written in Python; each becomes a site file."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Right = Literal[
    "view",
    "create-page",
    "create-blogpost",
    "create-comment",
    "create-attachment",
    "delete-page",
    "delete-blogpost",
    "delete-comment",
    "delete-attachment",
    "delete-own",
    "archive-page",
    "restrict",
    "export",
    "administer",
]


@dataclass(frozen=True)
class User:
    """An account with a password, and a token `NAME-token` of the kind that the deployment takes."""

    name: str
    groups: Sequence[str] = ()
    admin: bool = False
    active: bool = True
    licensed: bool = True


@dataclass(frozen=True)
class Page:
    """A page with those below it; without an id the site gives it one."""

    title: str
    body: str = ""
    id: int | None = None
    labels: Sequence[str] = ()
    children: Sequence["Page"] = ()
    viewers: Sequence[str] = ()
    editors: Sequence[str] = ()
    creator: str | None = None
    attachments: Mapping[str, str] = field(default_factory=dict)

    def document(self) -> dict[str, Any]:
        written: dict[str, Any] = {"title": self.title, "body": self.body}
        if self.id is not None:
            written["id"] = self.id
        if self.creator:
            written["creator"] = self.creator
        if self.labels:
            written["labels"] = list(self.labels)
        for word, names in (("viewers", self.viewers), ("editors", self.editors)):
            if names:
                written[word] = [{"user": name} for name in names]
        if self.attachments:
            written["attachments"] = [
                {"name": name, "media-type": "text/plain", "text": text} for name, text in self.attachments.items()
            ]
        if self.children:
            written["children"] = [child.document() for child in self.children]
        return written


@dataclass(frozen=True)
class Space:
    """A space; `may` says for each account, or for "anonymous", what it may do, or "all"."""

    key: str
    may: Mapping[str, Sequence[Right] | Literal["all"]] = field(default_factory=dict)
    pages: Sequence[Page] = ()
    name: str | None = None

    def document(self) -> dict[str, Any]:
        permissions: list[dict[str, Any]] = []
        for who, rights in self.may.items():
            subject: dict[str, Any] = {"anonymous": True} if who == "anonymous" else {"user": who}
            permissions.append(subject | {"may": rights if isinstance(rights, str) else list(rights)})
        return {
            "key": self.key,
            "name": self.name or self.key,
            "permissions": permissions,
            "pages": [page.document() for page in self.pages],
        }


@dataclass(frozen=True)
class _Site:
    users: Sequence[User]
    spaces: Sequence[Space] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    faults: Sequence[str | Mapping[str, Any]] = ()

    def _document(self, head: Mapping[str, Any], kind: str) -> dict[str, Any]:
        return {
            **head,
            "settings": dict(self.settings),
            "faults": list(self.faults),
            "users": [_user(user, kind) for user in self.users],
            "spaces": [space.document() for space in self.spaces],
        }


@dataclass(frozen=True)
class CloudSite(_Site):
    """A site of Confluence Cloud."""

    name: str = "site"
    host: str = "site.atlassian.net"

    def document(self) -> dict[str, Any]:
        return self._document({"name": self.name, "deployment": "cloud", "host": self.host}, "api-token")


@dataclass(frozen=True)
class DataCenterSite(_Site):
    """A site of Confluence Data Center."""

    name: str = "site"
    host: str = "confluence.site.example"
    version: str = "9.2.0"
    context_path: str = "/confluence"

    def document(self) -> dict[str, Any]:
        head = {
            "name": self.name,
            "deployment": "data-center",
            "version": self.version,
            "host": self.host,
            "context-path": self.context_path,
        }
        return self._document(head, "personal-access-token")


def _user(user: User, kind: str) -> dict[str, Any]:
    written: dict[str, Any] = {
        "name": user.name,
        "email": f"{user.name}@site.example",
        "password": f"{user.name}-password",
        "tokens": [{"name": f"{user.name}-token", "kind": kind, "value": _token(user.name, kind)}],
    }
    groups = [*user.groups, *(["confluence-administrators"] if user.admin else [])]
    if groups:
        written["groups"] = groups
    if user.admin:
        written["site-admin"] = True
    if not user.active:
        written["active"] = False
    if not user.licensed:
        written["licensed"] = False
    return written


def _token(name: str, kind: str) -> str:
    """A token as long as a real one, and always the same for a name."""
    seed = hashlib.sha512(f"{kind} of {name}".encode()).digest()
    if kind == "personal-access-token":
        return base64.b64encode(seed[:33]).decode()
    letters = base64.urlsafe_b64encode(seed + hashlib.sha512(seed).digest()).decode().rstrip("=")
    return f"ATATT3xFfGF0{letters}={seed[:4].hex().upper()}"
