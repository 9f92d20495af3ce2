"""Runs on live sites: what is sent to them, what is noted, and what `clean` makes good after a kill."""

import json
import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from pathlib import Path

import pytest

from live_command import WRITES, LiveCommand, kill
from simulated_site import ROOT, SimulatedSite
from stand_in import Answer, Asked, StandIn

PROFILE = """\
    base-url: {url}
    hosting: data-center
    accounts: {{writer: {{username: writer, password: {{env: WRITER_PASSWORD}}}}}}
    scratch-space: {space}
    allow: [read, write]
    budget: {{requests: {requests}, seconds: 120}}
"""
SECRETS = {"WRITER_PASSWORD": "writer-password-1"}
READS = """
version: 1
name: four reads
site: {root}/scenarios/contracts/sites/data-center.yaml
live: {{accounts: [writer]}}
steps:
  - http: {{path: /rest/api/space/SCRATCH, as: writer}}
    expect: {{status: 200}}
  - http: {{path: /rest/api/content, as: writer}}
    expect: {{status: 200}}
  - http: {{path: /rest/api/content, query: {{limit: 1}}, as: writer}}
    expect: {{status: 200}}
  - http: {{path: /rest/api/user/current, as: writer}}
    expect: {{status: 200}}
"""


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with StandIn() as site:
        yield site


def command(folder: Path, url: str, space: str = "SCRATCH", requests: int = 200) -> LiveCommand:
    return LiveCommand(folder, PROFILE.format(url=url, space=space, requests=requests), SECRETS)


def is_create(asked: Asked) -> bool:
    return (asked.method, asked.path) == ("POST", "/rest/api/content")


def test_a_run_leaves_a_live_site_as_it_was(stand_in: StandIn, tmp_path: Path) -> None:
    live = command(tmp_path, stand_in.url)
    before = stand_in.state()
    outcome = live.run("run", live.scenario(WRITES), "--allow-writes")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert sum(map(is_create, stand_in.requests)) == 3
    assert stand_in.state() == before
    assert live.records == []


def test_nothing_is_written_unless_both_say_so(stand_in: StandIn, tmp_path: Path) -> None:
    live = command(tmp_path, stand_in.url)
    outcome = live.run("run", live.scenario(WRITES))
    assert "it writes, and nothing may be written on site" in outcome.stdout
    live.profiles.write_text(live.profiles.read_text().replace("[read, write]", "[read]"))
    outcome = live.run("run", live.scenario(WRITES), "--allow-writes")
    assert "it writes, and nothing may be written on site" in outcome.stdout
    sneaky = live.scenario(WRITES.replace("writes: true, ", "").replace("{{{{scratch.parent}}}}", "1001"))
    outcome = live.run("run", sneaky, "--without-doctor")
    assert outcome.returncode == 1
    assert "POST /confluence/rest/api/content was not sent" in " ".join(outcome.stdout.split())
    assert {asked.method for asked in stand_in.requests} == {"GET"}


@pytest.mark.parametrize(
    ("steps", "reason"),
    [
        ("{{method: DELETE, path: /rest/api/content/1001, as: writer}}", "1001, was not created in this run"),
        ("{{method: PUT, path: /rest/api/content/1001, as: writer, body: {{title: x}}}}", "was not created in this run"),
        ("{{method: POST, path: /rest/api/space, as: writer, body: {{key: X}}}}", "no rule says what it touches"),
        ('{{method: DELETE, path: "/rest/api/content/{{{{scratch.parent}}}}", as: writer}}', "the scratch page itself"),
        (
            "{{method: POST, path: /rest/api/content, as: writer, body: {{type: page, title: x, space: {{key: SCRATCH}}}}}}",
            "must be below the scratch page",
        ),
        (
            '{{method: POST, path: /rest/api/content, as: writer, body: {{type: page, title: x, space: {{key: HR}}, ancestors: [{{id: "{{{{scratch.parent}}}}"}}]}}}}',
            "the space HR is not the scratch space SCRATCH",
        ),
        (
            "{{method: POST, path: /rest/api/content, as: writer, body: {{type: blogpost, title: x, space: {{key: SCRATCH}}}}}}",
            "must hold the run's mark",
        ),
        ("{{method: POST, path: /rest/api/content/../content, as: writer}}", "its path is not one below"),
        ("{{path: /logout.action, as: writer}}", "may change the site although it is only read"),
        (
            "{{method: POST, path: /rest/api/content/1001/label, as: writer, headers: {{X-HTTP-Method-Override: GET}}}}",
            "may turn it into another request",
        ),
    ],
)
def test_what_is_not_shown_to_stay_inside_is_not_sent(
    stand_in: StandIn, tmp_path: Path, steps: str, reason: str
) -> None:
    live = command(tmp_path, stand_in.url)
    head = WRITES[: WRITES.index("steps:")]
    before = stand_in.state()
    outcome = live.run("run", live.scenario(f"{head}steps:\n  - http: {steps}\n"), "--allow-writes")
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert reason in " ".join(outcome.stdout.split())
    assert sum(map(is_create, stand_in.requests)) == 1  # the scratch page
    assert stand_in.state() == before


