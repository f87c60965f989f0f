// A picture of links, by cytoscape. A module of its own, loaded when a graph is first asked for.
import cytoscape from "cytoscape";

const MOST = 300;

// Cytoscape writes a style element into the page, which the policy forbids, unless one of this name is there. What it
// would say stands in sparql.css.
function standInForItsStyle() {
  const id = "__________cytoscape_stylesheet";
  if (document.getElementById(id)) return;
  const meta = document.createElement("meta");
  meta.id = id;
  document.head.append(meta);
}

function elementsOf(edges, label) {
  const nodes = new Map();
  const kept = edges.slice(0, MOST);
  for (const { from, to } of kept) for (const iri of [from, to]) nodes.set(iri, { data: { id: iri, label: label(iri) }, classes: iri.startsWith('"') ? "value" : "" });
  const links = kept.map(({ from, to, label: name }, index) => ({ data: { id: `link ${index}`, source: from, target: to, label: label(name) } }));
  return { nodes: [...nodes.values()], links };
}

function styleOf(place) {
  const colours = getComputedStyle(place);
  const colour = (name) => colours.getPropertyValue(name).trim();
  const text = { label: "data(label)", color: colour("--ink"), "font-size": 13, "font-family": "system-ui, sans-serif", "text-outline-color": colour("--paper"), "text-outline-width": 2 };
  return [
    { selector: "node", style: { ...text, "background-color": colour("--link"), width: 14, height: 14, "text-valign": "bottom", "text-margin-y": 4, "text-wrap": "ellipsis", "text-max-width": 180 } },
    { selector: "node.value", style: { "background-color": colour("--quiet"), shape: "round-rectangle", width: 9, height: 9 } },
    { selector: "node:selected", style: { "background-color": colour("--aim") } },
    { selector: "edge", style: { ...text, color: colour("--quiet"), "font-size": 10, width: 1, "line-color": colour("--quiet"), "curve-style": "bezier", "target-arrow-shape": "triangle", "target-arrow-color": colour("--quiet"), "arrow-scale": 0.8, "text-rotation": "autorotate" } },
  ];
}

// `label` gives the short form of an IRI, `open` the address of its page; a double click or tap goes there.
export function drawGraph(place, edges, { label, open }) {
  standInForItsStyle();
  const { nodes, links } = elementsOf(edges, label);
  // From a circle on, so that the same links give the same picture.
  const layout = { name: "cose", animate: false, randomize: false, idealEdgeLength: () => 70, nodeRepulsion: () => 9000, nodeOverlap: 30, padding: 30 };
  const drawing = cytoscape({ container: place, elements: [...nodes, ...links], style: styleOf(place), layout: { name: "circle" }, maxZoom: 2.5 });
  drawing.layout(layout).run();
  drawing.on("dbltap", "node", ({ target }) => {
    const address = open(target.id());
    if (address) location.assign(address);
  });
  const cut = edges.length > MOST ? ` These are the first ${MOST} of ${edges.length.toLocaleString("en")} links.` : "";
  return {
    note: `${nodes.length} things and ${links.length} links between them; a double click on a thing opens its page.${cut}`,
    destroy: () => drawing.destroy(),
  };
}
