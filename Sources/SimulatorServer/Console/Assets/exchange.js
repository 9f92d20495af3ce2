// One exchange: what decided it, stage by stage, both messages' headers, and the request as a curl command.

import { button, chip, h, size } from "./dom.js";

export const statusKind = (status) => (status < 300 ? "good" : status < 400 ? "info" : status < 500 ? "warn" : "bad");

export function exchange(entry, context) {
  return [
    h("h2", { tabindex: "-1", class: "wire" }, `${entry.method} ${entry.target}`),
    h("p", { class: "facts" },
      chip(String(entry.status), statusKind(entry.status)), h("span", {}, entry.account ?? "anonymous"),
      h("span", { class: "dim" }, `#${entry.number}`),
      h("span", { class: "dim wire" }, entry.moment), h("span", { class: "dim wire" }, entry.origin)),
    entry.nearMiss && h("p", { class: "callout", role: "note" }, entry.nearMiss),
    h("h3", {}, "Decision"),
    h("p", { class: "decision" }, entry.decision),
    trail(entry, context.stages),
    message("Request", entry.request),
    message("Answer", entry.response),
    command(entry, context),
  ];
}

function trail(entry, stages) {
  const reached = new Set(entry.steps.map((step) => step.stage));
  const steps = entry.steps.map((step, index) => {
    const decided = index === entry.steps.length - 1;
    const kind = decided ? `decided ${statusKind(entry.status)}` : "passed";
    return h("li", { class: kind },
      h("strong", {}, step.stage), h("span", {}, step.words),
      h("span", { class: "visually-hidden" }, decided ? " (decided here)" : " (went on)"));
  });
  const rest = stages.filter((stage) => stages.indexOf(stage) > stages.indexOf(entry.stage) && !reached.has(stage));
  return h("ol", { class: "trail", "aria-label": "Decision trail" }, steps,
    rest.map((stage) => h("li", { class: "unreached" }, h("strong", {}, stage), h("span", {}, "not reached"))));
}

function message(title, { headers, size: bytes }) {
  return h("details", { open: true },
    h("summary", {}, title, h("span", { class: "dim" }, ` ${headers.length} headers, ${size(bytes)} body`)),
    h("dl", { class: "headers wire" }, headers.map(({ name, value }) => [h("dt", {}, name), h("dd", {}, value)])));
}

function command(entry, context) {
  const text = curl(entry, context.info().host);
  return h("details", { open: true },
    h("summary", {}, "As a command"),
    h("pre", { class: "wire", tabindex: "0", role: "group", "aria-label": "curl command" }, text),
    button("Copy as curl", () => context.attempt(async () => {
      await navigator.clipboard.writeText(text);
      context.say("copied, without the secret");
    })));
}

const masked = /‹redacted[^›]*›|•••/g;
const skipped = /^(host|content-length|connection|accept-encoding)$/i;

/** The request for a shell; what was masked in the journal becomes a variable. */
export function curl(entry) {
  const parts = ["curl -i"];
  if (entry.method !== "GET") parts.push(`-X ${quoted(entry.method)}`);
  const host = new URL(entry.origin).hostname;
  if (!/^(localhost|127\..*|\[::1\])$/.test(host)) parts.push(`--proxy ${quoted(location.origin)}`);
  for (const { name, value } of entry.request.headers) {
    if (!skipped.test(name)) parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  }
  if (entry.request.size) parts.push("--data-binary @BODY");
  parts.push(quoted(entry.origin + entry.target));
  return parts.join(" \\\n  ");
}

/** Single quotes keep everything from the shell but themselves; a masked secret stands outside of them. */
function quoted(text) {
  const pieces = text.replace(/[\0-\x1f\x7f]/g, "").split(masked).map((piece) => (piece ? `'${piece.replaceAll("'", "'\\''")}'` : ""));
  return pieces.join('"$SECRET"') || "''";
}
