"""A browser at the console of a simulated site."""

from collections.abc import Iterator

import pytest

from browser import Browser
from console_page import ConsolePage
from simulated_site import SimulatedSite


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


@pytest.fixture
def console(browser: Browser, site: SimulatedSite) -> Iterator[ConsolePage]:
    """The console of a site, on both deployments; a test passes only if the browser had nothing to complain about."""
    page = ConsolePage(browser, site)
    yield page
    assert page.complaints() == []
    page.leave()


@pytest.fixture
def cloud_console(browser: Browser, cloud: SimulatedSite) -> Iterator[ConsolePage]:
    page = ConsolePage(browser, cloud)
    yield page
    assert page.complaints() == []
    page.leave()
