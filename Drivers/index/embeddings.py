"""An endpoint for embeddings as OpenAI's has it, with a small real model on this machine: WordLlama's 256 dimensions.

The model is a table with a vector for each of 32,000 tokens, taken from a large language model's and trained to compare
texts (https://github.com/dleemiller/WordLlama). A text's vector is the mean of its tokens', with length 1.
"""

import base64
import importlib.util
import json
import struct
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy
import tiktoken
from safetensors.numpy import load_file
from tokenizers import Tokenizer

MODEL = "wordllama-l2-supercat-256"


class WrongRequest(Exception):
    """A request that OpenAI's endpoint would refuse."""


class Model:
    """The weights and the tokens that come with the package `wordllama`; nothing is fetched."""

    def __init__(self) -> None:
        found = importlib.util.find_spec("wordllama")
        if found is None or not found.submodule_search_locations:
            raise SystemExit("error: the package wordllama is not installed")
        package = Path(found.submodule_search_locations[0])
        self._vectors = load_file(package / "weights/l2_supercat_256.safetensors")["embedding.weight"]
        self._tokens = Tokenizer.from_file(str(package / "tokenizers/l2_supercat_tokenizer_config.json"))
        self._tokens.no_padding()
        self._tokens.no_truncation()

    def vector(self, text: str) -> list[float]:
        tokens = self._tokens.encode(text, add_special_tokens=False).ids
        if not tokens:
            return [0.0] * self._vectors.shape[1]
        mean = self._vectors[tokens].astype(numpy.float32).mean(axis=0)
        length = float(numpy.linalg.norm(mean)) or 1.0
        return [float(part) / length for part in mean]


def texts_of(body: Any) -> list[str]:
    """The texts of a request, in each of the forms that OpenAI's clients write: texts, or lists of its tokens."""
    given = body.get("input") if isinstance(body, dict) else None
    match given:
        case str():
            return [given]
        case [int(), *_]:
            return [_decoded(given)]
        case [_, *_]:
            return [text if isinstance(text, str) else _decoded(text) for text in given]
        case _:
            raise WrongRequest("input: a text, a list of texts or a list of tokens is expected")


def _decoded(tokens: Any) -> str:
    try:
        return tiktoken.get_encoding("cl100k_base").decode(tokens)
    except (TypeError, KeyError, OverflowError) as error:
        raise WrongRequest(f"input: these are no tokens of cl100k_base ({error})") from error


def answer(model: Model, body: Any) -> dict[str, Any]:
    """What the endpoint answers to a request's body."""
    vectors = [model.vector(text) for text in texts_of(body)]
    packed = body.get("encoding_format") == "base64"
    return {
        "object": "list",
        "model": MODEL,
        "data": [
            {"object": "embedding", "index": index, "embedding": _packed(vector) if packed else vector}
            for index, vector in enumerate(vectors)
        ],
        "usage": {"prompt_tokens": 0, "total_tokens": 0},
    }


def _packed(vector: list[float]) -> str:
    return base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode()


class _Handler(BaseHTTPRequestHandler):
    model: Model

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        if not self.path.endswith("/embeddings"):
            self._send(404, {"error": {"message": f"there is no {self.path}; there is …/embeddings"}})
            return
        try:
            self._send(200, answer(self.model, json.loads(self.rfile.read(length))))
        except (WrongRequest, ValueError) as error:
            self._send(400, {"error": {"message": str(error)}})

    def _send(self, status: int, value: dict[str, Any]) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Stays silent: what is asked is nobody's concern."""


def serve() -> ThreadingHTTPServer:
    """The endpoint on a free port of this machine, ready to be asked."""
    handler = type("Handler", (_Handler,), {"model": Model()})
    return ThreadingHTTPServer(("127.0.0.1", 0), handler)
