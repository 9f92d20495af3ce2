"""The commands around laws and shapes, as somebody uses them on a site that shares nothing with the simulator."""

import json
import re
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from drifting_site import Drift, asking, gone, header, of, renamed, status, unchanged, value, wording
from elsewhere import KINDS, LAWS, Elsewhere, verdicts
from live_command import LiveCommand, kill
from other_confluence.site import OtherConfluence
from simulated_site import SimulatedSite
from small_site import Answer, Asked

PAGE = r"/rest/api/content/\d{3,}$"


@pytest.fixture(params=KINDS)
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Elsewhere]:
    with OtherConfluence(request.param) as site:
        yield Elsewhere(site, tmp_path, writes=True)


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Elsewhere]:
    with OtherConfluence("cloud") as site:
        yield Elsewhere(site, tmp_path_factory.mktemp("cloud"))


# Recordings


def recorded(elsewhere: Elsewhere, name: str, drift: Drift = unchanged) -> Path:
    elsewhere.site.drift = drift
    path = elsewhere.live.folder / f"{name}.json"
    run = elsewhere.contract("record", "--without-doctor", "-o", path)
    assert run.returncode == 0, run.stderr
    return path


def locked(elsewhere: Elsewhere, *recordings: Path) -> str:
    run = elsewhere.live.run("contract", "lock", *recordings)
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_two_recordings_of_a_site_differ_in_nothing(kind: str, tmp_path: Path) -> None:
    paths = []
    for number in range(2):  # ids and dates are other ones each time
        (tmp_path / str(number)).mkdir()
        with OtherConfluence(kind) as site:
            elsewhere = Elsewhere(site, tmp_path / str(number))
            paths.append(recorded(elsewhere, "recording"))
    assert locked(elsewhere, paths[0]) == locked(elsewhere, paths[1])
    assert len(locked(elsewhere, paths[0]).splitlines()) > 200
    run = elsewhere.live.run("contract", "diff", *paths, "--strict", "--scenarios", LAWS)
    assert run.returncode == 0, run.stdout
    text = paths[0].read_text()
    people = site.world.people.values()
    assert not any(words in text for person in people for words in (person.secret, person.display, person.id))


# What has changed, and what is told of it: the kind and the place, once each and nothing else.
SHAPES: list[tuple[str, Drift, set[tuple[str, str]]]] = [
    ("an entity tag comes", header(PAGE, "ETag", 'W/"1"'), {("header-added", "ETag")}),
    ("a limit is told no more", header(PAGE, "X-RateLimit-Limit", None), {("header-removed", "X-Ratelimit-Limit")}),
    ("a type has a charset", header(PAGE, "Content-Type", "application/json;charset=UTF-8"), {("header-changed", "Content-Type")}),
    ("an end is told", header(PAGE, "Deprecation", "true"), {("header-added", "Deprecation")}),
    ("a wait is a date", header(PAGE, "Retry-After", "Thu, 01 Jan 2026 00:00:00 GMT"), {("header-added", "Retry-After")}),
    ("a member is gone", gone(PAGE, "version", "when"), {("member-removed", "version.when")}),
    ("a member is renamed", renamed(PAGE, "version", "when", to="createdAt"), {("member-renamed", "version.when")}),
    ("a member is a text", value(PAGE, "version", "number", becomes=str), {("type-changed", "version.number")}),
    ("a member is null", value(PAGE, "version", "message", becomes=None), {("null-added", "version.message")}),
    ("a date is written otherwise", value(PAGE, "version", "when", becomes="2026-01-01T00:00:00+01:00"), {("format-changed", "version.when")}),
    ("a word is another", value(PAGE, "status", becomes="archived"), {("word-changed", "status")}),
    ("other words", wording("/rest/api/content/1$", "No content found with id", "There is no content with the id"), {("wording-changed", "message")}),
    ("another status", status("/rest/api/content/1$", 404, 403), {("status-changed", "")}),
    ("another status of v2", status("/api/v2/pages/1$", 404, 410), {("status-changed", "")}),
    ("an expansion is passed over", asking("expand=body.view", lambda target: target.split("?")[0]), None),
]  # fmt: skip


