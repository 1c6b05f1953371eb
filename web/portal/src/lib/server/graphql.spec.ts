import { describe, expect, it } from 'vitest';
import { readOperation } from './graphql.ts';

const documentId = `sha256:${'0a'.repeat(32)}`;

describe('what is handed on to the gateway', () => {
  it('is the id of a document and its variables alone', () => {
    const text = JSON.stringify({
      documentId,
      query: '{ viewer { id } }',
      operationName: 'Viewer',
      variables: { a: 1 },
      extensions: { trace: true },
      authorization: 'Bearer x',
    });
    expect(JSON.parse(readOperation(text) ?? '')).toEqual({ documentId, variables: { a: 1 } });
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"query":"{ a }"}',
    '{"documentId":1}',
    '{"documentId":"sha256:zz"}',
    `[{"documentId":"${documentId}"}]`,
    'query=x',
  ])('is nothing for %s', (text) => {
    expect(readOperation(text)).toBeNull();
  });
});
