"""What unmodified clients see of a simulated site: atlassian-python-api 4.0.7, which the toolkit sits on, and requests.

Pages, users and spaces are those of Fixtures/sites: DOCS with page 98305 "Product Documentation Home" and its children.
"""

import email

import pytest
import requests
from atlassian import Confluence
from atlassian.errors import ApiError, ApiPermissionError, ApiValueError

from simulated_site import SimulatedSite

HOME = 98305
REFUND_POLICY = 98311
SALARY_REVIEW = 98320
NO_CONTENT = "There is no content with the given id, or the calling user does not have permission to view the content"


def titles(found: dict[str, list[dict[str, str]]]) -> set[str]:
    return {hit["title"] for hit in found["results"]}


def test_a_page_is_read_by_its_number(site: SimulatedSite) -> None:
    page = site.client("reader-bot").get_page_by_id(HOME, expand="body.storage,version,space")
    assert (page["id"], page["title"], page["space"]["key"]) == (str(HOME), "Product Documentation Home", "DOCS")
    assert page["version"]["number"] >= 1
    assert page["body"]["storage"]["value"].startswith("<")


def test_a_page_is_found_by_its_title(site: SimulatedSite) -> None:
    client = site.client("reader-bot")
    assert client.get_page_id("DOCS", "Refund policy") == str(REFUND_POLICY)
    assert client.page_exists("DOCS", "Refund policy") is True
    assert client.page_exists("DOCS", "No such page") is False


def test_children_come_in_the_order_of_the_tree(site: SimulatedSite) -> None:
    children = list(site.client("reader-bot").get_page_child_by_type(HOME))
    assert [child["title"] for child in children][:3] == ["Onboarding guide", "Refund policy", "Release notes"]


@pytest.mark.parametrize("ended", ["revoked", "expired"])
def test_a_token_that_has_ended_says_what_confluence_says(site: SimulatedSite, ended: str) -> None:
    client = site.client("reader-bot", token=site.token("reader-bot", ended))
    if site.is_cloud:
        with pytest.raises(requests.HTTPError) as raised:
            client.get_page_by_id(HOME)
        assert raised.value.response.status_code == 403
        assert str(raised.value) == "Current user not permitted to use Confluence"
    else:
        # An ended Bearer token passes as nobody on Data Center, and to nobody the page does not exist.
        with pytest.raises(ApiError, match=f"^{NO_CONTENT}$"):
            client.get_page_by_id(HOME)


def test_without_credentials_nothing_is_read(site: SimulatedSite) -> None:
    answer = requests.get(f"{site.url}/rest/api/content/{HOME}", timeout=10)
    if site.is_cloud:
        assert answer.status_code == 403
        assert answer.json()["message"] == "Current user not permitted to use Confluence"
    else:
        assert answer.status_code == 404


def test_a_restricted_page_hides_like_a_missing_one(site: SimulatedSite) -> None:
    client = site.client("reader-bot")
    for page in (SALARY_REVIEW, 999999):
        with pytest.raises(ApiError, match=f"^{NO_CONTENT}$"):
            client.get_page_by_id(page)
    assert site.client("mira").get_page_by_id(SALARY_REVIEW)["title"] == "Salary review"


def test_a_space_that_may_not_be_seen_is_not_found(site: SimulatedSite) -> None:
    assert site.client("mira").get_space("TEAM")["name"] == "Team Space"
    with pytest.raises((ApiError, ApiPermissionError)):
        site.client("reader-bot").get_space("TEAM")


def test_a_page_is_fetched_as_a_file_for_word(site: SimulatedSite) -> None:
    file = email.message_from_bytes(site.client("reader-bot").get_page_as_word(REFUND_POLICY))
    (page,) = file.get_payload()
    assert file["Subject"] == "Exported From Confluence"
    assert "<h1>Refund policy</h1>" in page.get_payload(decode=True).decode()


def test_a_page_is_created_changed_and_deleted(site: SimulatedSite) -> None:
    client = site.client("writer-bot")
    made = client.create_page("DOCS", "Made by a real client", "<p>first words</p>", parent_id=HOME)
    assert made["version"]["number"] == 1
    changed = client.update_page(made["id"], "Made by a real client", "<p>second words</p>")
    assert changed["version"]["number"] == 2
    read = client.get_page_by_id(made["id"], expand="body.storage,ancestors")
    assert read["body"]["storage"]["value"] == "<p>second words</p>"
    assert read["ancestors"][-1]["id"] == str(HOME)
    client.remove_page(made["id"])
    with pytest.raises(ApiError, match=f"^{NO_CONTENT}$"):
        client.get_page_by_id(made["id"])


def test_a_title_that_is_taken_is_refused(site: SimulatedSite) -> None:
    with pytest.raises((requests.HTTPError, ApiValueError)) as raised:
        site.client("writer-bot").create_page("DOCS", "Refund policy", "<p>again</p>")
    assert "title" in str(raised.value).lower()
    assert site.client("reader-bot").get_page_id("DOCS", "Refund policy") == str(REFUND_POLICY)


