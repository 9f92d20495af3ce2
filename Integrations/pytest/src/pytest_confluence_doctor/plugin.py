"""The fixtures."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import pytest

from .definition import CloudSite, DataCenterSite, Page, Space, User
from .errors import ConfluenceDoctorError
from .process import SimulatorProcess, find_command
from .site import ConfluenceSite

LATEST_SHOWN = 20

SiteSource = str | Path | Mapping[str, Any] | CloudSite | DataCenterSite


class StartSite(Protocol):
    """Starts a site of its own, which ends with the test."""

    def __call__(self, source: SiteSource, *, options: Sequence[str] = ()) -> ConfluenceSite: ...


_sites = pytest.StashKey[list[ConfluenceSite]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("confluence-doctor")
    group.addoption(
        "--confluence-doctor",
        metavar="COMMAND",
        help="the built command; without it CONFLUENCE_DOCTOR_BINARY or the one on the PATH",
    )


@pytest.fixture(scope="session")
def confluence_doctor_command(pytestconfig: pytest.Config) -> str:
    """The command that serves the sites."""
    try:
        return find_command(pytestconfig.getoption("--confluence-doctor"))
    except ConfluenceDoctorError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def confluence_site(request: pytest.FixtureRequest, confluence_doctor_command: str) -> Iterator[StartSite]:
    """Starts sites: from a site file beside the test, from a mapping, or from one written in Python."""
    started: list[ConfluenceSite] = []

    def start(source: SiteSource, *, options: Sequence[str] = ()) -> ConfluenceSite:
        site = ConfluenceSite(SimulatorProcess(confluence_doctor_command, _read(source, request.path), options))
        started.append(site)
        _remember(request, site)
        return site

    try:
        yield start
    finally:
        for site in started:
            site.close()


@pytest.fixture(scope="session")
def _shared_sites(confluence_doctor_command: str) -> Iterator[Callable[[str], ConfluenceSite]]:
    """One process for each deployment and worker, for the fixtures that reset it before each test."""
    started: dict[str, ConfluenceSite] = {}

    def site(deployment: str) -> ConfluenceSite:
        if deployment not in started:
            document = _SMALL[deployment].document()
            started[deployment] = ConfluenceSite(SimulatorProcess(confluence_doctor_command, document))
        started[deployment].reset()
        return started[deployment]

    try:
        yield site
    finally:
        for running in started.values():
            running.close()


@pytest.fixture
def confluence_cloud(request: pytest.FixtureRequest, _shared_sites: Callable[[str], ConfluenceSite]) -> ConfluenceSite:
    """A small site of Confluence Cloud, as new for each test: `admin`, `writer` and `reader` in the space DOCS."""
    return _remember(request, _shared_sites("cloud"))


@pytest.fixture
def confluence_data_center(
    request: pytest.FixtureRequest, _shared_sites: Callable[[str], ConfluenceSite]
) -> ConfluenceSite:
    """The same site on Confluence Data Center."""
    return _remember(request, _shared_sites("data-center"))


@pytest.fixture(params=["cloud", "data-center"])
def confluence(request: pytest.FixtureRequest, _shared_sites: Callable[[str], ConfluenceSite]) -> ConfluenceSite:
    """The small site once on Cloud and once on Data Center: the test runs twice."""
    return _remember(request, _shared_sites(request.param))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Shows under a test that fails what was last asked of its sites."""
    report = yield
    if report.when == "call" and report.failed:
        for site in item.stash.get(_sites, []):
            report.sections.append((f"Confluence journal of {site.name}", _latest(site)))
    return report


def _latest(site: ConfluenceSite) -> str:
    try:
        entries = site.journal.entries()[-LATEST_SHOWN:]
    except (ConfluenceDoctorError, OSError) as error:
        return f"it can't be read: {error}"
    return "\n".join(map(str, entries)) or "nothing was asked of the site"


def _remember(request: pytest.FixtureRequest, site: ConfluenceSite) -> ConfluenceSite:
    request.node.stash.setdefault(_sites, []).append(site)
    return site


def _read(source: SiteSource, test: Path) -> Path | dict[str, Any]:
    if isinstance(source, (CloudSite, DataCenterSite)):
        return source.document()
    if isinstance(source, Mapping):
        return dict(source)
    return test.parent / source


def _small(kind: type[CloudSite] | type[DataCenterSite]) -> CloudSite | DataCenterSite:
    pages = [
        Page(
            "Documentation",
            "<p>Everything about our products.</p>",
            id=1000,
            children=[
                Page("Guide", "<h1>Your first week</h1><p>Welcome!</p>", id=1001, labels=["guide"]),
                Page("Refunds", "<p>Customers may ask within 30 days.</p>", id=1002, labels=["policy"]),
                Page("Salaries", "<p>Confidential.</p>", id=1003, viewers=["admin"]),
            ],
        )
    ]
    may: dict[str, Any] = {
        "admin": "all",
        "writer": ["view", "create-page", "create-comment", "create-attachment", "delete-page"],
        "reader": ["view"],
    }
    return kind(
        users=[User("admin", admin=True), User("writer"), User("reader")],
        spaces=[Space("DOCS", name="Documentation", may=may, pages=pages)],
    )


_SMALL = {"cloud": _small(CloudSite), "data-center": _small(DataCenterSite)}
