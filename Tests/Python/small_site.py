"""A small HTTP server on a free port, for sites that tests make up."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

# What is about a connection, or about this server, and is written by it.
OWN_HEADERS = ("content-length", "connection", "transfer-encoding", "date", "server")


@dataclass
class Asked:
    """What a client wants; a drift may change it before the site behind sees it."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes = field(default=b"")

    def change(self, change: Callable[[Any], Any]) -> None:
        """Changes the JSON of the body; other bodies stay as they are."""
        try:
            value = json.loads(self.body)
        except ValueError:
            return
        # As Confluence writes it: without blanks, which some look for.
        self.body = json.dumps(change(value), ensure_ascii=False, separators=(",", ":")).encode()


class SmallSite:
    """Runs from `with` to its end, and answers as its `given` says."""

    def given(self, asked: Asked) -> Answer:
        raise NotImplementedError

    def __enter__(self) -> Self:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def serve(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                given = site.given(Asked(self.command, self.path, dict(self.headers), self.rfile.read(length)))
                try:
                    self.send_response(given.status)
                    for name, value in given.headers.items():
                        if name.lower() not in OWN_HEADERS:
                            self.send_header(name, value)
                    self.send_header("Content-Length", str(len(given.body)))
                    self.end_headers()
                    if self.command != "HEAD":
                        self.wfile.write(given.body)
                except OSError:
                    pass  # whoever asked was killed

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_OPTIONS = serve

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(timeout=10)

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"
