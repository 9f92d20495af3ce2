"""saas-retriever walks through all spaces, pages, comments and files, with asynchronous calls and small lists."""

import asyncio

from saas_retriever.connectors.confluence import ConfluenceConnector
from saas_retriever.core import Document, SourceFilter

from simulated_site import SimulatedSite


def read(site: SimulatedSite, token: str) -> list[Document]:
    async def documents() -> list[Document]:
        kind = {"flavor": "cloud", "email": site.login("mira"), "api_token": token}
        login = kind if site.is_cloud else {"flavor": "datacenter", "token": token}
        connector = ConfluenceConnector(base_url=site.url, page_size=2, spaces=["DOCS"], **login)
        try:
            return [document async for document in connector.discover_and_fetch(SourceFilter())]
        finally:
            await connector.close()

    return asyncio.run(documents())


def test_each_page_is_read_with_its_files(secure_site: SimulatedSite) -> None:
    documents = {document.ref.path: document for document in read(secure_site, secure_site.token("mira"))}
    assert len(documents) == 7
    text = str(next(document for path, document in documents.items() if path.endswith("98311")).text)
    assert "30 days" in text
    assert "refund-form.txt" in text


def test_a_token_that_nobody_knows_reads_nothing(secure_site: SimulatedSite) -> None:
    assert read(secure_site, "wrong") == []
