"""JSON-RPC 2.0, one message a line."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TextIO

type Method = Callable[[dict[str, Any]], dict[str, Any]]

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
METHOD_NOT_FOUND = -32601
INVALID_PARAMS = -32602
INTERNAL_ERROR = -32603


class Refused(Exception):
    """A request that is answered with an error of the protocol."""

    def __init__(self, code: int, message: str, data: dict[str, Any] | None = None) -> None:
        super().__init__(message)
        self.error: dict[str, Any] = {"code": code, "message": message}
        if data is not None:
            self.error["data"] = data


class Server:
    """Answers requests one after the other until the input ends."""

    def __init__(self, methods: Mapping[str, Method]) -> None:
        self._methods = methods

    def serve(self, requests: Iterable[str], answers: TextIO) -> None:
        for line in requests:
            if not line.strip():
                continue
            answer = self.answer(line)
            if answer is not None:
                answers.write(_line(answer))
                answers.flush()

    def answer(self, line: str) -> dict[str, Any] | None:
        """The answer to one line, or none where it is a notification."""
        try:
            message = json.loads(line)
        except (ValueError, RecursionError) as error:
            return _failure(None, Refused(PARSE_ERROR, f"the line is not JSON: {error}"))
        if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
            return _failure(None, Refused(INVALID_REQUEST, 'a message is an object with "jsonrpc": "2.0"'))
        identifier = message.get("id")
        name = message.get("method")
        if not isinstance(name, str):
            return _failure(identifier, Refused(INVALID_REQUEST, "the message names no method"))
        if "id" not in message:
            return None
        try:
            return {"jsonrpc": "2.0", "id": identifier, "result": self._call(name, message.get("params"))}
        except Refused as refusal:
            return _failure(identifier, refusal)

    def _call(self, name: str, params: Any) -> dict[str, Any]:
        method = self._methods.get(name)
        if method is None:
            raise Refused(METHOD_NOT_FOUND, f"there is no method {name}; there are {', '.join(self._methods)}")
        if params is None:
            params = {}
        if not isinstance(params, dict):
            raise Refused(INVALID_PARAMS, f"the params of {name} are not an object")
        return method(params)


def _line(answer: dict[str, Any]) -> str:
    # Escapes keep an answer on one line and valid even where a text holds half a character.
    try:
        return json.dumps(answer, default=str, allow_nan=False, separators=(",", ":")) + "\n"
    except (TypeError, ValueError) as error:
        refusal = Refused(INTERNAL_ERROR, f"the answer has no form in JSON: {error}")
        return _line(_failure(answer["id"], refusal))


def _failure(identifier: Any, refusal: Refused) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": identifier, "error": refusal.error}
