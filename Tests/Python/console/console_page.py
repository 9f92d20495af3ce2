"""The console of a simulated site in a browser, in the words of those who use it."""

from typing import Any

import requests
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from browser import Browser
from simulated_site import SimulatedSite

VIEWS = {"requests": "r", "content": "c", "people": "p", "rights": "i", "faults": "f", "time": "t"}


class ConsolePage:
    def __init__(self, browser: Browser, site: SimulatedSite) -> None:
        self.browser = browser
        self.site = site

    # What is open

    def open(self, *place: object, query: str = "", shows: str = "") -> None:
        """Goes to a view of the site, such as `open("requests", 4)`, in a page that is loaded anew."""
        path = "/".join(str(part) for part in (self.site.name, *(place or ("requests",))))
        self.browser.driver.get("about:blank")
        self.browser.driver.get(f"{self.site.admin}#/{path}{query}")
        self.wait_for_view(shows or str(place[0]) if place else "requests")

    def wait_for_view(self, view: str) -> None:
        script = """
            return document.querySelector(`#views a[data-view="${arguments[0]}"]`)?.ariaCurrent === "page"
                && document.getElementById("state").textContent !== "connecting"
                && document.getElementById("main").textContent !== "Loading…"
        """
        self.browser.wait(lambda: self.browser.run(script, view), f"the view {view} is drawn")

    def find(self, selector: str) -> list[WebElement]:
        found: list[WebElement] = self.browser.driver.find_elements(By.CSS_SELECTOR, selector)
        return found

    def texts(self, selector: str) -> list[str]:
        script = "return [...document.querySelectorAll(arguments[0])].map((it) => it.innerText.trim())"
        texts: list[str] = self.browser.run(script, selector)
        return texts

    def wait_for(self, selector: str, text: str = "") -> WebElement:
        """The first element that fits, is seen, and has that text in it."""
        what = f"there is {selector}" + (f" with “{text}”" if text else "")

        def fitting() -> WebElement | None:
            return next((it for it in self.find(selector) if it.is_displayed() and text in it.text), None)

        found = self.browser.wait(fitting, what)
        assert found is not None
        return found

    def wait_for_no_control(self, label: str) -> None:
        def controls() -> list[str]:
            return [it.accessible_name for it in self.find("button, [role=switch]")]

        self.browser.wait(lambda: label not in controls(), f"there is no control “{label}”")

    def wait_until_gone(self, selector: str) -> None:
        self.browser.wait(lambda: not any(it.is_displayed() for it in self.find(selector)), f"{selector} is gone")

    def press(self, *keys: str) -> None:
        self.browser.press(*keys)

    def click(self, label: str) -> None:
        """Clicks the control of that accessible name, once it is there."""

        def clicked() -> bool:
            controls = self.find("button, a:not([data-row]), [role=switch]")
            control = next((it for it in controls if it.is_displayed() and it.accessible_name == label), None)
            if control:
                control.click()
            return control is not None

        self.browser.wait(clicked, f"there is a control “{label}”")

    def fill(self, label: str, text: str) -> None:
        field = next(it for it in self.find("input") if it.accessible_name == label)
        field.clear()
        field.send_keys(text, Keys.ENTER)

    @property
    def focused(self) -> str:
        """What of the page has the focus: its data-key, or else its tag."""
        focused: str = self.browser.run("return document.activeElement.dataset.key ?? document.activeElement.tagName")
        return focused

    # Requests

    def rows(self) -> list[str]:
        """The paths of the rows that are drawn, from above."""
        return self.texts(".requests tbody .path")

    def count_rows(self) -> int:
        count: int = self.browser.run("return document.querySelectorAll('.requests tbody tr').length")
        return count

    def wait_for_row(self, path: str) -> None:
        self.browser.wait(lambda: any(path in row for row in self.rows()), f"a row with {path} is there")

    # Beside the page

    def ask(self, path: str) -> Any:
        """What the admin API itself tells of the site."""
        answer = requests.get(f"{self.site.admin}sites/{self.site.name}{path}", timeout=30)
        answer.raise_for_status()
        return answer.json()

    def leave(self) -> None:
        """Closes the page, before its site goes and it complains of that."""
        self.browser.driver.get("about:blank")

    def complaints(self, *, but: str = "\0") -> list[str]:
        """Errors and warnings of the browser since the last call, and what the page's policy stopped.

        Without those that hold a text, as answers of 4xx do that a test brings about.
        """
        logged = [entry["message"] for entry in self.browser.driver.get_log("browser") if but not in entry["message"]]
        violations: list[str] = self.browser.run("return window.violations ?? []")
        return logged + violations
