// Binds the parameters of a query of the catalogue and hands it to the SPARQL page. It makes the terms that
// lgq_graph.query.parameters makes: a value becomes one RDF term between the braces of its VALUES block, and never text.

const INTEGER = "http://www.w3.org/2001/XMLSchema#integer";
const BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean";

const quoted = (text) =>
  `"${text.replace(/[\\"\n\r\t]/g, (c) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" })[c])}"`;

const words = (text) => (/^[^\u0000-\u001f\u007f\\]{1,200}$/u.test(text) ? quoted(text) : null);

/** What a value becomes, by the kind of its term; null when it is no such value. */
export const TERMS = {
  integer: (text) => (/^[0-9]{1,9}$/.test(text) ? `"${Number(text)}"^^<${INTEGER}>` : null),
  boolean: (text) => (/^(true|false)$/.test(text) ? `"${text}"^^<${BOOLEAN}>` : null),
  capitals: (text) => (/^[A-Za-z]{2,3}$/.test(text) ? quoted(text.toUpperCase()) : null),
  iri: (text) => (/^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]*$/.test(text) ? `<${text}>` : null),
  string: words,
};

/** The SPARQL with the terms of some parameters in their blocks; the others keep what stands there. */
export function bound(sparql, terms) {
  return sparql.replace(/VALUES \?_([a-z_]+) \{ ([^{}\n]*) \}/g, (whole, name) =>
    Object.hasOwn(terms, name) ? `VALUES ?_${name} { ${terms[name]} }` : whole,
  );
}

/** The terms of the fields of a form that hold something; the name of the first whose value is wrong is in `wrong`. */
export function termsOf(fields) {
  const terms = {};
  for (const { name, value, kind } of fields) {
    const text = value.trim();
    if (text === "") continue;
    const term = TERMS[kind](text);
    if (term === null) return { terms, wrong: name };
    terms[name] = term;
  }
  return { terms, wrong: "" };
}

function open(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const fields = [...form.querySelectorAll("[data-term]")].map((field) => ({
    name: field.name,
    value: field.value,
    kind: field.dataset.term,
  }));
  const { terms, wrong } = termsOf(fields);
  form.querySelector("[role=alert]").textContent = wrong ? `This is no value of ${wrong}.` : "";
  if (wrong) return form.querySelector(`[name="${wrong}"]`).focus();
  const sparql = bound(document.getElementById("text").textContent, terms);
  location.assign(`${form.getAttribute("action")}#query=${encodeURIComponent(sparql)}`);
}

if (typeof document !== "undefined") document.querySelector("form.bind")?.addEventListener("submit", open);
