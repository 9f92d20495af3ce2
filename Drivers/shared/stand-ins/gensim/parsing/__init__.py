"""The one word filter which the SDK's document loaders import from here."""

from typing import NoReturn


def remove_stopwords(text: str) -> NoReturn:
    raise NotImplementedError("no word filter: gensim has no build for this Python")
