// The keyboard: letters choose views and walk through rows, wherever the focus is, except in fields.

const fields = "input, select, textarea, [contenteditable]";

/** What `?` shows; views add theirs by their `key`. */
export const words = [
  ["?", "this help"],
  ["j k", "next and previous row"],
  ["Enter", "open the row"],
  ["Esc", "close what is open; leave a field"],
  ["/", "filter"],
  ["p", "pause or go on"],
  ["r", "load the view again"],
];

/** Listens for keys; what they do is given. */
export function listen(to) {
  let wantsView = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.target.matches(fields)) {
      if (event.key === "Escape") {
        event.target.blur();
        document.getElementById("main").focus({ preventScroll: true });
      }
      return;
    }
    const done = event.timeStamp < wantsView ? (wantsView = 0, to.view(event.key)) : press(event, to);
    if (event.key === "g" && !done) wantsView = event.timeStamp + 1500;
    if (done) event.preventDefault();
  });
}

function press(event, to) {
  switch (event.key) {
    case "j": return walk(1);
    case "k": return walk(-1);
    case "/": return focusFilter();
    case "?": return to.help(), true;
    case "p": return to.pause(), true;
    case "r": return to.reload(), true;
    case "Escape": return to.close();
    default: return false;
  }
}

function focusFilter() {
  const filter = document.querySelector("main [data-filter]");
  filter?.focus();
  filter?.select();
  return Boolean(filter);
}

function walk(by) {
  const rows = [...document.querySelectorAll("main [data-row]")].filter((row) => row.offsetParent);
  if (!rows.length) return false;
  const here = rows.indexOf(document.activeElement.closest("[data-row]") ?? document.querySelector("main [data-row][aria-current]"));
  const next = rows[here < 0 ? 0 : Math.min(Math.max(here + by, 0), rows.length - 1)];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  return true;
}
