"""Sites as a real client meets them, and what their administrator can do meanwhile."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import requests
from atlassian import Confluence
from atlassian.errors import ApiError

from pytest_confluence_doctor import CloudSite, ConfluenceDoctorError, ConfluenceSite, DataCenterSite, Page, Space, User

TEAM = Space(
    "TEAM", may={"ana": "all", "ben": ["view"]}, pages=[Page("Team", children=[Page("Notes", "<p>Monday</p>")])]
)
USERS = [User("root", admin=True), User("ana"), User("ben")]


def client(site: ConfluenceSite, user: str) -> Confluence:
    return Confluence(**site.client_options(user))


def test_a_client_reads_and_writes(confluence: ConfluenceSite) -> None:
    writer = client(confluence, "writer")
    assert writer.get_page_by_id(1002)["title"] == "Refunds"
    made = writer.create_page("DOCS", "Visitors", "<p>Badges</p>", parent_id=1000)
    assert confluence.page(made["id"])["body"] == "<p>Badges</p>"
    assert set(confluence.pages("DOCS")) == {"Documentation", "Guide", "Refunds", "Salaries", "Visitors"}


def test_each_test_finds_the_site_as_new(confluence: ConfluenceSite) -> None:
    assert "Visitors" not in confluence.pages("DOCS")
    assert len(confluence.journal) == 0


@pytest.mark.parametrize("kind", [CloudSite, DataCenterSite])
def test_a_site_written_in_python(confluence_site, kind: type[CloudSite] | type[DataCenterSite]) -> None:
    site = confluence_site(kind(users=USERS, spaces=[TEAM]))
    assert client(site, "ben").get_page_id("TEAM", "Notes")
    with pytest.raises(Exception):
        client(site, "ben").create_page("TEAM", "No", "<p>No</p>")
    assert client(site, "ana").create_page("TEAM", "Yes", "<p>Yes</p>")["title"] == "Yes"


def test_a_site_file_beside_the_test_and_a_mapping(confluence_site, tmp_path: Path) -> None:
    document = CloudSite(users=USERS, spaces=[TEAM]).document()
    file = tmp_path / "team.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    for source in (file, document):
        assert client(confluence_site(source), "ben").get_page_id("TEAM", "Notes")


def test_two_sites_at_once_don_t_meet(confluence_site) -> None:
    one = confluence_site(CloudSite(users=USERS, spaces=[TEAM]))
    two = confluence_site(DataCenterSite(users=USERS))
    assert client(one, "ben").get_page_id("TEAM", "Notes")
    assert one.url != two.url
    assert len(two.journal) == 0


def test_a_revoked_token(confluence: ConfluenceSite) -> None:
    reader = client(confluence, "reader")
    assert reader.get_page_by_id(1001)["title"] == "Guide"
    confluence.revoke("reader-token")
    with pytest.raises((ApiError, requests.HTTPError)):
        reader.get_page_by_id(1001)
    assert client(confluence, "writer").get_page_by_id(1001)["title"] == "Guide"


def test_rights_are_withdrawn_and_given_back(confluence: ConfluenceSite) -> None:
    writer = client(confluence, "writer")
    confluence.withdraw("writer", "DOCS", "create-page")
    assert not confluence.may("writer", "update", page=1001)
    with pytest.raises(Exception):
        writer.update_page(1001, "Guide", "<p>New</p>")
    assert confluence.page(1001)["version"] == 1
    confluence.grant("writer", "DOCS", "create-page")
    writer.update_page(1001, "Guide", "<p>New</p>")
    assert confluence.page(1001)["body"] == "<p>New</p>"


def test_restrictions_faults_and_settings(confluence: ConfluenceSite) -> None:
    reader = client(confluence, "reader")
    confluence.restrict(1001, viewers=["admin"])
    with pytest.raises(ApiError):
        reader.get_page_by_id(1001)
    confluence.restrict(1001, viewers=[])
    confluence.fault("bad-gateway")
    with pytest.raises(requests.HTTPError):
        reader.get_page_by_id(1001)
    confluence.clear_faults()
    confluence.fault({"name": "teapot", "match": {"path": "*/content/1001*"}, "effect": {"answer": {"status": 418}}})
    assert (
        requests.get(f"{confluence.url}/rest/api/content/1001", headers=confluence.headers("reader")).status_code == 418
    )
    confluence.clear_faults()
    assert reader.get_page_by_id(1001)["title"] == "Guide"
    confluence.trash(1001)
    with pytest.raises(ApiError):
        reader.get_page_by_id(1001)


def test_the_clock(confluence: ConfluenceSite) -> None:
    confluence.freeze("2026-03-02T09:00:00Z")
    confluence.advance("90 days")
    assert confluence.now.startswith("2026-05-31T09:00:00")
    writer = client(confluence, "writer")
    made = writer.create_page("DOCS", "Late", "<p>Late</p>")
    assert confluence.page(made["id"])["versions"][0]["moment"].startswith("2026-05-31")


def test_the_real_name_over_tls(confluence: ConfluenceSite) -> None:
    code = "import sys, requests; print(requests.get(sys.argv[1], headers=eval(sys.argv[2])).json()['title'])"
    address = f"{confluence.real_url}/rest/api/content/1001"
    assert address.startswith("https://")
    shown = subprocess.run(
        [sys.executable, "-c", code, address, repr(confluence.headers("reader"))],
        env=confluence.env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout == "Guide\n"


def test_mistakes_are_told(confluence: ConfluenceSite) -> None:
    with pytest.raises(ConfluenceDoctorError, match="revoke-tokn.*did you mean “revoke-token”"):
        confluence.act({"revoke-tokn": "x"})
    with pytest.raises(ConfluenceDoctorError, match="no token “x”; known are admin-token"):
        confluence.token("x")
    with pytest.raises(ConfluenceDoctorError, match="no user “x”; known are admin, writer, reader"):
        confluence.login("x")


def test_a_site_that_is_wrong_says_where(confluence_site) -> None:
    with pytest.raises(ConfluenceDoctorError, match="deploiment.*did you mean “deployment”"):
        confluence_site({"name": "x", "deploiment": "cloud"})
    with pytest.raises(ConfluenceDoctorError, match="there is no site file"):
        confluence_site("no-such.yaml")
