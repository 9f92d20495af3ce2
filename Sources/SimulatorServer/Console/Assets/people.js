// Accounts with their groups, licence and tokens; tokens are shown by name and state, never by value.

import { button, chip, empty, fill, filterBox, h, moment } from "./dom.js";

export const people = { name: "people", title: "People", key: "p", open };

async function open(context) {
  const [{ users }, { tokens }] = await Promise.all([context.ask("/users"), context.ask("/tokens")]);
  const tokensOf = Map.groupBy(tokens, (token) => token.user);
  const groups = [...new Set(users.flatMap((user) => user.groups))].sort();

  const input = filterBox(context, "name, e-mail, group or token", draw);
  const list = h("ul", { class: "rows people" });
  const note = h("p", { class: "dim count" });

  function draw() {
    const wanted = input.value.trim().toLowerCase();
    const fitting = users.filter((user) =>
      [user.name, user.displayName, user.email, ...user.groups, ...(tokensOf.get(user.name) ?? []).map((it) => it.name)]
        .some((text) => text.toLowerCase().includes(wanted)));
    fill(list, fitting.map((user) => account(user, tokensOf.get(user.name) ?? [], context)));
    note.textContent = `${fitting.length} of ${users.length} accounts`;
  }

  let ended = "";
  function tick(info) {
    const now = tokens.filter((token) => hasEnded(token, info)).map((token) => token.name).join();
    if (now !== ended) draw();
    ended = now;
  }

  draw();
  return {
    tick,
    node: h("section", { class: "page", "aria-label": "People" },
      h("div", { class: "bar" }, input, note),
      users.length ? list : empty(`${context.site} has no accounts.`),
      groups.length > 0 && h("section", { "aria-label": "Groups" }, h("h2", {}, "Groups"),
        h("dl", { class: "facts-list" }, groups.map((group) => [
          h("dt", {}, group), h("dd", {}, users.filter((user) => user.groups.includes(group)).map((user) => chip(user.name))),
        ])))),
  };
}

function account(user, tokens, context) {
  const flag = (name, isOn, words) => button(words, () =>
    context.change(`${words}: ${user.name}`, "/acts", "POST", { [`set-${name}`]: { user: user.name, [name]: !isOn } }), {
    "data-key": `${name} ${user.name}`, "aria-label": `${words}: ${user.name}`,
  });
  return h("li", { tabindex: "-1", "data-row": true, "data-key": `user ${user.name}` },
    h("div", { class: "account" },
      h("strong", {}, user.name), h("span", {}, user.displayName), h("span", { class: "dim wire" }, user.email),
      user.kind !== "person" && chip(user.kind, "info"),
      user.siteAdmin && chip("site admin", "info"),
      !user.active && chip("deactivated", "bad"),
      !user.licensed && chip("no licence", "warn"),
      user.groups.map((group) => chip(group)),
      h("span", { class: "actions" },
        flag("licensed", user.licensed, user.licensed ? "Take licence" : "Give licence"),
        flag("active", user.active, user.active ? "Deactivate" : "Activate"))),
    tokens.map((token) => tokenLine(token, context)));
}

const hasEnded = (token, info) => token.state === "revoked" || (token.state === "expires" && token.moment <= info.clock.now);

function tokenLine(token, context) {
  const ended = hasEnded(token, context.info());
  const words = token.state === "expires" ? `${ended ? "expired" : "until"} ${moment(token.moment)}` : token.state;
  const act = (name, done, title) => button(title, () => context.change(`${token.name} ${done}`, "/acts", "POST", { [name]: token.name }), {
    "data-key": `${name} ${token.name}`, "aria-label": `${title} ${token.name}`,
  });
  return h("div", { class: "token" },
    h("span", { class: "wire" }, token.name), h("span", { class: "dim" }, token.kind), chip(words, ended ? "bad" : "good"),
    token.scopes.map((scope) => chip(scope)),
    h("span", { class: "actions" }, !ended && [act("revoke-token", "is revoked", "Revoke"), act("expire-token", "has expired", "Expire")]));
}
