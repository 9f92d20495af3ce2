"""The parts of the driver that stand between the protocol and whatever else runs in its process."""

import io
import json
import os
import subprocess
import sys
from typing import Any

import pytest

from driver_process import ROOT

SHARED = ROOT / "Drivers/shared"
sys.path.append(str(SHARED))

from sdk_driver.json_rpc import Server  # noqa: E402
from sdk_driver.streams import Requests  # noqa: E402


def test_what_others_print_stays_out_of_the_protocol() -> None:
    program = """
import os, subprocess, sys
from sdk_driver.streams import claim_standard_streams
requests, answers = claim_standard_streams()
print("a library prints", flush=True)
os.write(1, b"a C library prints\\n")
subprocess.run(["sh", "-c", "cat; echo a child prints"])
answers.write("answer to " + next(requests))
answers.flush()
"""
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=SHARED, input="the request\n", capture_output=True, text=True, timeout=30
    )
    assert run.stdout == "answer to the request\n"
    assert run.stderr.split("\n")[:3] == ["a library prints", "a C library prints", "a child prints"]


@pytest.mark.parametrize("result", [{("a", "b"): 1}, float("nan")], ids=["a pair as a key", "not a number"])
def test_an_answer_without_a_form_in_json_is_an_error(result: Any) -> None:
    answers = io.StringIO()
    server = Server({"tools/call": lambda _: {"structuredContent": {"result": result}}})
    server.serve(io.StringIO('{"jsonrpc":"2.0","id":5,"method":"tools/call"}\n'), answers)
    answer = json.loads(answers.getvalue())
    assert (answer["id"], answer["error"]["code"]) == (5, -32603)
    assert "no form in JSON" in answer["error"]["message"]


def test_half_a_character_arrives_as_an_escape() -> None:
    answers = io.StringIO()
    server = Server({"tools/call": lambda _: {"text": "half \ud83d\nand a second line"}})
    server.serve(io.StringIO('{"jsonrpc":"2.0","id":5,"method":"tools/call"}\n\n'), answers)
    assert answers.getvalue().count("\n") == 1
    answers.getvalue().encode()


@pytest.mark.parametrize("begun", [b"", b"on", b"one\n", b"one\ntw", b"one\ntwo\n\nth"])
def test_lines_go_on_where_they_were_begun(begun: bytes) -> None:
    whole = "one\ntwo\n\nthre\u20ac".encode()
    reading, writing = os.pipe()
    os.write(writing, whole[len(begun) :])
    os.close(writing)
    assert list(Requests(reading, begun)) == ["one\n", "two\n", "\n", "thre\u20ac"]
    os.close(reading)
