"""What the console does for those who use it: it shows what happens to a site, and changes it."""

import base64
import os
import shutil
import subprocess

import pytest
import requests
from selenium.webdriver.common.keys import Keys

from browser import Browser
from console_page import VIEWS, ConsolePage
from simulated_site import SimulatedSite

PAGE = "/rest/api/content/98311"
SALARY_REVIEW = "98320"
CHANGE_CONTROL = "98321"


def facts(answer: requests.Response) -> tuple[int, str]:
    return answer.status_code, answer.text


# Requests


def test_a_request_appears_without_a_reload(console: ConsolePage) -> None:
    console.open()
    console.browser.run("window.isTheSamePage = true")
    assert console.rows() == []
    console.site.get(PAGE, "reader-bot")
    console.wait_for_row(PAGE)
    console.site.get(f"/rest/api/content/{SALARY_REVIEW}", "reader-bot")
    console.wait_for_row(SALARY_REVIEW)
    assert [row.rsplit("/", 1)[1] for row in console.rows()] == [SALARY_REVIEW, "98311"]
    assert console.texts(".requests tbody td:nth-child(3)") == ["404", "200"]
    assert console.texts(".requests tbody td:nth-child(6)") == ["authorisation", "resource"]
    assert console.browser.run("return window.isTheSamePage") is True


def test_the_trail_is_opened_read_and_closed_by_the_keyboard_alone(console: ConsolePage) -> None:
    for path in (PAGE, f"/rest/api/content/{SALARY_REVIEW}", "/rest/api/contentt/1"):
        console.site.get(path, "reader-bot")
    console.open("people")
    console.press("g", "r")
    console.wait_for_view("requests")
    console.wait_for_row("contentt")
    console.press("j", "j")
    assert console.focused == "2"
    console.press(Keys.ENTER)
    console.wait_for(".panel h2", SALARY_REVIEW)
    assert console.focused == "H2"
    entry = console.ask("/journal?since=1&limit=1&before=3")["entries"][0]
    assert console.texts(".trail li:not(.unreached) > strong") == [step["stage"] for step in entry["steps"]]
    assert console.texts(".trail li:not(.unreached) > strong + span") == [step["words"] for step in entry["steps"]]
    assert console.texts(".decision") == [entry["decision"]]
    headers = [header["name"] for message in ("request", "response") for header in entry[message]["headers"]]
    assert console.texts(".headers dt") == headers
    # The panel goes along with the rows.
    console.press("k")
    console.wait_for(".panel h2", "contentt")
    assert console.texts(".callout") == [console.ask("/journal?since=2")["entries"][0]["nearMiss"]]
    console.press(Keys.ESCAPE)
    console.wait_until_gone(".panel")
    assert console.focused == "3"


def test_the_filter_takes_the_words_of_the_api_and_says_what_is_wrong_with_others(cloud_console: ConsolePage) -> None:
    console = cloud_console
    for page in ("98311", SALARY_REVIEW, "98310"):
        console.site.get(f"/rest/api/content/{page}", "reader-bot")
    console.site.get("/rest/api/space")
    console.open()
    console.press("/")
    console.browser.driver.switch_to.active_element.send_keys("status:404 content account:reader-bot")
    console.browser.wait(lambda: len(console.rows()) == 1, "one row is left")
    assert SALARY_REVIEW in console.rows()[0]
    # What comes in is filtered too, and the address carries the filter.
    console.site.get("/rest/api/content/7", "reader-bot")
    console.wait_for_row("/content/7")
    assert len(console.rows()) == 2
    assert "q=status%3A404" in console.browser.driver.current_url
    assert "status=404" in console.find("a[download]")[0].get_attribute("href")
    # A request is opened without leaving the filter.
    console.press(Keys.ESCAPE, "j", Keys.ENTER)
    console.wait_for(".panel h2", "/content/7")
    assert len(console.rows()) == 2
    console.press("/")
    field = console.browser.driver.switch_to.active_element
    field.clear()
    field.send_keys("stage:authorization")
    console.wait_for(".wrong", "did you mean “authorisation”?")
    assert console.find("input[aria-invalid=true]")
    assert console.complaints(but="400 (Bad Request)") == []


def test_a_pause_holds_the_rows_still(cloud_console: ConsolePage) -> None:
    console = cloud_console
    console.open()
    console.press("p")
    console.wait_for(".state", "paused")
    console.site.get(PAGE, "mira")
    console.wait_for(".count", "1 waiting")
    assert console.rows() == []
    console.press("p")
    console.wait_for_row(PAGE)


