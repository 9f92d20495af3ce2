"""Laws and shapes held to a Confluence that shares nothing with the simulator: undisturbed, drifted, and out of order."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from drifting_site import (
    Drift,
    always,
    asking,
    gone,
    header,
    of,
    renamed,
    status,
    value,
    wording,
)
from elsewhere import KINDS, LAWS, Elsewhere, verdicts
from law_requests import CURRENT, LIST, NOSPACE, PAGE, PAGES
from other_confluence.site import OtherConfluence
from small_site import Answer, Asked

NEVER = r"title=A"
FIRST_MISSING = r"/rest/api/content/999999999999999$"
SEARCH = r"/rest/api/search\?cql=type.{1,9}page&limit=2$"
CONTENT_SEARCH = r"/rest/api/content/search"


def added(path: str, *way: str | int, is_: Any) -> Drift:
    """A member that was not there before."""

    def change(answer: Answer) -> None:
        def add(body: Any) -> Any:
            place = body
            for step in way[:-1]:
                place = place[step]
            place[way[-1]] = is_
            return body

        answer.change(add)

    return of(path, change)


def instead(path: str, status: int, body: Any, kind: str = "application/json") -> Drift:
    def change(answer: Answer) -> None:
        answer.status, answer.headers = status, {"Content-Type": kind}
        answer.body = body.encode() if isinstance(body, str) else json.dumps(body, separators=(",", ":")).encode()

    return of(path, change)


def without(*words: str) -> Any:
    """The target without some parameters."""

    def cut(target: str) -> str:
        path, _, query = target.partition("?")
        return f"{path}?{'&'.join(part for part in query.split('&') if part.split('=')[0] not in words)}"

    return cut


# What has changed on which site, and each law that must say so, with its interface: these and no others.
DRIFTS: list[tuple[str, str, Drift, str]] = [
    # Statuses
    ("404 becomes 403", "cloud", status(FIRST_MISSING, 404, 403), "missing-page-is-404 cloud-v1, error-tells-its-status cloud-v1"),
    ("404 becomes 410", "data-center", status(NOSPACE, 404, 410), "missing-space-is-404 data-center"),
    ("404 becomes 500", "data-center", status("child/page", 404, 500), "children-of-a-missing-page-are-404 data-center"),
    ("404 becomes 200", "cloud", instead("spaceKey=DOCTORNOSPACE", 200, {"results": []}), "listing-of-a-missing-space-is-404 cloud-v1"),
    ("403 becomes 401", "cloud", status(CURRENT, 403, 401), "wrong-token-is-403-on-v1 cloud-v1, unknown-scheme-is-nobody cloud-v1, bearer-token-is-no-connect-session cloud-v1"),
    ("401 becomes 403", "cloud", status(CURRENT, 401, 403), "basic-without-a-colon-is-401 cloud-v1, basic-with-two-colons-is-401 cloud-v1, basic-with-an-empty-token-is-401 cloud-v1"),
    ("401 becomes 403 there", "data-center", status(CURRENT, 401, 403), "wrong-password-is-401 data-center"),
    ("a mask is taken off", "cloud", status(r"/api/v2/pages\?limit=1$", 404, 401), "wrong-token-is-a-bare-404-on-v2 cloud-v2"),
    ("501 becomes 400", "cloud", status("doctorbogus", 501, 400), "unknown-type-is-501 cloud-v1"),
    ("500 becomes 400", "cloud", status("siteSearch", 500, 400), "empty-words-break-the-site-search cloud-v1"),
    ("400 becomes 200", "cloud", instead("start=100001", 200, {"results": []}), "start-has-an-end cloud-v1"),
    ("drafts are listed", "cloud", instead("status=draft", 200, {"results": []}), "drafts-are-not-listed-on-v2 cloud-v2"),
    ("v2 has come", "data-center", instead("/api/v2/spaces", 200, {"results": [1]}), "data-center-has-no-v2 data-center"),
    ("somebody unknown is a mistake", "data-center", status("confluence-doctor-nobody", 404, 400), "unknown-account-is-404 data-center"),
    ("visitors are nobody", "cloud", status("user/anonymous", 200, 404), "visitor-is-an-account-too cloud-v1"),
    # Words
    ("other words", "cloud", wording(CURRENT, "cannot access", "may not see"), "wrong-token-is-403-on-v1 cloud-v1, unknown-scheme-is-nobody cloud-v1"),
    ("other words of a search", "cloud", wording("/rest/api/search", "not permitted to use", "kept from"), "wrong-token-may-not-search cloud-v1"),
    ("other words of a query", "data-center", wording("/rest/api/search", "Could not parse", "Cannot read"), "query-that-cannot-be-read-is-400 data-center"),
    ("a field is not named", "cloud", wording("/rest/api/search", "'status'", "it"), "unknown-field-is-named cloud-v1"),
    ("a page is not named", "cloud", wording("/api/v2/pages/9", "Cannot find a page with id [999999999999999]", "Not Found"), "missing-page-is-named-on-v2 cloud-v2"),
    ("a space is not named", "data-center", wording(NOSPACE, "DOCTORNOSPACE", "it"), "missing-space-is-404 data-center"),
    ("a code is another", "cloud", value("/api/v2/pages/9", "errors", 0, "code", becomes="GONE"), "missing-page-is-named-on-v2 cloud-v2"),
    ("a status in a body", "data-center", value(FIRST_MISSING, "statusCode", becomes=400), "error-tells-its-status data-center, missing-page-is-404 data-center"),
    # Headers
    ("another type of answer", "cloud", header(FIRST_MISSING, "Content-Type", "text/plain"), "error-is-json cloud-v1"),
    ("a page for people becomes JSON", "cloud", header("confluence-doctor-asks", "Content-Type", "application/json"), "unknown-path-of-v2-is-html cloud-v2"),
    ("a realm is not told", "cloud", header(CURRENT, "WWW-Authenticate", None), "unreadable-credential-is-told-a-realm cloud-v1"),
    ("a link is not told", "cloud", header(PAGES, "Link", None), "header-tells-the-next-part cloud-v2"),
    ("a login is not told", "data-center", header(r"/rest/api/space\?", "X-Seraph-LoginReason", None), "login-is-told-in-headers data-center"),
    ("an account is not told", "data-center", header(r"/rest/api/space\?", "X-AUSERNAME", None), "login-is-told-in-headers data-center"),
    ("a granted answer asks to wait", "cloud", header(LIST, "Retry-After", "5"), "granted-answer-asks-for-no-wait cloud-v1"),
    ("a wait although something is left", "data-center", header(LIST, "Retry-After", "5"), "no-wait-while-something-is-left data-center"),
    ("what is left is in words", "cloud", header(PAGES, "X-RateLimit-Remaining", "many"), "what-is-left-is-a-number cloud-v2"),
    ("a time in seconds", "cloud", header(LIST, "X-RateLimit-Reset", "3600"), "limit-is-renewed-at-a-time cloud-v1"),
    ("a rate in words", "data-center", header(LIST, "X-RateLimit-FillRate", "20/s"), "limit-is-refilled-by-numbers data-center"),
    # Members: gone, renamed, of another type, added
    ("a message is gone", "cloud", gone(FIRST_MISSING, "message"), "error-has-words cloud-v1, missing-page-is-404 cloud-v1"),
    ("a reason is gone", "data-center", gone(FIRST_MISSING, "reason"), "data-center-adds-the-reason data-center"),
    ("a message is added", "cloud", added("/api/v2/pages/9", "message", is_="x"), "error-of-v2-has-no-message cloud-v2"),
    ("a field is renamed", "cloud", renamed(PAGE, "version", "when", to="createdAt"), "author-of-a-version-is-named cloud-v1"),
    ("a key is renamed", "data-center", renamed(r"user\?key=", "userKey", to="key"), "account-is-found-by-its-id data-center"),
    ("an id is a number", "cloud", value(PAGE, "id", becomes=int), "content-has-texts-for-ids cloud-v1"),
    ("a number is a text", "cloud", value(r"/api/v2/pages/\d+$", "version", "number", becomes=str), "page-tells-its-version-unasked cloud-v2"),
    ("an id of a space is a text", "cloud", value(r"/rest/api/space/\w+$", "id", becomes=str), "space-has-a-number cloud-v1"),
    ("a field is null", "data-center", value(PAGE, "space", becomes=None), "page-tells-its-space-unasked data-center"),
    ("a login name is told", "cloud", added(CURRENT, "username", is_="willa"), "cloud-tells-no-login-names cloud-v1"),
    ("a kind is unknown", "cloud", value(CURRENT, "accountType", becomes="person"), "account-tells-its-kind cloud-v1"),
    ("a hit is bare", "cloud", gone(r"/rest/api/search\?cql=type.{1,9}page&limit=2$", "results", 0, "excerpt"), "hits-wrap-their-content cloud-v1"),
    ("a query is not told", "data-center", gone(SEARCH, "cqlQuery"), "search-tells-its-query data-center"),
    ("a count is gone", "cloud", gone(SEARCH, "totalSize"), "search-tells-how-many-there-are cloud-v1"),
    ("a count comes", "cloud", added(CONTENT_SEARCH, "totalSize", is_=7), "content-search-of-cloud-counts-nothing cloud-v1"),
    ("groups are gone", "data-center", value("memberof", "results", becomes=[]), "groups-of-an-account-are-listed data-center"),
    # What is asked to be shown
    ("a part comes unasked", "cloud", added(r"/rest/api/content/\d+$", "body", is_={}), "page-tells-no-body-unasked cloud-v1"),
    ("an expansion is passed over", "data-center", asking("body.view", without("expand")), "rendered-body-is-expanded data-center"),
    ("a body format is passed over", "cloud", asking("body-format", without("body-format")), "storage-body-is-expanded cloud-v2"),
    ("a body in another form", "cloud", value(LIST, "results", 0, "body", "storage", "representation", becomes="adf"), "storage-body-is-expanded cloud-v1"),
    ("a history says less", "cloud", gone("/history$", "createdBy", "displayName"), "history-tells-who-made-it cloud-v1"),
    ("a version is not expanded", "data-center", asking(CONTENT_SEARCH, without("expand")), "content-search-expands data-center"),
    ("excerpts come unasked", "data-center", asking("excerpt=none", without("excerpt")), "excerpts-can-be-left-out data-center"),
    ("a description comes unasked", "data-center", added(r"/rest/api/space/\w+$", "description", is_={}), "space-names-what-can-be-expanded data-center"),
    # Lists
    ("a limit is passed over", "cloud", asking(PAGES, lambda target: target.replace("limit=2", "limit=3")), "limit-bounds-a-page cloud-v2"),
    ("bounds are wrong", "data-center", value(LIST, "size", becomes=25), "list-tells-its-bounds data-center"),
    ("a next link is gone", "data-center", gone(LIST, "_links", "next"), "next-part-is-told-below-the-context data-center"),
    ("a next link is whole", "cloud", value(LIST, "_links", "next", becomes=lambda link: f"https://x.example/wiki{link}"), "next-part-is-told-below-the-context cloud-v1"),
    ("a next link lacks the context", "cloud", value(PAGES, "_links", "next", becomes=lambda link: link.removeprefix("/wiki")), "next-link-leads-on cloud-v2"),
    ("a start is passed over", "data-center", asking("limit=1&start=2", lambda target: target.replace("start=2", "start=0")), "pages-of-a-list-do-not-overlap data-center"),
    ("a cursor is passed over", "cloud", asking("/api/v2/pages.*cursor=", without("cursor")), "pages-of-a-list-do-not-overlap cloud-v2"),
    ("a default is another", "cloud", value(NEVER, "limit", becomes=50), "list-comes-by-25 cloud-v1"),
    ("a list has no end", "data-center", added(NEVER, "_links", "next", is_="/rest/api/content?start=25"), "last-part-has-no-next data-center"),
    ("an order is another", "data-center", asking("order.+created.*start=1", lambda target: target.replace("start=1", "start=0")), "hits-go-on-by-start data-center"),
    ("hits go on by start", "cloud", value("/rest/api/search.*start=100000", "_links", "next", becomes="/rest/api/search?limit=1&start=2"), "next-hits-are-told-by-cursor cloud-v1"),
    ("a space can be unknown", "cloud", instead("DOCTORNOSPACE.*type", 400, {"message": "x"}), "unknown-space-finds-nothing cloud-v1"),
    ("a base is another", "cloud", value(PAGES, "_links", "base", becomes="https://x.example"), "list-of-v2-tells-the-sites-address cloud-v2"),
]  # fmt: skip


def sent(path: str, method: str, change: Any) -> Drift:
    """Understands what is written otherwise: the site takes another body."""

    def drift(asked: Asked, onward: Any) -> Answer:
        if asked.method == method and re.search(path, asked.target):
            asked.body = change(asked.body.decode()).encode()
        answer: Answer = onward(asked)
        return answer

    return drift


def written(path: str, method: str, before: int, after: int) -> Drift:
    def change(answer: Answer) -> None:
        if answer.status == before:
            answer.status = after

    return of(path, change, method)


# The same for what only shows when something is written; the family that is tried stands before the laws.
WRITING: list[tuple[str, str, Drift, str, str]] = [
    ("a stale version is taken", "cloud", written(r"/api/v2/pages/\d+$", "PUT", 409, 200), "versions", "stale-version-is-refused cloud-v2"),
    ("a conflict has another status", "data-center", written(r"/rest/api/content/\d+$", "PUT", 409, 400), "versions", "stale-version-is-refused data-center"),
    ("a conflict is told in other words", "cloud", of(r"/rest/api/content/\d+$", lambda answer: setattr(answer, "body", answer.body.replace(b"Current version is", b"It is now")), "PUT"), "versions", "refusal-tells-the-version-that-is-there cloud-v1"),
    ("deleting answers 200", "cloud", written("/rest/api/content/", "DELETE", 204, 200), "pages", "deleting-answers-204 cloud-v1"),
    ("trash is hidden", "cloud", of(r"/api/v2/pages/\d+$", lambda answer: setattr(answer, "status", 404 if b'"trashed"' in answer.body else answer.status)), "pages", "deleted-page-is-trashed-on-v2 cloud-v2"),
    ("capitals make another title", "cloud", sent("/rest/api/content$", "POST", lambda text: text.replace("CAPITALS", "Other ones")), "titles", "capitals-make-no-other-title cloud-v1"),
    ("capitals of labels are kept", "data-center", wording("/label$", "doctorcaps", "DoctorCaps"), "labels", "labels-are-written-small data-center"),
    ("a mask is taken off", "data-center", of(PAGE, lambda answer: setattr(answer, "status", 403 if answer.status == 404 else answer.status)), "restrictions", "restricted-page-reads-as-missing data-center, restriction-reaches-pages-below data-center"),
    ("ancestors come in another order", "data-center", value("expand=ancestors", "ancestors", becomes=lambda line: line[::-1]), "expand", "ancestors-lead-from-the-top data-center"),
    ("a check of the sender is left out", "cloud", written("child/attachment$", "POST", 403, 200), "attachments", "upload-needs-the-header cloud-v1"),
    ("a file is sent at once", "cloud", instead("/download$", 200, "The law, in full", "text/plain"), "attachments", "file-is-fetched-elsewhere cloud-v1"),
    ("a blank in a tag is gone", "cloud", wording("body-format=storage", "<br />", "<br/>"), "storage", "empty-tags-gain-a-blank cloud-v2"),
]  # fmt: skip


@pytest.fixture(params=KINDS)
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Elsewhere]:
    with OtherConfluence(request.param) as site:
        yield Elsewhere(site, tmp_path)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Elsewhere]]:
    with OtherConfluence("cloud") as cloud, OtherConfluence("data-center") as datacenter:
        sites = {"cloud": cloud, "data-center": datacenter}
        yield {kind: Elsewhere(site, tmp_path_factory.mktemp(kind), writes=True) for kind, site in sites.items()}


def test_a_site_that_keeps_to_the_facts_agrees(elsewhere: Elsewhere) -> None:
    told = elsewhere.check()
    assert verdicts(told, "agree") == {}
    assert told["exit"] == 0, told["stderr"]
    laws = [law for file in LAWS.glob("*.yaml") for law in yaml.safe_load(file.read_text())["laws"]]
    writing = [law for law in laws if "writes" in law.get("needs", [])]
    kind = "cloud" if elsewhere.site.is_cloud else "data-center"
    # This reader of YAML takes the key “on” for true.
    assert told["left_out"] == sum(api.startswith(kind) for law in writing for api in law[True])
    assert len(told["laws"]) > (70 if elsewhere.site.is_cloud else 45)
    [live] = [site for site in told["sites"] if site["name"] == "site"]
    assert live["reads"] <= 60
    assert {asked.method for asked in elsewhere.site.asked} == {"GET"}


@pytest.mark.parametrize(("kind", "drift", "laws"), [one[1:] for one in DRIFTS], ids=[one[0] for one in DRIFTS])
def test_each_drift_is_found_and_none_is_invented(both: dict[str, Elsewhere], kind: str, drift: Drift, laws: str) -> None:
    told = both[kind].check("--without-doctor", drift=drift)
    assert verdicts(told, "agree") == dict.fromkeys(laws.split(", "), "live-drifted")
    assert told["exit"] == 1


@pytest.mark.parametrize(("kind", "drift", "family", "laws"), [one[1:] for one in WRITING], ids=[one[0] for one in WRITING])
def test_each_drift_of_what_is_written_is_found(both: dict[str, Elsewhere], kind: str, drift: Drift, family: str, laws: str) -> None:
    before = both[kind].site.titles()
    told = both[kind].check("--without-doctor", "--allow-writes", drift=drift, paths=[LAWS / f"{family}.yaml"])
    assert verdicts(told, "agree", "not-judged") == dict.fromkeys(laws.split(", "), "live-drifted")
    reasons = {law["reason"] for law in told["laws"] if law["verdict"] == "not-judged"}
    assert all("has no “live:”" in reason or "has drifted, by which it is prepared" in reason for reason in reasons)
    assert told["exit"] == 1
    assert both[kind].site.titles() == before


@pytest.mark.parametrize("code", [429, 502, 503, 504])
def test_an_outage_is_no_drift(both: dict[str, Elsewhere], code: int) -> None:
    down = always(Answer(code, {"Content-Type": "text/html"}, b"<html>maintenance</html>"))
    told = both["cloud"].check("--without-doctor", "--family", "paging", drift=down)
    assert set(verdicts(told).values()) == {"not-judged"}
    assert told["exit"] == 4


def visitors(asked: Asked, onward: Any) -> Answer:
    """Lets in whoever shows no account, as sites do that are open to the public."""
    answer: Answer = onward(asked)
    if "Authorization" not in asked.headers and answer.status in (403, 404):
        return Answer(200, {"Content-Type": "application/json"}, b'{"results":[],"_links":{}}')
    return answer


@pytest.mark.parametrize(
    ("drift", "laws"),
    [
        (visitors, {"no-credential-is-answered-like-a-wrong-one cloud-v1", "no-credential-is-answered-like-a-wrong-one cloud-v2"}),
        (instead("/rest/api/content/search", 402, {}), {"content-search-gives-content-itself cloud-v1", "content-search-expands cloud-v1", "content-search-of-cloud-counts-nothing cloud-v1"}),
        (instead("/history$", 200, "<!DOCTYPE html><html>Log in</html>", "text/html"), {"history-tells-the-last-change cloud-v1", "history-tells-who-made-it cloud-v1"}),
        (instead(LIST, 200, {"results": [], "start": 0, "limit": 2, "size": 0, "_links": {}}), None),
    ],
    ids=["visitors", "plan", "login page", "nothing to try it on"],
)  # fmt: skip
def test_a_condition_of_the_site_is_particular_to_it(both: dict[str, Elsewhere], drift: Drift, laws: set[str] | None) -> None:
    told = both["cloud"].check("--without-doctor", drift=drift)
    found = verdicts(told, "agree")
    if laws is not None:
        assert found == dict.fromkeys(laws, "particular")
        assert told["exit"] == 0
    else:
        assert {found[f"{law} cloud-v1"] for law in ("page-tells-its-version-unasked", "space-has-a-number")} == {"particular"}


def test_what_is_read_goes_to_the_site_alone(both: dict[str, Elsewhere]) -> None:
    site = both["cloud"].site
    site.asked.clear()
    both["cloud"].check("--without-doctor", "--family", "errors")
    assert site.asked
    assert all(urlsplit(asked.target).path.startswith("/wiki/") for asked in site.asked)
