/** The committed files that follow from the supergraph. */
import { lexicographicSortSchema, printSchema } from 'graphql';
import { apiSchema } from './composition.ts';
import { errorDocument } from './error-document.ts';
import { partnerSchema } from './partner.ts';

export interface DerivedFile {
  name: string;
  url: URL;
  text: string;
}

/** supergraph.graphql for the gateway, api.graphql for Heya's own clients, partner.graphql for others', error-codes.md for people */
export function derivedFiles(supergraph: string): DerivedFile[] {
  const schema = apiSchema(supergraph);
  const api = `${printSchema(lexicographicSortSchema(schema))}\n`;
  return Object.entries({
    'supergraph.graphql': supergraph,
    'api.graphql': api,
    'partner.graphql': partnerSchema(supergraph, api),
    'error-codes.md': errorDocument(schema),
  }).map(([name, text]) => ({ name, text, url: new URL(`../${name}`, import.meta.url) }));
}
