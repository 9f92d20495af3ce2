"""What the console is as a page: safe with what clients send, readable in both themes, usable without eyes or mouse."""

import zlib
from itertools import pairwise
from typing import Any

import pytest
import requests
from selenium.webdriver.common.keys import Keys

from console_page import VIEWS, ConsolePage

CANARIES = (
    "<script>window.canary = 1</script>",
    '"><img src=x onerror="window.canary = 2">',
    "<svg/onload=window.canary=3>",
)

# Every place of the console that shows something.
PLACES: list[tuple[object, ...]] = [
    *((view,) for view in VIEWS),
    ("requests", 1),
    ("content", "DOCS", 98320),
    ("rights", "DOCS", "reader-bot", 98320, "read"),
]


def test_what_clients_send_is_shown_and_never_run(console: ConsolePage) -> None:
    made = []
    for number, canary in enumerate(CANARIES):
        page = {
            "type": "page",
            "title": f"{canary} {number}",
            "space": {"key": "DOCS"},
            "body": {"storage": {"value": "<p>x</p>", "representation": "storage"}},
        }
        answer = console.site.send("POST", "/rest/api/content", "writer-bot", json=page)
        assert answer.status_code == 200, answer.text
        made.append(answer.json()["id"])
        console.site.get(f"/rest/api/{canary}", headers={"User-Agent": canary, "X-Any": canary})
        console.site.send("POST", f"/rest/api/content/{made[-1]}/label", "mira", json=[{"prefix": "global", "name": canary}])
        keep(console, f"{canary}")
    for view in VIEWS:
        console.open(view)
    console.open("requests", 2)
    console.wait_for(".panel .headers dd", CANARIES[0])
    console.open("requests", query="?q=" + "%3Cscript%3Ewindow.canary%3D4%3C%2Fscript%3E")
    for page_id, canary in zip(made, CANARIES, strict=True):
        console.open("content", "DOCS", page_id)
        console.wait_for(".panel h2", canary)
        console.open("rights", "DOCS", canary.replace("/", "%2F"), page_id, "read")
    console.open("time")
    assert console.texts(".states .wire") == sorted(CANARIES)
    console.open(CANARIES[1].replace("/", "%2F"), shows="requests")
    assert console.browser.run("return window.canary") is None
    assert console.browser.run("return document.querySelectorAll('main script, main img, main svg').length") == 0


def keep(console: ConsolePage, name: str) -> None:
    url = f"{console.site.admin}sites/{console.site.name}/snapshots"
    requests.post(url, json={"name": name}, timeout=10).raise_for_status()


def test_no_secret_is_on_any_page(console: ConsolePage) -> None:
    console.site.get("/rest/api/space", "mira", headers={"Cookie": "JSESSIONID=0123456789abcdef"})
    for place in PLACES:
        console.open(*place)
        source = console.browser.driver.page_source
        for secret in (*console.site.secrets, "0123456789abcdef"):
            assert secret not in source


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_themes_are_drawn_and_can_be_read(cloud_console: ConsolePage, theme: str) -> None:
    console = cloud_console
    console.site.get("/rest/api/space", "mira")
    console.site.get("/rest/api/content/98320", "reader-bot")
    console.site.get("/rest/api/contentt")
    console.browser.prefer(prefers_color_scheme=theme)
    try:
        grounds = set()
        for place in PLACES:
            console.open(*place)
            console.browser.wait(lambda: console.browser.run("return !document.getAnimations().length"), "it stands still")
            grounds.add(tuple(console.browser.run(COLOURS + "return colour(document.body, 'backgroundColor').slice(0, 3)")))
            faint = console.browser.run(COLOURS + FAINT)
            assert faint == [], f"{theme} {place}: contrast below 4.5"
        assert len(grounds) == 1
        brightness = sum(grounds.pop()) / 3
        assert brightness > 200 if theme == "light" else brightness < 50
        assert distinct_lines(console.browser.driver.get_screenshot_as_png()) > 50
    finally:
        console.browser.prefer()


def test_the_theme_is_chosen_by_a_button_and_kept(cloud_console: ConsolePage) -> None:
    console = cloud_console
    console.browser.prefer(prefers_color_scheme="light")
    try:
        console.open()
        ground = "return getComputedStyle(document.body).backgroundColor"
        light = console.browser.run(ground)
        console.click("Theme: auto")
        assert console.browser.run(ground) == light
        console.click("Theme: light")
        dark = console.browser.run(ground)
        assert dark != light
        console.open()
        assert console.browser.run(ground) == dark
        console.click("Theme: dark")
        assert console.browser.run(ground) == light
    finally:
        console.browser.prefer()


