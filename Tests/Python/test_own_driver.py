"""The driver of thirty lines in Drivers/README.md does what is said of it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from driver_process import ROOT

SCENARIO = """
version: 1
name: A page is read by a driver of one's own
site: {root}/Fixtures/sites/{site}.yaml
configuration:
  toolkit_name: docs
  settings:
    confluence_configuration: {credential}
steps:
  - tool: read_page_by_id
    arguments: {{page_id: "98311"}}
    expect: {{answer-contains: Customers may ask for a refund}}
  - tool: read_page_by_id
    arguments: {{page_id: "1"}}
    expect: {{fails: true, error-type: HTTPError, answer-contains: "404"}}
"""
CREDENTIALS = {
    "acme-cloud": '{base_url: "{{site.url}}", username: "{{user.reader-bot.email}}", api_key: "{{token.reader-bot-token}}"}',
    "acme-datacenter": '{base_url: "{{site.url}}", token: "{{token.reader-bot-token}}"}',
}


def run(folder: Path, site: str, credential: str) -> subprocess.CompletedProcess[str]:
    binary = os.environ.get("CONFLUENCE_DOCTOR_BINARY")
    if not binary:
        pytest.skip("CONFLUENCE_DOCTOR_BINARY does not name the built command")
    found = re.search(r"```python\n(.*?)```", (ROOT / "Drivers/README.md").read_text(), re.DOTALL)
    assert found is not None
    assert found[1].count("\n") <= 30
    program = folder / "driver.py"
    program.write_text(found[1])
    scenario = folder / "scenario.yaml"
    scenario.write_text(SCENARIO.format(root=ROOT, site=site, credential=credential))
    command = [binary, "run", scenario, "--driver", f"exec:{sys.executable} {program}"]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("site", CREDENTIALS)
def test_it_runs_a_scenario_over_tls(tmp_path: Path, site: str) -> None:
    result = run(tmp_path, site, CREDENTIALS[site])
    assert result.returncode == 0, result.stdout + result.stderr


def test_it_fails_where_the_site_refuses(tmp_path: Path) -> None:
    result = run(tmp_path, "acme-cloud", CREDENTIALS["acme-cloud"].replace("reader-bot-token", "reader-bot-revoked"))
    assert result.returncode == 1
    assert "credential.token-revoked" in result.stdout
