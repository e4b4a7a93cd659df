/** Surgery that any graph can use. Every function changes the graph it is given. */

/** Which node writes a tensor, by tensor name. */
export function producers(graph) {
  return new Map(graph.node.flatMap((node) => node.output.map((name) => [name, node])));
}

/** The nodes that read a tensor. */
export function readers(graph, name) {
  return graph.node.filter((node) => node.input.includes(name));
}

/** Forgets the other outputs, then everything that only they needed. */
export function keepOutputs(graph, names) {
  graph.output = graph.output.filter((output) => names.includes(output.name));
  dropDead(graph);
}

/** Drops nodes and initializers that no output depends on. */
export function dropDead(graph) {
  const writer = producers(graph);
  const needed = new Set();
  const queue = graph.output.map((output) => output.name);
  for (const name of queue) {
    if (needed.has(name)) continue;
    needed.add(name);
    queue.push(...(writer.get(name)?.input ?? []));
  }
  graph.node = graph.node.filter((node) => node.output.some((name) => needed.has(name)));
  graph.initializer = graph.initializer.filter((tensor) => needed.has(tensor.name));
}

/** Removes all nodes of one type that have one input and one output; their readers read the input instead. */
export function bypass(graph, opType) {
  const source = new Map();
  for (const node of graph.node) if (node.opType === opType) source.set(node.output[0], node.input[0]);
  const trace = (name) => (source.has(name) ? trace(source.get(name)) : name);

  graph.node = graph.node.filter((node) => node.opType !== opType);
  for (const node of graph.node) node.input = node.input.map(trace);
  // The name of a graph output is public, so there the source takes the name over.
  for (const { name } of graph.output) rename(graph, trace(name), name);
}

function rename(graph, from, to) {
  const swap = (name) => (name === from ? to : name);
  for (const node of graph.node) {
    node.input = node.input.map(swap);
    node.output = node.output.map(swap);
  }
}