def test_the_budget_ends_a_run(stand_in: StandIn, tmp_path: Path) -> None:
    live = command(tmp_path, stand_in.url, requests=3)
    outcome = live.run("run", live.scenario(READS), "--without-doctor")
    assert outcome.returncode == 1
    assert "the budget of site is spent: 3 requests were sent" in " ".join(outcome.stdout.split())
    assert len(stand_in.requests) == 3


def test_a_spent_budget_does_not_keep_a_run_from_cleaning_up(stand_in: StandIn, tmp_path: Path) -> None:
    live = command(tmp_path, stand_in.url, requests=4)
    before = stand_in.state()
    outcome = live.run("run", live.scenario(WRITES), "--allow-writes", "--without-doctor")
    assert outcome.returncode == 1
    assert "is spent" in outcome.stdout
    assert stand_in.state() == before


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_waited_for(stand_in: StandIn, tmp_path: Path, form: str) -> None:
    times: list[float] = []

    def limit(asked: Asked) -> Answer | None:
        if asked.path != "/rest/api/user/current":
            return None
        times.append(time.time())
        if len(times) > 1:
            return None
        # A date has whole seconds.
        wait = "2" if form == "seconds" else formatdate(time.time() + 3, usegmt=True)
        return 429, {"message": "Rate limit exceeded"}, {"Retry-After": wait}

    stand_in.before = limit
    live = command(tmp_path, stand_in.url)
    outcome = live.run("run", live.scenario(READS), "--without-doctor")
    assert outcome.returncode == 0, outcome.stdout
    assert len(times) == 2
    assert times[1] - times[0] >= 1.9


def test_more_patience_than_anybody_has_is_not_waited_for(stand_in: StandIn, tmp_path: Path) -> None:
    stand_in.before = lambda asked: (429, {"message": "later"}, {"Retry-After": "86400"})
    live = command(tmp_path, stand_in.url)
    start = time.monotonic()
    outcome = live.run("run", live.scenario(READS), "--without-doctor")
    assert outcome.returncode == 1
    assert time.monotonic() - start < 20
    assert len(stand_in.requests) <= 2  # the step, and the diagnosis of its failure may ask once


def test_the_doctor_stops_a_run_on_a_site_that_cannot_be_used(stand_in: StandIn, tmp_path: Path) -> None:
    live = command(tmp_path, stand_in.url)
    stand_in.accounts = {"writer": "another-password"}
    outcome = live.run("run", live.scenario(WRITES), "--allow-writes")
    assert outcome.returncode == 4, outcome.stdout + outcome.stderr
    assert "can't be used; nothing was run on it" in outcome.stderr
    assert not any(map(is_create, stand_in.requests))


