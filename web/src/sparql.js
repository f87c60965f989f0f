// The SPARQL page: YASGUI's editor and its results around an engine (engine.js). Nothing here asks another host.
import Yasgui from "@zazuko/yasgui";
import { Stopped, atEndpoint, inPage } from "./engine.js";
import { resultsIn } from "./results.js";
import { completeFrom } from "./terms.js";

const ROWS = "application/sparql-results+json";
const GRAPH = "text/turtle";

const here = document.currentScript.src;
const beside = (name) => new URL(name, here).href;
const { Yasqe } = Yasgui;

const page = document.getElementById("sparql");
const status = document.getElementById("sparql-status");
const say = (words) => (status.textContent = words);

const once = (make) => {
  let made;
  return () => (made ??= make());
};
const json = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} cannot be read (${response.status})`);
  return response.json();
};

const { base, dump, endpoint, up } = page.dataset;
const terms = once(() => json(page.dataset.terms));
const examples = once(() => json(page.dataset.examples));

const engine = endpoint
  ? atEndpoint({ url: endpoint, onStatus: say })
  : inPage({ worker: beside("sparql-worker.js"), wasm: beside("oxigraph.wasm"), dump: new URL(dump, location.href).href, base, onStatus: say });

function queryInAddress() {
  return new URLSearchParams(location.hash.slice(1)).get("query");
}

function editorIn(place, first) {
  completeFrom(Yasqe, terms);
  return new Yasqe(place, {
    value: first,
    persistenceId: null,
    // With no endpoint the editor has nowhere to send a query; it still says that one is to be run, and we answer.
    requestConfig: { endpoint: "" },
    // The page's own buttons run and share: the editor's would stand over the query.
    showQueryButton: false,
    createShareableLink: null,
    consumeShareLink: (made) => {
      const query = queryInAddress();
      if (query) made.setValue(query);
    },
    editorHeight: "22rem",
    autofocus: false,
    extraKeys: { Tab: false, "Shift-Tab": false }, // the keys of the keyboard's reader go on to the next control
    inputStyle: "contenteditable", // the text itself has the focus: better for a screen reader, and on a phone
    screenReaderLabel: "SPARQL query",
  });
}

function shown(count, milliseconds) {
  const time = `${(milliseconds / 1000).toFixed(2)} s`;
  return count === undefined ? `Answered in ${time}.` : `${count.toLocaleString("en")} ${count === 1 ? "row" : "rows"} in ${time}.`;
}

function acceptFor(editor) {
  return ["CONSTRUCT", "DESCRIBE"].includes(editor.getQueryType()) ? GRAPH : ROWS;
}

function start() {
  const source = document.getElementById("sparql-query");
  let prefixes = {};
  const editor = editorIn(document.getElementById("sparql-editor"), source.value);
  source.closest("form").hidden = true;
  const results = resultsIn(document.getElementById("sparql-results"), {
    base, up, prefixes: () => ({ ...prefixes, ...editor.getPrefixesFromQuery() }), loadGraph: once(() => import(beside("graph.js"))),
  });
  const [run, stop] = ["sparql-run", "sparql-stop"].map((id) => document.getElementById(id));
  let control;

  async function ask() {
    if (control) return;
    if (editor.getQueryMode() === "update") return results.fail(new Error("The data of this page can be asked, not changed."));
    control = new AbortController();
    control.signal.addEventListener("abort", () => engine.stop());
    busy(true);
    const began = performance.now();
    try {
      const answer = await engine.query(editor.getValue(), acceptFor(editor));
      const took = performance.now() - began;
      say(shown(results.show(answer), took));
    } catch (error) {
      if (error instanceof Stopped) say("The query was stopped.");
      else {
        results.fail(error);
        say("The query failed.");
      }
    } finally {
      control = undefined;
      busy(false);
    }
  }

  // Not `disabled`: that would take the focus from the button that was pressed.
  function busy(is) {
    run.setAttribute("aria-disabled", is);
    stop.setAttribute("aria-disabled", !is);
    if (is) say("The query runs …");
  }

  editor.on("queryBefore", ask);
  editor.on("focus", () => engine.warm());
  terms().then((found) => (prefixes = found.prefixes), (error) => say(error.message));
  run.addEventListener("click", () => editor.query().catch(() => {}));
  stop.addEventListener("click", () => control?.abort());
  document.getElementById("sparql-link").addEventListener("click", () => {
    history.replaceState(null, "", `#query=${encodeURIComponent(editor.getValue())}`);
    say("The address of this page now holds the query.");
  });
  document.getElementById("sparql-example").addEventListener("change", async ({ target }) => {
    const texts = await examples().catch((error) => say(error.message));
    if (texts?.[target.value]) editor.setValue(texts[target.value]);
  });
  page.hidden = false;
  editor.refresh();
}

start();