@pytest.mark.parametrize(("drift", "told"), [one[1:] for one in SHAPES], ids=[one[0] for one in SHAPES])
def test_each_change_of_shape_is_found_and_none_is_invented(cloud: Elsewhere, drift: Drift, told: set[tuple[str, str]] | None) -> None:
    before = cloud.live.folder / "before.json"
    if not before.exists():
        before = recorded(cloud, "before")
    run = cloud.live.run("contract", "diff", before, recorded(cloud, "after", drift), "--format", "json")
    drifts = json.loads(run.stdout)["drifts"]
    found = {(one["kind"], one["path"]) for one in drifts}
    if told is None:
        assert ("member-removed", "body.view.value") in found or ("member-removed", "body") in found, found
        assert {one["exchange"] for one in drifts} == {"GET /rest/api/content/{id}?expand=body.view 200"}
    else:
        assert found == told
        assert len(drifts) == 1


# The ledger


def test_a_ledger_is_filled_by_what_was_seen_live(elsewhere: Elsewhere, tmp_path: Path) -> None:
    ledger = tmp_path / "parity.yaml"
    run = elsewhere.contract("check", LAWS / "errors.yaml", "--ledger", ledger)
    assert run.returncode == 0, run.stderr
    kind = "Cloud" if elsewhere.site.is_cloud else "Data Center 9.2.0"
    api = "cloud-v1" if elsewhere.site.is_cloud else "data-center"
    assert f"{api} errors/error-has-words:\n    {kind}:\n" in ledger.read_text()
    laws = ledger.read_text().count('by: "live:site"')
    recording = tmp_path / "recording.json"
    assert elsewhere.contract("record", "-o", recording).returncode == 0
    run = elsewhere.live.run("contract", "lock", recording, "--ledger", ledger)
    assert run.returncode == 0, run.stderr
    assert f"{api} GET /rest/api/content/{{id}}" in ledger.read_text()
    assert ledger.read_text().count('by: "live:site"') > laws + 20
    coverage = elsewhere.live.run("simulate", "--coverage", "--ledger", ledger)
    assert coverage.returncode == 0, coverage.stderr
    assert f"On live sites {laws} laws and" in " ".join(coverage.stdout.split())
    seen = elsewhere.live.run("simulate", "--coverage", "--ledger", ledger, "--format", "json")
    rows = [row for row in json.loads(seen.stdout) if row["path"] == "/rest/api/content/{id}" and row["method"] == "GET"]
    assert any(kind in row.get("seen_live", row.get("seen", {})) for row in rows), rows


def test_a_simulator_is_not_taken_for_a_live_site(tmp_path: Path) -> None:
    with SimulatedSite("laws-data-center", file=LAWS / "sites/data-center.yaml") as site:
        profile = f"    base-url: {site.url}\n    hosting: data-center\n    scratch-space: LAW\n    accounts:\n      writer: {{token: {{env: WRITER_TOKEN}}}}\n"
        live = LiveCommand(tmp_path, profile, {"WRITER_TOKEN": site.token("writer")})
        at = ("--against", "live:site", "--profiles", live.profiles)
        ledger = tmp_path / "parity.yaml"
        run = live.run("contract", "check", LAWS / "errors.yaml", "--ledger", ledger, *at)
        assert run.returncode == 0, run.stderr
        assert "the profile site leads to a simulator of confluence-doctor, not to a live site" in run.stderr
        assert "live:site" not in ledger.read_text()
        recording = tmp_path / "recording.json"
        run = live.run("contract", "record", "-o", recording, *at)
        assert run.returncode == 0, run.stderr
        assert "leads to a simulator" in run.stderr
        run = live.run("contract", "lock", recording, "--ledger", ledger)
        assert "not known to be of a live site" in run.stderr
        assert "live:site" not in ledger.read_text()


def test_a_ledger_that_can_not_be_kept_costs_no_report(cloud: Elsewhere, tmp_path: Path) -> None:
    cloud.site.drift = unchanged
    (tmp_path / "bad.yaml").write_text("version: 1\nlawz: {}\n")
    before = len(cloud.site.asked)
    run = cloud.contract("check", LAWS / "errors.yaml", "--ledger", tmp_path / "bad.yaml")
    assert (run.returncode, run.stdout) == (2, "")
    assert "bad.yaml:2:1: lawz: unknown key “lawz”, did you mean “laws”?" in run.stderr
    assert len(cloud.site.asked) == before
    for option in ("--ledger", "--known"):
        run = cloud.contract("check", LAWS / "errors.yaml", option, tmp_path / "no/such/file.yaml")
        assert run.returncode == 2
        assert "the file can't be written; check the folder and its permissions" in run.stderr
        assert "nothing new" in run.stdout