def test_several_sites_are_asked_side_by_side_and_shown_in_one_table(stand_in: StandIn, tmp_path: Path) -> None:
    live = command(tmp_path, stand_in.url)
    with StandIn() as other:
        rest = PROFILE.format(url=other.url, space="SCRATCH", requests=200).replace("site:", "")
        live.profiles.write_text(live.profiles.read_text() + "  other:\n" + rest)
        report = tmp_path / "report.json"
        outcome = live.run(
            "run", live.scenario(WRITES), "--allow-writes", "--against", "live:other", "--report", f"json={report}"
        )
        assert outcome.returncode == 0, outcome.stdout + outcome.stderr
        assert "2 passed, 0 failed" in outcome.stdout
        assert re.search(r"scenario +other +site\ntwo pages +passed +passed\n", outcome.stdout)
        assert [result["site"] for result in json.loads(report.read_text())["scenarios"]] == ["other", "site"]
        assert len(other.state()) == len(stand_in.state()) == 1


def test_effects_are_read_back_over_the_api(stand_in: StandIn, tmp_path: Path) -> None:
    live = command(tmp_path, stand_in.url)
    effects = """\
  - expect-site: {{page: "{{{{var.first}}}}", title: "First of {{{{run.id}}}}", version: 1, comments: 0, labels: []}}
  - expect-site: {{page: 1001, title: Nowhere}}
"""
    outcome = live.run("run", live.scenario(WRITES + effects), "--allow-writes")
    assert outcome.returncode == 1
    assert "the page's title is “Home”, expected “Nowhere”" in " ".join(outcome.stdout.split())
    assert outcome.stdout.count("✗") == 1


def test_the_real_toolkit_reaches_a_live_site_through_the_guard(stand_in: StandIn, tmp_path: Path) -> None:
    driver = Path(os.environ.get("CONFLUENCE_DOCTOR_DRIVERS", Path.home() / ".cache/confluence-doctor/drivers")) / "elitea"
    if not driver.exists():
        pytest.skip("the driver elitea is not set up")
    live = command(tmp_path, stand_in.url)
    head = WRITES[: WRITES.index("steps:")]
    steps = """\
configuration:
  type: confluence
  settings: {{confluence_configuration: "{{{{account.writer.configuration}}}}", space_key: "{{{{scratch.space}}}}"}}
steps:
  - tool: create_page
    arguments: {{title: "Made in {{{{run.id}}}}", body: <p>x</p>, parent_id: "{{{{scratch.parent}}}}"}}
    expect: {{requests: {{include: [POST /rest/api/content]}}}}
  - tool: delete_page
    arguments: {{page_id: "1001"}}
"""
    before = stand_in.state()
    outcome = live.run("run", live.scenario(head + steps), "--allow-writes", "--driver", "elitea", "--details", "all")
    assert sum(map(is_create, stand_in.requests)) == 2, outcome.stdout + outcome.stderr
    assert "/rest/api/content/1001" not in [asked.path for asked in stand_in.requests if asked.method == "DELETE"]
    assert stand_in.state() == before


# Kill -9


def hang_before(nth: int) -> Callable[[StandIn], None]:
    """The nth creation never reaches the store."""

    def set_up(site: StandIn) -> None:
        def before(asked: Asked) -> Answer | None:
            if is_create(asked) and asked.nth == nth:
                site.wait()
                return 503, None
            return None

        site.before = before

    return set_up


def hang_after(nth: int) -> Callable[[StandIn], None]:
    """The nth creation is stored, and its answer never comes."""

    def set_up(site: StandIn) -> None:
        def after(asked: Asked, answer: Answer) -> Answer:
            if is_create(asked) and asked.nth == nth:
                site.wait()
            return answer

        site.after = after

    return set_up


def hang_reading(site: StandIn) -> None:
    """Both pages' ids are known; a read keeps the run busy."""

    def before(asked: Asked) -> Answer | None:
        if asked.method == "GET" and asked.path.startswith("/rest/api/content/") and "child" not in asked.path:
            site.wait()
        return None

    site.before = before


def hang_sweeping(nth: int) -> Callable[[StandIn], None]:
    """The run is cleaning up already."""

    def set_up(site: StandIn) -> None:
        def after(asked: Asked, answer: Answer) -> Answer:
            if asked.method == "DELETE" and sum(other.method == "DELETE" for other in site.requests) == nth:
                site.wait()
            return answer

        site.after = after

    return set_up


