"""Puts the Confluence tools of the unmodified alita-sdk behind MCP over standard input and output.

The protocol is in Drivers/README.md; what this driver adds and leaves out is in the README beside this file.
"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "shared"))

from sdk_driver.start import start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sdk_driver.sdk import SDK


def alita() -> "SDK":
    from sdk_driver.sdk import SDK

    return SDK(
        name="alita",
        distribution="alita-sdk",
        package="alita_sdk",
        client_class="AlitaClient",
        settings=old_settings,
    )


def old_settings(settings: dict[str, object]) -> dict[str, object]:
    """The settings in the words that came before `space_key` and `hosting`; those that are there already stay."""
    old = dict(settings)
    if "space_key" in old:
        old.setdefault("space", old.pop("space_key"))
    credential = old.get("confluence_configuration")
    if isinstance(credential, dict) and "hosting" in credential:
        old["confluence_configuration"] = {name: value for name, value in credential.items() if name != "hosting"}
        old.setdefault("cloud", is_cloud(credential))
    return old


def is_cloud(credential: dict[str, object]) -> bool:
    """What `hosting` says, and where it leaves it open, what the address says: as the SDK's successor decides."""
    from urllib.parse import urlsplit

    hosting = str(credential["hosting"] or "auto").lower()
    if hosting in ("cloud", "server"):
        return hosting == "cloud"
    address = str(credential.get("base_url") or "")
    host = urlsplit(address if "://" in address else f"https://{address}").hostname or ""
    return host == "atlassian.net" or host.endswith(".atlassian.net")


if __name__ == "__main__":
    start(alita)
