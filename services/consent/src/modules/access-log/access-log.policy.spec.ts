import type { AuditLine } from '@heya/schema/events';
import { newId } from '@heya/service-common/id';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canReadLog, canonicalJson, chainStart, entryHash, firstBreak } from './access-log.policy.ts';

const line = (subjectId: string): AuditLine => ({
  id: newId(),
  at: '2026-11-22T00:00:00.000Z',
  districtId: newId(),
  actorId: newId(),
  actorType: 'person',
  sessionId: null,
  clientId: null,
  authority: 'MEMBERSHIP',
  action: 'VIEW',
  categories: ['DEMOGRAPHICS'],
  subjectType: 'Patient',
  subjectId,
  patientId: subjectId,
  roomId: null,
  outcome: 'ALLOWED',
  requestId: 'r',
});

function chain(length: number): { seq: number; line: AuditLine; entryHash: string }[] {
  let hash = chainStart;
  return Array.from({ length }, (_, index) => {
    const entry = line(newId());
    hash = entryHash(hash, entry);
    return { seq: index + 1, line: entry, entryHash: hash };
  });
}
const start = { seq: 0, hash: chainStart };

test('the first changed, missing or moved line is found (R32)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), fc.constantFrom('edit', 'delete', 'swap'), (length, pick, how) => {
      const entries = chain(length);
      expect(firstBreak(entries, start)).toBeUndefined();
      const at = pick % (length - 1);
      const [one, two] = [entries[at], entries[at + 1]];
      if (!one || !two) return;
      if (how === 'edit') entries[at] = { ...one, line: { ...one.line, actorId: newId() } };
      if (how === 'delete') entries.splice(at, 1);
      if (how === 'swap')
        [entries[at], entries[at + 1]] = [
          { ...two, seq: one.seq },
          { ...one, seq: two.seq },
        ];
      expect(firstBreak(entries, start)).toBe(at + 1);
    }),
  );
});

test('the order of keys is no change, since PostgreSQL has its own', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(canonicalJson({ a: null, b: [{ c: 2, d: 1 }] }));
});

test('patient, family and steward may see who looked, others not (R33)', () => {
  const as = (override: object) =>
    canReadLog({
      relation: 'MEMBERSHIP',
      role: 'CARE_TEAM',
      is_steward: false,
      profession: null,
      is_registrar: false,
      district_id: 'd',
      room_id: 'r',
      ...override,
    });
  expect([
    as({}),
    as({ is_steward: true }),
    as({ role: 'PATIENT' }),
    as({ role: 'FAMILY' }),
    as({ relation: 'CENTER', role: null }),
    canReadLog(undefined),
  ]).toEqual([false, true, true, true, false, false]);
});
