// Rows in the order of a column: numbers by value, words by the rules of language, empty cells last.

const words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const NUMBER = /^[-+−]?\d[\d,  ]*(\.\d+)?\s*%?$/;

const valueOf = (cell) => (cell?.dataset.value ?? cell?.textContent ?? "").trim();
const numberOf = (text) => Number(text.replace("−", "-").replace(/[,  %\s]/g, ""));

function comparison(values) {
  const filled = values.filter(Boolean);
  return filled.length && filled.every((value) => NUMBER.test(value)) ? (a, b) => numberOf(a) - numberOf(b) : words.compare;
}

function order(rows, column, down) {
  const keyed = rows.map((row) => ({ row, value: valueOf(row.cells[column]) }));
  const compare = comparison(keyed.map(({ value }) => value));
  keyed.sort((a, b) => (!a.value || !b.value ? !a.value - !b.value : down ? compare(b.value, a.value) : compare(a.value, b.value)));
  return keyed.map(({ row }) => row);
}

function sortBy(table, heads, head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of heads) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  for (const body of table.tBodies) body.append(...order([...body.rows], head.cellIndex, down));
}

function buttonIn(head) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sorter";
  if (head.querySelector("a, button, input, select")) {
    button.setAttribute("aria-label", `Sort by ${head.textContent.trim()}`);
    head.append(" ", button);
  } else {
    button.append(...head.childNodes);
    head.append(button);
  }
  return button;
}

// Puts a button into each head of the table's columns. A table with merged cells in its head stays as it is.
export function makeSortable(table) {
  const heads = [...(table.tHead?.rows[table.tHead.rows.length - 1]?.cells ?? [])];
  if (heads.some((head) => head.colSpan > 1)) return;
  for (const head of heads)
    if (head.textContent.trim() && !head.classList.contains("unsorted"))
      buttonIn(head).addEventListener("click", () => sortBy(table, heads, head));
}
