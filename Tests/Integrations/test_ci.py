"""The templates of Integrations, each held to what can be checked without the CI system it is for."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
INTEGRATIONS = ROOT / "Integrations"
SCRIPTS = sorted(file for file in (INTEGRATIONS / "ci").iterdir() if file.is_file())
# What the shell of CI systems brings along that would decide for run-scenarios.
FOREIGN = ("SHARD", "SHARDS", "SCENARIOS", "DRIVER", "RESULTS", "HISTORY", "JOB_COMPLETION_INDEX", "DRY_RUN")


def run(*words: str | Path, cwd: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN and not name.startswith("CI_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=environment | {"PATH": path} | variables,
        capture_output=True,
        text=True,
        timeout=300,
    )


def passes(*words: str | Path, cwd: Path = ROOT, **variables: str) -> str:
    result = run(*words, cwd=cwd, **variables)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("github-actions", "github-actions/action.yml"),
        ("github-workflows", "github-actions/scenarios.yml"),
        ("github-workflows", "github-actions/contracts.yml"),
        ("gitlab-ci", "gitlab/confluence-doctor.gitlab-ci.yml"),
    ],
)
def test_a_template_follows_the_schema_of_its_system(schema: str, file: str) -> None:
    transform = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    passes("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *transform, INTEGRATIONS / file)


def test_the_job_follows_the_description_of_kubernetes() -> None:
    passes("kubernetes-validate", "--strict", INTEGRATIONS / "kubernetes/scenarios-job.yaml")


def test_the_container_file_has_no_warnings() -> None:
    passes("hadolint", "--failure-threshold", "warning", INTEGRATIONS / "container/Containerfile")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_has_no_warnings(script: Path) -> None:
    passes("shellcheck", "--external-sources", "--source-path", ROOT, script)
    assert os.access(script, os.X_OK)


def test_the_shell_of_the_templates_has_no_warnings(tmp_path: Path) -> None:
    action = yaml.safe_load((INTEGRATIONS / "github-actions/action.yml").read_text())
    workflows = [
        yaml.safe_load((INTEGRATIONS / f"github-actions/{name}.yml").read_text()) for name in ("scenarios", "contracts")
    ]
    jobs = [step for workflow in workflows for job in workflow["jobs"].values() for step in job["steps"]]
    pieces = [step["run"] for step in [*action["runs"]["steps"], *jobs] if "run" in step]
    gitlab = yaml.safe_load((INTEGRATIONS / "gitlab/confluence-doctor.gitlab-ci.yml").read_text())
    for job in (gitlab[".confluence-doctor"], gitlab["confluence-scenarios"], gitlab["confluence-report"]):
        pieces += ["\n".join(job.get(part, [])) for part in ("before_script", "script")]
    pieces += re.findall(r"sh '([^']+)'", (INTEGRATIONS / "jenkins/Jenkinsfile").read_text())
    assert len(pieces) >= 9
    for number, piece in enumerate(pieces):
        file = tmp_path / f"{number}.sh"
        # Every one of the systems stops at the first command that fails.
        file.write_text(f"#!/usr/bin/env bash\nset -e\n{piece}\n")
        passes("shellcheck", file)


def test_files_that_templates_name_are_there() -> None:
    """A renamed script would break whoever copied a template."""
    files = (file for file in INTEGRATIONS.rglob("*") if file.is_file() and file.suffix in (".yml", ".yaml", ""))
    text = "".join(file.read_text() for file in files)
    named = set(re.findall(r"Integrations/ci/([a-z-]+)|\.\./ci/([a-z-]+)", text))
    scripts = {first or second for first, second in named}
    assert scripts == {script.name for script in SCRIPTS}


DEFAULTS = "--report json=results/run{0}.json --report junit=results/run{0}.xml --report markdown=results/run{0}.md --report html=results/run{0}.html"


@pytest.mark.parametrize(
    ("variables", "command"),
    [
        ({}, "run scenarios --driver native " + DEFAULTS.format("")),
        (
            {"SCENARIOS": "a b", "DRIVER": "native,elitea", "SHARD": "1/2"},
            "run a b --driver native,elitea --shard 1/2 " + DEFAULTS.format("-1"),
        ),
        ({"CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "3"}, "run scenarios --driver native --shard 2/3 " + DEFAULTS.format("-2")),
        (
            {"JOB_COMPLETION_INDEX": "0", "SHARDS": "10", "HISTORY": "h.sqlite"},
            "run scenarios --driver native --shard 1/10 --history h.sqlite " + DEFAULTS.format("-1"),
        ),
    ],
    ids=["whole", "told", "GitLab", "Kubernetes"],
)
def test_a_shard_is_what_the_system_says(variables: dict[str, str], command: str) -> None:
    shown = passes(INTEGRATIONS / "ci/run-scenarios", DRY_RUN="1", CONFLUENCE_DOCTOR_BINARY="doctor", **variables)
    assert shown == f"doctor {command}\n"


def test_a_pod_must_know_how_many_there_are() -> None:
    result = run(INTEGRATIONS / "ci/run-scenarios", JOB_COMPLETION_INDEX="0", DRY_RUN="1")
    assert (result.returncode, result.stdout) == (2, "")
    assert "SHARDS" in result.stderr


@pytest.fixture
def binary() -> str:
    path = os.environ.get("CONFLUENCE_DOCTOR_BINARY")
    if not path:
        pytest.skip("CONFLUENCE_DOCTOR_BINARY does not name the built command")
    return path


def test_shards_run_everything_once_and_make_one_report(binary: str, tmp_path: Path) -> None:
    results = {"RESULTS": str(tmp_path), "CONFLUENCE_DOCTOR_BINARY": binary}
    for part in ("1/3", "2/3", "3/3"):
        passes(INTEGRATIONS / "ci/run-scenarios", "scenarios/faq", SHARD=part, **results)
    summary = tmp_path / "summary.md"
    passes(INTEGRATIONS / "ci/merge-reports", GITHUB_STEP_SUMMARY=str(summary), **results)
    merged = json.loads((tmp_path / "report.json").read_text())
    whole = json.loads(passes(binary, "run", "scenarios/faq", "--format", "json"))
    assert merged["summary"] == whole["summary"]
    names = sorted((found["name"], found["file"]) for found in merged["scenarios"])
    assert names == sorted((found["name"], found["file"]) for found in whole["scenarios"])
    assert summary.read_text() == (tmp_path / "report.md").read_text()


def test_the_report_of_a_missing_shard_is_missed(binary: str, tmp_path: Path) -> None:
    results = {"RESULTS": str(tmp_path), "CONFLUENCE_DOCTOR_BINARY": binary}
    passes(INTEGRATIONS / "ci/run-scenarios", "scenarios/faq", SHARD="1/2", **results)
    result = run(INTEGRATIONS / "ci/merge-reports", **results)
    assert result.returncode == 3
    assert "2/2" in result.stderr


def test_the_hook_tells_of_a_broken_scenario_before_it_is_committed(binary: str, tmp_path: Path) -> None:
    passes("pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
    commands = tmp_path / "bin"
    commands.mkdir()
    (commands / "confluence-doctor").symlink_to(binary)
    repository = tmp_path / "repository"
    (repository / "scenarios").mkdir(parents=True)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    local = {"repos": [{"repo": "local", "hooks": hooks}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(local))
    site = ROOT / "Fixtures/sites/acme-cloud.yaml"
    text = f"version: 1\nname: One request\nsite: {site}\nsteps:\n  - http: {{path: /rest/api/space/DOCS, as: mira}}\n"
    file = repository / "scenarios/one.yaml"
    file.write_text(text)
    passes("git", "init", "--quiet", cwd=repository)
    passes("git", "add", "--all", cwd=repository)
    path = f"{commands}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = {"PATH": path, "PRE_COMMIT_HOME": str(tmp_path / "cache")}
    passes("pre-commit", "run", "--all-files", cwd=repository, **settings)

    file.write_text(text.replace("path:", "pth:"))
    result = run("pre-commit", "run", "--all-files", cwd=repository, **settings)
    assert result.returncode == 1
    assert "one.yaml:5:12: steps[0].http.pth: unknown key “pth”, did you mean “path”?" in result.stdout


def stand_in_for_swift(folder: Path, version: str) -> dict[str, str]:
    """A `swift` that notes how it is called and builds a command which says so; a real build takes many minutes."""
    folder.mkdir()
    swift = folder / "swift"
    swift.write_text(
        "#!/bin/sh\n"
        f'if [ "$1" = --version ]; then echo "Swift version {version} (a stand-in)"; exit; fi\n'
        f'echo "$*" >>{folder}/calls\n'
        'mkdir -p "$CONFLUENCE_DOCTOR_SCRATCH/release"\n'
        'printf "#!/bin/sh\\necho built\\n" >"$CONFLUENCE_DOCTOR_SCRATCH/release/confluence-doctor"\n'
        'chmod 755 "$CONFLUENCE_DOCTOR_SCRATCH/release/confluence-doctor"\n'
    )
    swift.chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    return {"PATH": path, "CONFLUENCE_DOCTOR_SCRATCH": str(folder / "scratch")}


def test_the_command_is_built_once_for_release_with_the_runtime_in_it(tmp_path: Path) -> None:
    settings = stand_in_for_swift(tmp_path / "bin", "6.2.1")
    # As the templates call it: a folder that is not there yet, and one that a cache has brought back.
    folder = tmp_path / "cache/command"
    for _ in range(2):
        passes(INTEGRATIONS / "ci/build-command", folder, cwd=tmp_path, **settings)
        assert passes(folder / "confluence-doctor") == "built\n"
    [call] = (tmp_path / "bin/calls").read_text().splitlines()
    assert call.split() == [
        *("build", "--package-path", str(ROOT), "--scratch-path", settings["CONFLUENCE_DOCTOR_SCRATCH"]),
        *("--configuration", "release", "--product", "confluence-doctor", "--static-swift-stdlib"),
    ]


def test_what_keeps_the_command_from_being_built_is_said(tmp_path: Path) -> None:
    settings = stand_in_for_swift(tmp_path / "bin", "6.1")
    old = run(INTEGRATIONS / "ci/build-command", tmp_path / "command", **settings)
    assert old.returncode == 3
    assert "Swift 6.1 is too old: 6.2 or later is needed" in old.stderr
    unnamed = run(INTEGRATIONS / "ci/build-command", **settings)
    assert unnamed.returncode == 3
    assert "usage: Integrations/ci/build-command FOLDER" in unnamed.stderr


def test_a_scheduled_check_names_what_it_remembers() -> None:
    settings = {"DRY_RUN": "1", "STATE": "kept", "PROFILES": "p.yaml", "CONFLUENCE_DOCTOR_BINARY": "confluence-doctor"}
    words = passes(INTEGRATIONS / "ci/check-contracts", "staging", "production", **settings)
    assert words.split() == [
        *("confluence-doctor", "contract", "check", "scenarios/contracts"),
        *("--against", "live:staging", "--against", "live:production", "--profiles", "p.yaml"),
        *("--known", "kept/known.json", "--issues", "kept/issues"),
    ]
    assert run(INTEGRATIONS / "ci/check-contracts").returncode == 2


def test_a_scheduled_check_ends_as_the_command_does(tmp_path: Path) -> None:
    command = tmp_path / "confluence-doctor"
    command.write_text("#!/bin/sh\nexit 4\n")
    command.chmod(0o755)
    variables = {"CONFLUENCE_DOCTOR_BINARY": str(command), "STATE": str(tmp_path / "state")}
    assert run(INTEGRATIONS / "ci/check-contracts", "staging", **variables).returncode == 4
