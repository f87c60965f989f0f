// The store of the page: Oxigraph, in a worker, so that a long query never freezes the page and can be stopped.
import init, { Store } from "oxigraph";

const NQUADS = "application/n-quads";
let settings;
let opened;

const tell = (status) => postMessage({ status });

async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} cannot be read (${response.status} ${response.statusText})`);
  return new Uint8Array(await response.arrayBuffer());
}

// Some hosts send a .gz file as it is, some say Content-Encoding and it arrives unpacked: the first two bytes tell.
async function unpacked(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function open({ wasm, dump }) {
  tell("Fetching the query engine and the data …");
  // The bytes, not the response: not every host knows the media type of WebAssembly.
  const [engine, data] = await Promise.all([fetched(wasm), fetched(dump).then(unpacked)]);
  await init({ module_or_path: engine });
  tell("Loading the data …");
  const store = new Store();
  store.load(data, { format: NQUADS, lenient: true, no_transaction: true });
  tell(`${store.size.toLocaleString("en")} statements are loaded.`);
  return store;
}

// What could not be opened is tried again at the next query.
function store() {
  opened ??= open(settings).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function answer({ id, query, accept, base }) {
  const options = { base_iri: base, results_format: accept, use_default_graph_as_union: true };
  postMessage({ id, type: accept, text: (await store()).query(query, options) });
}

// After a trap of WebAssembly the engine is in no known state; nearly always it had no more memory.
function told(error) {
  const ended = error instanceof WebAssembly.RuntimeError;
  return { ended, error: ended ? "The query needs more memory than the browser gives." : String(error?.message ?? error) };
}

onmessage = async ({ data }) => {
  settings ??= data.open;
  try {
    await (data.id === undefined ? store() : answer(data));
  } catch (error) {
    postMessage({ id: data.id, ...told(error) });
  }
};
