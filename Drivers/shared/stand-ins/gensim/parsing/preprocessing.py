"""The one mark-up filter which the SDK's document loaders import from here."""

from typing import NoReturn


def strip_tags(text: str) -> NoReturn:
    raise NotImplementedError("no mark-up filter: gensim has no build for this Python")