def test_who_may_only_read_can_not_write(site: SimulatedSite) -> None:
    client = site.client("reader-bot")
    with pytest.raises((requests.HTTPError, ApiPermissionError)):
        client.create_page("DOCS", "Not allowed", "<p>x</p>")
    assert site.client("mira").page_exists("DOCS", "Not allowed") is False


def test_labels_are_set_and_read(site: SimulatedSite) -> None:
    client = site.client("mira")
    client.set_page_label(REFUND_POLICY, "reviewed")
    assert {label["name"] for label in client.get_page_labels(REFUND_POLICY)["results"]} == {"policy", "reviewed"}


def test_search_finds_what_may_be_seen_only(site: SimulatedSite) -> None:
    query = 'type = page and space = "DOCS" and title ~ "review"'
    assert "Salary review" in {hit["content"]["title"] for hit in site.client("mira").cql(query)["results"]}
    assert site.client("reader-bot").cql(query)["results"] == []


def test_search_by_label_names_the_page(site: SimulatedSite) -> None:
    found = site.client("reader-bot").cql('label = "policy" and type = page')
    assert [hit["content"]["id"] for hit in found["results"]] == [str(REFUND_POLICY)]


def test_a_broken_query_is_refused(site: SimulatedSite) -> None:
    with pytest.raises(ApiValueError, match="^The query cannot be parsed$"):
        site.client("reader-bot").cql('title ~ "unfinished')


def test_an_attachment_is_downloaded(site: SimulatedSite) -> None:
    client = site.client("reader-bot")
    assert titles(client.get_attachments_from_content(REFUND_POLICY)) == {"refund-form.txt"}
    files = client.download_attachments_from_page(REFUND_POLICY, to_memory=True)
    assert files["refund-form.txt"].getvalue()


def test_an_attachment_is_uploaded_and_replaced(site: SimulatedSite) -> None:
    client = site.client("writer-bot")
    for content in (b"first\r\n\x00\xff", b"second"):
        client.attach_content(content, "proof.bin", "application/octet-stream", page_id=HOME)
        files = client.download_attachments_from_page(HOME, filename="proof.bin", to_memory=True)
        assert files["proof.bin"].getvalue() == content
    assert titles(client.get_attachments_from_content(HOME)) == {"proof.bin"}


def test_the_site_answers_under_its_own_name_through_a_proxy(cloud: SimulatedSite) -> None:
    root, _, _ = cloud.url.removeprefix("http://").partition("/")
    client = Confluence(
        url="http://acme.atlassian.net",
        username=cloud.login("reader-bot"),
        password=cloud.token("reader-bot"),
        cloud=True,
        proxies={"http": f"http://{root}"},
    )
    assert client.url == "http://acme.atlassian.net/wiki"
    assert client.get_page_by_id(HOME)["title"] == "Product Documentation Home"


def test_a_host_that_is_not_simulated_is_not_reached(cloud: SimulatedSite) -> None:
    root, _, _ = cloud.url.removeprefix("http://").partition("/")
    answer = requests.get("http://elsewhere.example/", proxies={"http": f"http://{root}"}, timeout=10)
    assert answer.status_code == 502


def test_cloud_answers_at_the_root_of_loopback_too(cloud: SimulatedSite) -> None:
    root = cloud.url.removesuffix("/wiki")
    assert root != cloud.url
    identity = (cloud.login("reader-bot"), cloud.token("reader-bot"))
    for address in (root, cloud.url):
        assert requests.get(f"{address}/rest/api/content/{HOME}", auth=identity, timeout=10).json()["id"] == str(HOME)


def test_the_second_version_of_the_api_hides_a_rejected_credential(cloud: SimulatedSite) -> None:
    answer = requests.get(f"{cloud.url}/api/v2/pages/{HOME}", auth=("reader-bot@acme.example", "wrong"), timeout=10)
    assert answer.status_code == 404
    assert answer.json()["errors"][0]["title"] == "Not Found"


def test_data_center_names_the_account_in_its_headers(datacenter: SimulatedSite) -> None:
    token = datacenter.token("reader-bot")
    address = f"{datacenter.url}/rest/api/user/current"
    answer = requests.get(address, headers={"Authorization": f"Bearer {token}"}, timeout=10)
    assert answer.status_code == 200
    assert answer.headers["X-AUSERNAME"] == "reader-bot"
    assert answer.headers["X-Seraph-LoginReason"] == "OK"


def test_data_center_takes_a_password_but_no_token_as_one(datacenter: SimulatedSite) -> None:
    address = f"{datacenter.url}/rest/api/content/{HOME}"
    assert requests.get(address, auth=("reader-bot", "reader-bot-password-1"), timeout=10).status_code == 200
    refused = requests.get(address, auth=("reader-bot", datacenter.token("reader-bot")), timeout=10)
    assert refused.status_code == 401
    assert "AUTHENTICATED_FAILED" in refused.text
