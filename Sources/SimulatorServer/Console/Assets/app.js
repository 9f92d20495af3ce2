// The console's frame: chooses site and view by the address, asks how the site stands, and draws the head of the page.

import { Gone, ask, sitePath } from "./api.js";
import { chip, empty, fill, h, option } from "./dom.js";
import * as keys from "./keys.js";
import { requests } from "./requests.js";
import { content } from "./content.js";
import { people } from "./people.js";
import { rights } from "./rights.js";
import { faults } from "./faults.js";
import { time } from "./time.js";

const views = [requests, content, people, rights, faults, time];
const pollMilliseconds = 700;
const element = (id) => document.getElementById(id);

/** What is open: its place (site, view, …rest, filter) and the view's parts. */
let open = null;
let sites = [];
/** What the API tells of itself: the stages of a request, the operations on a page. */
let overview = {};
let isPaused = false;

// MARK: The address: #/SITE/VIEW/REST…?q=FILTER

function place() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?", 2);
  const [site, view, ...rest] = path.split("/").filter(Boolean).map(decode);
  const known = sites.find((it) => it.name === site) ?? sites[0];
  return {
    site: known.name,
    view: views.find((it) => it.name === view) ?? views[0],
    rest,
    filter: new URLSearchParams(query).get("q") ?? "",
  };
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function address(site, view, rest = [], filter = "") {
  const path = [site, view, ...rest].map(encodeURIComponent).join("/");
  return `#/${path}${filter ? `?${new URLSearchParams({ q: filter })}` : ""}`;
}

/** What a view knows of the world, and may ask of the frame. */
function contextOf(place) {
  const { site, view } = place;
  return {
    ...place,
    stages: overview.stages,
    operations: overview.operations,
    info: () => sites.find((it) => it.name === site),
    isPaused: () => isPaused,
    ask: (path, method, body) => ask(sitePath(site, path), method, body),
    url: (...rest) => address(site, view.name, rest, place.filter),
    to: (name, ...rest) => address(site, name, rest),
    filtered(filter) {
      place.filter = filter;
      history.replaceState(null, "", address(site, view.name, place.rest, filter));
    },
    say,
    attempt,
    reload: () => show(true),
    /** Changes the site, says so, and shows what came of it. */
    change: (words, path, method, body) => attempt(async () => {
      await ask(sitePath(site, path), method, body);
      say(words);
      await show(true);
    }),
  };
}

async function show(anew = false) {
  const next = place();
  const isSame = open && open.place.site === next.site && open.place.view === next.view;
  if (isSame && !anew && open.parts.arrive) {
    open.place = next;
    return attempt(() => open.parts.arrive(contextOf(next)));
  }
  const main = element("main");
  const turn = (open?.turn ?? 0) + 1;
  if (!isSame) fill(main, empty("Loading…"));
  open = { place: next, parts: isSame ? open.parts : {}, turn };
  drawHead();
  await attempt(async () => {
    const parts = await next.view.open(contextOf(next));
    if (open.turn !== turn) return;
    open.parts = parts;
    fill(main, parts.node);
    await parts.arrive?.(contextOf(next));
  });
}

// MARK: How the site stands

async function tick() {
  if (!document.hidden && open) {
    await attempt(async () => {
      const { site } = open.place;
      const info = await ask(sitePath(site));
      sites = sites.map((it) => (it.name === site ? info : it));
      drawState("live");
      drawHead();
      if (open.place.site === site) await open.parts.tick?.(info);
    });
  }
  setTimeout(tick, pollMilliseconds);
}

function drawState(state) {
  const kind = state === "live" && isPaused ? "paused" : state;
  const words = kind === "gone" ? "the simulator does not answer" : kind;
  const target = element("state");
  if (target.textContent !== words) target.textContent = words;
  target.className = `state ${kind}`;
}

function drawHead() {
  const { site, view } = open.place;
  const info = sites.find((it) => it.name === site);
  document.title = `${view.title} · ${site} · confluence-doctor`;
  element("site").value = site;
  element("product").textContent = info.product;
  element("now").textContent = info.clock.now.slice(0, 19).replace("T", " ") + (info.clock.frozen ? " ❄" : "");
  const on = info.faults.length;
  const faultsOn = element("faults-on");
  const words = on ? `${on} ${on === 1 ? "fault" : "faults"} on` : "";
  if (faultsOn.textContent !== words) fill(faultsOn, on ? h("a", { href: address(site, "faults") }, chip(words, "bad", info.faults.join(", "))) : "");
  for (const link of element("views").children) {
    link.href = address(site, link.dataset.view);
    link.ariaCurrent = link.dataset.view === view.name ? "page" : null;
  }
}

// MARK: Saying

let silence;
function say(words, isBad = false) {
  const said = element("said");
  said.textContent = words;
  said.className = isBad ? "bad" : "good";
  clearTimeout(silence);
  silence = setTimeout(() => { said.textContent = ""; said.className = ""; }, isBad ? 8000 : 3500);
}

/** Does something, and says what went wrong. */
async function attempt(action) {
  try {
    await action();
  } catch (error) {
    if (error instanceof Gone) drawState("gone");
    else say(error.message, true);
  }
}

// MARK: Theme

const themes = ["auto", "light", "dark"];
function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  element("theme").textContent = theme;
  element("theme").ariaLabel = `Theme: ${theme}`;
  localStorage.setItem("theme", theme);
}

// MARK: Beginning

const help = () => element("keys").showModal();

function listen() {
  addEventListener("hashchange", () => show());
  element("site").addEventListener("change", (event) => { location.hash = address(event.target.value, open.place.view.name); });
  element("theme").addEventListener("click", () => {
    setTheme(themes[(themes.indexOf(document.documentElement.dataset.theme) + 1) % themes.length]);
  });
  element("help").addEventListener("click", help);
  document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); element("main").focus(); });
  keys.listen({
    help,
    view(letter) {
      const view = views.find((it) => it.key === letter);
      if (view) location.hash = address(open.place.site, view.name);
      return Boolean(view);
    },
    close: () => open.parts.close?.() ?? false,
    reload: () => show(true),
    pause,
  });
}

function pause() {
  isPaused = !isPaused;
  drawState("live");
  open.parts.paused?.(isPaused);
}

document.addEventListener("console:pause", pause);

setTheme(themes.find((it) => it === localStorage.getItem("theme")) ?? "auto");
fill(element("views"), views.map((view) => h("a", { "data-view": view.name, href: "#", title: `g ${view.key}` }, view.title)));
fill(element("key-list"), [...keys.words, ...views.map((view) => [`g ${view.key}`, view.title])].map(([key, words]) => [
  h("dt", {}, key.split(" ").map((it) => [h("kbd", {}, it), " "])),
  h("dd", {}, words),
]));

try {
  [overview, { sites }] = await Promise.all([ask("/"), ask("/sites")]);
  fill(element("site"), sites.map((it) => option(it.name)));
  listen();
  await show();
  tick();
} catch (error) {
  drawState("gone");
  fill(element("main"), empty(`The console could not begin: ${error.message}`));
}
