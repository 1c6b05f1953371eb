import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keptKeys } from './key-store.ts';
import { bindToDevice, provenFetch } from './prove.ts';
import { silentHeader, silentValue } from './silent.ts';

vi.mock('$app/env', () => ({ browser: true }));
vi.mock('./key-store.ts', () => ({ keptKeys: vi.fn(), signText: vi.fn(() => Promise.resolve('signature')) }));

const key = { id: 'device', owner: 'center' } as Awaited<ReturnType<typeof keptKeys>>[number];
const silent = (): Response => new Response(null, { status: 401, headers: { [silentHeader]: silentValue } });
const challenge = (): Response => Response.json({ challenge: 'c', at: 1, deviceId: 'device' });
const empty = (status: number) => (): Response => new Response(null, { status });

const assign = vi.fn();
let asked: string[];

/** What the portal answers at each path, one after the other; nothing more: nobody is there. */
function portal(answers: Record<string, (() => Response)[]>): void {
  asked = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    const answer = answers[path]?.shift();
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('offline'));
  });
}

const ask = (): Promise<Response> => provenFetch('/graphql', { method: 'POST' });

beforeEach(() => {
  vi.mocked(keptKeys).mockResolvedValue([key]);
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
  vi.stubGlobal('location', { pathname: '/rooms', assign });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

it('asks again once the device has signed (R6)', async () => {
  portal({ '/graphql': [silent, empty(200)], '/device/challenge': [challenge], '/device/proof': [empty(204)] });
  expect((await ask()).status).toBe(200);
  expect(asked).toEqual(['/graphql', '/device/challenge', '/device/proof', '/graphql']);
});

it('leaves a sign-in alone that nobody could be asked about', async () => {
  portal({ '/graphql': [silent] });
  expect((await ask()).status).toBe(503);
  expect(assign).not.toHaveBeenCalled();
});

it('takes an answer that broke off for none', async () => {
  portal({ '/graphql': [silent], '/device/challenge': [empty(200)] });
  expect((await ask()).status).toBe(503);
  portal({ '/device/challenge': [empty(200)] });
  expect(await bindToDevice(['center'])).toBe('UNREACHED');
});

it('says that the sign-in is over when it is', async () => {
  portal({ '/graphql': [silent], '/device/challenge': [empty(401)] });
  expect((await ask()).status).toBe(401);
});

it.each([
  ['there is no key here', [], []],
  ['the key is refused twice', [key], [empty(409), empty(409)]],
])('answers nothing that could lead elsewhere than to the page of the device when %s', async (_, keys, proofs) => {
  vi.mocked(keptKeys).mockResolvedValue(keys);
  portal({ '/graphql': [silent], '/device/challenge': [challenge, challenge], '/device/proof': proofs });
  const answered = vi.fn();
  void ask().then(answered, answered);
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/device?returnTo=%2Frooms'));
  await new Promise(setImmediate);
  expect(answered).not.toHaveBeenCalled();
});
