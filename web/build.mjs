// Builds src/ into ../lgq_graph/assets/: node build.mjs
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "lgq_graph", "assets");
const modules = join(here, "node_modules");

// The editor underlines what it expects with a style attribute, which the site's policy forbids. A class says the same.
// The build fails when a new version of it no longer has these words.
const noInlineStyle = {
  name: "no-inline-style",
  setup(build) {
    build.onLoad({ filter: /yasgui\.esm\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const words = "<strong style='text-decoration:underline'>";
      if (!text.includes(words)) throw new Error(`${path} no longer holds ${words}: is the change in build.mjs needed still?`);
      return { contents: text.replaceAll(words, "<strong class='expected'>"), loader: "js" };
    });
  },
};

const common = {
  absWorkingDir: here, bundle: true, minify: true, charset: "utf8", target: ["es2022"], legalComments: "none",
  sourcemap: false, metafile: true, outdir: out, logLevel: "warning", plugins: [noInlineStyle],
  loader: { ".svg": "dataurl" }, define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
};

async function licences(metafiles) {
  const used = new Set(["oxigraph"]);
  for (const { inputs } of metafiles)
    for (const input of Object.keys(inputs)) {
      const found = input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/);
      if (found) used.add(found[1]);
    }
  await bundledBy("@zazuko/yasgui", used);
  const parts = [];
  for (const name of [...used].sort()) parts.push(await licence(name));
  return `Software in the files of this folder, each under its own licence.\n\n${parts.join("\n")}`;
}

// The editor comes as one file that holds its own libraries: all that it depends on, and what those depend on, is in it.
async function bundledBy(name, used) {
  used.add(name);
  const { dependencies = {} } = JSON.parse(await readFile(join(modules, name, "package.json"), "utf8"));
  for (const other of Object.keys(dependencies).sort())
    if (!used.has(other) && !other.startsWith("@types/")) await bundledBy(other, used);
}

// Some packages name a licence and bring no text of it.
function named({ name, license, author }) {
  if (license === "CC0-1.0") return "Given to the public domain: https://creativecommons.org/publicdomain/zero/1.0/legalcode";
  if (!license?.split(" OR ").includes("MIT")) throw new Error(`${name} brings no text of its licence (${license})`);
  const holder = typeof author === "string" ? author : author?.name ?? `the authors of ${name}`;
  return `Copyright (c) ${holder}\n\n${MIT}`;
}

async function licence(name) {
  const folder = join(modules, name);
  const about = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).sort().find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? await readFile(join(folder, file), "utf8") : named(about);
  return `${"=".repeat(78)}\n${name} ${about.version} (${about.license ?? "see below"})\n${"=".repeat(78)}\n${text.trim()}\n`;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const results = [
  await esbuild.build({ ...common, format: "iife", entryPoints: ["src/sparql.js", "src/sparql-worker.js", "src/search.js", "src/tables.js"] }),
  await esbuild.build({ ...common, format: "esm", entryPoints: ["src/graph.js"] }),
  await esbuild.build({ ...common, entryPoints: ["src/sparql.css"] }),
];
const oxigraph = createRequire(import.meta.url).resolve("oxigraph/package.json");
await copyFile(join(dirname(oxigraph), "web_bg.wasm"), join(out, "oxigraph.wasm"));
// Last, since `make` takes it for the sign that all is there.
await writeFile(join(out, "LICENSES.txt"), await licences(results.map((result) => result.metafile)));
