import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { EnvelopeVerifier } from '../../../../../services/common/src/envelope.ts';
import { signedHeaders } from './strangers.ts';

it('the gateway knows who signed, from where somebody comes, and that the body is the one that was sent', () => {
  const key = randomBytes(32);
  const question = { body: '{"documentId":"x"}', address: '2001:db8::1', locale: 'ja' } as const;
  const verifier = new EnvelopeVerifier(key, 'gateway');
  const headers = signedHeaders(key, question);
  const request = { method: 'POST', path: '/public', body: question.body };
  expect(verifier.verify({ ...request, body: '{"documentId":"y"}' }, headers)).toEqual({ ok: false, refusal: 'FORGED' });
  const viewer = { type: 'anonymous', address: question.address };
  expect(verifier.verify(request, headers)).toMatchObject({ ok: true, envelope: { viewer, locale: 'ja' } });
});
