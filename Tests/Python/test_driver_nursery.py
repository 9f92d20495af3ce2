"""Drivers that have their sessions served by a nursery: the world of each, and how they end."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from driver_process import LONGEST_ANSWER, ROOT, DriverProcess, driver_python, environment
from recording_server import RecordingServer

OWNER = "CONFLUENCE_DOCTOR_NURSERY"
SITE = "http://confluence.acme.example"

# A process that starts a driver as a run does, greets it, tells its id, and waits.
RUN = """
import os, subprocess, sys
driver = subprocess.Popen(
    sys.argv[1:3], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | {"%s": str(os.getpid())}
)
driver.stdin.write((sys.argv[3] + "\\n").encode())
driver.stdin.flush()
driver.stdout.readline()
print(driver.pid, flush=True)
sys.stdin.read()
""" % OWNER


def configuration(url: str = SITE) -> dict[str, Any]:
    credential = {"base_url": url, "hosting": "Server", "token": "invented-token-of-the-nursery-test"}
    return {"toolkit_name": "docs", "settings": {"confluence_configuration": credential, "space_key": "DOCS"}}


@pytest.fixture
def nursed() -> Iterator[DriverProcess]:
    with DriverProcess(in_nursery=True) as driver:
        driver.initialize(configuration())
        yield driver


def of_owner(owner: int) -> dict[int, int]:
    """The nursery that an owner has for elitea and its children, each with its parent."""
    program = str(ROOT / "Drivers/elitea/driver.py").encode()
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            variables = (folder / "environ").read_bytes().split(b"\0")
            parent = (folder / "stat").read_bytes().rpartition(b")")[2].split()[1]
        except OSError:
            continue
        if program in words and b"--nursery" in words and f"{OWNER}={owner}".encode() in variables:
            found[int(folder.name)] = int(parent)
    return found


def children() -> set[int]:
    """The sessions that the nursery of this process serves."""
    found = of_owner(os.getpid())
    return {process for process, parent in found.items() if parent in found}


def becomes_true(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + LONGEST_ANSWER
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def has_imported(process: int) -> bool:
    """Whether a process has loaded what the SDK's libraries bring."""
    return "numpy" in Path(f"/proc/{process}/maps").read_text()


def test_the_process_that_was_started_imports_nothing(nursed: DriverProcess) -> None:
    assert not has_imported(nursed.process.pid)
    assert all(has_imported(child) for child in children())


def test_each_session_has_a_way_to_the_site_of_its_own() -> None:
    with RecordingServer() as one, RecordingServer() as other:
        ways: list[dict[str, str]] = [{"HTTP_PROXY": server.url, "http_proxy": server.url} for server in (one, other)]
        with DriverProcess("elitea", True, **ways[0]) as first, DriverProcess("elitea", True, **ways[1]) as second:
            for driver in (first, second):
                driver.initialize(configuration())
                driver.call("check_connection")
            assert not has_imported(first.process.pid) and not has_imported(second.process.pid)
        assert [request.path for request in one.requests] == [f"{SITE}/rest/api/user/current"]
        assert [request.path for request in other.requests] == [f"{SITE}/rest/api/user/current"]


def test_other_variables_than_those_of_the_way_are_not_shared(nursed: DriverProcess) -> None:
    with DriverProcess("elitea", True, LANGUAGE="eo") as driver:
        driver.initialize(configuration())
        assert has_imported(driver.process.pid)


@pytest.fixture
def heard_signals() -> Iterator[None]:
    """Tests that are started in the background may have been told to ignore signals, and children inherit that."""
    heard = {signal.SIGINT: signal.default_int_handler, signal.SIGHUP: signal.SIG_DFL}
    before = {number: signal.signal(number, handler) for number, handler in heard.items()}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("owner", ["1", "off", ""])
def test_only_the_run_that_started_a_driver_has_a_nursery_for_it(owner: str) -> None:
    with DriverProcess("elitea", **{OWNER: owner}) as driver:
        driver.initialize(configuration())
        assert has_imported(driver.process.pid)


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGTERM, -signal.SIGTERM), (signal.SIGHUP, -signal.SIGHUP), (signal.SIGINT, 130), (signal.SIGKILL, -9)],
)
@pytest.mark.usefixtures("heard_signals")
def test_signals_end_a_session_in_a_nursery_as_they_end_any(
    in_nursery: bool, number: signal.Signals, status: int
) -> None:
    with DriverProcess(in_nursery=in_nursery) as driver:
        driver.initialize(configuration())
        driver.process.send_signal(number)
        assert driver.process.wait(timeout=LONGEST_ANSWER) == status
        assert becomes_true(lambda: not children())


