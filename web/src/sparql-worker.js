// The store of the page: Oxigraph, in a worker, so that a long query never freezes the page and can be stopped.
import init, { Store } from "oxigraph";

const NQUADS = "application/n-quads";
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

async function answer({ id, query, accept, base }) {
  const store = await opened;
  const options = { base_iri: base, results_format: accept, use_default_graph_as_union: true };
  postMessage({ id, type: accept, text: store.query(query, options) });
}

onmessage = async ({ data }) => {
  try {
    if (data.open) opened ??= open(data.open);
    if (data.id !== undefined) await answer(data);
    else await opened;
  } catch (error) {
    postMessage({ id: data.id, error: String(error?.message ?? error) });
  }
};
