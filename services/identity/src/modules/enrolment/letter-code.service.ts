/** Codes that were just made out, and for whom: what a letter is printed of. They are known by their hash alone, so whoever prints gives them. */
import { timingSafeEqual } from 'node:crypto';
import { auditAll } from '@heya/service-common/audit';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { findFacility } from '../facility/index.ts';
import { tokyoDay, type User } from '../user/index.ts';
import type { Enrolment } from './enrolment.entity.ts';
import { can, takesCode } from './enrolment.policy.ts';
import { findOpen, workplacesOf } from './enrolment.repository.ts';
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
    const open: (OpenCode & { enrolmentId: string })[] = [];
    for (const [index, user] of users.entries()) open.push(...(await letterOf(tx, context, { user, code: given[index]?.code ?? '' })));
    if (given.length === 0 || open.length !== given.length) {
      await recordRefusal(tx, context, { subjectType: 'Enrolment' });
      return null;
    }
    await auditAll(
      tx,
      context,
      open.map(({ enrolmentId }) => ({
        authority: 'CENTER',
        action: 'PRINT',
        categories: [],
        subjectType: 'Enrolment',
        subjectId: enrolmentId,
      })),
    );
    return open;
  });
}

async function letterOf(
  tx: Em,
  { enrolmentPepper, now }: IdentityContext,
  { user, code }: { user: User; code: string },
): Promise<(OpenCode & { enrolmentId: string })[]> {
  const enrolment = await findOpen(tx, user.id);
  if (!enrolment || !takesCode(enrolment, now()) || !isCodeOf(enrolment, hashCode(enrolmentPepper, enrolment.id, code))) return [];
  const [place] = await workplacesOf(tx, user.id, tokyoDay(now()));
  const facility = place ? await findFacility(tx, place) : null;
  return [
    {
      enrolmentId: enrolment.id,
      userId: user.id,
      code,
      name: user.displayName,
      facilityName: facility?.name ?? '',
      expiresAt: enrolment.expiresAt,
    },
  ];
}

function isCodeOf({ codeHash }: Enrolment, hash: string): boolean {
  const [kept, typed] = [Buffer.from(codeHash ?? ''), Buffer.from(hash)];
  return kept.length === typed.length && timingSafeEqual(kept, typed);
}
