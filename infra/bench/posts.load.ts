/** The load process: posts that are due at their moments, whether the last one has been answered or not. */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from '../local/api/uuid.mjs';
import { monotonicMs } from './figures.ts';
import type { WritingAnswer, WritingOrder, Written } from './posts.protocol.ts';

/** As the portal asks after sending, without what other services would add. */
const query = `mutation ($input: PostCreateInput!) { postCreate(input: $input) {
  post { id kind audience importance body authorName observedAt createdAt version viewerHasRead } userErrors { code } } }`;
const bodies = [
  '訪問しました。お変わりありません。',
  '朝食は全量召し上がりました。',
  '右踵の発赤は薄くなっています。',
  '夕方に少し熱がありました。',
];
/** More under way would only measure their line. */
const mostUnderWay = 400;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
let token = '';
const tell = (answer: WritingAnswer): void => void process.send?.(answer);

process.on('message', (order: WritingOrder) => {
  if (order.type === 'token') {
    token = order.token;
    return;
  }
  write(order).then(
    (written) => tell({ type: 'written', ...written }),
    (error: unknown) => tell({ type: 'failed', reason: String(error) }),
  );
});
process.on('disconnect', () => process.exit());

async function write(order: WritingOrder & { type: 'write' }): Promise<Written> {
  token = order.token;
  const written: Written = { latenciesMs: [], acknowledged: 0, errors: {}, skipped: 0 };
  const underWay = new Set<Promise<void>>();
  const begun = monotonicMs();
  for (let n = 0; n < order.rate * order.seconds; n += 1) {
    const due = begun + (n * 1000) / order.rate;
    const early = due - monotonicMs();
    if (early > 1) await pause(early);
    if (underWay.size >= mostUnderWay) {
      written.skipped += 1;
      continue;
    }
    const one = send(order.gateway, order.rooms[n % order.rooms.length] ?? '', n)
      .then((code) => {
        if (code) written.errors[code] = (written.errors[code] ?? 0) + 1;
        else written.acknowledged += 1;
        written.latenciesMs.push(monotonicMs() - due);
      })
      .finally(() => underWay.delete(one));
    underWay.add(one);
  }
  await Promise.all(underWay);
  return written;
}

/** @returns undefined when it was acknowledged, a code otherwise */
function send(gateway: string, roomId: string, n: number): Promise<string | undefined> {
  const input = { idempotencyKey: uuidv7(), roomId, audience: 'CARE_TEAM', kind: 'NOTE', body: bodies[n % bodies.length] };
  const body = JSON.stringify({ query, variables: { input } });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve) => {
    const asked = request(gateway, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve(codeOf(text)));
    });
    asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'BROKEN'));
    asked.end(body);
  });
}

function codeOf(text: string): string | undefined {
  try {
    const { data, errors } = JSON.parse(text) as {
      data?: { postCreate?: { post?: { id: string } | null; userErrors: { code: string }[] } };
      errors?: { extensions?: { code?: string } }[];
    };
    if (data?.postCreate?.post) return undefined;
    return errors?.[0]?.extensions?.code ?? data?.postCreate?.userErrors[0]?.code ?? 'NOTHING';
  } catch {
    return 'NOT_JSON';
  }
}
