"""A site for tests of what stands between it and a client: it echoes, and it misbehaves where it is asked to."""

import gzip
import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

CANARY = "canary-9b1d7e-do-not-print"
PACKED = gzip.compress(b'{"packed": "' + b"text " * 2000 + b'"}')


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            pieces = []
            while size := int(self.rfile.readline().split(b";")[0], 16):
                pieces.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(pieces)
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if status not in (204, 304):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        try:
            while True:
                self.wfile.write(piece)
        except OSError:
            self.close_connection = True

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        try:
            for _ in range(1000):
                self.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            self.close_connection = True

    def _break_off(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"half")
        self.wfile.flush()
        self.close_connection = True

    def _canaries(self) -> None:
        echo = self.headers.get("Authorization", "")
        body = json.dumps({"message": f"no {CANARY}", "echo": echo, "rawToken": CANARY + "-2"}).encode()
        self._answer(
            401,
            body,
            Content_Type="application/json",
            Set_Cookie=f"JSESSIONID={CANARY}; Path=/; Secure; Domain=.acme.example",
            X_Auth_Token=CANARY + "-3",
            X_Anything=CANARY + "-4",
            Location=f"/login?token={CANARY}-5&user=mira%40acme.example",
        )

    def do(self) -> None:
        body = self._body()
        path = self.path.split("?")[0]
        origin = f"http://{self.headers['Host']}"
        match path.removeprefix("/wiki/"):
            case "empty":
                self._answer(204)
            case "unchanged":
                self._answer(304, ETag='"1"')
            case "away":
                self._answer(302, Location=f"{origin}/wiki/echo?x=1")
            case "packed":
                self._answer(200, PACKED, Content_Encoding="gzip", Content_Type="application/json")
            case "endless":
                self._endless()
            case "drip":
                self._drip()
            case "broken":
                self._break_off()
            case "huge":
                self._answer(200, b"", X_Huge="x" * 200_000)
            case "many":
                self._answer(200, b"", **{f"X_{number}": "x" * 60 for number in range(3000)})
            case "large":
                self._answer(200, bytes(range(256)) * 4096 * 20, Content_Type="application/octet-stream")
            case "canaries":
                self._canaries()
            case "reset":
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
            case _:
                told = {
                    "method": self.command,
                    "path": self.path,
                    "size": len(body),
                    "headers": sorted((name.lower(), value) for name, value in self.headers.items()),
                    "links": {"base": origin},
                    "connection": self.client_address[1],
                }
                self._answer(200, json.dumps(told).encode(), Content_Type="application/json")

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_OPTIONS = do


class OddSite:
    """Serves from `with` to its end."""

    def __enter__(self) -> Self:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        self.url = f"{self.origin}/wiki"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
