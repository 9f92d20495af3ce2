// Requests as they come in: newest on top, filtered by the API's own words, one open beside the list.

import { filterQuery, root, sitePath } from "./api.js";
import { button, chip, empty, fill, focusRow, h, markRow, sidePanel, sureButton } from "./dom.js";
import { exchange, statusKind } from "./exchange.js";

const pageSize = 500;

export const requests = { name: "requests", title: "Requests", key: "r", open };

async function open(context) {
  let here = context;
  let filter = context.filter;
  let entries = [];
  let last = 0;
  let cap = pageSize;
  let isBusy = false;
  let follows = false;

  // MARK: Parts

  const input = h("input", {
    type: "search", "data-filter": true, value: filter, spellcheck: "false", autocomplete: "off", "aria-label": "Filter",
    "aria-describedby": "filter-words", placeholder: "status:404 account:mira stage:limits method:GET /path",
  });
  const wrong = h("span", { id: "filter-words", class: "wrong" });
  const count = h("span", { class: "dim count" });
  const pause = button("Pause", () => document.dispatchEvent(new Event("console:pause")), { title: "p" });
  const archive = h("a", { class: "button", download: `${context.site}.har` }, "HAR");
  const clear = sureButton("Clear", "Really clear?", () => context.attempt(async () => {
    await context.ask("/journal", "DELETE");
    entries = [];
    draw();
    context.say("the journal is empty");
  }));
  const body = h("tbody");
  const nothing = empty();
  const older = button("older…", loadOlder, { class: "older", hidden: true });
  const panel = sidePanel("The chosen request", close);
  const heads = ["Time", "Method", "Status", "Path", "Account", "Stage"];
  const node = h("div", { class: "split" },
    h("section", { class: "list", "aria-label": "Requests" },
      h("form", { class: "bar", role: "search", onsubmit: (event) => event.preventDefault() }, input, pause, clear, archive, count, wrong),
      h("table", { class: "requests" },
        h("thead", {}, h("tr", {}, heads.map((it) => h("th", { scope: "col" }, it)))), body),
      nothing, older),
    panel.node);

  // MARK: Loading

  const query = (more) => {
    const items = filterQuery(filter);
    for (const [name, value] of Object.entries(more)) items.set(name, value);
    return `?${items}`;
  };

  async function load() {
    try {
      const answer = await context.ask(`/journal${query({ limit: pageSize })}`);
      entries = answer.entries.reverse();
      last = Math.max(answer.last, entries[0]?.number ?? 0);
      cap = pageSize;
      wrong.textContent = "";
      input.removeAttribute("aria-invalid");
    } catch (error) {
      entries = [];
      wrong.textContent = error.message;
      input.setAttribute("aria-invalid", "true");
    }
    archive.href = `${root}${sitePath(context.site, "/journal.har")}?${filterQuery(filter)}`;
    draw();
  }

  async function tick(info) {
    drawCount(info);
    if (isBusy || here.isPaused() || wrong.textContent) return;
    if (info.exchanges < last) return load();
    if (info.exchanges === last) return;
    isBusy = true;
    try {
      const answer = await context.ask(`/journal${query({ since: last, limit: cap })}`);
      // What the filter leaves out is not asked for again.
      last = Math.max(info.exchanges, answer.last);
      const fresh = answer.entries.reverse();
      if (fresh.length) prepend(fresh);
    } finally {
      isBusy = false;
      drawCount(info);
    }
  }

  async function loadOlder() {
    await context.attempt(async () => {
      const answer = await context.ask(`/journal${query({ before: entries.at(-1).number, limit: pageSize })}`);
      const more = answer.entries.reverse();
      cap += more.length;
      entries = entries.concat(more);
      body.append(...more.map(row));
      older.hidden = more.length < pageSize;
      drawCount(context.info());
    });
  }

  // MARK: Drawing

  function draw() {
    fill(body, entries.map(row));
    older.hidden = entries.length < pageSize;
    drawCount(context.info());
    mark();
  }

  function prepend(fresh) {
    const list = node.querySelector(".list");
    const isScrolled = list.scrollTop > 0;
    const height = list.scrollHeight;
    entries = fresh.concat(entries);
    body.prepend(...fresh.map((it) => row(it, true)));
    if (entries.length > cap) {
      entries.length = cap;
      while (body.rows.length > cap) body.lastElementChild.remove();
      older.hidden = false;
    }
    // What somebody reads stays where it is.
    if (isScrolled) list.scrollTop += list.scrollHeight - height;
    mark();
  }

  function row(entry, isFresh) {
    const rail = h("span", { class: `rail ${statusKind(entry.status)}`, "aria-hidden": "true" });
    rail.style.setProperty("--at", here.stages.indexOf(entry.stage));
    rail.style.setProperty("--of", here.stages.length);
    return h("tr", { class: isFresh === true ? "fresh" : "" },
      h("td", { class: "wire dim", title: entry.moment }, entry.moment.slice(11, 23)),
      h("td", { class: "wire" }, entry.method),
      h("td", {}, chip(String(entry.status), statusKind(entry.status))),
      h("td", { class: "wire path" }, h("a", {
        href: here.url(entry.number), tabindex: "-1", "data-row": true, "data-key": entry.number, title: entry.target,
      }, entry.target)),
      h("td", { class: entry.account ? "" : "dim" }, entry.account ?? "anonymous"),
      h("td", { class: "stage", title: entry.decision }, rail, h("span", {}, entry.stage)));
  }

  function drawCount(info) {
    const waiting = here.isPaused() ? info.exchanges - last : 0;
    const words = `${entries.length} shown of ${info.exchanges} made${waiting > 0 ? ` · ${waiting} waiting` : ""}`;
    if (count.textContent !== words) count.textContent = words;
    pause.textContent = here.isPaused() ? "Go on" : "Pause";
    nothing.hidden = entries.length > 0;
    if (!entries.length) {
      nothing.textContent = filter ? "Nothing fits the filter." : `Nothing was asked of ${context.site} yet. Try: curl -H "Host: ${info.host}" ${location.origin}${info.contextPath}/rest/api/space`;
    }
  }

  const mark = () => markRow(body, here.rest[0]);

  async function arrive(next) {
    here = next;
    if (next.filter !== filter) {
      filter = input.value = next.filter;
      await load();
    }
    const number = Number(next.rest[0]);
    mark();
    if (!number) return panel.hide();
    const entry = entries.find((it) => it.number === number)
      ?? (await context.ask(`/journal?since=${number - 1}&before=${number + 1}`)).entries[0];
    if (here !== next) return;
    panel.show(entry ? exchange(entry, next) : empty(`The journal no longer holds request ${number}.`), !follows);
    follows = false;
  }

  function close() {
    if (panel.node.hidden) return false;
    focusRow(body, here.rest[0]);
    location.hash = here.url();
    return true;
  }

  // MARK: Listening

  let typing;
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      filter = input.value.trim();
      here.filtered(filter);
      context.attempt(load);
    }, 150);
  });
  body.addEventListener("click", (event) => {
    if (!event.target.closest("a")) event.target.closest("tr")?.querySelector("a").click();
  });
  // While a request is open, the panel goes along with j and k.
  body.addEventListener("focusin", (event) => {
    const number = event.target.dataset.key;
    if (panel.node.hidden || !number || number === here.rest[0]) return;
    follows = true;
    location.replace(here.url(number));
  });

  await load();
  return { node, arrive, close, tick, paused: () => { drawCount(context.info()); tick(context.info()); } };
}
