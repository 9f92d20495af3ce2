"""Puts the Confluence tools of the unmodified elitea-sdk behind MCP over standard input and output.

The protocol is in Drivers/README.md; what this driver adds and leaves out is in the README beside this file.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))

from sdk_driver.main import run
from sdk_driver.sdk import SDK

if __name__ == "__main__":
    run(
        SDK(
            name="elitea",
            distribution="elitea-sdk",
            package="elitea_sdk",
            client_class="EliteAClient",
        )
    )
