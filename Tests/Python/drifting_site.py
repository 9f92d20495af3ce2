"""A site that has changed: it stands before another one and alters one thing of its answers."""

import re
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

from small_site import Answer, Asked, SmallSite


Drift = Callable[[Asked, Callable[[Asked], Answer]], Answer]


def unchanged(asked: Asked, onward: Callable[[Asked], Answer]) -> Answer:
    return onward(asked)


class DriftingSite(SmallSite):
    """Stands before the site at an origin such as http://127.0.0.1:8080."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.drift: Drift = unchanged
        self.count = 0

    def given(self, asked: Asked) -> Answer:
        self.count += 1
        return self.drift(asked, self._onward)

    def _onward(self, asked: Asked) -> Answer:
        request = urllib.request.Request(
            self.origin + asked.target, data=asked.body or None, headers=asked.headers, method=asked.method
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirects())
        try:
            with opener.open(request, timeout=30) as answer:
                return Answer(answer.status, dict(answer.headers), answer.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, dict(error.headers), error.read())


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


# Kinds of drift. `path` is a regular expression that the target must match.


def of(path: str, change: Callable[[Answer], None], method: str = "GET") -> Drift:
    """Changes the answers to some requests."""

    def drift(asked: Asked, onward: Callable[[Asked], Answer]) -> Answer:
        answer = onward(asked)
        if asked.method == method and re.search(path, asked.target):
            change(answer)
        return answer

    return drift


def status(path: str, before: int, after: int) -> Drift:
    def change(answer: Answer) -> None:
        if answer.status == before:
            answer.status = after

    return of(path, change)


def value(path: str, *way: str | int, becomes: Any) -> Drift:
    """Puts something in the place of a value: a function of it, or what is given."""

    def change(answer: Answer) -> None:
        answer.change(lambda body: _put(body, way, becomes))

    return of(path, change)


def gone(path: str, *way: str | int) -> Drift:
    def change(answer: Answer) -> None:
        def remove(body: Any) -> Any:
            place = body
            for step in way[:-1]:
                place = _at(place, step)
            if isinstance(place, dict):
                place.pop(way[-1], None)
            return body

        answer.change(remove)

    return of(path, change)


def renamed(path: str, *way: str | int, to: str) -> Drift:
    def change(answer: Answer) -> None:
        def rename(body: Any) -> Any:
            place = body
            for step in way[:-1]:
                place = _at(place, step)
            if isinstance(place, dict) and way[-1] in place:
                place[to] = place.pop(way[-1])
            return body

        answer.change(rename)

    return of(path, change)


def wording(path: str, before: str, after: str) -> Drift:
    def change(answer: Answer) -> None:
        answer.body = answer.body.replace(before.encode(), after.encode())

    return of(path, change)


def header(path: str, name: str, becomes: str | None) -> Drift:
    def change(answer: Answer) -> None:
        for known in [known for known in answer.headers if known.lower() == name.lower()]:
            del answer.headers[known]
        if becomes is not None:
            answer.headers[name] = becomes

    return of(path, change)


def asking(path: str, change: Callable[[str], str]) -> Drift:
    """Understands some requests otherwise: the site behind sees another target."""

    def drift(asked: Asked, onward: Callable[[Asked], Answer]) -> Answer:
        if re.search(path, asked.target):
            asked.target = change(asked.target)
        return onward(asked)

    return drift


def always(answer: Answer) -> Drift:
    return lambda asked, onward: answer


def _at(place: Any, step: str | int) -> Any:
    try:
        return place[step]
    except (KeyError, IndexError, TypeError):
        return {}


def _put(body: Any, way: tuple[str | int, ...], becomes: Any) -> Any:
    place = body
    for step in way[:-1]:
        place = _at(place, step)
    try:
        place[way[-1]] = becomes(place[way[-1]]) if callable(becomes) else becomes
    except (KeyError, IndexError, TypeError):
        pass
    return body
