/** Persisted documents (api.md 15): the portal's own client may send only what its build wrote into the manifest. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { codedError } from '@heya/service-common/errors';
import { describeError, type Logger } from '@heya/service-common/logger';
import type { GraphQLError } from 'graphql';
import { z } from 'zod';
import { requestFault } from './errors.ts';

/** The client of ours whose operations are all known beforehand. */
export const boundClient = 'heya-portal';

const prefix = 'sha256:';
const manifestSchema = z.record(z.string().startsWith(prefix), z.string());

/** How often a changed file is looked for, at most (ms). */
const lookAgainMs = 1000;

/** What a request says about its document. */
export interface NamedDocument {
  query?: unknown;
  documentId?: unknown;
}

export class PersistedDocuments {
  readonly #file: string;
  readonly #logger: Logger;
  #texts: ReadonlyMap<string, string>;
  #changedAt: number;
  #lookedAt = Number.NEGATIVE_INFINITY;

  /** @throws when the file is missing or a text is not the one its id names */
  constructor(file: string, logger: Logger) {
    [this.#file, this.#logger] = [file, logger];
    this.#changedAt = statSync(file).mtimeMs;
    this.#texts = readManifest(file);
  }

  /** Ids and texts. */
  entries(): Iterable<[string, string]> {
    return this.#texts.entries();
  }

  /**
   * The text to execute: the one an id names, or the one that was sent, where the client may send texts.
   * @param clientId of the access token
   * @throws PERSISTED_DOCUMENT_NOT_FOUND, BAD_USER_INPUT
   */
  resolve({ query, documentId }: NamedDocument, clientId: string): { text: string | undefined; isPersisted: boolean } {
    if (documentId === undefined || documentId === null) {
      if (clientId === boundClient) throw notFound();
      return { text: typeof query === 'string' ? query : undefined, isPersisted: false };
    }
    // graphql-transport-ws wants a `query`, so an empty one may stand beside the id.
    if (typeof query === 'string' && query !== '') throw requestFault('Send either a document or its id.');
    const text = typeof documentId === 'string' ? this.#find(documentId) : undefined;
    if (text === undefined) throw notFound();
    return { text, isPersisted: true };
  }

  /** A new portal may be there before this process is replaced: an unknown id is a reason to look at the file again. */
  #find(documentId: string): string | undefined {
    const known = this.#texts.get(documentId);
    if (known !== undefined || performance.now() - this.#lookedAt < lookAgainMs) return known;
    this.#lookedAt = performance.now();
    this.#readAgain();
    return this.#texts.get(documentId);
  }

  #readAgain(): void {
    try {
      const changedAt = statSync(this.#file).mtimeMs;
      if (changedAt === this.#changedAt) return;
      // What the portal before this one sends stays known until the process ends.
      this.#texts = new Map([...this.#texts, ...readManifest(this.#file)]);
      this.#changedAt = changedAt;
    } catch (error) {
      this.#logger.error('persisted documents cannot be read', describeError(error));
    }
  }
}

function readManifest(file: string): Map<string, string> {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  for (const [id, text] of Object.entries(manifest))
    if (id !== documentIdOf(text)) throw new Error(`A persisted document is not what its id says: ${id}`);
  return new Map(Object.entries(manifest));
}

/** @returns `sha256:…` in hexadecimal digits, as "GraphQL over HTTP" spells it */
export function documentIdOf(text: string): string {
  return `${prefix}${createHash('sha256').update(text).digest('hex')}`;
}

function notFound(): GraphQLError {
  return codedError('PERSISTED_DOCUMENT_NOT_FOUND');
}
