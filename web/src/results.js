// What the answers are shown as: a table, a picture of their links, and the answer as it came.
import Yasgui from "@zazuko/yasgui";
import { linkOf, shortened } from "./pages.js";
import { edgesOf } from "./edges.js";
import { makeSortable } from "./sort.js";

const { Yasr } = Yasgui;
const AT_ONCE = 200;
const LONGEST = 500_000;

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const icon = (path) => {
  const span = document.createElement("span");
  span.innerHTML = `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d="${path}" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>`;
  return span;
};

// A table of the site's own kind, in place of the editor's: that one writes a style into the page, which the policy forbids.
function tablePlugin({ base, up, prefixes }) {
  function term({ type, value, datatype, "xml:lang": language }) {
    if (type === "uri") {
      const href = linkOf(value, base, up);
      const label = shortened(value, prefixes(), base);
      return href ? element("a", { href, title: value }, label) : element("span", {}, value);
    }
    const kind = language ? `@${language}` : !datatype || PLAIN.test(datatype) ? "" : `^^${shortened(datatype, prefixes(), base)}`;
    const text = element("span", { lang: language ?? "", dir: "auto" }, value);
    return kind ? element("span", {}, text, " ", element("small", { className: "quiet" }, kind)) : text;
  }

  const PLAIN = /#(string|boolean|integer|decimal|double)$/;
  const NUMBERS = /#(integer|decimal|double|float|int|long)$/;

  function row(binding, variables, number) {
    const cells = variables.map((variable) => {
      const value = binding[variable];
      const cell = element("td", {}, ...(value ? [term(value)] : []));
      if (value) cell.dataset.value = value.value;
      if (NUMBERS.test(value?.datatype ?? "")) cell.className = "number";
      return cell;
    });
    return element("tr", {}, element("td", { className: "number quiet" }, String(number)), ...cells);
  }

  return class {
    label = "Table";
    priority = 10;

    constructor(yasr) {
      this.yasr = yasr;
    }

    canHandleResults() {
      return this.yasr.results?.getVariables()?.length > 0;
    }

    getIcon() {
      return icon("M1.5 3h13v10h-13zM1.5 6.5h13M6 3v10");
    }

    draw() {
      const variables = this.yasr.results.getVariables();
      const bindings = this.yasr.results.getBindings() ?? [];
      const heads = variables.map((variable) => element("th", { scope: "col" }, variable));
      const body = element("tbody");
      const table = element("table", { className: "answers" }, element("thead", {}, element("tr", {}, element("th", { scope: "col", className: "unsorted" }, element("span", { className: "quiet-label" }, "Row")), ...heads)), body);
      const more = element("button", { type: "button", className: "more" });
      const add = (count) => {
        const from = body.rows.length;
        body.append(...bindings.slice(from, from + count).map((binding, index) => row(binding, variables, from + index + 1)));
        const left = bindings.length - body.rows.length;
        more.hidden = left <= 0;
        more.textContent = `Show the other ${left.toLocaleString("en")} rows`;
      };
      add(AT_ONCE);
      more.addEventListener("click", () => add(Infinity));
      makeSortable(table);
      const scroll = element("div", { className: "scroll", tabIndex: 0 }, table);
      scroll.setAttribute("role", "region");
      scroll.setAttribute("aria-label", "Answers");
      this.yasr.resultsEl.append(scroll, more);
    }

    download(name) {
      return { getData: () => this.yasr.results?.asCsv() ?? "", contentType: "text/csv", title: "Download as CSV", filename: `${name ?? "answers"}.csv` };
    }
  };
}

// A picture of the links between things; its library is loaded when it is first drawn.
function graphPlugin({ base, up, prefixes, loadGraph }) {
  return class {
    label = "Graph";
    priority = 1;

    constructor(yasr) {
      this.yasr = yasr;
    }

    edges() {
      return edgesOf(this.yasr.results?.getBindings() ?? [], this.yasr.results?.getVariables() ?? []);
    }

    canHandleResults() {
      return this.edges().length > 0;
    }

    getIcon() {
      return icon("M4 4l8 3M4 4l3 8M12 7l-5 5M2.5 4a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M10.5 7a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M5.5 12a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0");
    }

    async draw() {
      const place = element("div", { className: "graph" });
      const note = element("p", { className: "quiet" });
      this.yasr.resultsEl.append(note, place);
      const { drawGraph } = await loadGraph();
      const named = (iri) => (iri.startsWith(base) ? iri.slice(iri.lastIndexOf("/") + 1) : shortened(iri, prefixes(), base));
      const open = (iri) => linkOf(iri, base, up);
      this.graph = drawGraph(place, this.edges(), { label: named, open });
      note.textContent = this.graph.note;
      place.setAttribute("role", "img");
      place.setAttribute("aria-label", `${this.graph.note} The table says the same.`);
    }

    destroy() {
      this.graph?.destroy();
      this.graph = undefined;
    }
  };
}

// The answer as it came, in place of the editor's own view of it, which has no name for a screen reader.
function rawPlugin() {
  return class {
    label = "Raw";
    priority = 2;

    constructor(yasr) {
      this.yasr = yasr;
    }

    text() {
      return this.yasr.results?.getOriginalResponseAsString() ?? "";
    }

    canHandleResults() {
      return !this.yasr.results?.hasError() && this.text() !== "";
    }

    getIcon() {
      return icon("M1.5 3.5h13M1.5 7h8M1.5 10.5h13M1.5 14h8");
    }

    draw() {
      const text = this.text();
      const raw = element("pre", { className: "raw", tabIndex: 0 }, text.slice(0, LONGEST));
      raw.setAttribute("role", "region");
      raw.setAttribute("aria-label", "The answer as it came");
      this.yasr.resultsEl.append(raw);
      if (text.length > LONGEST) this.yasr.resultsEl.append(element("p", { className: "quiet" }, "This is the beginning; the download has all of it."));
    }

    download(name) {
      const type = this.yasr.results.getContentType() ?? "text/plain";
      const ending = type.includes("json") ? "json" : type.includes("turtle") ? "ttl" : "txt";
      return { getData: () => this.text(), contentType: type, title: `Download as ${ending}`, filename: `${name ?? "answers"}.${ending}` };
    }
  };
}

export function resultsIn(place, settings) {
  Yasr.registerPlugin("table", tablePlugin(settings));
  Yasr.registerPlugin("graph", graphPlugin(settings));
  Yasr.registerPlugin("response", rawPlugin());
  const yasr = new Yasr(place, { persistenceId: null, pluginOrder: ["table", "graph", "response"], prefixes: settings.prefixes, getDownloadFileName: () => "answers" });
  let exact;
  // YASR fills {{words}} of a literal from the other columns. The data are shown as they are.
  yasr.on("draw", () => {
    if (exact) yasr.results.json = exact;
  });
  return {
    show({ type, text }) {
      exact = type.includes("sparql-results+json") ? JSON.parse(text) : undefined;
      const content = exact ? JSON.stringify(exact, null, 2) : text || "# The answer holds no statement.\n";
      yasr.setResponse({ content, headers: new Headers({ "content-type": type }), ok: true, status: 200 });
      return exact?.results?.bindings.length;
    },
    fail(error) {
      exact = undefined;
      yasr.setResponse(error);
    },
  };
}
