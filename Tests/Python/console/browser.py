"""A headless Chromium, driven through chromedriver."""

import os
from collections.abc import Callable
from typing import Any, Self

import pytest
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.support.ui import WebDriverWait

LONGEST_WAIT = 15.0

# Tells what the page's policy stopped, and holds what a canary would set.
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


class Browser:
    """Runs from `with` to its end; every wait is for a condition."""

    def __enter__(self) -> Self:
        if reason := os.environ.get("CONFLUENCE_DOCTOR_NO_BROWSER"):
            pytest.skip(reason)
        browser = os.environ.get("CONFLUENCE_DOCTOR_BROWSER")
        driver = os.environ.get("CONFLUENCE_DOCTOR_BROWSER_DRIVER")
        if not browser or not driver:
            pytest.skip("scripts/test-python finds the browser for the console's tests; they were begun without it")
        options = webdriver.ChromeOptions()
        options.binary_location = browser
        # Chromium's sandbox wants a user that is not root.
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(driver))
        self.command("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        self.resize(1280, 800)
        return self

    def __exit__(self, *_: object) -> None:
        self.driver.quit()

    def command(self, name: str, **parameters: Any) -> Any:
        """A command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, parameters)

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def resize(self, width: int, height: int) -> None:
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    def prefer(self, **features: str) -> None:
        """Media features such as `prefers_color_scheme="dark"`; without any, the browser's own."""
        named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.command("Emulation.setEmulatedMedia", features=named)

    def press(self, *keys: str) -> None:
        """Types on the keyboard, wherever the focus is."""
        for key in keys:
            ActionChains(self.driver, duration=0).send_keys(key).perform()

    def wait[T](self, until: Callable[[], T], what: str) -> T:
        """What the condition gives once it is true."""

        def ask(_: object) -> T | bool:
            try:
                return until()
            except StaleElementReferenceException:
                return False

        try:
            found: T = WebDriverWait(self.driver, LONGEST_WAIT, poll_frequency=0.05).until(ask)  # type: ignore[arg-type]
        except TimeoutException:
            raise AssertionError(f"waited {LONGEST_WAIT:.0f} s in vain until {what}") from None
        return found
