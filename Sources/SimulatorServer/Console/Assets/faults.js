// Faults that can be put on: what a client meets, what it mimics and where that is known from.

import { button, chip, fill, filterBox, h } from "./dom.js";

export const faults = { name: "faults", title: "Faults", key: "f", open };

async function open(context) {
  let list = (await context.ask("/faults")).faults;
  let seen = context.info().exchanges;
  const input = filterBox(context, "name, words, on or off", draw);
  const rows = h("ul", { class: "rows faults" });
  const note = h("p", { class: "dim count" });
  const none = button("Take all away", () => change("", "DELETE", "all faults are off"));

  async function change(path, method, words) {
    await context.attempt(async () => {
      list = (await context.ask(`/faults${path}`, method)).faults;
      context.say(words);
      draw();
    });
  }

  function draw() {
    const wanted = input.value.trim().toLowerCase();
    const fitting = list.filter((fault) => (/^(on|off)$/.test(wanted)
      ? fault.on === (wanted === "on") : `${fault.name} ${fault.summary} ${fault.mimics}`.toLowerCase().includes(wanted)));
    fill(rows, fitting.map(line));
    const on = list.filter((fault) => fault.on).length;
    note.textContent = `${on} on, ${list.length} known`;
    none.disabled = on === 0;
  }

  function line(fault) {
    const path = `/${encodeURIComponent(fault.name)}`;
    const toggle = h("button", {
      type: "button", role: "switch", class: "switch", "aria-checked": String(fault.on), "aria-label": fault.name,
      "data-row": true, "data-key": fault.name,
      onclick: () => (fault.on ? change(path, "DELETE", `${fault.name} is off`) : change(path, "PUT", `${fault.name} is on`)),
    });
    return h("li", { class: fault.on ? "on" : "" }, toggle,
      h("div", {},
        h("p", {}, h("strong", { class: "wire" }, fault.name), fault.on && chip(`met ${fault.met} ${fault.met === 1 ? "request" : "requests"}`, fault.met ? "bad" : "")),
        h("p", {}, fault.summary ?? "A rule of the site's own; once taken away, the act fault puts it on again."),
        fault.readyMade && h("p", { class: "dim" }, `Mimics: ${fault.mimics}. ${fault.source} (${fault.confidence})`)));
  }

  async function tick(info) {
    if (info.exchanges === seen && info.faults.length === list.filter((it) => it.on).length) return;
    seen = info.exchanges;
    list = (await context.ask("/faults")).faults;
    draw();
  }

  draw();
  return {
    node: h("section", { class: "page", "aria-label": "Faults" }, h("div", { class: "bar" }, input, none, note), rows),
    tick,
  };
}