def test_a_full_journal_is_drawn_in_parts(cloud_console: ConsolePage) -> None:
    console = cloud_console
    with requests.Session() as session:
        for number in range(1200):
            session.get(f"{console.site.url}/rest/api/content/{number}", timeout=30)
    console.open()
    for drawn in (500, 1000, 1200):
        console.browser.wait(lambda drawn=drawn: console.count_rows() == drawn, f"{drawn} rows are drawn")
        if drawn < 1200:
            console.click("older…")
    console.wait_until_gone(".older")


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_a_request_is_copied_as_a_command_without_its_secret(console: ConsolePage) -> None:
    console.site.get(PAGE, "reader-bot", params={"expand": "it's \"quoted\" $(touch x)"})
    console.open("requests", 1)
    command = console.wait_for("pre[aria-label='curl command']").text
    for secret in console.site.secrets:
        assert secret not in command
    entry = console.ask("/journal")["entries"][0]
    token = console.site.token("reader-bot")
    secret = token if not console.site.is_cloud else basic(console.site.login("reader-bot"), token)
    run = subprocess.run(
        ["bash", "-c", command], env={"PATH": os.environ["PATH"], "SECRET": secret}, capture_output=True, text=True
    )
    assert run.stdout.startswith("HTTP/1.1 200"), run
    again = console.ask("/journal?since=1")["entries"][0]
    assert (again["target"], again["account"]) == (entry["target"], "reader-bot")


def basic(user: str, secret: str) -> str:
    return base64.b64encode(f"{user}:{secret}".encode()).decode()


def test_clearing_asks_twice(cloud_console: ConsolePage) -> None:
    console = cloud_console
    console.site.get(PAGE)
    console.open()
    console.wait_for_row(PAGE)
    console.click("Clear")
    assert len(console.ask("/journal")["entries"]) == 1
    console.click("Really clear?")
    console.wait_for(".empty", "Nothing was asked")
    assert console.ask("/journal")["entries"] == []


# Changing the site


def test_a_token_revoked_in_the_console_fails_as_a_revoked_one_does(console: ConsolePage) -> None:
    site = console.site
    assert site.get(PAGE, "reader-bot").status_code == 200
    console.open("people")
    console.click("Revoke reader-bot-token")
    console.wait_for("#said", "reader-bot-token is revoked")
    revoked = site.get(PAGE, "reader-bot")
    assert revoked.status_code == (403 if site.is_cloud else 404)
    assert facts(revoked) == facts(site.get(PAGE, "reader-bot", token=site.token("reader-bot", "revoked")))
    console.wait_for_no_control("Revoke reader-bot-token")


def test_licence_and_activity_are_taken_and_given(console: ConsolePage) -> None:
    console.open("people")
    for take, give, chip in (
        ("Take licence: mira", "Give licence: mira", "no licence"),
        ("Deactivate: mira", "Activate: mira", "deactivated"),
    ):
        console.click(take)
        console.wait_for("[data-key='user mira'] .chip", chip)
        assert console.site.get(PAGE, "mira").status_code != 200
        console.click(give)
        console.wait_for("#said", give.split(":")[0])
        assert console.site.get(PAGE, "mira").status_code == 200


def test_a_fault_is_put_on_counts_and_is_taken_away(console: ConsolePage) -> None:
    console.open("faults")
    console.click("maintenance")
    console.wait_for("#faults-on", "1 fault on")
    assert console.site.get(PAGE, "mira").status_code == 503
    console.wait_for(".faults .on", "met 1 request")
    console.click("maintenance")
    console.wait_until_gone(".faults .on")
    assert console.site.get(PAGE, "mira").status_code == 200
    assert console.ask("")["faults"] == []


def test_the_clock_turned_forward_ends_a_token(console: ConsolePage) -> None:
    site = console.site
    ending = site.token("reader-bot", "expired")
    console.open("time")
    console.fill("Freeze at", "2025-11-01T00:00:00Z")
    console.wait_for(".clock", "2025-11-01 00:00:00")
    assert site.get(PAGE, "reader-bot", token=ending).status_code == 200
    console.click("Forward by 90 days")
    console.wait_for(".clock", "2026-01-30 00:00:00")
    assert site.get(PAGE, "reader-bot", token=ending).status_code == (403 if site.is_cloud else 404)
    console.open("people")
    console.wait_for(".token .chip", "expired 2025-11-30")