def test_a_session_of_any_client_is_locked_and_noted(elsewhere: Elsewhere, tmp_path: Path) -> None:
    entries = []
    person = next(iter(elsewhere.site.world.people.values()))
    name = person.email if elsewhere.site.is_cloud else person.name
    for path in ("/rest/api/user/current", "/rest/api/content?type=page&limit=2", "/rest/api/content/999"):
        answer = requests.get(elsewhere.site.local + path, auth=(name, person.secret), timeout=30)
        headers = [{"name": name, "value": value} for name, value in answer.headers.items()]
        content = {"mimeType": answer.headers["Content-Type"], "text": answer.text, "size": len(answer.content)}
        entries.append(
            {
                "startedDateTime": "2026-03-01T10:00:00.000Z",
                "time": 1,
                "request": {"method": "GET", "url": answer.url, "httpVersion": "HTTP/1.1", "headers": [], "queryString": [], "cookies": [], "headersSize": -1, "bodySize": 0},
                "response": {"status": answer.status_code, "statusText": "", "httpVersion": "HTTP/1.1", "headers": headers, "cookies": [], "content": content, "redirectURL": "", "headersSize": -1, "bodySize": -1},
                "cache": {},
                "timings": {"send": 0, "wait": 1, "receive": 0},
            }
        )  # fmt: skip
    har = tmp_path / "session.har"
    har.write_text(json.dumps({"log": {"version": "1.2", "creator": {"name": "any", "version": "1"}, "entries": entries}}))
    hosting = "cloud" if elsewhere.site.is_cloud else "data-center"
    site = "Cloud" if elsewhere.site.is_cloud else "Data Center 9.2.0"
    ledger = tmp_path / "parity.yaml"
    run = elsewhere.live.run("contract", "lock", har, "--hosting", hosting, "--ledger", ledger, "--seen-on", site, "--run", "by hand")
    assert run.returncode == 0, run.stderr
    assert "GET /rest/api/content/{id} 404:" in run.stdout
    assert person.display not in run.stdout
    assert ledger.read_text().count(f"    {site}:\n") == 3
    assert 'seen: "2026-03-01T10:00:00Z"' in ledger.read_text()
    again = elsewhere.live.run("contract", "lock", har, "--hosting", hosting)
    assert again.stdout == run.stdout


# Answers


def test_drift_in_status_words_and_headers_becomes_answers(cloud: Elsewhere, tmp_path: Path) -> None:
    def change(answer: Answer) -> None:
        answer.status = 410
        answer.headers |= {"Sunset": "Thu, 01 Jan 2026 00:00:00 GMT", "Content-Type": "application/json;charset=UTF-8"}
        answer.body = b'{"statusCode":410,"message":"Page 999999999999999 is not here any more"}'

    report = tmp_path / "check.json"
    cloud.site.drift = of("/rest/api/content/999999999999999$", change)
    run = cloud.contract("check", LAWS / "masking.yaml", "--without-doctor", "--format", "json")
    assert run.returncode == 1
    report.write_text(run.stdout)
    answers = tmp_path / "answers.yaml"
    run = cloud.live.run("contract", "apply", report, "-o", answers)
    assert run.returncode == 0, run.stderr
    with SimulatedSite("acme-cloud", options=("--answers", str(answers))) as simulated:
        answer = requests.get(f"{simulated.url}/rest/api/content/4711", auth=(simulated.login("mira"), simulated.token("mira")), timeout=30)
    assert answer.status_code == 410
    assert answer.json()["message"] == "Page 4711 is not here any more"
    assert answer.headers["Content-Type"] == "application/json;charset=utf-8"
    assert "Sunset" in answer.headers


# Writing


def test_laws_that_write_agree_and_leave_nothing(elsewhere: Elsewhere) -> None:
    before = elsewhere.site.titles()
    told = elsewhere.check("--allow-writes")
    # Some laws need an administrator, and so are tried on the simulator alone.
    untried = [law for law in told["laws"] if law["verdict"] == "not-judged" and "has no “live:”" in law["reason"]]
    assert len(untried) < 10
    assert len(verdicts(told, "agree")) == len(untried), verdicts(told, "agree")
    assert told["exit"] == 0, told["stderr"]
    [live] = [site for site in told["sites"] if site["name"] == "site"]
    assert live["writes"] > 250
    assert told["left_out"] == 0
    assert elsewhere.site.titles() == before
    assert elsewhere.live.records == []


