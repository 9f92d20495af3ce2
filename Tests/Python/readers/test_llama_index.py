"""LlamaIndex's ConfluenceReader, unmodified, told the sites' own names."""

import pytest
from atlassian.errors import ApiPermissionError
from llama_index.readers.confluence import ConfluenceReader
from requests.exceptions import HTTPError

from simulated_site import SimulatedSite


def reader(site: SimulatedSite, token: str | None = None) -> ConfluenceReader:
    secret = token or site.token("reader-bot")
    login = {"user_name": site.login("reader-bot"), "password": secret} if site.is_cloud else {"api_token": secret}
    return ConfluenceReader(base_url=site.url, cloud=site.is_cloud, **login)


def titles(reader: ConfluenceReader, **what: object) -> list[str]:
    return [document.metadata["title"] for document in reader.load_data(**what)]


def test_a_space_is_read_to_its_end(secure_site: SimulatedSite) -> None:
    # Without a number, its own client compares a number with None and fails before it asks anything.
    found = titles(reader(secure_site), space_key="DOCS", max_num_results=50)
    assert len(found) == 6
    assert "Salary review" not in found


def test_a_search_stops_where_it_is_told(secure_site: SimulatedSite) -> None:
    cql = "type = page AND space = DOCS"
    assert len(titles(reader(secure_site), cql=cql, max_num_results=4)) == 4
    assert len(titles(reader(secure_site), cql=cql)) == 6


def test_children_come_with_their_pages(secure_site: SimulatedSite) -> None:
    below = titles(reader(secure_site), page_ids=["98312"], include_children=True)
    assert below == ["Release notes", "Release 1.4"]
    assert len(titles(reader(secure_site), page_ids=["98305"], include_children=True)) == 6


def test_a_label_chooses_pages(secure_site: SimulatedSite) -> None:
    documents = reader(secure_site).load_data(label="policy")
    assert [document.metadata["title"] for document in documents] == ["Refund policy"]
    assert "**30 days**" in documents[0].text


def test_a_page_that_is_kept_from_the_account_is_not_found(secure_site: SimulatedSite) -> None:
    with pytest.raises(Exception, match="no content with the given id"):
        reader(secure_site).load_data(page_ids=["98320"])


@pytest.mark.parametrize("secure_site", ["acme-cloud"], indirect=True)
def test_a_revoked_token_is_refused_by_cloud(secure_site: SimulatedSite) -> None:
    with pytest.raises(HTTPError):
        reader(secure_site, secure_site.token("reader-bot", "revoked")).load_data(space_key="DOCS", max_num_results=5)


@pytest.mark.parametrize("secure_site", ["acme-datacenter"], indirect=True)
def test_a_revoked_token_makes_a_visitor_at_a_data_center(secure_site: SimulatedSite) -> None:
    with pytest.raises(ApiPermissionError, match="does not have permission to view the content"):
        reader(secure_site, secure_site.token("reader-bot", "revoked")).load_data(space_key="DOCS", max_num_results=5)
