import type { AuditLine } from '@heya/schema/events';
import { newId } from '@heya/service-common/id';
import { anonymous, nurse, officer, patient } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Standing } from '../projection/index.ts';
import { can, canonicalJson, chainStart, entryHash, firstBreak } from './access-log.policy.ts';

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

test('patient, family and steward see who looked, officers search and export, others nothing (R32, R33)', () => {
  const standing = (override: object): Standing => ({
    relation: 'MEMBERSHIP',
    role: 'CARE_TEAM',
    is_steward: false,
    profession: null,
    is_registrar: false,
    district_id: 'd',
    room_id: 'r',
    valid_until: null,
    ...override,
  });
  const whom = [
    standing({}),
    standing({ is_steward: true }),
    standing({ role: 'PATIENT' }),
    standing({ role: 'FAMILY' }),
    standing({ relation: 'CENTER', role: null }),
    standing({ relation: 'INSPECTION' }),
    undefined,
  ];
  const may = (action: 'READ' | 'EXPORT'): boolean[] => whom.map((given) => can(nurse(), action, { standing: given }).allowed);
  expect(may('READ')).toEqual([false, true, true, true, false, false, false]);
  expect(may('EXPORT')).toEqual([false, false, true, false, true, true, false]);
  expect([officer(), nurse(), patient(), anonymous].map((viewer) => can(viewer, 'SEARCH', {}).allowed)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(can(anonymous, 'READ', { standing: standing({ role: 'PATIENT' }) }).allowed).toBe(false);
});
