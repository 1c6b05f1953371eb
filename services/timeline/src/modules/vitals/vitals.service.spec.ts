/** R13: the newest values pass the rules on their way out, whatever the database found. */
import { planOf } from '@heya/service-common/planned';
import { newId, physician } from '@heya/testkit/viewers';
import { expect, test } from 'vitest';
import type { TimelineRequest } from '../access/index.ts';
import { latestVitals } from './vitals.service.ts';

test('of the newest values only those are told whose audience the right covers', async () => {
  const patientId = newId();
  const right = { roomId: newId(), patientId, districtId: newId(), authority: 'MEMBERSHIP', audiences: ['EVERYONE'] };
  const value = (kind: string, audience: string, other: object = {}) => ({ ...right, kind, audience, takenAt: new Date(), ...other });
  const found = [
    value('PULSE', 'EVERYONE'),
    value('SPO2', 'CARE_TEAM'),
    value('SYSTOLIC', 'EVERYONE', { authority: 'CHANNEL' }),
    value('DIASTOLIC', 'EVERYONE', { authority: 'INSPECTION' }),
  ];
  const recorded: string[] = [];
  const isOfValues = (call: string): boolean | undefined => planOf(call)?.sql.includes('vital_measurement');
  const tx = { execute: (call: string) => Promise.resolve(isOfValues(call) ? found : [{ ...right, validUntil: null }]) };
  const context = {
    viewer: physician(),
    read: (work: (within: typeof tx) => Promise<unknown>) => work(tx),
    record: { add: (lines: Map<string, unknown>) => recorded.push(...lines.keys()), isKnown: () => false },
  } as unknown as TimelineRequest;
  expect((await latestVitals(context, patientId))?.map(({ kind }) => kind)).toEqual(['PULSE']);
  expect(new Set(recorded)).toEqual(new Set([`VIEW ${right.roomId}`]));
});
