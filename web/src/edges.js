// Links between things in rows of answers.

const isThing = (value) => value?.type === "uri" || value?.type === "bnode";

const isShort = (value) => value?.value && value.value.length <= LONGEST;
const LONGEST = 40;

// A value that is no thing is a node of its own, told apart by its quotes.
const nodeOf = (term) => (isThing(term) ? term.value : `"${term.value}"`);

function edge(from, to, label) {
  return { from: from.value, to: nodeOf(to), label };
}

// Of the answer of CONSTRUCT and DESCRIBE each statement between two things; of that of SELECT, from the first thing of
// a row to each other, by the name of the column. A row with one thing alone links it to its short values.
export function edgesOf(bindings, variables) {
  const statements = ["subject", "predicate", "object"].every((name) => variables.includes(name));
  const found = statements ? bindings.flatMap(ofStatement) : bindings.flatMap((binding) => ofRow(binding, variables));
  const seen = new Map(found.map((one) => [`${one.from}\n${one.label}\n${one.to}`, one]));
  return [...seen.values()];
}

function ofStatement({ subject, predicate, object }) {
  return isThing(subject) && isThing(object) ? [edge(subject, object, predicate.value)] : [];
}

function ofRow(binding, variables) {
  const [first, ...things] = variables.filter((name) => isThing(binding[name]));
  if (!first) return [];
  const others = things.length ? things : variables.filter((name) => name !== first && isShort(binding[name]));
  return others.map((name) => edge(binding[first], binding[name], name));
}
