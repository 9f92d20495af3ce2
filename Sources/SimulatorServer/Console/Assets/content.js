// Spaces and their page trees, with what restricts each page, and one page beside the tree.

import { button, chip, empty, fill, filterBox, focusRow, h, markRow, moment, sidePanel, size, spaceTabs, subject } from "./dom.js";

const drawnAtOnce = 500;

export const content = { name: "content", title: "Content", key: "c", open };

async function open(context) {
  let here = context;
  const { spaces } = await context.ask("/spaces");
  const key = spaces.find((space) => space.key === context.rest[0])?.key ?? spaces[0]?.key;
  if (!key) return { node: empty(`${context.site} has no spaces.`) };
  const space = spaces.find((it) => it.key === key);
  const { pages, more } = await context.ask(`/pages?space=${encodeURIComponent(key)}&limit=5000`);
  const lines = tree(pages);
  let drawn = drawnAtOnce;

  const input = filterBox(context, "title, id, restricted or trashed", () => { drawn = drawnAtOnce; draw(); });
  const list = h("ul", { class: "rows tree", "aria-label": `Pages of ${key}` });
  const note = h("p", { class: "dim count" });
  const further = button("more…", () => { drawn += drawnAtOnce; draw(); }, { class: "older" });
  const panel = sidePanel("The chosen page", close);

  function draw() {
    const wanted = input.value.trim().toLowerCase();
    const fitting = wanted ? lines.filter(({ page }) => words(page).includes(wanted)) : lines;
    fill(list, fitting.slice(0, drawn).map(({ page, depth }) => line(page, wanted ? 0 : depth, here)));
    further.hidden = fitting.length <= drawn;
    note.textContent = `${fitting.length} of ${pages.length}${more ? "+" : ""} pages`;
    markRow(list, here.rest[1]);
  }

  async function arrive(next) {
    here = next;
    if (next.rest[0] && next.rest[0] !== key) return next.reload();
    const id = next.rest[1];
    markRow(list, id);
    if (!id) return panel.hide();
    await next.attempt(async () => {
      const details = await next.ask(`/pages/${encodeURIComponent(id)}`);
      if (here !== next) return;
      panel.show(pageDetails(details, next));
    });
  }

  function close() {
    if (panel.node.hidden) return false;
    focusRow(list, here.rest[1]);
    location.hash = here.url(key);
    return true;
  }

  draw();
  return {
    node: h("div", { class: "split" },
      h("section", { class: "list", "aria-label": "Spaces and pages" },
        h("div", { class: "bar" },
          spaceTabs(context, spaces, key), input, note),
        h("p", { class: "facts" }, h("strong", {}, space.name), chip(space.type), space.archived && chip("archived", "warn"),
          h("a", { href: context.to("rights", key) }, "who may do what")),
        list, further),
      panel.node),
    arrive,
    close,
  };
}

const isRestricted = (page) => page.viewers.length > 0 || page.editors.length > 0;

const words = (page) => `${page.title} ${page.id} ${page.status} ${isRestricted(page) ? "restricted" : ""}`.toLowerCase();

/** The pages in the order of their tree, each with its depth; one whose parent is not there is a root. */
function tree(pages) {
  const ids = new Set(pages.map((page) => page.id));
  const below = Map.groupBy(pages, (page) => (ids.has(page.parent) ? page.parent : null));
  const lines = [];
  const rest = (below.get(null) ?? []).map((page) => ({ page, depth: 0 })).reverse();
  while (rest.length) {
    const line = rest.pop();
    lines.push(line);
    for (const page of (below.get(line.page.id) ?? []).toReversed()) rest.push({ page, depth: line.depth + 1 });
  }
  return lines;
}

function line(page, depth, context) {
  const link = h("a", { href: context.url(page.space, page.id), "data-row": true, "data-key": page.id },
  h("span", { class: "title" }, page.title),
  page.viewers.length > 0 && chip("view restricted", "warn", page.viewers.map(subject).join(", ")),
  page.editors.length > 0 && chip("edit restricted", "info", page.editors.map(subject).join(", ")),
  page.status !== "current" && chip(page.status, "bad"),
  h("span", { class: "wire dim" }, `v${page.version}`), h("span", { class: "wire dim" }, String(page.id)));
  link.style.setProperty("--depth", depth);
  return h("li", {}, link);
}

function pageDetails({ page, ancestors, labels, versions, attachments, body }, context) {
  const above = ancestors.filter((it) => it.viewers.length > 0);
  const people = (list) => (list.length ? list.map((it) => chip(subject(it))) : h("span", { class: "dim" }, "everybody whom the space lets"));
  return [
    h("h2", { tabindex: "-1" }, page.title),
    h("p", { class: "facts" }, chip(page.status, page.status === "current" ? "good" : "bad"), h("span", { class: "wire dim" }, `${page.id}`),
      labels.map((it) => chip(it, "info")), h("a", { href: context.to("rights", page.space, "-", page.id, "read") }, "why not?")),
    ancestors.length > 0 && h("p", { class: "dim" }, ancestors.map((it) => it.title).join(" › ")),
    h("dl", { class: "facts-list" },
      h("dt", {}, "May view"), h("dd", {}, people(page.viewers)),
      above.map((it) => [h("dt", {}, "and, above it"), h("dd", {}, people(it.viewers), h("span", { class: "dim" }, ` by “${it.title}”`))]),
      h("dt", {}, "May edit"), h("dd", {}, people(page.editors))),
    h("h3", {}, "Versions"),
    h("table", {}, h("tbody", {}, versions.map((version) => h("tr", {},
      h("td", { class: "wire" }, `v${version.number}`), h("td", { class: "wire dim" }, moment(version.moment)),
      h("td", {}, version.by), h("td", { class: "dim" }, version.message))))),
    attachments.length > 0 && [h("h3", {}, "Attachments"), h("ul", {}, attachments.map((file) =>
      h("li", {}, h("span", { class: "wire" }, file.name), h("span", { class: "dim" }, ` ${file.mediaType}, ${size(file.size)}`))))],
    h("details", {}, h("summary", {}, "Body"), h("pre", { class: "wire", tabindex: "0", role: "group", "aria-label": "Body in storage format" }, body)),
    page.status === "current" && button("Trash", () => context.change(`“${page.title}” is in the trash`, "/acts", "POST", { trash: page.id }), { class: "danger" }),
  ];
}
