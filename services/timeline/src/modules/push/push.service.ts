/** Choosing the devices on which one is told. */
import { type Problem, problem, type UserErrorShape } from '@heya/service-common/errors';
import { isId, newId } from '@heya/service-common/id';
import { type PushDoor, requirePerson, type TimelineRequest } from '../access/index.ts';
import { type ErrorCode, inWords } from '../post/index.ts';
import { findOwnDevices, forgetDevices, removeDevice, saveDevice } from './push.repository.ts';
import type { PushTestResult } from './push.type.ts';

export interface DeviceDraft {
  endpoint: URL;
  p256dh: string;
  auth: string;
  deviceId?: string | null;
}

export interface DeviceChosen {
  viewer: { id: string } | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

const mostLetters = 1024;

export async function chooseDevice(context: TimelineRequest, draft: DeviceDraft): Promise<DeviceChosen> {
  const { userId } = requirePerson(context);
  const problems = context.push ? draftProblems(context.push, draft) : [problem('INVALID_STATE' as const, [])];
  if (problems.length > 0) return { viewer: null, userErrors: inWords(context, problems, deviceWords) };
  const { endpoint, p256dh, auth, deviceId } = draft;
  const device = { endpoint: endpoint.href, p256dh, auth, locale: context.locale, deviceId: deviceId && isId(deviceId) ? deviceId : null };
  await context.write((tx) => saveDevice(tx, userId, device));
  return { viewer: { id: userId }, userErrors: [] };
}

/** What is not there is as what is gone. */
export async function dropDevice(context: TimelineRequest, endpoint: URL): Promise<DeviceChosen> {
  const { userId } = requirePerson(context);
  await context.write((tx) => removeDevice(tx, userId, endpoint.href));
  return { viewer: { id: userId }, userErrors: [] };
}

export async function endpointsOf(context: TimelineRequest): Promise<URL[]> {
  const { userId } = requirePerson(context);
  return (await context.read((tx) => findOwnDevices(tx, userId))).map(({ endpoint }) => new URL(endpoint));
}

const trial = {
  ja: '試しのお知らせです。届いています',
  'ja-plain': 'ためしの お知らせです。とどいて います',
  en: 'This is a trial. It has arrived',
};

/** Sends one message to one's own device here and now, past quiet hours: whoever tries waits for it. */
export async function tryDevice(context: TimelineRequest, endpoint: URL): Promise<PushTestResult> {
  const { userId } = requirePerson(context);
  const device = (await context.read((tx) => findOwnDevices(tx, userId))).find((one) => one.endpoint === endpoint.href);
  if (!context.push || !device) return 'NOT_SET_UP';
  const shown = { id: newId(), title: trial[context.locale], url: '/notifications/settings', isHasty: true };
  const outcome = await context.push.send(device, shown);
  if (outcome === 'GONE') await context.write((tx) => forgetDevices(tx, [device.id]));
  return outcome;
}

const bytesOf = (text: string): Buffer => (/^[\w-]{1,200}={0,2}$/.test(text) ? Buffer.from(text, 'base64url') : Buffer.alloc(0));

/** An uncompressed point of P-256, and sixteen bytes (RFC 8291). */
function draftProblems(push: PushDoor, { endpoint, p256dh, auth }: DeviceDraft): Problem<'INVALID'>[] {
  const key = bytesOf(p256dh);
  return [
    ...(endpoint.href.length <= mostLetters && push.isAllowed(endpoint) ? [] : ['endpoint']),
    ...(key.length === 65 && key[0] === 4 ? [] : ['p256dh']),
    ...(bytesOf(auth).length === 16 ? [] : ['auth']),
  ].map((name) => problem('INVALID', ['input', name]));
}

const deviceWords = (): Partial<Record<ErrorCode, { ja: string; en: string }>> => ({
  INVALID: { ja: 'この端末には知らせられません。', en: 'This device cannot be told.' },
  INVALID_STATE: { ja: '端末への通知は、まだ用意されていません。', en: 'Telling devices is not set up here yet.' },
});
