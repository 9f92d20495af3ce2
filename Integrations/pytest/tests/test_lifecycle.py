"""Processes: one for each worker or site, and none is left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"

READS = """
    import requests
    def test_{number}(confluence_cloud):
        address = confluence_cloud.url + "/rest/api/content/1001"
        assert requests.get(address, headers=confluence_cloud.headers("reader")).status_code == 200
        confluence_cloud.journal.assert_called("GET", "/rest/api/content/1001", times=1)
        confluence_cloud.trash(1001)
        print("pid", confluence_cloud.process.pid)
"""


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A process that ended and that nobody has waited for counts as ended.
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"


def assert_ends(pid: int) -> None:
    end = time.monotonic() + 10
    while is_running(pid):
        assert time.monotonic() < end, f"the process {pid} goes on"
        time.sleep(0.02)


def blocks(language: str) -> list[str]:
    text = README.read_text(encoding="utf-8")
    return [part.split("```", 1)[0] for part in text.split(f"```{language}\n")[1:]]


def test_the_example_of_the_readme(pytester: pytest.Pytester) -> None:
    for number, example in enumerate(blocks("python")):
        pytester.makepyfile(**{f"test_example_{number}": example})
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    outcomes = result.parseoutcomes()
    assert outcomes.get("passed", 0) >= 4 and not outcomes.get("failed") and not outcomes.get("errors")


def test_workers_have_sites_of_their_own(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(**{f"test_file_{number}": READS.format(number=number) for number in range(6)})
    pytester.runpytest_subprocess("-n", "2", "-p", "no:cacheprovider").assert_outcomes(passed=6)


def test_processes_end_with_the_tests(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(READS.format(number=1))
    result = pytester.runpytest_subprocess("-s", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=1)
    assert_ends(pid_in(result.stdout.str()))


def test_a_failing_test_shows_what_was_asked(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(READS.format(number=1) + "        assert False\n")
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["*Confluence journal of site*", "*GET /wiki/rest/api/content/1001 → 200 (reader): resource: reader may view*"]
    )


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_processes_end_when_pytest_is_killed(pytester: pytest.Pytester, how: signal.Signals) -> None:
    pytester.makepyfile(
        READS.format(number=1) + "        import sys, time\n        sys.stdout.flush()\n        time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "pytest", "-s", "-p", "no:cacheprovider", str(pytester.path)],
        stdout=subprocess.PIPE,
        text=True,
    ) as tests:
        assert tests.stdout is not None
        pid = next(pid_in(line) for line in tests.stdout if "pid " in line)
        assert is_running(pid)
        tests.send_signal(how)
    assert_ends(pid)


def test_a_missing_command_is_told(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFLUENCE_DOCTOR_BINARY", "/no/such/command")
    pytester.makepyfile(READS.format(number=1))
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*CONFLUENCE_DOCTOR_BINARY names /no/such/command, which can't be run*"])
    monkeypatch.delenv("CONFLUENCE_DOCTOR_BINARY")
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.stdout.fnmatch_lines(["*there is no confluence-doctor on the PATH*"])


def pid_in(text: str) -> int:
    return int(text.split("pid ", 1)[1].split()[0])