def waiting(count: int, reached: threading.Event, released: threading.Event) -> Drift:
    """Keeps whoever asks for more than so many new pages waiting until it is over."""
    made = 0

    def drift(asked: Asked, onward: Callable[[Asked], Answer]) -> Answer:
        nonlocal made
        answer = onward(asked)
        if asked.method == "POST" and asked.target.endswith(("/rest/api/content", "/api/v2/pages")):
            made += 1
            if made == count:
                reached.set()
                released.wait(120)
        return answer

    return drift


@pytest.mark.parametrize("count", [1, 2, 9])
def test_clean_after_a_check_was_killed(elsewhere: Elsewhere, count: int) -> None:
    before = elsewhere.site.titles()
    reached, released = threading.Event(), threading.Event()
    elsewhere.site.drift = waiting(count, reached, released)
    process = elsewhere.live.start("contract", *elsewhere.words("check", LAWS / "tree.yaml", "--allow-writes"))
    assert reached.wait(120)
    if count == 2:
        busy = elsewhere.live.clean()
        assert busy.returncode == 1
        assert "still going on" in busy.stderr
    kill(process)
    released.set()
    assert elsewhere.site.titles() > before
    outcome = elsewhere.live.clean()
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert elsewhere.site.titles() == before
    assert elsewhere.live.records == []


def test_ctrl_c_ends_a_check_with_what_was_judged(elsewhere: Elsewhere, tmp_path: Path) -> None:
    before = elsewhere.site.titles()
    reached, released = threading.Event(), threading.Event()
    elsewhere.site.drift = waiting(9, reached, released)
    ledger = tmp_path / "parity.yaml"
    words = elsewhere.words("check", LAWS / "tree.yaml", LAWS / "errors.yaml", "--allow-writes", "--format", "json", "--ledger", ledger)
    process = elsewhere.live.start("contract", *words)
    assert reached.wait(120)
    process.send_signal(signal.SIGINT)
    released.set()
    out, err = process.communicate(timeout=120)
    assert process.returncode == 130, err
    told = json.loads(out)
    found = verdicts(told)
    assert {verdict for law, verdict in found.items() if law.startswith("error-")} == {"agree"}
    assert set(found.values()) == {"agree", "not-judged"}
    assert "ended by Ctrl-C" in err
    assert not ledger.exists()
    assert elsewhere.site.titles() == before
    assert elsewhere.live.records == []


# The gateway

WRITES = """
version: 1
name: two pages by the second version
site: {root}/scenarios/contracts/sites/cloud.yaml
live: {{accounts: [writer], writes: true, space: LAW}}
steps:
  - http:
      method: POST
      path: /api/v2/pages
      as: writer
      body: {{spaceId: "{{{{scratch.space-id}}}}", status: current, title: "First of {{{{run.id}}}}", parentId: "{{{{scratch.parent}}}}"}}
    expect: {{status: 200}}
    capture: {{first: id}}
  - http:
      method: POST
      path: /api/v2/pages
      as: writer
      body: {{spaceId: "{{{{scratch.space-id}}}}", status: current, title: "Second of {{{{run.id}}}}", parentId: "{{{{var.first}}}}"}}
    expect: {{status: 200}}
  - http:
      method: POST
      path: /api/v2/footer-comments
      as: writer
      body: {{pageId: "{{{{var.first}}}}", body: {{representation: storage, value: <p>Well said</p>}}}}
    expect: {{status: 201}}
  - expect-site: {{page: "{{{{var.first}}}}", title: "First of {{{{run.id}}}}", version: 1, comments: 1, labels: [], children: ["Second of {{{{run.id}}}}"]}}
"""


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[Elsewhere]:
    with OtherConfluence("cloud", is_gateway=True) as site:
        yield Elsewhere(site, tmp_path, writes=True)


def test_a_run_through_the_gateway_writes_by_the_second_version(gateway: Elsewhere) -> None:
    before = gateway.site.titles()
    outcome = gateway.live.run("run", gateway.live.scenario(WRITES), "--allow-writes")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "content of REST v1 is withdrawn at this address" in outcome.stderr
    made = [asked for asked in gateway.site.asked if asked.method == "POST"]
    assert [asked.target.split("/wiki")[1] for asked in made] == ["/api/v2/pages"] * 3 + ["/api/v2/footer-comments"]
    assert gateway.site.titles() == before
    assert gateway.live.records == []


