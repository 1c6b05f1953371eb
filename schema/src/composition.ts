/** From subgraphs to the supergraph, and from the supergraph to what a client sees. */
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { type GraphQLError, parse } from 'graphql';
import type { SubgraphFile } from './subgraphs.ts';

export type Composition = { ok: true; supergraph: string; hints: string[] } | { ok: false; errors: string[] };

/** Deterministic: the same subgraphs give the same bytes. */
export function compose(subgraphs: readonly SubgraphFile[]): Composition {
  const result = composeServices(
    subgraphs.map(({ name, sdl }) => ({
      name,
      // Where a subgraph really is, the gateway's environment says.
      url: `http://${name}/graphql`,
      typeDefs: parse(sdl),
    })),
  );
  if (result.errors) return { ok: false, errors: result.errors.map(describe) };
  return { ok: true, supergraph: `${result.supergraphSdl.trimEnd()}\n`, hints: result.hints.map(String) };
}

/** @returns the schema without what is @inaccessible and without the joins */
export const apiSchema = (supergraph: string) => Supergraph.build(supergraph, { supportedFeatures: null }).apiSchema().toGraphQLJSSchema();

function describe(error: GraphQLError): string {
  const code = typeof error.extensions.code === 'string' ? error.extensions.code : 'ERROR';
  const lines = error.nodes?.flatMap((node) => node.loc?.startToken.line ?? []) ?? [];
  return `${code}: ${error.message}${lines.length ? ` (SDL lines ${lines.join(', ')})` : ''}`;
}
