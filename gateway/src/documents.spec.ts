import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@heya/service-common/logger';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentIdOf, PersistedDocuments } from './documents.ts';

const logger = createLogger('gateway', 'silent');
const [known, later] = ['query A { viewer { id } }', 'query B { viewer { id } }'];
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heya-documents-'));
  file = join(folder, 'portal.json');
  write({ [documentIdOf(known)]: known });
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (manifest: object) => writeFileSync(file, JSON.stringify(manifest));
const coded = (code: string) => expect.objectContaining({ extensions: expect.objectContaining({ code }) as unknown }) as Error;

describe("the portal's client", () => {
  it('sends ids alone', () => {
    const documents = new PersistedDocuments(file, logger);
    expect(documents.resolve({ documentId: documentIdOf(known) }, 'heya-portal')).toEqual({ text: known, isPersisted: true });
    expect(documents.resolve({ documentId: documentIdOf(known), query: '' }, 'heya-portal').text).toBe(known);
    for (const sent of [
      { query: known },
      {},
      { documentId: documentIdOf(later) },
      { documentId: 'sha256:x' },
      { documentId: 7 },
      { documentId: ['x'] },
    ])
      expect(() => documents.resolve(sent, 'heya-portal')).toThrow(coded('PERSISTED_DOCUMENT_NOT_FOUND'));
    expect(() => documents.resolve({ documentId: documentIdOf(known), query: later }, 'heya-portal')).toThrow(coded('BAD_USER_INPUT'));
  });
});

it('lets other clients send texts or ids', () => {
  const documents = new PersistedDocuments(file, logger);
  expect(documents.resolve({ query: later }, 'heya-cli')).toEqual({ text: later, isPersisted: false });
  expect(documents.resolve({ documentId: documentIdOf(known) }, 'heya-cli').isPersisted).toBe(true);
});

it('refuses to start with a text that is not what its id says', () => {
  write({ [documentIdOf(known)]: later });
  expect(() => new PersistedDocuments(file, logger)).toThrow('not what its id says');
  write({ 'md5:1': later });
  expect(() => new PersistedDocuments(file, logger)).toThrow();
});

it('finds what a newer portal sends, and still what the one before it does', () => {
  const documents = new PersistedDocuments(file, logger);
  write({ [documentIdOf(later)]: later });
  utimesSync(file, new Date(), new Date(Date.now() + 5000));
  expect(documents.resolve({ documentId: documentIdOf(later) }, 'heya-portal').text).toBe(later);
  expect(documents.resolve({ documentId: documentIdOf(known) }, 'heya-portal').text).toBe(known);
});
