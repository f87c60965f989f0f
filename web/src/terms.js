// Completion from the terms that the data use: the site's own list, instead of services elsewhere.

const localName = (iri) => iri.slice(Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1).toLowerCase();

function fitting(terms, token) {
  const typed = token.autocompletionString ?? token.string;
  const word = typed.toLowerCase();
  return terms.filter((iri) => iri.startsWith(typed) || (!typed.includes("/") && localName(iri).startsWith(word)));
}

// Replaces the editor's own completers; `terms` is a function that gives a promise of the list.
export function completeFrom(Yasqe, terms) {
  Yasqe.defaults.autocompleters = ["variables"];
  const names = async () => Object.entries((await terms()).prefixes).map(([name, iri]) => `${name}: <${iri}>`);
  Yasqe.forkAutocompleter("prefixes", { name: "prefixes", persistenceId: null, get: names });
  Yasqe.forkAutocompleter("class", { name: "class", get: async (_editor, token) => fitting((await terms()).classes, token) });
  Yasqe.forkAutocompleter("property", { name: "property", get: async (_editor, token) => fitting((await terms()).properties, token) });
}
