/** The lines of one route as one GraphQL document. */
import type { Line, Step } from './routes.ts';

interface Node {
  given?: string | undefined;
  children: Map<string, Node>;
}

/** @param argumentsOf `Query.room` → `id: "…"`; '' when there are none */
export function documentOf(
  operation: 'query' | 'mutation' | 'subscription',
  lines: readonly Line[],
  argumentsOf: (given: string) => string,
): string {
  const root: Node = { children: new Map() };
  for (const { steps, isComposite } of lines) plant(root, steps, isComposite);
  return `${operation} ${print(root, argumentsOf)}`;
}

function plant(root: Node, steps: readonly Step[], isComposite: boolean): void {
  let node = root;
  for (const { field, given, on } of steps) {
    node = childOf(node, field, given);
    // Which of the possible types it is decides whether the line was reached.
    if (on) childOf(node, '__typename');
    if (on) node = childOf(node, `... on ${on}`);
  }
  if (isComposite) childOf(node, '__typename');
}

function childOf(node: Node, name: string, given?: string): Node {
  const child = node.children.get(name) ?? { given, children: new Map<string, Node>() };
  node.children.set(name, child);
  return child;
}

function print({ children }: Node, argumentsOf: (given: string) => string): string {
  const selections = [...children].map(([name, child]) => {
    const given = child.given === undefined ? '' : argumentsOf(child.given);
    return `${name}${given && `(${given})`}${child.children.size ? ` ${print(child, argumentsOf)}` : ''}`;
  });
  return `{ ${selections.join(' ')} }`;
}
