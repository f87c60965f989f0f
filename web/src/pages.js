// Where on this site a thing of the data has its page: at the path of its IRI, the goals of the UN under sdg/.
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._~@,=+-]{0,119}$/;
const GOAL = "http://metadata.un.org/sdg/";

// The folder of the page, or undefined when the site has none, or has it under another name (see paths.py): then the IRI itself is the link.
export function pageOf(iri, base, up) {
  const [whole, fragment] = iri.split(/#(.*)/s);
  const path = whole.startsWith(base) ? whole.slice(base.length) : /^\d[\d.a-z]*$/.test(whole.slice(GOAL.length)) && whole.startsWith(GOAL) ? `sdg/${whole.slice(GOAL.length)}` : "";
  const parts = path.split("/");
  if (!path || !parts.every((part) => PLAIN.test(part) && !part.endsWith("."))) return undefined;
  return `${up}${path}/${fragment ? `#${fragment}` : ""}`;
}

// Only the web may be linked: anything else in the data stays text.
export function linkOf(iri, base, up) {
  return pageOf(iri, base, up) ?? (/^https?:\/\//i.test(iri) ? iri : undefined);
}

// prefix:local when a prefix fits, the path for things of this site, else the IRI as it is.
export function shortened(iri, prefixes, base) {
  let best = "";
  for (const [name, start] of Object.entries(prefixes))
    if (iri.startsWith(start) && start.length > (prefixes[best]?.length ?? 0)) best = name;
  if (!best && iri.startsWith(base) && iri !== base) return iri.slice(base.length);
  return best ? `${best}:${iri.slice(prefixes[best].length)}` : iri;
}