def test_a_session_that_dies_ends_the_process_that_stands_in_for_it(nursed: DriverProcess) -> None:
    (child,) = children()
    os.kill(child, signal.SIGSEGV)
    assert nursed.process.wait(timeout=LONGEST_ANSWER) == -signal.SIGSEGV


def test_a_nursery_that_dies_takes_its_sessions_along_and_is_replaced(nursed: DriverProcess) -> None:
    (nursery,) = set(of_owner(os.getpid())) - children()
    os.kill(nursery, signal.SIGKILL)
    assert nursed.process.wait(timeout=LONGEST_ANSWER) == 1
    assert "the nursery of this driver ended" in nursed.standard_error()
    assert becomes_true(lambda: not of_owner(os.getpid()))
    with DriverProcess(in_nursery=True) as driver:
        assert "result" in driver.initialize(configuration())
        assert not has_imported(driver.process.pid)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_nothing_outlives_a_run(number: signal.Signals) -> None:
    experimental = {"confluenceDoctor": {"configuration": configuration()}}
    greeting = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {"experimental": experimental}}}
    program = [driver_python(), ROOT / "Drivers/elitea/driver.py"]
    command = [sys.executable, "-c", RUN, *program, json.dumps(greeting)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        driver = int(run.stdout.readline())
        assert len(of_owner(run.pid)) == 2
        run.send_signal(number)
        run.wait()
    assert becomes_true(lambda: not of_owner(run.pid))
    assert becomes_true(lambda: not Path(f"/proc/{driver}/maps").exists() or not has_imported(driver))


@pytest.mark.parametrize("name", ["elitea", "alita"])
def test_what_the_sdk_reads_of_the_way_while_it_is_imported_is_read_again(name: str) -> None:
    """Walks over all variables are left out: tqdm looks for its own."""
    program = """
import os, sys, traceback
sys.path[:0] = [os.path.dirname(sys.argv[1]), os.path.dirname(os.path.dirname(sys.argv[1])) + "/shared"]
import driver
from sdk_driver.main import _prepare
from sdk_driver.nursery import WAY
from sdk_driver.toolkit import import_ahead
read = type(os.environ).__getitem__
def noting(variables, name):
    files = [frame.filename for frame in traceback.extract_stack()]
    if name in WAY and not any(file.endswith(("tqdm/utils.py", "sdk_driver/nursery.py")) for file in files):
        print("read", name, next(file for file in reversed(files) if "site-packages" in file))
    return read(variables, name)
sdk = getattr(driver, sys.argv[2])()
_prepare()
type(os.environ).__getitem__ = noting
import_ahead(sdk)
"""
    command = [driver_python(name), "-c", program, ROOT / f"Drivers/{name}/driver.py", name]
    told = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST_ANSWER, check=True).stdout
    readers = set(re.findall(r"^read .*site-packages/(.*)$", told, re.MULTILINE))
    assert readers <= {"elitea_sdk/_system_ca.py"}


def test_the_authorities_of_a_session_are_its_own(tmp_path: Path) -> None:
    """A tool's processes are told the authorities by variables that the SDK sets while it is imported."""
    program = """
import os, sys
sys.path[:0] = [os.path.dirname(sys.argv[1]), os.path.dirname(os.path.dirname(sys.argv[1])) + "/shared"]
import driver
from sdk_driver.toolkit import import_ahead
before = dict(os.environ)
sdk = driver.elitea()
import_ahead(sdk)
print(os.environ["DENO_CERT"])
os.environ.clear()
os.environ.update(before, SSL_CERT_FILE=sys.argv[2])
sdk.read_environment_again()
print(os.environ["DENO_CERT"])
"""
    one, other = (str(tmp_path / name) for name in ("one", "other"))
    for file in (one, other):
        Path(file).write_text("")
    command = [driver_python(), "-c", program, ROOT / "Drivers/elitea/driver.py", other]
    variables = environment() | {"SSL_CERT_FILE": one}
    told = subprocess.run(
        command, env=variables, capture_output=True, text=True, timeout=LONGEST_ANSWER, check=True
    ).stdout
    assert told.split() == [one, other]
