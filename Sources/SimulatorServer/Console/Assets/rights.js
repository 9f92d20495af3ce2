// Who may do what in a space and through what, and why somebody may not.

import { chip, empty, field, fill, h, option, spaceTabs } from "./dom.js";

export const rights = { name: "rights", title: "Rights", key: "i", open };

const none = "-";

async function open(context) {
  const [{ spaces }, { users }] = await Promise.all([context.ask("/spaces"), context.ask("/users")]);
  const key = spaces.find((space) => space.key === context.rest[0])?.key ?? spaces[0]?.key;
  if (!key) return { node: empty(`${context.site} has no spaces.`) };
  const [matrix, { pages }] = await Promise.all([
    context.ask(`/spaces/${encodeURIComponent(key)}/rights`),
    context.ask(`/pages?space=${encodeURIComponent(key)}&limit=500`),
  ]);
  const verdict = h("div", { role: "status", "aria-live": "polite" });
  const user = h("select", { name: "user" }, [...users.map((it) => it.name), "anonymous"].map((it) => option(it)));
  const page = h("input", { list: "pages", placeholder: "a page id, or else the space", autocomplete: "off", "data-filter": true });
  const operation = h("select");
  const choose = () => {
    const words = page.value.trim() ? context.operations : matrix.operations;
    const chosen = operation.value;
    if (operation.dataset.for !== words.join()) fill(operation, words.map((it) => option(it, it, it === chosen)));
    operation.dataset.for = words.join();
  };
  const follow = () => {
    choose();
    history.replaceState(null, "", context.to("rights", key, user.value, page.value.trim() || none, operation.value));
    weigh();
  };

  async function weigh() {
    const [of, on] = [user.value, page.value.trim()];
    const query = new URLSearchParams({ user: of, operation: operation.value, ...(on ? { page: on } : { space: key }) });
    try {
      const { granted, words, stage, status } = await context.ask(`/verdict?${query}`);
      fill(verdict, h("p", { class: `verdict ${granted ? "good" : "bad"}` },
        h("strong", {}, granted ? "Granted" : `Refused${status ? `, ${status}` : ""}`),
        h("span", { class: "dim" }, ` by ${stage}: `), h("span", { class: "words" }, words)));
    } catch (error) {
      fill(verdict, h("p", { class: "wrong" }, error.message));
    }
  }

  async function arrive(next) {
    const [space, who, id, what] = next.rest;
    if (space && space !== key) return next.reload();
    if ([...user.options].some((it) => it.value === who)) user.value = who;
    page.value = id && id !== none ? id : page.value;
    choose();
    if (what && what !== none) operation.value = what;
    await weigh();
  }

  return {
    node: h("section", { class: "page wide", "aria-label": "Rights" },
      spaceTabs(context, spaces, key),
      h("h2", {}, "Why, and why not?"),
      h("form", { class: "line", onsubmit: (event) => { event.preventDefault(); follow(); }, onchange: follow },
        field("May", user), field("do", operation), field("on", page)),
      h("datalist", { id: "pages" }, pages.map((it) => option(it.id, it.title))),
      verdict,
      h("h2", {}, `Who may do what in ${key}`),
      table(matrix)),
    arrive,
  };
}

function table({ operations, rows }) {
  return h("div", { class: "matrix", tabindex: "0", role: "region", "aria-label": "Permissions" }, h("table", {},
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Account"), operations.map((it) => h("th", { scope: "col" }, it)))),
    h("tbody", {}, rows.map((row) => [
      h("tr", { class: row.barrier ? "barred" : "" },
        h("th", { scope: "row" }, row.user ?? "visitors"),
        operations.map((it) => h("td", {}, row.rights[it] ? row.rights[it].map(source) : h("span", { class: "dim" }, "·")))),
      row.barrier && h("tr", { class: "barrier" }, h("td", { class: "dim", colspan: operations.length + 1 }, row.barrier)),
    ]))));
}

const source = ({ short, words }) => chip(short, short === "own" ? "good" : "info", words);
