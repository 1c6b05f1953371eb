import { describe, expect, it } from 'vitest';
import { readOperation } from './graphql.ts';

describe('what is handed on to the gateway', () => {
  it('is the operation alone', () => {
    const text = JSON.stringify({
      query: '{ viewer { id } }',
      variables: { a: 1 },
      extensions: { trace: true },
      authorization: 'Bearer x',
    });
    expect(JSON.parse(readOperation(text) ?? '')).toEqual({ query: '{ viewer { id } }', variables: { a: 1 } });
  });

  it.each(['', 'null', '[]', '{}', '{"query":1}', '[{"query":"{ a }"}]', 'query=x'])('is nothing for %s', (text) => {
    expect(readOperation(text)).toBeNull();
  });
});
