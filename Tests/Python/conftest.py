"""What the tests share: a recording server, the driver's process, and simulated sites."""

from collections.abc import Iterator

import pytest

from driver_process import DriverProcess
from recording_server import RecordingServer
from simulated_site import SITES, SimulatedSite


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server


@pytest.fixture(scope="module", params=[False, True], ids=["alone", "in a nursery"])
def in_nursery(request: pytest.FixtureRequest) -> bool:
    """Whether a driver serves its session by itself, or has it served by a nursery, as in a run."""
    return bool(request.param)


@pytest.fixture(scope="module")
def driver(in_nursery: bool) -> Iterator[DriverProcess]:
    """One process for the tests of a module: its start takes seconds. Each test brings its own configuration."""
    with DriverProcess(in_nursery=in_nursery) as driver:
        yield driver


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Iterator[SimulatedSite]:
    with SimulatedSite(request.param, options=("--admin",)) as site:
        yield site


@pytest.fixture
def cloud() -> Iterator[SimulatedSite]:
    with SimulatedSite("acme-cloud", options=("--admin",)) as site:
        yield site


@pytest.fixture
def datacenter() -> Iterator[SimulatedSite]:
    with SimulatedSite("acme-datacenter") as site:
        yield site


@pytest.fixture(scope="session")
def running() -> Iterator[dict[str, SimulatedSite]]:
    """One process for each site, for tests that reset it before they begin."""
    options = ["--admin"]
    with (
        SimulatedSite("acme-cloud", options=options) as cloud,
        SimulatedSite("acme-datacenter", options=options) as datacenter,
    ):
        yield {"cloud": cloud, "datacenter": datacenter}


@pytest.fixture
def fresh(running: dict[str, SimulatedSite]) -> dict[str, SimulatedSite]:
    for site in running.values():
        site.reset()
    return running


@pytest.fixture(params=SITES)
def secure_site(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimulatedSite]:
    """A site that this process reaches by its own name over https, with nothing set but the usual variables."""
    with SimulatedSite(request.param, tls=True) as site:
        for name, value in site.variables.items():
            monkeypatch.setenv(name, value)
        yield site
