"""The Confluence toolkit of an unmodified SDK, loaded and called as ELITEA does it."""

import gc
import importlib
import logging
import platform
import warnings
from importlib import metadata
from typing import Any

from . import index
from .artifacts import Artifacts
from .sdk import SDK

CHECK = "check_connection"
STAND_INS = ("gensim", "tree_sitter_languages")


class SDKMissing(Exception):
    """The SDK, or something it imports, can't be imported by this Python."""


class ConfluenceTools:
    """The tools which one configuration selects, and its credential's own test."""

    def __init__(self, sdk: SDK, configuration: dict[str, Any]) -> None:
        self._sdk = sdk
        self._entry = tool_entry(sdk, configuration)
        has_settings = isinstance(self._entry["settings"], dict)
        if has_settings:
            index.ready(self._entry["settings"])
        module = _import(sdk, "tools.confluence")
        if has_settings:
            self._entry = index.with_platform(sdk, self._entry)
        self._tools = {tool.name: tool for tool in module.get_toolkit(self._entry).get_tools()}
        self.names = [*self._tools, CHECK]

    def listing(self) -> list[dict[str, Any]]:
        """The tools as MCP describes them, with the toolkit's own texts and schemas."""
        listed = [
            {"name": tool.name, "description": tool.description, "inputSchema": tool.args_schema.model_json_schema()}
            for tool in self._tools.values()
        ]
        listed.append(
            {
                "name": CHECK,
                "description": "Not one of the toolkit's tools: presses the credential's Test Connection button. "
                "Returns null when ELITEA calls the connection healthy, else ELITEA's message.",
                "inputSchema": {"type": "object", "properties": {}},
            }
        )
        return listed

    def call(self, name: str, arguments: dict[str, Any]) -> Any:
        """What the tool returns; what it raises is its own."""
        if name == CHECK:
            credential = _import(self._sdk, "configurations.confluence").ConfluenceConfiguration
            return credential.check_connection(self._entry["settings"]["confluence_configuration"])
        return self._tools[name].invoke(arguments)


def tool_entry(sdk: SDK, configuration: dict[str, Any]) -> dict[str, Any]:
    """The entry of an agent's tool list that holds this configuration: the settings alone get one around them."""
    entry: dict[str, Any] = dict(configuration) if "settings" in configuration else {"settings": configuration}
    if isinstance(entry["settings"], dict):
        entry["settings"] = settings = sdk.settings(dict(entry["settings"]))
        # Scenarios write down the files of the platform where its client stands when an agent runs.
        if isinstance(files := settings.pop("elitea", None), dict):
            settings[sdk.name] = Artifacts(files)
    # ELITEA names every toolkit, and the toolkit relies on it.
    entry.setdefault("toolkit_name", entry.get("name") or "confluence")
    return entry


def import_ahead(sdk: SDK) -> None:
    """Imports what every session calls, before there is one."""
    _import(sdk, "tools.confluence")
    _import(sdk, "configurations.confluence")


def sdk_version(sdk: SDK) -> str:
    return metadata.version(sdk.distribution)


def installed_versions(sdk: SDK) -> list[str]:
    """What the toolkit runs on, a line each, after a check that it can be imported."""
    _import(sdk, "tools.confluence")
    lines = [f"Python {platform.python_version()}"]
    for name in (sdk.distribution, "atlassian-python-api", "requests", "langchain-core", "markdownify"):
        lines.append(f"{name} {metadata.version(name)}")
    stand_ins = [name for name in STAND_INS if "stand-ins" in str(importlib.import_module(name).__file__)]
    if stand_ins:
        lines.append(f"stand-ins, as this Python has no build of the real ones: {', '.join(stand_ins)}")
    return lines


def _import(sdk: SDK, module: str) -> Any:
    """Imports a module of the SDK: without its complaints about other toolkits, nor pauses to collect garbage."""
    complaints = logging.getLogger(f"{sdk.package}.tools")
    complaints.setLevel(logging.ERROR)
    gc.disable()
    try:
        with warnings.catch_warnings(action="ignore"):
            return importlib.import_module(f"{sdk.package}.{module}")
    except Exception as error:
        raise SDKMissing(
            f"{sdk.package}.{module} can't be imported ({error}); run scripts/setup-driver {sdk.name}"
        ) from error
    finally:
        gc.freeze()
        gc.enable()
        complaints.setLevel(logging.NOTSET)
