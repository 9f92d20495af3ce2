"""Puts the Confluence tools of the unmodified elitea-sdk behind MCP over standard input and output.

The protocol is in Drivers/README.md; what this driver adds and leaves out is in the README beside this file.
"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "shared"))

from sdk_driver.start import start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sdk_driver.sdk import SDK


def elitea() -> "SDK":
    from sdk_driver.sdk import SDK

    return SDK(
        name="elitea",
        distribution="elitea-sdk",
        package="elitea_sdk",
        client_class="EliteAClient",
        read_environment_again=trust_authorities_again,
    )


def trust_authorities_again() -> None:
    """The SDK notes the file of authorities while it is imported, for processes that its tools start."""
    from importlib import import_module, reload

    reload(import_module("elitea_sdk._system_ca")).enable_system_ca()


if __name__ == "__main__":
    start(elitea)
