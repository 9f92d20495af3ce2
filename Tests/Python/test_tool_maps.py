"""Servers that know nothing of this project, driven by a tool map alone."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from driver_process import ROOT, driver_python

MAP = ROOT / "Drivers/maps/mcp-atlassian.yaml"
SCENARIO = Path(__file__).parent / "maps/mcp-atlassian.yaml"
# Data Center's token travels in a header of each request; the server asks for it where it answers over HTTP.
OVER_HTTP = """
  command: ["{{drivers}}/mcp-atlassian/bin/mcp-atlassian", --transport, streamable-http, --host, 127.0.0.1, --port, "{{port}}"]
  url: http://127.0.0.1:{{port}}/mcp
  headers: {Authorization: "Token {{token}}"}
"""


def run(driver: str, *words: str) -> dict[str, Any]:
    binary = os.environ.get("CONFLUENCE_DOCTOR_BINARY")
    if not binary:
        pytest.skip("CONFLUENCE_DOCTOR_BINARY does not name the built command")
    assert driver_python("mcp-atlassian").exists()
    command = [binary, "run", SCENARIO, "--driver", driver, "--format", "json", *words]
    result = subprocess.run(command, capture_output=True, text=True, timeout=180)
    assert result.stdout, result.stderr
    report: dict[str, Any] = json.loads(result.stdout)
    return report


def failures(report: dict[str, Any]) -> list[Any]:
    return [
        (scenario["name"], step["title"], step.get("problems"))
        for scenario in report["scenarios"]
        for step in scenario["steps"]
        if step["status"] == "failed"
    ]


def test_mcp_atlassian_answers_the_toolkits_tools_on_both_deployments() -> None:
    report = run(f"mcp:{MAP}")
    assert failures(report) == []
    assert report["summary"]["passed"] == 2


def test_the_same_server_over_streamable_http(tmp_path: Path) -> None:
    changed = tmp_path / "over-http.yaml"
    command = '\n  command: ["{{drivers}}/mcp-atlassian/bin/mcp-atlassian"]\n'
    assert command in MAP.read_text()
    changed.write_text(MAP.read_text().replace(command, OVER_HTTP))
    report = run(f"mcp:{changed}", "--filter", "Data Center")
    assert failures(report) == []
    assert report["summary"]["passed"] == 1


def test_a_tool_that_the_server_does_not_have_is_told_with_the_maps_line(tmp_path: Path) -> None:
    changed = tmp_path / "wrong.yaml"
    changed.write_text(MAP.read_text().replace("calls: confluence_get_page\n", "calls: confluence_get_pagee\n"))
    report = run(f"mcp:{changed}", "--filter", "Cloud")
    line = 1 + changed.read_text()[: changed.read_text().index("confluence_get_pagee")].count("\n")
    [(_, _, problems)] = failures(report)
    assert f"wrong.yaml:{line}:12: " in str(problems)
    assert "did you mean “confluence_get_page”?" in str(problems)
