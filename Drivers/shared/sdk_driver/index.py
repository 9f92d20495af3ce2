"""What the SDK's index tools need besides a configuration: a client of a platform that knows an embedding model."""

import importlib
import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .sdk import SDK, Settings

# Where tiktoken looks for the file behind cl100k_base before it fetches it: under the SHA-1 of its address.
TOKENS = "9b5ad71b2ce5302211f9c61530b329a4922fc6a4"


def packages() -> Path:
    """Where `scripts/start-pgvector` puts the packages that only index tools import: they take two seconds to load."""
    return Path(sys.prefix, "index")


def wants_index(settings: Settings) -> bool:
    return bool(settings.get("pgvector_configuration") and settings.get("embedding_model"))


def ready(settings: Settings) -> None:
    """Lets the SDK import what its index tools need; to be called before anything of the SDK is imported."""
    if wants_index(settings) and packages().is_dir():
        append_packages()


def append_packages() -> None:
    if str(packages()) not in sys.path:
        sys.path.append(str(packages()))
    os.environ.setdefault("TIKTOKEN_CACHE_DIR", str(packages() / "tiktoken-cache"))


def with_platform(sdk: SDK, entry: dict[str, Any]) -> dict[str, Any]:
    """A toolkit's entry as ELITEA hands it over: with a schema of its own in the database, and ELITEA's client.

    The client is the SDK's own; EMBEDDINGS_URL names an endpoint like OpenAI's in the place of a platform.
    """
    settings = entry["settings"]
    if not wants_index(settings):
        return entry
    store = settings["pgvector_configuration"]
    if isinstance(store, dict):
        settings = settings | {"pgvector_configuration": store | {"collection_schema": _schema(entry)}}
    address = os.environ.get("EMBEDDINGS_URL")
    if address and packages().is_dir():
        _go_past_the_proxy(urlsplit(address).hostname or "")
        client = _client(sdk, address)
        # Under an endpoint of its own there is no path of the platform in between.
        client.llm_path = ""
        # A scenario's files stand where the client would, and go on to do so.
        files = settings.get(sdk.name)
        if files is not None:
            files.get_embeddings = client.get_embeddings
        settings = settings | {sdk.name: files or client}
    return entry | {"settings": settings}


def _schema(entry: dict[str, Any]) -> str:
    """One for each toolkit, as the platform names it."""
    return str(entry.get("id") or entry["toolkit_name"])


def _client(sdk: SDK, address: str) -> Any:
    module = importlib.import_module(f"{sdk.package}.runtime.clients.client")
    key = os.environ.get("EMBEDDINGS_KEY") or "none"
    return getattr(module, sdk.client_class)(base_url=address, project_id=1, auth_token=key)


def _go_past_the_proxy(host: str) -> None:
    """The way to Confluence leads through a proxy; the endpoint is none of its business."""
    for name in ("NO_PROXY", "no_proxy"):
        others = os.environ.get(name)
        os.environ[name] = f"{others},{host}" if others else host
