// What answers queries. An engine has three functions:
//   query(text, accept) → Promise of { type, text }: the answer in the media type that is asked for
//   warm()              → begins to load what it needs
//   stop()              → ends the query that runs; its promise fails
// `inPage` answers in the browser from the site's own dump; `atEndpoint` asks a server that speaks the SPARQL protocol.

export class Stopped extends Error {}

export function inPage({ worker: script, wasm, dump, base, onStatus }) {
  let worker;
  let number = 0;
  const waiting = new Map();

  function failAll(error) {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function ended(error) {
    worker?.terminate();
    worker = undefined;
    failAll(error);
  }

  function take({ data }) {
    if (data.status !== undefined) return onStatus(data.status);
    if (data.ended) return ended(new Error(data.error));
    if (data.id === undefined) return onStatus(data.error); // it could not be opened before anyone asked
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error !== undefined) asked?.reject(new Error(data.error));
    else asked?.resolve(data);
  }

  function started() {
    if (worker) return worker;
    worker = new Worker(script);
    worker.onmessage = take;
    worker.onerror = (event) => ended(new Error(event.message || "the query engine ended; the data may be too large for this browser"));
    worker.postMessage({ open: { wasm, dump } });
    return worker;
  }

  return {
    warm: () => void started(),
    query(text, accept) {
      return new Promise((resolve, reject) => {
        const id = number++;
        waiting.set(id, { resolve, reject });
        started().postMessage({ id, query: text, accept, base });
      });
    },
    // Oxigraph has no way to give up a query, so the worker goes, and the next query starts another.
    stop: () => ended(new Stopped("stopped")),
  };
}

export function atEndpoint({ url, onStatus }) {
  let control = new AbortController();
  return {
    warm: () => onStatus(`Queries go to ${url}`),
    async query(text, accept) {
      control = new AbortController();
      const headers = { "Content-Type": "application/sparql-query", Accept: accept };
      try {
        const response = await fetch(url, { method: "POST", headers, body: text, signal: control.signal });
        const answer = await response.text();
        if (!response.ok) throw new Error(answer || response.statusText);
        return { type: response.headers.get("Content-Type") ?? accept, text: answer };
      } catch (error) {
        throw control.signal.aborted ? new Stopped("stopped") : error;
      }
    },
    stop: () => control.abort(),
  };
}
