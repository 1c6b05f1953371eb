import { describe, expect, it } from 'vitest';
import { documentMeta } from './document.ts';
import { PostCreateDocument, RoomEventsDocument, RoomScreenDocument, type TypedDocumentString } from './generated/graphql.ts';
import { type Fetch, request } from './request.ts';

/** Answers once, and shows what was asked. */
function answering(body: object, status = 200): { fetch: Fetch; sent: () => Record<string, unknown> } {
  let asked = '';
  const headers = { 'content-type': 'application/graphql-response+json' };
  return {
    fetch: (_url, init) => {
      asked = init.body as string;
      return Promise.resolve(new Response(JSON.stringify(body), { status, headers }));
    },
    sent: () => JSON.parse(asked) as Record<string, unknown>,
  };
}

describe('an operation', () => {
  it('travels as the id of its document and its variables, never as text (api.md 15)', async () => {
    const { fetch, sent } = answering({ data: { room: null } });
    expect(await request(fetch, RoomScreenDocument, { id: '1', last: 30 })).toEqual({ room: null });
    expect(sent()).toEqual({ documentId: documentMeta(RoomScreenDocument).id, variables: { id: '1', last: 30 } });
  });

  it('is known by its kind', () => {
    const kinds = [RoomScreenDocument, PostCreateDocument, RoomEventsDocument].map((document) =>
      documentMeta(document as TypedDocumentString<unknown, unknown>),
    );
    expect(kinds.map(({ operation }) => operation)).toEqual(['query', 'mutation', 'subscription']);
    expect(kinds.every(({ id }) => /^sha256:[0-9a-f]{64}$/.test(id))).toBe(true);
  });

  it('that is in no manifest is not sent', () => {
    expect(() => documentMeta({} as TypedDocumentString<unknown, unknown>)).toThrow(TypeError);
  });
});

it.each([
  [
    { errors: [{ message: 'x', extensions: { code: 'PERSISTED_DOCUMENT_NOT_FOUND', requestId: 'r' } }] },
    400,
    'PERSISTED_DOCUMENT_NOT_FOUND',
  ],
  [{ errors: [{ message: 'x', extensions: { code: 'RATE_LIMITED' } }] }, 429, 'RATE_LIMITED'],
  [{ errors: [{ message: 'x' }] }, 401, 'UNAUTHENTICATED'],
])('says %j with status %i as %s', async (body, status, code) => {
  await expect(request(answering(body, status).fetch, RoomScreenDocument, { id: '1', last: 30 })).rejects.toMatchObject({ code });
});
