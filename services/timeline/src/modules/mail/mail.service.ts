/** One's own address: entered, confirmed by a code that was sent to it, tried, removed (R28). */
import { problem, type UserErrorShape } from '@heya/service-common/errors';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { type MailDoor, requirePerson, type TimelineRequest } from '../access/index.ts';
import { type ErrorCode, inWords, type PostProblem } from '../post/index.ts';
import { hashOf, isCode, newCode } from './mail.code.ts';
import { mailWords } from './mail.errors.ts';
import { addressProblem, codeLifeMs, mostTries, nextCodeAt, readAddress, readCode } from './mail.policy.ts';
import {
  endCodes,
  findAddress,
  findCode,
  findSentCodes,
  insertCode,
  noteRefusal,
  noteTrial,
  removeAddress,
  saveAddress,
  takeCode,
} from './mail.repository.ts';
import { AddressSeal, ofAddress, ofCode } from './mail.seal.ts';
import type { MailTestResult } from './mail.type.ts';
import { wordsOfCode, wordsOfTrial } from './mail.words.ts';

export interface OwnMail {
  isSetUp: boolean;
  address: string | null;
  refusedAt: Date | null;
  pendingAddress: string | null;
}

const dayMs = 24 * 3_600_000;
const openFrom = (now: Date) => ({ since: new Date(now.getTime() - codeLifeMs), mostTries });

export async function mailOf(context: TimelineRequest): Promise<OwnMail> {
  const { userId } = requirePerson(context);
  const { mail } = context;
  if (!mail) return { isSetUp: false, address: null, refusedAt: null, pendingAddress: null };
  return context.read(async (tx) => {
    const seal = new AddressSeal(mail.keys, tx, userId);
    const [kept, code] = [await findAddress(tx, userId), await findCode(tx, userId, openFrom(context.now()))];
    return {
      isSetUp: true,
      address: kept ? await seal.open(kept.sealed, ofAddress(userId)) : null,
      refusedAt: kept?.refusedAt ?? null,
      pendingAddress: code ? await seal.open(code.sealed, ofCode(code.id)) : null,
    };
  });
}

export interface MailChosen {
  viewer: { id: string } | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

const chosen = (context: TimelineRequest, problems: readonly PostProblem[]): MailChosen => ({
  viewer: problems.length === 0 ? { id: requirePerson(context).userId } : null,
  userErrors: inWords(context, problems, mailWords),
});

/** Sends a code to an address; nothing else goes there until it is entered. */
export async function enterAddress(context: TimelineRequest, typed: string): Promise<MailChosen> {
  const { userId } = requirePerson(context);
  const { mail } = context;
  if (!mail) return chosen(context, [problem('INVALID_STATE', [])]);
  const address = readAddress(typed);
  const wrong = addressProblem(address);
  if (wrong) return chosen(context, [problem(wrong, ['address'])]);
  const code = newCode();
  const id = newId();
  const late = await context.write((tx) => keepCode(tx, { mail, userId, id, code, address, now: context.now() }));
  if (late) return chosen(context, [late]);
  const outcome = await mail.send({ id, to: address, ...wordsOfCode(code) });
  if (outcome === 'SENT') return chosen(context, []);
  await context.write((tx) => endCodes(tx, userId));
  return chosen(context, [problem('INVALID', ['address'], outcome === 'REFUSED' ? { refused: 1 } : { later: 1 })]);
}

interface NewCode {
  mail: MailDoor;
  userId: string;
  id: string;
  code: string;
  address: string;
  now: Date;
}

async function keepCode(tx: Em, { mail, userId, id, code, address, now }: NewCode): Promise<PostProblem | undefined> {
  const next = nextCodeAt(await findSentCodes(tx, userId, new Date(now.getTime() - dayMs)), now);
  if (next) return problem('INVALID', ['address'], { wait: Math.ceil((next.getTime() - now.getTime()) / 60_000) });
  const sealed = await new AddressSeal(mail.keys, tx, userId).seal(address, ofCode(id));
  await insertCode(tx, userId, { id, sealed, hash: await hashOf(code, id) });
  return undefined;
}

export async function confirmAddress(context: TimelineRequest, typed: string): Promise<MailChosen> {
  const { userId } = requirePerson(context);
  const { mail } = context;
  if (!mail) return chosen(context, [problem('INVALID_STATE', [])]);
  const code = readCode(typed);
  // What cannot be a code is no try.
  if (!/^\d{6}$/.test(code)) return chosen(context, [problem(code ? 'INVALID' : 'BLANK', ['code'], { digits: 6 })]);
  return chosen(context, await context.write((tx) => confirm(tx, { mail, userId, code, now: context.now() })));
}

async function confirm(tx: Em, { mail, userId, code, now }: Omit<NewCode, 'id' | 'address'>): Promise<PostProblem[]> {
  const row = await takeCode(tx, userId, openFrom(now));
  if (!row) return [problem('INVALID', ['code'], { over: 1 })];
  if (!(await isCode(code, row)))
    return [problem('INVALID', ['code'], row.tries < mostTries ? { left: mostTries - row.tries } : { over: 1 })];
  const seal = new AddressSeal(mail.keys, tx, userId);
  await saveAddress(tx, userId, await seal.seal(await seal.open(row.sealed, ofCode(row.id)), ofAddress(userId)));
  await endCodes(tx, userId);
  return [];
}

/** What is not there is as what is gone; a code that is waited for holds no more. */
export async function dropAddress(context: TimelineRequest): Promise<MailChosen> {
  const { userId } = requirePerson(context);
  await context.write(async (tx) => {
    await endCodes(tx, userId);
    await removeAddress(tx, userId);
  });
  return chosen(context, []);
}

/** Between two trials. */
const pauseMs = 30_000;

/** Sends one mail to oneself here and now, past quiet hours: whoever tries waits for it. One that arrives takes back an earlier refusal. */
export async function tryAddress(context: TimelineRequest): Promise<MailTestResult> {
  const { userId } = requirePerson(context);
  const { mail } = context;
  const now = context.now();
  if (!mail) return 'NOT_SET_UP';
  const found = await context.write(async (tx) => {
    const row = await findAddress(tx, userId);
    if (!row) return 'NOT_SET_UP' as const;
    if (row.triedAt && now.getTime() - row.triedAt.getTime() < pauseMs) return 'TOO_SOON' as const;
    await noteTrial(tx, userId, now);
    return { row, to: await new AddressSeal(mail.keys, tx, userId).open(row.sealed, ofAddress(userId)) };
  });
  if (typeof found === 'string') return found;
  const outcome = await mail.send({ id: newId(), to: found.to, ...wordsOfTrial(mail.portal) });
  if (outcome !== 'LATER') await context.write((tx) => noteRefusal(tx, userId, found.row.sealed, outcome === 'REFUSED' ? now : null));
  return outcome;
}
