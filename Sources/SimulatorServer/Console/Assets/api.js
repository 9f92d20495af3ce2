// Asks the admin API, which documents itself: docs/admin-api.md.

export const root = "/__sim";

/** Nobody answers. */
export class Gone extends Error {}

/** What the API answers; what it refuses is thrown in its own words. */
export async function ask(path, method = "GET", body) {
  const answer = await fetch(root + path, {
    method,
    headers: { Accept: "application/json" },
    body: JSON.stringify(body),
  }).catch(() => { throw new Gone("the simulator does not answer"); });
  const json = await answer.json();
  if (answer.ok) return json;
  throw new Error(json.nearest ? `${json.error}; did you mean ${json.nearest}?` : json.error);
}

export const sitePath = (site, rest = "") => `/sites/${encodeURIComponent(site)}${rest}`;

/** The words of the filter box as the journal's query: `status:404 account:mira /rest/api`. */
export function filterQuery(text) {
  const query = new URLSearchParams();
  const paths = [];
  for (const word of text.trim().split(/\s+/)) {
    const named = /^(method|path|status|account|stage|since|before):(.*)$/i.exec(word);
    if (named?.[2]) query.set(named[1].toLowerCase(), named[2]);
    else if (!named && word) paths.push(word);
  }
  if (paths.length) query.set("path", paths.join(" "));
  return query;
}
