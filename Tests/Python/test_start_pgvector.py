"""scripts/start-pgvector: a real PostgreSQL with pgvector, and an endpoint with a real model."""

import json
import os
import socket
import subprocess
import sys
from typing import Any

import pytest

from driver_process import ROOT

# Run by the script with the addresses in its environment: asks the endpoint, and prints what it was told.
ASKING = """
import json, os, sys, urllib.error, urllib.request
direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
def ask(path, body):
    request = urllib.request.Request(os.environ["EMBEDDINGS_URL"] + path, json.dumps(body).encode())
    try:
        return json.load(direct.open(request))
    except urllib.error.HTTPError as error:
        return {"status": error.code} | json.load(error)
texts = ["money back", "refund of a payment", "kubernetes cluster"]
print(json.dumps({
    "store": os.environ["PGVECTOR_URL"],
    "texts": ask("/embeddings", {"input": texts, "model": "any"}),
    "tokens": ask("/embeddings", {"input": [[29359, 1203]]}),
    "packed": ask("/embeddings", {"input": "money back", "encoding_format": "base64"}),
    "wrong": ask("/embeddings", {"input": {}}),
    "nowhere": ask("/chat", {}),
}))
sys.exit(7)
"""


def start(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "scripts/start-pgvector", *command],
        env=os.environ | {"PGVECTOR_URL": "", "EMBEDDINGS_URL": ""} | variables,
        capture_output=True,
        text=True,
        timeout=900,
    )


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    result = start(sys.executable, "-c", ASKING)
    assert result.returncode == 7, result.stderr
    answers: dict[str, Any] = json.loads(result.stdout)
    return answers


def vectors(answer: dict[str, Any]) -> list[list[float]]:
    return [entry["embedding"] for entry in answer["data"]]


def nearness(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def test_texts_about_the_same_thing_are_near(told: dict[str, Any]) -> None:
    money, refund, cluster = vectors(told["texts"])
    assert len(money) == 256
    assert nearness(money, money) == pytest.approx(1, abs=1e-5)
    assert nearness(money, refund) > 0.3
    assert nearness(money, cluster) < 0.1


def test_tokens_stand_for_their_text(told: dict[str, Any]) -> None:
    assert nearness(vectors(told["tokens"])[0], vectors(told["texts"])[0]) == pytest.approx(1, abs=1e-5)


def test_a_packed_vector_is_asked_for_by_openais_clients(told: dict[str, Any]) -> None:
    assert isinstance(told["packed"]["data"][0]["embedding"], str)


def test_other_requests_are_refused(told: dict[str, Any]) -> None:
    assert told["wrong"]["status"] == 400
    assert told["nowhere"]["status"] == 404


def test_the_store_ends_with_the_command(told: dict[str, Any]) -> None:
    port = told["store"].rsplit(":", 1)[1].split("/")[0]
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", int(port)), timeout=5)


def test_addresses_that_are_given_are_used() -> None:
    given = {"PGVECTOR_URL": "postgresql+psycopg://somewhere/else", "EMBEDDINGS_URL": "http://somewhere/v1"}
    result = start("sh", "-c", 'echo "$PGVECTOR_URL $EMBEDDINGS_URL"', **given)
    assert result.stdout == "postgresql+psycopg://somewhere/else http://somewhere/v1\n"
