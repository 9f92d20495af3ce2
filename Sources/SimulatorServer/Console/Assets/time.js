// The site's clock, and states of the whole site to go back to.

import { button, chip, empty, field, fill, h, moment, sureButton } from "./dom.js";

export const time = { name: "time", title: "Time", key: "t", open };

async function open(context) {
  const { snapshots } = await context.ask("/snapshots");
  const clock = h("p", { class: "clock wire" });

  const turn = (body, words) => context.change(words, "/clock", "POST", body);

  function tick(info) {
    fill(clock, moment(info.clock.now), h("span", { class: "dim" }, " UTC "), info.clock.frozen && chip("frozen", "info"));
    freeze.textContent = info.clock.frozen ? "Let it run" : "Freeze";
  }

  const steps = [["1 h", "1 hour"], ["1 d", "1 day"], ["90 d", "90 days"]].map(([short, words]) =>
    button(`+ ${short}`, () => turn({ advance: short }, `the clock went on by ${words}`), { "aria-label": `Forward by ${words}`, "data-key": `advance ${short}` }));
  const freeze = button("Freeze", () => (context.info().clock.frozen
    ? turn({ unfreeze: true }, "the clock runs") : turn({ freeze: true }, "the clock stands")), { "data-key": "freeze" });
  const own = h("input", { placeholder: "36 h", required: true, size: "8", autocomplete: "off" });
  const at = h("input", { placeholder: "2030-01-01T00:00:00Z", required: true, size: "22", autocomplete: "off" });
  const name = h("input", { placeholder: "before", required: true, size: "16", autocomplete: "off", "data-filter": true });
  const form = (label, input, words, action) => h("form", { class: "line", onsubmit: (event) => {
    event.preventDefault();
    action(input.value.trim());
  } }, field(label, input), h("button", {}, words));

  const keep = (value) => context.change(`kept as “${value}”`, "/snapshots", "POST", { name: value });
  const restore = (it) => context.change(`the site is what it was at “${it}”`, `/snapshots/${encodeURIComponent(it)}/restore`, "POST");
  const reset = () => context.change("the site is what it was at its start", "/reset", "POST");

  tick(context.info());
  return {
    node: h("section", { class: "page columns", "aria-label": "Time and state" },
      h("section", { "aria-labelledby": "clock-title" }, h("h2", { id: "clock-title" }, "Clock"), clock,
        h("p", { class: "line" }, steps, freeze),
        form("Forward by", own, "Turn", (value) => turn({ advance: value }, `the clock went on by ${value}`)),
        form("Freeze at", at, "Freeze", (value) => turn({ freeze: value }, `the clock stands at ${value}`))),
      h("section", { "aria-labelledby": "states-title" }, h("h2", { id: "states-title" }, "States"),
        h("p", { class: "dim" }, "Content, logins, settings, faults and clock, kept in memory until the simulator ends."),
        form("Keep this one as", name, "Keep", keep),
        snapshots.length ? h("ul", { class: "rows states" }, snapshots.map((it) => h("li", {}, h("span", { class: "wire" }, it),
          sureButton("Restore", "Really restore?", () => restore(it), { "aria-label": `Restore ${it}`, "data-row": true, "data-key": `restore ${it}` }))))
          : empty("None is kept."),
        h("p", { class: "line" }, sureButton("Reset the site", "Really reset?", reset, { class: "danger" }),
          h("span", { class: "dim" }, "as at its start, with an empty journal")))),
    tick,
  };
}
