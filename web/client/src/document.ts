/** What a page knows of an operation: its id in the gateway's list, and its kind. The text never leaves the build (api.md 15). */
import type { TypedDocumentString } from './generated/graphql.ts';

export interface DocumentMeta {
  /** `sha256:…` */
  id: string;
  operation: 'query' | 'mutation' | 'subscription';
}

/** @throws when the document was not written by `npm run codegen` */
export function documentMeta<R, V>({ __meta__: meta }: TypedDocumentString<R, V>): DocumentMeta {
  if (typeof meta?.id !== 'string') throw new TypeError('Only documents of the manifest are sent.');
  return meta as DocumentMeta;
}
