"""Stands in for the platform where a tool takes a file from it: the files that a scenario gives."""

import base64
from typing import Any


class Artifacts:
    """The platform's client, as far as the Confluence tools call it."""

    def __init__(self, description: dict[str, Any]) -> None:
        self._files = {file["path"]: _content(file) for file in description.get("artifacts", [])}

    def artifact(self, bucket: str) -> "Artifacts":
        """The client of one bucket; files are asked for by whole paths, so that all buckets are one."""
        return self

    def get_raw_content_by_filepath(self, filepath: str) -> tuple[bytes, str]:
        if filepath not in self._files:
            raise Exception(f"File '{filepath}' not found. ")
        return self._files[filepath], filepath.rsplit("/", 1)[-1]


def _content(file: dict[str, Any]) -> bytes:
    return base64.b64decode(file["base64"]) if "base64" in file else str(file.get("text", "")).encode()