def test_everything_that_is_used_has_a_name_and_a_role(cloud_console: ConsolePage) -> None:
    console = cloud_console
    console.site.get("/rest/api/space", "mira")
    for place in PLACES:
        console.open(*place)
        nodes = console.browser.command("Accessibility.getFullAXTree")["nodes"]
        nameless = [describe(node) for node in nodes if is_control(node) and not node.get("name", {}).get("value")]
        assert nameless == [], place
        generic = [describe(node) for node in nodes if is_focusable(node) and role(node) == "generic"]
        assert generic == [], place
        headings = console.browser.run(
            "return [...document.querySelectorAll('h1, h2, h3')].filter((it) => it.offsetParent).map((it) => +it.tagName[1])"
        )
        assert headings[0] == 1 and headings.count(1) == 1, place
        assert all(later - earlier <= 1 for earlier, later in pairwise(headings)), (place, headings)
        twice = "const ids = [...document.querySelectorAll('[id]')].map((it) => it.id); return ids.length - new Set(ids).size"
        assert console.browser.run(twice) == 0, place


def is_focusable(node: dict[str, Any]) -> bool:
    return any(it["name"] == "focusable" and it["value"]["value"] for it in node.get("properties", []))


def role(node: dict[str, Any]) -> str:
    return str(node.get("role", {}).get("value"))


def is_control(node: dict[str, Any]) -> bool:
    kinds = {"button", "link", "searchbox", "textbox", "combobox", "switch", "region", "dialog", "navigation", "listbox"}
    return not node.get("ignored") and role(node) in kinds


def describe(node: dict[str, Any]) -> str:
    return f"{role(node)} {node.get('name', {}).get('value', '')}"


@pytest.mark.parametrize("view", VIEWS)
def test_tab_goes_through_everything_in_order_and_shows_where_it_is(cloud_console: ConsolePage, view: str) -> None:
    console = cloud_console
    console.site.get("/rest/api/space", "mira")
    console.open(view)
    console.browser.run(
        "window.order = [...document.querySelectorAll('a, button, input, select, summary, [tabindex]')];"
        "document.activeElement.blur()"
    )
    here = """
        const it = document.activeElement, style = getComputedStyle(it);
        return it === document.body ? null : [order.indexOf(it), style.outlineStyle, it.getBoundingClientRect().width, it.className]
    """
    places = []
    for _ in range(200):
        console.press(Keys.TAB)
        place = console.browser.run(here)
        if place is None or (places and place[0] == places[0]):
            break
        index, outline, width, name = place
        assert outline != "none", place
        assert width > 0 or name == "skip", place
        places.append(index)
    else:
        raise AssertionError("Tab does not come to an end")
    assert len(places) > 8
    assert places == sorted(places)


@pytest.mark.parametrize("width", [320, 375])
def test_it_fits_a_narrow_window(cloud_console: ConsolePage, width: int) -> None:
    console = cloud_console
    console.site.get("/rest/api/content/98311?expand=" + "body.storage," * 20, "mira")
    console.browser.resize(width, 640)
    try:
        for place in PLACES:
            console.open(*place)
            wide = console.browser.run(
                "return [...document.querySelectorAll('body, main, .list, .panel')]"
                ".filter((it) => it.scrollWidth > it.clientWidth + 1).map((it) => it.className || it.tagName)"
            )
            assert wide == [], place
    finally:
        console.browser.resize(1280, 800)


def test_nothing_moves_for_those_who_do_not_want_it(cloud_console: ConsolePage) -> None:
    console = cloud_console
    console.browser.prefer(prefers_reduced_motion="reduce")
    try:
        console.open()
        console.site.get("/rest/api/space", "mira")
        console.wait_for_row("/rest/api/space")
        assert console.browser.run("return document.getAnimations().length") == 0
    finally:
        console.browser.prefer()


# MARK: Colours

# The colours in which things are drawn, with all that lies below them.
COLOURS = """
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
function parsed(text) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = text;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}
const colour = (element, property) => parsed(getComputedStyle(element)[property]);
function over([r, g, b, a], below) {
  return [r, g, b].map((it, index) => it * a + below[index] * (1 - a));
}
function ground(element) {
  if (!element) return parsed("Canvas").slice(0, 3);
  return over(colour(element, "backgroundColor"), ground(element.parentElement));
}
function luminance(rgb) {
  const [r, g, b] = rgb.map((it) => { it /= 255; return it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
"""

# Texts that stand out from their ground by less than WCAG's AA asks for.
FAINT = """
const faint = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest("noscript, option, :disabled")) continue;
  const below = ground(element);
  const [a, b] = [luminance(over(colour(element, "color"), below)), luminance(below)].sort((x, y) => y - x);
  const contrast = (a + 0.05) / (b + 0.05);
  if (contrast < 4.5) faint.push(`${element.tagName}.${element.className} ${texts.currentNode.data.trim()}: ${contrast.toFixed(2)}`);
}
return faint;
"""


def distinct_lines(png: bytes) -> int:
    """How many different lines of pixels a picture has; one that is blank has one or two."""
    data, place, width = b"", 8, int.from_bytes(png[16:20])
    while place < len(png):
        size = int.from_bytes(png[place : place + 4])
        if png[place + 4 : place + 8] == b"IDAT":
            data += png[place + 8 : place + 8 + size]
        place += size + 12
    pixels = zlib.decompress(data)
    height = int.from_bytes(png[20:24])
    line = len(pixels) // height
    assert line > width
    return len({pixels[start : start + line] for start in range(0, len(pixels), line)})
