"""The reports of `run` as the programs read them that CI systems use: junitparser, tap.py, SQLite's own module."""

import json
import os
import sqlite3
import subprocess
from pathlib import Path
from xml.dom import minidom

import pytest
from junitparser import Failure, JUnitXml, Skipped
from tap.parser import Parser

ROOT = Path(__file__).parents[2]
KINDS = ("json", "junit", "tap", "html", "markdown", "github", "text")
CANARY = "canary-9b1d7e-do-not-print"

SCENARIO = """
version: 1
name: {name}
tags: [probe]
site: {root}/Fixtures/sites/acme-cloud.yaml
configuration:
  toolkit_name: docs
  settings:
    confluence_configuration:
      base_url: "{{{{site.url}}}}"
      hosting: Cloud
      username: reader-bot@acme.example
      api_key: "{key}"
    space_key: DOCS
steps:
  - tool: read_page_by_id
    arguments: {{page_id: "98305"}}
    expect: {{{expect}}}
"""


def run(*words: str | Path, status: int) -> subprocess.CompletedProcess[str]:
    binary = os.environ.get("CONFLUENCE_DOCTOR_BINARY")
    if not binary:
        pytest.skip("CONFLUENCE_DOCTOR_BINARY does not name the built command")
    done = subprocess.run([binary, *words], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == status, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One run of two scenarios, of which one fails, in every form."""
    folder = tmp_path_factory.mktemp("reports")
    scenarios = folder / "scenarios"
    scenarios.mkdir()
    good = SCENARIO.format(
        name="A good one", root=ROOT, key="{{token.reader-bot-token}}", expect="answer-contains: onboarding guide"
    )
    bad = SCENARIO.format(name="'A <bad> & \"odd\" one'", root=ROOT, key=CANARY, expect="answer-contains: not there")
    (scenarios / "good.yaml").write_text(good)
    (scenarios / "bad.yaml").write_text(bad)
    files = {kind: folder / f"report.{kind}" for kind in KINDS}
    files["history"] = folder / "history.sqlite"
    written = [word for kind in KINDS for word in ("--report", f"{kind}={files[kind]}")]
    run("run", scenarios, *written, "--history", files["history"], status=1)
    return files


def test_junit_is_read_by_junitparser(reports: dict[str, Path]) -> None:
    suites = JUnitXml.fromfile(str(reports["junit"]))
    assert (suites.tests, suites.failures, suites.errors, suites.skipped) == (2, 1, 0, 0)
    (suite,) = suites
    assert suite.name == "confluence-doctor (native)"
    bad, good = suite
    assert bad.name == 'A <bad> & "odd" one'
    (failure,) = bad.result
    assert isinstance(failure, Failure)
    assert "not there" in failure.message
    assert good.result == []
    assert good.time >= 0
    assert "read_page_by_id" in good.system_out
    properties = {(item.get("name"), item.get("value")) for item in good._elem.iter("property")}
    assert properties >= {("tags", "probe"), ("deployment", "cloud")}
    assert not any(isinstance(result, Skipped) for case in suite for result in case.result)


def test_tap_is_read_by_tap_py(reports: dict[str, Path]) -> None:
    lines = list(Parser().parse_file(str(reports["tap"])))
    (plan,) = [line for line in lines if line.category == "plan"]
    tests = [line for line in lines if line.category == "test"]
    assert plan.expected_tests == len(tests) == 2
    assert [test.ok for test in tests] == [False, True]
    block = tests[0].yaml_block
    assert block["file"].endswith("bad.yaml")
    assert block["severity"] == "fail"
    assert "not there" in block["message"]
    assert any("→ 403" in sent or "→ 401" in sent for sent in block["sent"])


def test_github_annotations_name_file_and_line(reports: dict[str, Path]) -> None:
    error, notice = reports["github"].read_text().splitlines()
    assert error.startswith("::error file=")
    assert "bad.yaml,line=16,title=A <bad>" in error
    assert notice.startswith("::notice title=confluence-doctor::1 passed, 1 failed")


def test_no_report_holds_the_secret(reports: dict[str, Path]) -> None:
    for file in reports.values():
        content = file.read_bytes()
        assert content, file
        assert CANARY.encode() not in content, file


def test_a_merged_report_is_the_report(reports: dict[str, Path]) -> None:
    merged = run("report", "merge", reports["json"], "--format", "json", status=1)
    again, first = json.loads(merged.stdout), json.loads(reports["json"].read_text())
    assert again["summary"] == first["summary"]
    assert again["scenarios"] == first["scenarios"]


def test_history_is_sqlite_and_has_metrics(reports: dict[str, Path]) -> None:
    with sqlite3.connect(reports["history"]) as database:
        assert database.execute("SELECT passed, failed FROM run").fetchall() == [(1, 1)]
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    metrics = json.loads(run("metrics", "--history", reports["history"], "--format", "json", status=0).stdout)
    (tool,) = metrics["tools"]
    assert (tool["tool"], tool["calls"], tool["successRate"]) == ("read_page_by_id", 2, 0.5)


def test_trends_are_a_picture(reports: dict[str, Path]) -> None:
    picture = run("report", "trends", "--history", reports["history"], "--format", "svg", status=0).stdout
    (root,) = minidom.parseString(picture).childNodes
    assert root.tagName == "svg"
    assert len(root.getElementsByTagName("circle")) == 1
