"""A small server that answers like a Confluence Data Center; it shares nothing with the simulator."""

import base64
import copy
import json
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

CONTEXT = "/confluence"
MANIFEST = "<manifest><id>c</id><name>Stand-in</name><typeId>confluence</typeId><version>9.2.0</version></manifest>"


@dataclass
class Asked:
    """One request, with the number that it has among those of its method and path."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any
    user: str | None
    nth: int = 0


Answer = tuple[int, Any] | tuple[int, Any, dict[str, str]]


@dataclass
class StandIn:
    """`before` and `after` may give another answer than the site's own; to wait in them is to keep the client waiting."""

    accounts: dict[str, str] = field(default_factory=lambda: {"writer": "writer-password-1"})
    before: Callable[[Asked], Answer | None] = lambda asked: None
    after: Callable[[Asked, Answer], Answer] = lambda asked, answer: answer
    requests: list[Asked] = field(default_factory=list)
    contents: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __enter__(self) -> Self:
        self._lock = threading.Lock()
        self._last = 1000
        self.released = threading.Event()
        self.add("SCRATCH", "Home", None)
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                asked = site._asked(self.command, self.path, dict(self.headers), body)
                answer = site.before(asked)
                if answer is None:
                    with site._lock:
                        own = site._answer(asked)
                    answer = site.after(asked, own)
                status, value, headers = (*answer, {})[:3]
                text = value.encode() if isinstance(value, str) else b"" if value is None else json.dumps(value).encode()
                try:
                    self.send_response(status)
                    kind = "application/xml" if isinstance(value, str) else "application/json"
                    for name, word in {"Content-Type": kind, "Content-Length": str(len(text)), **headers}.items():
                        self.send_header(name, word)
                    self.end_headers()
                    self.wfile.write(text)
                except OSError:
                    pass  # whoever asked was killed

            do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = answer

            def log_message(self, format: str, *arguments: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}{CONTEXT}"

    def add(self, space: str, title: str, parent: str | None, kind: str = "page", by: str = "somebody") -> str:
        """Something that a person has made."""
        self._last += 1
        page = {"id": str(self._last), "type": kind, "title": title, "space": space, "parent": parent}
        self.contents[page["id"]] = page | {"status": "current", "version": 1, "labels": [], "by": by}
        return str(page["id"])

    def state(self) -> dict[str, dict[str, Any]]:
        """Everything that is there, the trash too."""
        with self._lock:
            return copy.deepcopy(self.contents)

    def wait(self, seconds: float = 60) -> None:
        """Keeps a client waiting until it is over."""
        self.released.wait(seconds)

    def wait_for(self, what: Callable[[Asked], bool], count: int = 1) -> None:
        end = time.monotonic() + 30
        while sum(map(what, list(self.requests))) < count:
            assert time.monotonic() < end, [(asked.method, asked.path) for asked in self.requests]
            time.sleep(0.005)

    # What it answers

    def _asked(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Asked:
        parts = urlsplit(target)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        value = json.loads(body) if body.startswith((b"{", b"[")) else body
        path = parts.path.removeprefix(CONTEXT)
        asked = Asked(method, path, query, headers, value, self._user(headers.get("Authorization", "")))
        with self._lock:
            asked.nth = 1 + sum(1 for other in self.requests if (other.method, other.path) == (method, path))
            self.requests.append(asked)
        return asked

    def _user(self, header: str) -> str | None:
        for name, secret in self.accounts.items():
            basic = base64.b64encode(f"{name}:{secret}".encode()).decode()
            if header in (f"Basic {basic}", f"Bearer {secret}"):
                return name
        return None

    def _answer(self, asked: Asked) -> Answer:
        if asked.path == "/rest/applinks/1.0/manifest":
            return 200, MANIFEST
        if asked.user is None:
            return 401, {"statusCode": 401, "message": "Client must be authenticated to access this resource."}
        if asked.path == "/rest/api/user/current":
            return 200, {"type": "known", "username": asked.user, "userKey": asked.user, "displayName": asked.user}
        if asked.path == "/rest/api/space":
            return 200, self._list([self._space()])
        if asked.path.startswith("/rest/api/space/"):
            return (200, self._space()) if asked.path.endswith("/SCRATCH") else self._missing()
        if asked.path == "/rest/api/content" and asked.method == "POST":
            return self._create(asked)
        if asked.path in ("/rest/api/content", "/rest/api/content/search"):
            wanted = asked.query.get("status", "current")
            return 200, self._list(
                [
                    self._shown(page)
                    for page in self.contents.values()
                    if page["status"] == wanted
                    and page["title"] == asked.query.get("title", page["title"])
                    and page["type"] == asked.query.get("type", page["type"])
                ]
            )
        found = re.fullmatch(r"/rest/api/content/(\d+)(/.*)?", asked.path)
        page = self.contents.get(found[1]) if found else None
        if found is None or page is None:
            return self._missing()
        return self._of_page(asked, page, found[2] or "")

    def _of_page(self, asked: Asked, page: dict[str, Any], rest: str) -> Answer:
        if rest == "/child/page":
            below = [other for other in self.contents.values() if other["parent"] == page["id"]]
            return 200, self._list([self._shown(other) for other in below if other["status"] == "current"])
        if rest == "/label":
            if asked.method == "POST":
                page["labels"] += [label["name"] for label in asked.body]
            return 200, self._list([{"prefix": "global", "name": label, "id": label} for label in page["labels"]])
        if rest:
            return self._missing()
        trashed = page["status"] == "trashed"
        if asked.method == "DELETE":
            if asked.query.get("status") == "trashed":
                if not trashed:
                    return self._missing()
                del self.contents[page["id"]]
            elif trashed:
                return self._missing()
            else:
                page["status"] = "trashed"
                for other in self.contents.values():  # as the real one does with what was below
                    if other["parent"] == page["id"]:
                        other["parent"] = page["parent"]
            return 204, None
        if trashed:
            return self._missing()
        if asked.method == "PUT":
            page["version"] += 1
            page["title"] = asked.body.get("title", page["title"])
        return 200, self._shown(page)

    def _create(self, asked: Asked) -> Answer:
        ancestors = asked.body.get("ancestors") or [{"id": None}]
        title = asked.body["title"]
        if any(page["title"] == title and page["status"] == "current" for page in self.contents.values()):
            return 400, {"statusCode": 400, "message": "A page with this title already exists"}
        parent = ancestors[-1]["id"]
        made = self.add("SCRATCH", title, None if parent is None else str(parent), asked.body["type"], asked.user or "")
        return 200, self._shown(self.contents[made])

    def _shown(self, page: dict[str, Any]) -> dict[str, Any]:
        ancestors, above = [], page["parent"]
        while above and above in self.contents:
            ancestors.insert(0, {"id": above, "type": "page"})
            above = self.contents[above]["parent"]
        shown = {name: page[name] for name in ("id", "type", "status", "title")}
        body = {"storage": {"value": "<p>Text</p>", "representation": "storage"}}
        labels = self._list([{"name": label} for label in page["labels"]])
        return shown | {
            "space": {"key": "SCRATCH"},
            "version": {"number": page["version"]},
            "ancestors": ancestors,
            "body": body,
            "metadata": {"labels": labels},
        }

    @staticmethod
    def _space() -> dict[str, Any]:
        return {"id": 77, "key": "SCRATCH", "name": "Scratch", "type": "global"}

    @staticmethod
    def _list(results: list[Any]) -> dict[str, Any]:
        return {"results": results, "start": 0, "limit": 100, "size": len(results), "_links": {}}

    @staticmethod
    def _missing() -> Answer:
        return 404, {"statusCode": 404, "message": "No content found"}
