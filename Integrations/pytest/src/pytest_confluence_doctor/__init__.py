"""Simulated Confluence sites, Cloud and Data Center, for tests in Python."""

from .definition import CloudSite, DataCenterSite, Page, Space, User
from .errors import ConfluenceDoctorError
from .journal import Entry, Journal
from .site import ConfluenceSite

__all__ = [
    "CloudSite",
    "ConfluenceDoctorError",
    "ConfluenceSite",
    "DataCenterSite",
    "Entry",
    "Journal",
    "Page",
    "Space",
    "User",
]
