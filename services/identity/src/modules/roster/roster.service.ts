/** Confirming the roster of a year, and correcting what was confirmed (R15). */
import { createHash } from 'node:crypto';
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { closeWork } from '../inbox/index.ts';
import type { IdentityProblem } from '../problem/index.ts';
import { requirePerson } from '../session/index.ts';
import { tokyoDay } from '../user/index.ts';
import { decideRoster, forgetRosters, type Place, rosterOf, type RosterState } from './roster.access.ts';
import type { RosterConfirmation } from './roster.entity.ts';
import { readEntries, type TypedEntry } from './roster.policy.ts';
import * as repository from './roster.repository.ts';

export interface RosterInput {
  idempotencyKey: string;
  year: number;
  expectedVersion: number;
  entries: TypedEntry[];
}

export interface RosterResult {
  roster: RosterState | null;
  replayed: boolean;
  problems: IdentityProblem[];
}

const problem = (code: IdentityProblem['code'], ...field: string[]): IdentityProblem => ({ code, field });

export async function confirmRoster(context: IdentityContext, facilityId: string, input: RosterInput): Promise<RosterResult> {
  const facility = await context.loaders.facility.load(facilityId);
  const decision = facility ? await decideRoster(context, facility) : ({ allowed: false, reason: 'ABSENT' } as const);
  if (!facility || !decision.allowed) {
    await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'RosterConfirmation' }));
    if (!decision.allowed && decision.reason === 'ROLE') throw codedError('FORBIDDEN');
    return { roster: null, replayed: false, problems: [problem('NOT_FOUND', 'facilityId')] };
  }
  const read = readEntries(input.entries);
  const problems = [
    ...(isId(input.idempotencyKey) ? [] : [problem('INVALID', 'input', 'idempotencyKey')]),
    ...('problems' in read ? read.problems : []),
  ];
  const state = await rosterOf(context, facility);
  if ('problems' in read || problems.length > 0 || !state) return { roster: state, replayed: false, problems };
  const outcome = await context.asService((tx) => keep(tx, context, { facility, input, entries: read.entries, state }));
  forgetRosters(context);
  return {
    roster: await rosterOf(context, facility),
    replayed: outcome === 'REPLAYED',
    problems: typeof outcome === 'string' ? [] : [outcome],
  };
}

interface Confirming {
  facility: Place;
  input: RosterInput;
  entries: Map<string, Required<TypedEntry>>;
  state: RosterState;
}

async function keep(
  tx: Em,
  context: IdentityContext,
  { facility, input, entries, state }: Confirming,
): Promise<'KEPT' | 'REPLAYED' | IdentityProblem> {
  const { userId, labels } = requirePerson(context);
  const { year, expectedVersion } = input;
  const body = JSON.stringify([facility.id, year, expectedVersion, userId, [...entries.values()]]);
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const id = input.idempotencyKey.toLowerCase();
  await repository.holdFacility(tx, facility.id);
  const earlier = await repository.findConfirmation(tx, id);
  if (earlier) return earlier.bodyHash === bodyHash ? 'REPLAYED' : problem('INVALID', 'input', 'idempotencyKey');
  if (year !== state.year) return problem('INVALID', 'input', 'year');
  const newest = (await repository.confirmationsOf(tx, [facility.id])).find((each) => each.year === year);
  if ((newest?.version ?? 0) !== expectedVersion) return problem('STALE_VERSION', 'input', 'expectedVersion');
  const confirmedAt = context.now();
  const staff = await repository.presentStaff(tx, facility.id, tokyoDay(confirmedAt));
  // Each person that is there today has an answer, and nobody else: whoever came or went meanwhile is looked at first.
  if (staff.length !== entries.size || staff.some((each) => !entries.has(each.user_id)))
    return problem('STALE_VERSION', 'input', 'entries');
  const row: RosterConfirmation = {
    ...{ id, year, bodyHash, confirmedAt, districtId: facility.districtId, facilityId: facility.id },
    version: expectedVersion + 1,
    dueOn: state.dueOn,
    entries: staff.flatMap(({ user_id, display_name }) => {
      const entry = entries.get(user_id);
      return entry ? [{ ...entry, name: display_name }] : [];
    }),
    confirmedBy: userId,
    confirmedByName: labels.name,
  };
  await repository.insertConfirmation(tx, row);
  await audit(tx, context, {
    ...{ authority: 'FACILITY_ADMIN', action: expectedVersion === 0 ? 'CREATE' : 'UPDATE', categories: [] },
    ...{ subjectType: 'RosterConfirmation', subjectId: id },
  });
  for (const reminder of await repository.remindersOf(tx, facility.id)) await closeWork(tx, 'RosterReminder', reminder.id, confirmedAt);
  return 'KEPT';
}
