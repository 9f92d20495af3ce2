"""What differs between the SDKs that this program drives."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

type Settings = dict[str, Any]


def as_they_are(settings: Settings) -> Settings:
    return settings


def nothing_to_read() -> None:
    """Of an SDK that reads nothing of the way to a site while it is imported."""


@dataclass(frozen=True)
class SDK:
    """One of ELITEA's SDKs: its driver, its distribution on PyPI, and the package that is imported."""

    name: str
    distribution: str
    package: str
    client_class: str
    """The class of its client for the platform, which is handed over in the setting that bears the SDK's name."""
    settings: Callable[[Settings], Settings] = as_they_are
    """Brings a toolkit's settings into the words of this SDK."""
    read_environment_again: Callable[[], None] = nothing_to_read
    """Has modules read again what they read of the environment's way to a site (`nursery.WAY`) while being imported."""
