/** Codes that were just made out, and for whom: what a letter is printed of. They are known by their hash alone, so whoever prints gives them. */
import { timingSafeEqual } from 'node:crypto';
import { auditAll } from '@heya/service-common/audit';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { tokyoDay, type User } from '../user/index.ts';
import type { Enrolment } from './enrolment.entity.ts';
import { can, takesCode } from './enrolment.policy.ts';
import { facilityNamesOf, openOf } from './enrolment.repository.ts';
import { hashCode } from './issue.service.ts';

export interface GivenCode {
  userId: string;
  code: string;
}

export interface OpenCode extends GivenCode {
  name: string;
  facilityName: string;
  expiresAt: Date;
}

/** As many as one application has people. */
const mostLetters = 100;

/** For officers, with a line PRINT for each. @returns null when one of them is no code that counts, or of nobody within reach */
export async function openCodes(context: IdentityContext, given: readonly GivenCode[]): Promise<OpenCode[] | null> {
  const people = await Promise.all(given.slice(0, mostLetters).map(({ userId }) => context.loaders.administered.load(userId)));
  const users = people.flatMap((found) => ('user' in found && can(context.viewer, 'REISSUE', true).allowed ? [found.user] : []));
  return context.asService(async (tx) => {
    const isWhole = given.length > 0 && users.length === given.length;
    const letters = isWhole ? await lettersOf(tx, context, { users, codes: given.map(({ code }) => code) }) : [];
    if (!isWhole || letters.length !== given.length) {
      await recordRefusal(tx, context, { subjectType: 'Enrolment' });
      return null;
    }
    await auditAll(
      tx,
      context,
      letters.map(({ enrolmentId }) => ({
        authority: 'CENTER',
        action: 'PRINT',
        categories: [],
        subjectType: 'Enrolment',
        subjectId: enrolmentId,
      })),
    );
    return letters;
  });
}

interface Asked {
  users: readonly User[];
  /** In the order of the people. */
  codes: readonly string[];
}

/** @returns those whose code counts */
async function lettersOf(
  tx: Em,
  { enrolmentPepper, now }: IdentityContext,
  { users, codes }: Asked,
): Promise<(OpenCode & { enrolmentId: string })[]> {
  const userIds = users.map(({ id }) => id);
  const open = new Map((await openOf(tx, userIds)).map((enrolment) => [enrolment.userId, enrolment]));
  const facilities = await facilityNamesOf(tx, userIds, tokyoDay(now()));
  return users.flatMap(({ id, displayName }, index) => {
    const [enrolment, code] = [open.get(id), codes[index] ?? ''];
    if (!enrolment || !takesCode(enrolment, now()) || !isCodeOf(enrolment, hashCode(enrolmentPepper, enrolment.id, code))) return [];
    const { id: enrolmentId, expiresAt } = enrolment;
    return [{ enrolmentId, userId: id, code, name: displayName, facilityName: facilities.get(id) ?? '', expiresAt }];
  });
}

function isCodeOf({ codeHash }: Enrolment, hash: string): boolean {
  const [kept, typed] = [Buffer.from(codeHash ?? ''), Buffer.from(hash)];
  return kept.length === typed.length && timingSafeEqual(kept, typed);
}
