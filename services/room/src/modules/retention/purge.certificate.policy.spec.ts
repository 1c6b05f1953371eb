import { expect, it } from 'vitest';
import { certificateHash } from './purge.certificate.policy.ts';

const purge = (spoken: (time: string) => string): Parameters<typeof certificateHash>[1] => ({
  first_by: 'a',
  first_by_name: 'A',
  first_at: spoken('2026-11-23T06:00:00.120Z'),
  second_by: 'b',
  second_by_name: 'B',
  second_at: spoken('2026-11-23T06:01:00.000Z'),
  begun_at: spoken('2026-11-23T06:02:00.000Z'),
  finished_at: spoken('2026-11-23T06:03:00.000Z'),
  parts: [{ service: 'room', erased_at: '2026-11-23T06:02:00Z', counts: [{ name: 'patient', count: 1 }], sha256: 'c' }],
});
const room = { room_id: 'r', room_number: '1', application_number: null };
const inJapan = (time: string): string => new Date(Date.parse(time) + 9 * 3_600_000).toISOString().replace('Z', '+09:00');
const utc = certificateHash(
  room,
  purge((time) => time),
);

it('is the same in whatever time zone the database tells its times, and another of other times', () => {
  expect(certificateHash(room, purge(inJapan))).toBe(utc);
  expect(
    certificateHash(
      room,
      purge((time) => time.replace('06:03', '06:04')),
    ),
  ).not.toBe(utc);
});
