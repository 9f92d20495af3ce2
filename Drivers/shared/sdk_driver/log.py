"""Log lines for people, on standard error, without the configuration's secrets."""

import base64
import logging
import sys
from typing import Any
from urllib.parse import urlsplit

SECRET_FIELDS = frozenset({"token", "api_key", "password", "connection_string"})
SHORTEST_SECRET = 4


class SecretFilter(logging.Formatter):
    """Formats log records, and blots out every secret which it was told."""

    def __init__(self) -> None:
        super().__init__("%(levelname)s %(name)s: %(message)s")
        self._secrets: list[str] = []

    def hide_secrets_of(self, configuration: dict[str, Any]) -> None:
        secrets = {form for secret in _secrets_in(configuration) for form in (secret, secret.strip())}
        for user in _values_of("username", configuration):
            secrets |= {base64.b64encode(f"{user}:{secret}".encode()).decode() for secret in set(secrets)}
        self._secrets = sorted((s for s in secrets if len(s) >= SHORTEST_SECRET), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "•••")
        return line


def log_to_standard_error() -> SecretFilter:
    """Sends every logger's warnings to standard error."""
    formatter = SecretFilter()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    return formatter


def _secrets_in(value: Any) -> list[str]:
    found = [secret for field in SECRET_FIELDS for secret in _values_of(field, value)]
    for headers in _objects_of("custom_headers", value):
        found += [header for header in headers.values() if isinstance(header, str)]
    # Libraries show a connection string in parts.
    passwords = [urlsplit(store).password for store in _values_of("connection_string", value)]
    return found + [password for password in passwords if password]


def _values_of(field: str, value: Any) -> list[str]:
    return [found for found in _all(field, value) if isinstance(found, str)]


def _objects_of(field: str, value: Any) -> list[dict[str, Any]]:
    return [found for found in _all(field, value) if isinstance(found, dict)]


def _all(field: str, value: Any) -> list[Any]:
    match value:
        case dict():
            here = [value[field]] if field in value else []
            return here + [found for child in value.values() for found in _all(field, child)]
        case list():
            return [found for child in value for found in _all(field, child)]
        case _:
            return []
