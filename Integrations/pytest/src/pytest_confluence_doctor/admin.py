"""Calls of a site's admin API."""

import json
import urllib.error
import urllib.request
from typing import Any

from .errors import ConfluenceDoctorError


class Admin:
    """Asks and tells the administrator of one site; no proxy of the environment is used."""

    def __init__(self, root: str, site: str) -> None:
        self._base = f"{root}/__sim/sites/{site}"
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def get(self, path: str) -> Any:
        return self._call("GET", path)

    def post(self, path: str, body: Any) -> Any:
        return self._call("POST", path, body)

    def delete(self, path: str) -> Any:
        return self._call("DELETE", path)

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        request = urllib.request.Request(
            f"{self._base}/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
            method=method,
        )
        try:
            with self._opener.open(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise ConfluenceDoctorError(_words(error.read())) from None


def _words(body: bytes) -> str:
    try:
        told = json.loads(body)
    except ValueError:
        return body.decode(errors="replace")
    nearest = told.get("nearest")
    return str(told.get("error")) + (f" (did you mean {nearest}?)" if nearest else "")
