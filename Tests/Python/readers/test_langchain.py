"""LangChain's ConfluenceLoader, unmodified, told the sites' own names: what it loads of a space, a search, a label."""

import pytest
from atlassian.errors import ApiPermissionError
from langchain_community.document_loaders import ConfluenceLoader
from langchain_core.documents import Document
from requests.exceptions import HTTPError

from simulated_site import SimulatedSite

# What the account sees; “Salary review” is kept from it.
DOCS = {
    "Product Documentation Home",
    "Onboarding guide",
    "Refund policy",
    "Release notes",
    "Release 1.4",
    "Change control",
}


def loader(site: SimulatedSite, token: str | None = None, **more: object) -> ConfluenceLoader:
    secret = token or site.token("reader-bot")
    login = {"username": site.login("reader-bot"), "api_key": secret} if site.is_cloud else {"token": secret}
    return ConfluenceLoader(url=site.url, cloud=site.is_cloud, number_of_retries=1, **login, **more)


def titles(documents: list[Document]) -> list[str]:
    return [document.metadata["title"] for document in documents]


def test_a_space_is_read_page_by_page(secure_site: SimulatedSite) -> None:
    documents = loader(secure_site, space_key="DOCS", limit=2, max_pages=50).load()
    assert set(titles(documents)) == DOCS
    assert len(documents) == len(DOCS)
    refund = next(document for document in documents if document.metadata["title"] == "Refund policy")
    assert "within 30 days of purchase" in refund.page_content
    paths = {True: "/spaces/DOCS/pages/98311/Refund+policy", False: "/display/DOCS/Refund+policy"}
    assert refund.metadata["source"] == secure_site.url + paths[secure_site.is_cloud]


def test_a_search_follows_next_links_to_its_end(secure_site: SimulatedSite) -> None:
    documents = loader(secure_site, cql="space = DOCS AND type = page", limit=2, max_pages=50).load()
    assert sorted(titles(documents)) == sorted(DOCS)


def test_a_label_and_page_ids_choose_pages(secure_site: SimulatedSite) -> None:
    assert titles(loader(secure_site, label="policy").load()) == ["Refund policy"]
    chosen = loader(secure_site, page_ids=["98311", "98312"], include_labels=True, include_comments=True).load()
    assert titles(chosen) == ["Refund policy", "Release notes"]


def test_formats_of_the_body_differ(secure_site: SimulatedSite) -> None:
    from langchain_community.document_loaders.confluence import ContentFormat

    storage = loader(secure_site, page_ids=["98310"], content_format=ContentFormat.STORAGE, keep_markdown_format=True)
    view = loader(secure_site, page_ids=["98310"], content_format=ContentFormat.VIEW, keep_markdown_format=True)
    assert "git clone ssh://git.acme.example/handbook" in view.load()[0].page_content
    assert storage.load()[0].page_content != view.load()[0].page_content


def test_a_page_with_restrictions_is_left_out_unless_asked_for(secure_site: SimulatedSite) -> None:
    secret = secure_site.token("mira")
    login = {"username": secure_site.login("mira"), "api_key": secret} if secure_site.is_cloud else {"token": secret}
    seen = {"url": secure_site.url, "cloud": secure_site.is_cloud, "space_key": "DOCS", "limit": 50}
    public = titles(ConfluenceLoader(**seen, **login, include_restricted_content=False).load())
    everything = titles(ConfluenceLoader(**seen, **login, include_restricted_content=True).load())
    assert "Salary review" not in public
    assert set(everything) == DOCS | {"Salary review"}


@pytest.mark.parametrize("secure_site", ["acme-cloud"], indirect=True)
def test_a_revoked_token_is_refused_by_cloud(secure_site: SimulatedSite) -> None:
    with pytest.raises(HTTPError):
        loader(secure_site, secure_site.token("reader-bot", "revoked"), space_key="DOCS").load()


@pytest.mark.parametrize("secure_site", ["acme-datacenter"], indirect=True)
def test_a_revoked_token_makes_a_visitor_at_a_data_center(secure_site: SimulatedSite) -> None:
    with pytest.raises(ApiPermissionError, match="does not have permission to view the content"):
        loader(secure_site, secure_site.token("reader-bot", "revoked"), space_key="DOCS").load()