@pytest.mark.parametrize("count", [1, 2, 3])
def test_clean_after_a_kill_behind_the_gateway(gateway: Elsewhere, count: int) -> None:
    before = gateway.site.titles()
    reached, released = threading.Event(), threading.Event()
    gateway.site.drift = waiting(count, reached, released)
    process = gateway.live.start("run", gateway.live.scenario(WRITES), "--allow-writes", "--without-doctor")
    assert reached.wait(120)
    kill(process)
    released.set()
    outcome = gateway.live.clean()
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert gateway.site.titles() == before
    assert gateway.live.records == []


def test_what_the_gateway_has_withdrawn_is_no_drift(gateway: Elsewhere) -> None:
    told = gateway.check("--allow-writes")
    assert set(verdicts(told, "agree", "not-judged").values()) == {"particular"}
    reasons = {law["reason"] for law in told["laws"] if law["verdict"] == "particular"}
    assert all("the gateway" in reason for reason in reasons), reasons
    assert len([law for law in told["laws"] if law["on"] == "cloud-v2" and law["verdict"] == "agree"]) > 50


# Mistakes

GOOD = """\
    base-url: {url}
    hosting: data-center
    accounts: {{writer: {{username: writer, password: {{env: WRITER_SECRET}}}}}}
    scratch-space: LAW
    allow: [read, write]
"""


@pytest.mark.parametrize(
    ("part", "by", "place", "words"),
    [
        ("WRITER_SECRET", "NO_SUCH_VARIABLE", "6:59", "the environment has no variable of this name"),
        ("{env: WRITER_SECRET}", "{file: /no/such/file}", "6:60", "there is no such file, or it can't be read"),
        ("{env: WRITER_SECRET}", "{file: .}", "6:60", "there is no such file, or it can't be read"),
        ("{env: WRITER_SECRET}", "{command: ['false']}", "6:", "the command gave no secret: it ended with the code 1"),
        ("{env: WRITER_SECRET}", "{command: [no-such-program]}", "6:", "the command gave no secret: it could not be run"),
        ("{env: WRITER_SECRET}", "{command: ['true']}", "6:", "what is kept here is empty"),
        ("{env: WRITER_SECRET}", "hunter2-hunter2", "6:", "a secret is not written into this file"),
        ("allow:", "alow:", "8:5", "unknown key “alow”, did you mean “allow”?"),
        ("data-center", "datacenter", "5:14", "did you mean “data-center”?"),
        ("{url}", "http://confluence.example", "4:15", "over http anybody on the way reads the secrets"),
        ("{url}", "confluence.example", "4:15", "does not start with https://"),
        ("    scratch-space: LAW\n", "", "7:", "writes need a place: name it"),
        ("[read, write]", "[read, wirte]", "8:", "did you mean “write”?"),
        ("username: writer, ", "", "6:", "the key “username” is missing"),
        ("    allow:", "\tallow:", "8:", "tab"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_profile_is_told_in_its_place(tmp_path: Path, part: str, by: str, place: str, words: str) -> None:
    with OtherConfluence("data-center") as site:
        text = GOOD.format(url=by if part == "{url}" else site.url).replace(part, by)
        live = LiveCommand(tmp_path, text, {"WRITER_SECRET": "writer-secret-of-elsewhere"})
        at = ("--against", "live:site", "--profiles", live.profiles)
        for command in (("contract", "check", LAWS / "errors.yaml"), ("contract", "record")):
            run = live.run(*command, *at)
            assert run.returncode == 2, run.stdout + run.stderr
            assert words in run.stderr
            assert len(run.stderr.strip().splitlines()) == 1, run.stderr
            assert re.search(rf"profiles\.yaml:{place}", run.stderr), run.stderr
            assert "hunter2" not in run.stderr
        assert site.asked == []


@pytest.mark.parametrize(
    ("part", "by", "words"),
    [
        ("scratch-space: LAW", "scratch-space: NOWHERE", "NOWHERE"),
        ("username: writer", "username: somebody", "the site of the profile"),
        ("/confluence", "/elsewhere", "the site of the profile"),
    ],
)
def test_a_profile_that_does_not_fit_the_site_is_a_mistake_too(tmp_path: Path, part: str, by: str, words: str) -> None:
    with OtherConfluence("data-center") as site:
        text = GOOD.format(url=site.url).replace(part, by)
        live = LiveCommand(tmp_path, text, {"WRITER_SECRET": "writer-secret-of-elsewhere"})
        run = live.run("contract", "check", LAWS / "errors.yaml", "--against", "live:site", "--profiles", live.profiles)
        assert run.returncode == 2, (run.returncode, run.stdout, run.stderr)
        assert {asked.method for asked in site.asked} <= {"GET", "HEAD"}
