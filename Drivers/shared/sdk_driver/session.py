"""The methods of MCP, for the one toolkit configuration that this process serves."""

import json
from typing import Any

from .json_rpc import INTERNAL_ERROR, INVALID_PARAMS, Method, Refused
from .log import SecretFilter
from .sdk import SDK
from .toolkit import ConfluenceTools, SDKMissing, sdk_version

PROTOCOL_VERSION = "2025-06-18"


class Session:
    """From `initialize`, which brings the configuration, to the calls of the tools."""

    def __init__(self, sdk: SDK, secrets: SecretFilter) -> None:
        self._sdk = sdk
        self._secrets = secrets
        self._tools: ConfluenceTools | None = None

    def methods(self) -> dict[str, Method]:
        return {
            "initialize": self.initialize,
            "ping": lambda _: {},
            "tools/list": self.list_tools,
            "tools/call": self.call_tool,
        }

    def initialize(self, params: dict[str, Any]) -> dict[str, Any]:
        configuration = configuration_in(params)
        self._secrets.hide_secrets_of(configuration)
        try:
            self._tools = ConfluenceTools(self._sdk, configuration)
        except SDKMissing as error:
            raise Refused(INTERNAL_ERROR, str(error)) from error
        except Exception as error:
            raise Refused(INVALID_PARAMS, "the toolkit refuses the configuration", _described(error)) from error
        return {
            "protocolVersion": PROTOCOL_VERSION,
            "capabilities": {"tools": {}},
            "serverInfo": {"name": self._sdk.distribution, "version": sdk_version(self._sdk)},
        }

    def list_tools(self, params: dict[str, Any]) -> dict[str, Any]:
        return {"tools": self._ready().listing()}

    def call_tool(self, params: dict[str, Any]) -> dict[str, Any]:
        tools = self._ready()
        name = params.get("name")
        arguments = params.get("arguments", {})
        if not isinstance(name, str) or name not in tools.names:
            message = f"the toolkit has no tool {name}; it has {', '.join(tools.names)}"
            raise Refused(INVALID_PARAMS, message, {"type": "ToolNotFound", "message": message})
        if not isinstance(arguments, dict):
            raise Refused(INVALID_PARAMS, f"the arguments of {name} are not an object")
        try:
            result = tools.call(name, arguments)
        except Exception as error:
            described = _described(error)
            text = f"{described['type']}: {described['message']}"
            return {"isError": True, "content": [_text(text)], "structuredContent": {"error": described}}
        return {
            "content": [_text(_shown(result))],
            "structuredContent": {"result": result},
        }

    def _ready(self) -> ConfluenceTools:
        if self._tools is None:
            raise Refused(INVALID_PARAMS, "initialize with a configuration that the toolkit takes comes first")
        return self._tools


def configuration_in(params: dict[str, Any]) -> dict[str, Any]:
    """The toolkit configuration that `initialize` brings."""
    found: Any = params
    path = "params"
    for key in ("capabilities", "experimental", "confluenceDoctor", "configuration"):
        path += f".{key}"
        found = found.get(key) if isinstance(found, dict) else None
    if not isinstance(found, dict):
        raise Refused(INVALID_PARAMS, f"initialize brings no toolkit configuration: {path} is not an object")
    return found


def _described(error: Exception) -> dict[str, str]:
    return {"type": type(error).__name__, "message": str(error)}


def _shown(result: Any) -> str:
    try:
        return json.dumps(result, default=str, ensure_ascii=False)
    except TypeError:
        return str(result)


def _text(text: str) -> dict[str, str]:
    return {"type": "text", "text": text}
