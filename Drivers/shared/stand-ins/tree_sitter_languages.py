"""Stands in for tree-sitter-languages, which has no build for Python 3.13 and later.

The SDK imports it for the chunkers of source code, which no Confluence tool calls.
"""

from typing import NoReturn


def get_language(language: str) -> NoReturn:
    raise NotImplementedError(f"no grammar for {language}: tree-sitter-languages has no build for this Python")


def get_parser(language: str) -> NoReturn:
    raise NotImplementedError(f"no parser for {language}: tree-sitter-languages has no build for this Python")