KILLS: dict[str, tuple[Callable[[StandIn], None], Callable[[Asked], bool], int]] = {
    "before the scratch page is there": (hang_before(1), is_create, 1),
    "the scratch page is there, its answer not": (hang_after(1), is_create, 1),
    "before the first page is there": (hang_before(2), is_create, 2),
    "the first page is there, its answer not": (hang_after(2), is_create, 2),
    "between two pages": (hang_reading, lambda asked: asked.path == "/rest/api/content/1006", 1),
    "the second page is there, its answer not": (hang_after(3), is_create, 3),
    "cleaning up, one page is in the trash": (hang_sweeping(1), lambda asked: asked.method == "DELETE", 1),
    "cleaning up, one page is gone": (hang_sweeping(2), lambda asked: asked.method == "DELETE", 2),
    "cleaning up, two pages are gone": (hang_sweeping(4), lambda asked: asked.method == "DELETE", 4),
}


@pytest.mark.parametrize("moment", KILLS)
def test_clean_makes_good_what_a_kill_left(stand_in: StandIn, tmp_path: Path, moment: str) -> None:
    hang, reached, count = KILLS[moment]
    home = next(iter(stand_in.contents))
    stand_in.add("SCRATCH", "Scratched", home)
    other = stand_in.add("SCRATCH", "confluence-doctor scratch 00000000", home)  # of somebody else's run
    stand_in.add("SCRATCH", "First of 00000000-1", other)
    before = stand_in.state()
    hang(stand_in)
    live = command(tmp_path, stand_in.url)
    process = live.start("run", live.scenario(WRITES), "--allow-writes", "--without-doctor")
    stand_in.wait_for(reached, count)
    time.sleep(0.2)  # what hangs after it is stored is stored by then
    kill(process)
    stand_in.released.set()
    stand_in.before, stand_in.after = StandIn.before, StandIn.after
    assert len(live.records) == 1
    outcome = live.clean()
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert stand_in.state() == before, outcome.stdout
    assert live.records == []
    assert "there is nothing to clean up" in live.clean().stdout


def test_clean_leaves_what_people_have_put_below_the_scratch_page(stand_in: StandIn, tmp_path: Path) -> None:
    hang_reading(stand_in)
    live = command(tmp_path, stand_in.url)
    process = live.start("run", live.scenario(WRITES), "--allow-writes", "--without-doctor")
    stand_in.wait_for(lambda asked: asked.path == "/rest/api/content/1003")
    kill(process)
    stand_in.before = StandIn.before
    stand_in.released.set()
    scratch = next(id for id, page in stand_in.contents.items() if "scratch" in page["title"])
    mine = stand_in.add("SCRATCH", "A person's page", scratch)
    outcome = live.clean()
    assert outcome.returncode == 1
    assert "not touched: “A person's page”" in outcome.stdout
    left = stand_in.state()
    assert left[mine]["parent"] == scratch
    assert left[mine]["status"] == "current"
    assert len(left) == 3  # the home page, the scratch page, the person's
    del stand_in.contents[mine]
    assert live.clean().returncode == 0
    assert len(stand_in.state()) == 1


def test_ctrl_c_cleans_up(stand_in: StandIn, tmp_path: Path) -> None:
    before = stand_in.state()
    hang_reading(stand_in)
    live = command(tmp_path, stand_in.url)
    process = live.start("run", live.scenario(WRITES), "--allow-writes", "--without-doctor")
    stand_in.wait_for(lambda asked: asked.path == "/rest/api/content/1003")
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130
    assert stand_in.state() == before
    assert live.records == []


def test_a_run_that_goes_on_is_not_cleaned_up_behind(stand_in: StandIn, tmp_path: Path) -> None:
    hang_reading(stand_in)
    live = command(tmp_path, stand_in.url)
    process = live.start("run", live.scenario(WRITES), "--allow-writes", "--without-doctor")
    stand_in.wait_for(lambda asked: asked.path == "/rest/api/content/1003")
    outcome = live.clean()
    assert "still going on" in outcome.stderr
    assert not any(asked.method == "DELETE" for asked in stand_in.requests)
    kill(process)
    stand_in.released.set()


