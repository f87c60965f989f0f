// The search of the site: MiniSearch over the lists that the site was built with, as one types.
import MiniSearch from "minisearch";

const SHOWN = 50;
const SPLIT = /[\s\p{P}\p{S}]+/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const plain = (word) => word.toLowerCase().normalize("NFKD").replace(/\p{Mn}/gu, "");

// Scripts that put no space between words: each pair of letters is a word.
function pairs(word) {
  const letters = [...word];
  return letters.length < 3 || !UNSPACED.test(word) ? [word] : letters.slice(1).map((letter, index) => letters[index] + letter);
}

const tokenize = (text) => text.split(SPLIT).filter(Boolean).flatMap(pairs);

const index = new MiniSearch({
  fields: ["label", "names", "kind", "city"],
  storeFields: ["path", "label", "kind", "city"],
  tokenize,
  processTerm: plain,
  extractField: (entry, field) => (field === "names" ? entry.names.join(" ") : entry[field]),
  searchOptions: {
    boost: { label: 4, names: 2 },
    combineWith: "AND",
    prefix: true,
    fuzzy: (word) => (word.length > 3 ? 0.25 : false),
  },
});

const page = document.getElementById("search");
const field = document.getElementById("search-field");
const list = document.getElementById("search-results");
const status = document.getElementById("search-status");
const { up } = document.body.dataset;
let loaded = false;

function entryOf([path, label, kind, city, names], id) {
  return { id, path, label, kind, city, names };
}

async function load() {
  const json = async (name) => {
    const response = await fetch(name);
    if (!response.ok) throw new Error(`${name} cannot be read (${response.status})`);
    return response.json();
  };
  const { files } = await json(page.dataset.index);
  let count = 0;
  for (const file of files) {
    const entries = (await json(file)).map((entry) => entryOf(entry, count++));
    await index.addAllAsync(entries, { chunkSize: 2000 });
    show(); // what is found so far
  }
  loaded = true;
  show();
}

// `id/city/x` is a folder; `ontology#Portal` an anchor in one.
function address(path) {
  const [folder, anchor] = path.split("#");
  return `${up}${folder}/${anchor ? `#${anchor}` : ""}`;
}

function item({ path, label, kind, city }) {
  const link = Object.assign(document.createElement("a"), { href: address(path), textContent: label, dir: "auto" });
  const about = Object.assign(document.createElement("span"), { className: "quiet", textContent: [kind, city].filter(Boolean).join(", ") });
  const made = document.createElement("li");
  made.append(link, " ", about);
  return made;
}

function words(query, count) {
  if (!query) return "";
  if (!loaded && !count) return "Loading the list of pages …";
  if (!count) return `Nothing is called “${query}”.`;
  return count > SHOWN ? `${count.toLocaleString("en")} pages; the first ${SHOWN} are shown.` : `${count} ${count === 1 ? "page" : "pages"}.`;
}

function show() {
  const query = field.value.trim();
  const found = query ? index.search(query) : [];
  list.replaceChildren(...found.slice(0, SHOWN).map(item));
  status.textContent = words(query, found.length);
}

function keepInAddress() {
  const query = field.value.trim();
  history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
}

// Down and up go from the field through the results and back.
function move(event) {
  if (!["ArrowDown", "ArrowUp"].includes(event.key)) return;
  const stops = [field, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

page.hidden = false;
field.value = new URLSearchParams(location.search).get("q") ?? "";
field.addEventListener("input", () => {
  show();
  keepInAddress();
});
page.addEventListener("keydown", move);
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.focus();
});
show();
field.focus();
load().catch((error) => (status.textContent = error.message));
