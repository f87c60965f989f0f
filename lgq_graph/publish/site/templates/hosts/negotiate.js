// Netlify: an edge function that sends the reader of an IRI to the page and a machine to the data. For {{ base }}
// It is deployed when `netlify deploy --dir .` runs in the folder of the site; a folder dropped into the browser has no functions.
// It cannot see which files there are: an IRI of nothing leads to a page that is missing. Written by lgq-graph publish.

const DOCUMENTS = [
{% for document in documents %}
  { ending: "{{ document.ending }}", ranges: {{ document.ranges|list|tojson }} },
{% endfor %}
];
const QUALITY = /^\s*q=(1(?:\.0{0,3})?|0(?:\.\d{0,3})?)\s*$/i;

// The ranges of an Accept header with their qualities; the first of two that are the same counts.
function accepted(header) {
  const found = new Map();
  for (const part of (header.trim() || "*/*").split(",")) {
    const [range, ...parameters] = part.split(";");
    const name = range.trim().toLowerCase();
    const grades = parameters.map((parameter) => QUALITY.exec(parameter)).filter(Boolean);
    if (name && !found.has(name)) found.set(name, grades.length ? Number(grades[0][1]) : 1);
  }
  return found;
}

// How a document's address ends, or null when none is welcome: the closest range counts; of equals, the first document.
function chosen(header) {
  const found = accepted(header);
  let best = { ending: null, quality: 0 };
  for (const { ending, ranges } of DOCUMENTS) {
    const quality = found.get(ranges.find((range) => found.has(range))) ?? 0;
    if (quality > best.quality) best = { ending, quality };
  }
  return best.ending;
}

export default (request) => {
  const { pathname } = new URL(request.url);
  if (!/^{{ prefix|literal|replace("/", "\\/") }}(?:{{ things|join("|") }})(?:\/[A-Za-z0-9._~@,=+-]+)*$/.test(pathname)) return undefined;
  if (/\.(?:ttl|jsonld|nt|html)$/.test(pathname)) return undefined;
  const headers = { "Access-Control-Allow-Origin": "*", Vary: "Accept" };
  const ending = chosen(request.headers.get("accept") ?? "");
  if (ending === null) return new Response("Not acceptable.\n", { status: 406, headers });
  return new Response(null, { status: 303, headers: { ...headers, Location: pathname + ending } });
};

export const config = {
  path: [{% for root in things %}"{{ prefix }}{{ root }}", "{{ prefix }}{{ root }}/*"{{ ", " if not loop.last }}{% endfor %}],
  method: ["GET", "HEAD"],
};
