import { describe, expect, it } from 'vitest';
import { envelopeHeader, EnvelopeVerifier, signatureHeader, signEnvelope } from './envelope.ts';

const key = Buffer.alloc(32, 7);
const request = { method: 'POST', path: '/graphql', body: '{"query":"{a}"}' };
const claims = { viewer: { type: 'anonymous' }, requestId: 'r1', locale: 'ja' } as const;

function signed(to = 'room') {
  const verifier = new EnvelopeVerifier(key, 'room');
  return { verifier, headers: signEnvelope(key, to, request, claims) };
}

describe('signed envelope', () => {
  it('passes once and only once', () => {
    const { verifier, headers } = signed();
    expect(verifier.verify(request, headers)).toMatchObject({ ok: true, envelope: { requestId: 'r1' } });
    expect(verifier.verify(request, headers)).toEqual({ ok: false, refusal: 'REPLAYED' });
  });

  it.each([
    ['another body', { ...request, body: '{"query":"{b}"}' }],
    ['another path', { ...request, path: '/other' }],
    ['another method', { ...request, method: 'GET' }],
  ])('does not cover %s', (_name, other) => {
    const { verifier, headers } = signed();
    expect(verifier.verify(other, headers)).toEqual({ ok: false, refusal: 'FORGED' });
  });

  it('refuses what is unsigned, signed by another key, altered or meant for another', () => {
    const { verifier, headers } = signed();
    expect(verifier.verify(request, {})).toEqual({ ok: false, refusal: 'MISSING' });
    const foreign = signEnvelope(Buffer.alloc(32, 8), 'room', request, claims);
    expect(verifier.verify(request, foreign)).toEqual({ ok: false, refusal: 'FORGED' });
    const altered = { ...headers, [envelopeHeader]: `${headers[envelopeHeader]}A` };
    expect(verifier.verify(request, altered)).toEqual({ ok: false, refusal: 'FORGED' });
    expect(verifier.verify(request, { ...headers, [signatureHeader]: 'short' })).toEqual({ ok: false, refusal: 'FORGED' });
    expect(verifier.verify(request, signed('consent').headers)).toEqual({ ok: false, refusal: 'MISDIRECTED' });
  });

  it('lives for thirty seconds and not before its reader was born', () => {
    const { headers } = signed();
    const at = Date.now();
    const clock = { now: at };
    const verifier = new EnvelopeVerifier(key, 'room', () => clock.now);
    clock.now = at + 31_000;
    expect(verifier.verify(request, headers)).toEqual({ ok: false, refusal: 'STALE' });
    const younger = new EnvelopeVerifier(key, 'room', () => at + 1000);
    expect(younger.verify(request, headers)).toEqual({ ok: false, refusal: 'STALE' });
  });
});