# The simulator as a live site


SITES = {"cloud": "laws-cloud", "data-center": "laws-data-center"}


@pytest.fixture(params=SITES)
def simulated(request: pytest.FixtureRequest) -> Iterator[SimulatedSite]:
    file = ROOT / "scenarios/contracts/sites" / f"{request.param}.yaml"
    with SimulatedSite(SITES[request.param], file=file, options=("--admin",)) as site:
        yield site


def on(site: SimulatedSite, folder: Path) -> LiveCommand:
    accounts = "".join(
        f"      {role}: {{username: {site.login(role)}, api-key: {{env: {role.upper()}_TOKEN}}}}\n"
        if site.is_cloud
        else f"      {role}: {{token: {{env: {role.upper()}_TOKEN}}}}\n"
        for role in ("writer", "reader")
    )
    # The toolkit knows Cloud by its host name alone, so that it is asked by that, through the site's port as a proxy.
    place = (
        f"    base-url: http://laws.atlassian.net/wiki\n    proxy: {site.root}\n    hosting: cloud\n"
        if site.is_cloud
        else f"    base-url: {site.url}\n    hosting: data-center\n"
    )
    profile = (
        f"{place}    accounts:\n{accounts}    scratch-space: LAW\n    allow: [read, write]\n"
    )
    return LiveCommand(folder, profile, {f"{role.upper()}_TOKEN": site.token(role) for role in ("writer", "reader")})


def exported(site: SimulatedSite) -> object:
    """The whole site, but for the next free number and for words that once were labels, which stay in the real one too."""
    whole: dict[str, dict[str, dict[str, object]]] = site._administer("export")
    tables = whole["records"]["tables"]
    return whole | {"records": {name: rows for name, rows in tables.items() if name not in ("numbering", "labels")}}


def test_the_journeys_pass_and_leave_nothing(simulated: SimulatedSite, tmp_path: Path) -> None:
    live = on(simulated, tmp_path)
    before = exported(simulated)
    outcome = live.run("run", ROOT / "scenarios/live", "--allow-writes")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "5 passed, 0 failed, 5 skipped" in outcome.stdout
    assert exported(simulated) == before
    assert live.records == []


@pytest.mark.parametrize("count", [4, 8, 12, 16, 24, 32])
def test_clean_after_a_kill_at_any_moment(simulated: SimulatedSite, tmp_path: Path, count: int) -> None:
    live = on(simulated, tmp_path)
    before = exported(simulated)
    process = live.start("run", ROOT / "scenarios/live", "--allow-writes", "--without-doctor", "--jobs", "3")
    end = time.monotonic() + 30
    while len(simulated.asked()) < count and process.poll() is None:
        assert time.monotonic() < end
    kill(process)
    outcome = live.clean()
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert exported(simulated) == before, outcome.stdout
    assert live.records == []


def test_secrets_stand_in_no_output_and_no_file(simulated: SimulatedSite, tmp_path: Path) -> None:
    live = on(simulated, tmp_path)
    token = simulated.token("writer")
    echo = WRITES.replace("First of", f"{token} First of")
    report = tmp_path / "report.json"
    outcome = live.run(
        "run", live.scenario(echo), "--allow-writes", "--details", "all", "--report", f"json={report}",
        "--report", f"html={tmp_path / 'report.html'}", "--report", f"junit={tmp_path / 'report.xml'}",
    )  # fmt: skip
    (tmp_path / "scenario.yaml").unlink()  # the secret was written into this one
    process = live.start("run", ROOT / "scenarios/live", "--allow-writes", "--without-doctor")
    while len(simulated.asked()) < 20 and process.poll() is None:
        pass
    kill(process)
    texts = [outcome.stdout, outcome.stderr, *(path.read_text() for path in tmp_path.rglob("*") if path.is_file())]
    assert json.loads(report.read_text())["scenarios"][0]["site"] == "site"
    for secret in simulated.secrets:
        assert all(secret not in text for text in texts)
    assert live.clean().returncode == 0
