/** For officers: who has signed the wording in force, and who still owes it (R1). */
import { codedError } from '@heya/service-common/errors';
import { type Connection, openCursor, toConnection } from '@heya/service-common/pagination';
import type { IdentityContext } from '../../context.ts';
import { requirePerson } from '../session/index.ts';
import { tokyoDay } from '../user/index.ts';
import { forbid } from './pledge.access.ts';
import type { Pledge } from './pledge.entity.ts';
import { can, debtOf } from './pledge.policy.ts';
import { countStandings, listStandings, pledgesOfBound } from './pledge.standing.repository.ts';
import { textsHolding } from './pledge.text.service.ts';
import { isPledgeForm, type PledgeForm } from './pledge-text.entity.ts';

export interface Standing {
  id: string;
  form: PledgeForm;
  sortName: string;
  /** The newest that holds, of whatever wording. */
  pledge: Pledge | null;
  isOwed: boolean;
  /** Calendar day in Japan; null: it is asked for, no more. */
  blocksFrom: string | null;
  isBlocking: boolean;
}

export interface Standings extends Connection<Standing> {
  signedCount: number;
  owedCount: number;
}

const size = 50;

export interface StandingsAsked {
  form: string;
  isOwed: boolean;
  after: string | null | undefined;
}

/** @throws FORBIDDEN, BAD_USER_INPUT for another form */
export async function pledgeStandings(context: IdentityContext, { form, isOwed, after }: StandingsAsked): Promise<Standings> {
  const { districtId } = requirePerson(context);
  if (!can(context.viewer, 'PUBLISH').allowed) return forbid(context, 'Pledge');
  if (!isPledgeForm(form)) throw codedError('BAD_USER_INPUT');
  const [kind, now] = [`pledgeStandings:${form}:${isOwed}`, context.now()];
  const position = openCursor(context.seal, kind, after) as [string, string] | undefined;
  return context.read(async (tx) => {
    const texts = await textsHolding(tx, { districtId, form }, now);
    const wanted = { districtId, form, textId: texts.at(-1)?.id ?? districtId };
    const counted = await countStandings(tx, wanted);
    const rows = await listStandings(tx, { ...wanted, isOwed, limit: size + 1, after: position });
    const ids = rows.map(({ id }) => id);
    const pledges = Map.groupBy(await pledgesOfBound(tx, form, ids), (pledge) =>
      form === 'FORM_1_1' ? pledge.facilityId : pledge.signerUserId,
    );
    const standings = rows.map(({ id, sort_name: sortName }): Standing => {
      const own = pledges.get(id) ?? [];
      const accepted = own.map(({ textId }) => textId);
      const debt = debtOf(texts, accepted, tokyoDay(now));
      return {
        ...{ id, form, sortName, isOwed },
        pledge: own[0] ?? null,
        blocksFrom: debt?.blocksFrom ?? null,
        isBlocking: debt?.isBlocking ?? false,
      };
    });
    const page = toConnection({
      seal: context.seal,
      kind,
      rows: standings,
      size,
      continued: position !== undefined,
      position: ({ sortName, id }) => [sortName, id],
      totalCount: isOwed ? counted.owed : counted.signed,
    });
    return { ...page, signedCount: counted.signed, owedCount: counted.owed };
  });
}
