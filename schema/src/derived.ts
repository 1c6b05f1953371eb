/** The committed files that follow from the supergraph. */
import { lexicographicSortSchema, printSchema } from 'graphql';
import { apiSchema } from './composition.ts';
import { errorDocument } from './error-document.ts';

export interface DerivedFile {
  name: string;
  url: URL;
  text: string;
}

/** supergraph.graphql for the gateway, api.graphql for clients, error-codes.md for people */
export function derivedFiles(supergraph: string): DerivedFile[] {
  const api = apiSchema(supergraph);
  return Object.entries({
    'supergraph.graphql': supergraph,
    'api.graphql': `${printSchema(lexicographicSortSchema(api))}\n`,
    'error-codes.md': errorDocument(api),
  }).map(([name, text]) => ({ name, text, url: new URL(`../${name}`, import.meta.url) }));
}
