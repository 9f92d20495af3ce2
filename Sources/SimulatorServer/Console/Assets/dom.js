// Builds elements. Text is only ever set as text, so that nothing a client sent can become markup.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...given(children));
  return element;
}

const given = (children) => children.flat(3).filter((child) => child !== null && child !== undefined && child !== false);

/** Puts other children into an element; what had the focus gets it back, found again by its data-key. */
export function fill(parent, ...children) {
  const key = parent.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  parent.replaceChildren(...given(children));
  if (key) focusRow(parent, key);
  return parent;
}

/** A coloured word. */
export const chip = (words, kind = "", title) => h("span", { class: `chip ${kind}`, title }, words);

export const button = (words, onclick, more = {}) => h("button", { type: "button", onclick, ...more }, words);

/** A button that wants to be pressed twice, for what can't be taken back. */
export function sureButton(words, sure, action, more = {}) {
  let armed;
  const element = button(words, () => {
    if (armed) {
      disarm();
      action();
    } else {
      element.textContent = sure;
      element.classList.add("armed");
      armed = setTimeout(disarm, 4000);
    }
  }, more);
  function disarm() {
    clearTimeout(armed);
    armed = undefined;
    element.textContent = words;
    element.classList.remove("armed");
  }
  return element;
}

export const field = (label, input) => h("label", { class: "field" }, h("span", {}, label), input);

/** The box that `/` goes to; what is typed stays in the address, and the view is drawn by it. */
export function filterBox(context, placeholder, draw) {
  return h("input", {
    type: "search", "data-filter": true, "aria-label": `Filter: ${placeholder}`, placeholder, value: context.filter,
    spellcheck: "false", autocomplete: "off", oninput(event) {
      context.filtered(event.target.value.trim());
      draw();
    },
  });
}

/** What is open beside a list; Escape and its button close it, and the focus goes back to the row. */
export function sidePanel(label, close) {
  const node = h("aside", { class: "panel", "aria-label": label, hidden: true });
  return {
    node,
    hide: () => { node.hidden = true; },
    show(children, takesFocus = true) {
      fill(node, children, button("Close", close, { class: "close quiet" }));
      node.hidden = false;
      node.scrollTop = 0;
      if (takesFocus) node.querySelector("h2")?.focus({ preventScroll: true });
    },
  };
}

/** Marks the row that is open; one row is reached by Tab, the others by j and k. */
export function markRow(rows, key) {
  const links = [...rows.querySelectorAll("[data-row]")];
  const chosen = links.find((link) => link.dataset.key === key);
  for (const link of links) {
    link.tabIndex = link === (chosen ?? links[0]) ? 0 : -1;
    link.ariaCurrent = link === chosen ? "true" : null;
  }
}

/** Gives the focus back to a row. */
export const focusRow = (rows, key) => rows.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });

export const option = (value, words = value, selected = false) => h("option", { value, selected }, words);

/** The spaces of a site, to choose from. */
export const spaceTabs = (context, spaces, key) => h("nav", { class: "tabs", "aria-label": "Spaces" }, spaces.map((it) =>
  h("a", { href: context.to(context.view.name, it.key), "aria-current": it.key === key && "true", title: it.name }, it.key)));

/** Something to look at when there is nothing. */
export const empty = (...words) => h("p", { class: "empty" }, ...words);

/** A moment as the site's clock tells it: `2026-03-04 10:20:30`. */
export const moment = (text) => (text ? text.slice(0, 19).replace("T", " ") : "");

/** A subject of a permission or restriction: `anonymous`, `{user}` or `{group}`. */
export const subject = (it) => (it === "anonymous" ? "anonymous" : it.user ?? `${it.group} (group)`);

export function size(bytes) {
  return bytes < 1024 ? `${bytes} B` : bytes < 1 << 20 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / (1 << 20)).toFixed(1)} MiB`;
}