def test_a_state_is_kept_and_the_site_goes_back_to_it(console: ConsolePage) -> None:
    console.open("time")
    console.fill("Keep this one as", "before it")
    console.wait_for(".states", "before it")
    console.open("content", "DOCS", "98311")
    console.click("Trash")
    console.wait_for(".tree .chip", "trashed")
    assert console.site.get(PAGE, "mira").status_code == 404
    console.open("time")
    console.click("Restore before it")
    console.find(".states button")[0].click()
    console.wait_for("#said", "“before it”")
    assert console.site.get(PAGE, "mira").status_code == 200
    console.click("Reset the site")
    console.click("Really reset?")
    console.wait_for("#said", "at its start")
    assert console.ask("/journal")["entries"] == []


# Looking around


def test_a_page_is_found_in_its_tree_with_what_restricts_it(console: ConsolePage) -> None:
    console.open("content")
    assert console.texts(".tree .title")[:3] == ["Product Documentation Home", "Onboarding guide", "Refund policy"]
    console.press("/")
    console.browser.driver.switch_to.active_element.send_keys("salary", Keys.ESCAPE)
    assert console.texts(".tree .title") == ["Salary review"]
    console.press("j", Keys.ENTER)
    console.wait_for(".panel h2", "Salary review")
    assert "mira" in console.texts(".panel .facts-list dd")[0]
    console.press(Keys.ESCAPE)
    console.wait_until_gone(".panel")


@pytest.mark.parametrize(
    ("user", "page", "operation", "method", "path"),
    [
        ("reader-bot", SALARY_REVIEW, "read", "GET", f"/rest/api/content/{SALARY_REVIEW}"),
        ("writer-bot", CHANGE_CONTROL, "update", "PUT", f"/rest/api/content/{CHANGE_CONTROL}"),
        ("unlicensed", "98311", "read", "GET", PAGE),
        ("mira", "98311", "read", "GET", PAGE),
    ],
)
def test_why_not_is_answered_with_the_journals_words(
    console: ConsolePage, user: str, page: str, operation: str, method: str, path: str
) -> None:
    change = {
        "type": "page",
        "title": "Changed",
        "version": {"number": 2},
        "body": {"storage": {"value": "<p>x</p>", "representation": "storage"}},
    }
    answer = console.site.send(method, path, user, json=change if method == "PUT" else None)
    steps = console.ask("/journal")["entries"][0]["steps"]
    console.open("rights", "DOCS", user, page, operation)
    verdict = console.wait_for(".verdict")
    assert console.texts(".verdict strong") == (["Granted"] if answer.ok else [f"Refused, {answer.status_code}"])
    weighed = next(step for step in steps if f"by {step['stage']}:" in verdict.text)
    assert console.texts(".verdict .words") == [weighed["words"]]


def test_the_matrix_tells_through_what_each_right_is_held(console: ConsolePage) -> None:
    console.open("rights", "TEAM")
    matrix = console.ask("/spaces/TEAM/rights")
    names = [row["user"] or "visitors" for row in matrix["rows"]]
    assert [text.split("\n")[0] for text in console.texts(".matrix tbody th")] == names
    cells = console.texts(f".matrix tbody tr:nth-child({names.index('mira') + 1}) td:nth-child(2) .chip")
    assert sorted(cells) == ["own", "team"]


def test_keys_lead_to_every_view_and_help_names_them(cloud_console: ConsolePage) -> None:
    console = cloud_console
    console.open()
    for view, letter in VIEWS.items():
        console.press("g", letter)
        console.wait_for_view(view)
        assert f"/{view}" in console.browser.driver.current_url
    console.press("?")
    console.wait_for("dialog[open]")
    assert {f"g {letter}" for letter in VIEWS.values()} <= {
        " ".join(keys.split()) for keys in console.texts("#key-list dt")
    }
    console.press(Keys.ESCAPE)
    console.wait_until_gone("dialog")


def test_each_of_several_sites_has_its_own_views(browser: Browser) -> None:
    other = ("--admin", "--site", str(SimulatedSite.file("acme-datacenter")))
    with SimulatedSite("acme-cloud", options=other) as site:
        console = ConsolePage(browser, site)
        site.get(PAGE, "mira")
        console.open()
        console.wait_for_row(PAGE)
        console.find("#site option[value=acme-datacenter]")[0].click()
        console.wait_for("#product", "Data Center 9.2.0")
        console.wait_for(".empty", "Nothing was asked of acme-datacenter")
        assert "#/acme-datacenter/requests" in browser.driver.current_url
        assert console.complaints() == []
        console.leave()


def test_it_says_when_the_simulator_is_gone(browser: Browser) -> None:
    with SimulatedSite("acme-cloud", options=("--admin",)) as site:
        console = ConsolePage(browser, site)
        console.open()
        console.wait_for(".state", "live")
    console.wait_for(".state", "does not answer")
    # The browser itself logs each connection that is refused.
    assert console.complaints(but="ERR_CONNECTION") == []
    console.leave()
