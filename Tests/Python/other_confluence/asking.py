"""One request as the two versions of the API read it, and what they answer with."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from small_site import Answer

from .world import Content, Person, Refused, World

Query = dict[str, str]


@dataclass
class Part:
    """A part of a form: a field, or a file with its name."""

    name: str
    data: bytes
    file: str | None = None
    type: str = "application/octet-stream"


@dataclass
class Asking:
    """Who asks what, below the site's own path."""

    method: str
    path: str
    query: Query
    headers: dict[str, str]
    body: bytes
    person: Person
    world: World

    def json(self) -> Any:
        try:
            return json.loads(self.body or b"{}")
        except ValueError as error:
            raise Refused(400, f"Unable to parse JSON: {error}", "BadRequestException") from error

    def form(self) -> list[Part]:
        boundary = re.search('boundary="?([^";]+)', self.headers.get("content-type", ""))
        if boundary is None:
            raise Refused(415, "a form was expected")
        parts = []
        for piece in self.body.split(b"--" + boundary[1].encode())[1:-1]:
            head, _, data = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
            words = head.decode("utf-8")
            name = re.search(r'[; ]name="([^"]*)"', words)
            file = re.search(r'filename="([^"]*)"', words)
            kind = re.search(r"(?im)^content-type: *([^\r\n;]+)", words)
            parts.append(Part(name[1] if name else "", data.removesuffix(b"\r\n"), file and file[1], *([kind[1]] if kind else [])))
        return parts

    def content(self, id: str, *kinds: str) -> Content | None:
        """Something that the person may see; what may not be seen is missing."""
        one = self.world.contents.get(id) or self.world.contents.get(f"att{id}")
        if one is None or (kinds and one.kind not in kinds) or not self.world.may_see(self.person, one):
            return None
        return one


def answer(value: Any = None, status: int = 200, headers: dict[str, str] | None = None) -> Answer:
    """JSON, or nothing at all."""
    if value is None:
        return Answer(status, headers or {}, b"")
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return Answer(status, {"Content-Type": "application/json"} | (headers or {}), body)


def page(status: int, title: str, words: str = "", headers: dict[str, str] | None = None) -> Answer:
    """A page for people, as the server below Confluence writes it."""
    text = (
        f'<!doctype html><html lang="en"><head><title>HTTP Status {status} – {title}</title></head><body>'
        f"<h1>HTTP Status {status} – {title}</h1><p><b>Message</b> {words}</p><h3>Apache Tomcat/9.0.82</h3></body></html>"
    )
    return Answer(status, {"Content-Type": "text/html;charset=utf-8"} | (headers or {}), text.encode())
