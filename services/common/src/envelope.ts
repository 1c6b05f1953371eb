/**
 * The signed envelope: the only way a subgraph learns who asks.
 * HMAC-SHA256 over method, path, body hash and the envelope itself; one key per subgraph; 30 s window; each nonce once.
 */
import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { viewerSchema } from './viewer.ts';

export const envelopeHeader = 'heya-envelope';
export const signatureHeader = 'heya-signature';
/** SHA-256 of a body that is not read before its signature is known to be good, base64url. */
export const digestHeader = 'heya-digest';
const windowMs = 30_000;

const envelopeSchema = z.object({
  /** Subgraph the request is meant for. */
  to: z.string(),
  at: z.number().int(),
  nonce: z.string().min(16),
  requestId: z.string(),
  locale: z.enum(['ja', 'ja-plain', 'en']),
  viewer: viewerSchema,
});
export type Envelope = z.infer<typeof envelopeSchema>;
export type EnvelopeClaims = Pick<Envelope, 'viewer' | 'requestId' | 'locale'>;

/** A body as text, or what `digestOf` says of it. */
type SignedRequest = { method: string; path: string } & ({ body: string } | { digest: string });

export const digestOf = (body: string | Uint8Array): string => createHash('sha256').update(body).digest('base64url');

/** @returns the two headers to send with exactly this method, path and body. */
export function signEnvelope(key: Buffer, to: string, request: SignedRequest, claims: EnvelopeClaims): Record<string, string> {
  const envelope: Envelope = { ...claims, to, at: Date.now(), nonce: randomUUID() };
  const encoded = Buffer.from(JSON.stringify(envelope)).toString('base64url');
  return { [envelopeHeader]: encoded, [signatureHeader]: signature(key, request, encoded) };
}

export type EnvelopeRefusal = 'MISSING' | 'FORGED' | 'STALE' | 'REPLAYED' | 'MISDIRECTED' | 'MALFORMED';
export type EnvelopeCheck = { ok: true; envelope: Envelope } | { ok: false; refusal: EnvelopeRefusal };

/** Verifies envelopes for one subgraph and remembers their nonces for as long as the window lasts. */
export class EnvelopeVerifier {
  readonly #seen = new Map<string, number>();
  readonly #startedAt: number;
  readonly #key: Buffer;
  readonly #subgraph: string;
  readonly #now: () => number;

  constructor(key: Buffer, subgraph: string, now: () => number = Date.now) {
    this.#key = key;
    this.#subgraph = subgraph;
    this.#now = now;
    this.#startedAt = now();
  }

  verify(request: SignedRequest, headers: Record<string, string | string[] | undefined>): EnvelopeCheck {
    const encoded = headers[envelopeHeader];
    const given = headers[signatureHeader];
    if (typeof encoded !== 'string' || typeof given !== 'string') return refuse('MISSING');
    if (!equal(given, signature(this.#key, request, encoded))) return refuse('FORGED');
    const parsed = envelopeSchema.safeParse(parseJson(encoded));
    if (!parsed.success) return refuse('MALFORMED');
    const envelope = parsed.data;
    if (envelope.to !== this.#subgraph) return refuse('MISDIRECTED');
    // What was signed before this process started may have been used on its predecessor.
    if (Math.abs(this.#now() - envelope.at) > windowMs || envelope.at < this.#startedAt) return refuse('STALE');
    if (!this.#remember(envelope.nonce)) return refuse('REPLAYED');
    return { ok: true, envelope };
  }

  #remember(nonce: string): boolean {
    const now = this.#now();
    for (const [old, until] of this.#seen) {
      if (until > now) break;
      this.#seen.delete(old);
    }
    if (this.#seen.has(nonce)) return false;
    this.#seen.set(nonce, now + 2 * windowMs);
    return true;
  }
}

function signature(key: Buffer, request: SignedRequest, encoded: string): string {
  const digest = 'digest' in request ? request.digest : digestOf(request.body);
  return createHmac('sha256', key).update([request.method, request.path, digest, encoded].join('\n')).digest('base64url');
}

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function parseJson(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function refuse(refusal: EnvelopeRefusal): EnvelopeCheck {
  return { ok: false, refusal };
}
