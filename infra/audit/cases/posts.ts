/** Wrong posts: text, times and measurements. */
import { uuidv7 } from '../../local/api/uuid.mjs';
import { ask, type Case, requireTopLevel, requireUserError, type Variables } from '../case.ts';
import { postCreate } from '../operations.ts';
import type { World } from '../world.ts';

const note = (world: World, change: Variables): Variables => ({
  input: { idempotencyKey: uuidv7(), roomId: world.roomId, audience: 'CARE_TEAM', kind: 'NOTE', body: '監査の書き込み', ...change },
});
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const vitals = (measurements: Record<string, number>): Variables => ({
  kind: 'VITALS',
  vitals: { takenAt: inMinutes(-1), measurements: Object.entries(measurements).map(([kind, value]) => ({ kind, value })) },
});

/** The nurse of the room sends a post that is wrong in one thing. */
function mended(id: string, text: string, change: Variables, expected: { codes: string[]; field?: string }): Case {
  return {
    id,
    text,
    run: (world) => requireUserError(world, { role: 'nurse', query: postCreate, variables: note(world, change) }, expected),
  };
}

function refused(id: string, text: string, change: Variables): Case {
  return {
    id,
    text,
    run: (world) => requireTopLevel(world, { role: 'nurse', query: postCreate, variables: note(world, change) }, ['BAD_USER_INPUT']),
  };
}

/** 123456789018 has a valid check digit. */
function myNumber(id: string, text: string, written: string): Case {
  return {
    id,
    text,
    async run(world) {
      const variables = note(world, { body: `番号は${written}です` });
      await requireUserError(
        world,
        { role: 'nurse', query: postCreate, variables },
        { codes: ['MY_NUMBER_NOT_ALLOWED'], field: 'input.body' },
      );
      await world.requireNowhere(written);
    },
  };
}

const sameKey: Case = {
  id: 'post-key-other-body',
  text: 'the idempotency key of another body → INVALID, the first post stays',
  async run(world) {
    const variables = note(world, {});
    const first = await (await world.as('nurse')).send(postCreate, variables);
    if (first.body.errors) throw new Error(JSON.stringify(first.body.errors));
    const other = { input: { ...(variables.input as object), body: '別の本文' } };
    await requireUserError(
      world,
      { role: 'nurse', query: postCreate, variables: other },
      { codes: ['INVALID', 'ALREADY_EXISTS'], field: 'input.idempotencyKey' },
    );
  },
};

const canary: Case = {
  id: 'post-not-logged',
  text: 'a text that is stored, and one in the place of an enum → in no log and not on the bus',
  async run(world) {
    const text = `カナリア${uuidv7()}`;
    for (const change of [{ body: text }, { kind: text }, { roomId: text }]) await ask(world, 'nurse', postCreate, note(world, change));
    await world.requireUnlogged(text);
  },
};

export const postCases: Case[] = [
  mended('post-empty', 'an empty body → BLANK', { body: '' }, { codes: ['BLANK'], field: 'input.body' }),
  mended('post-blank', 'a body of ideographic spaces → BLANK', { body: '　　 \n' }, { codes: ['BLANK'], field: 'input.body' }),
  mended(
    'post-too-long',
    'a body of 20,001 characters → TOO_LONG',
    { body: 'あ'.repeat(20_001) },
    { codes: ['TOO_LONG'], field: 'input.body' },
  ),
  myNumber('post-my-number', 'a My Number in half-width digits → refused, kept nowhere', '123456789018'),
  myNumber('post-my-number-full-width', 'a My Number in full-width digits → refused, kept nowhere', '１２３４５６７８９０１８'),
  myNumber('post-my-number-hyphens', 'a My Number with hyphens → refused, kept nowhere', '1234-5678-9018'),
  myNumber(
    'post-my-number-spaces',
    'a My Number in full width with ideographic spaces → refused, kept nowhere',
    '１２３４　５６７８　９０１８',
  ),
  mended(
    'post-future',
    'observed tomorrow → INVALID',
    { observedAt: inMinutes(24 * 60) },
    { codes: ['INVALID'], field: 'input.observedAt' },
  ),
  mended(
    'vitals-future',
    'measured in an hour → INVALID',
    { kind: 'VITALS', vitals: { takenAt: inMinutes(60), measurements: [{ kind: 'PULSE', value: 70 }] } },
    { codes: ['INVALID'], field: 'input.vitals' },
  ),
  mended('vitals-s-below-d', 'systolic below diastolic → refused at the measurement', vitals({ SYSTOLIC: 70, DIASTOLIC: 120 }), {
    codes: ['INVALID', 'IMPLAUSIBLE_VALUE'],
    field: 'input.vitals',
  }),
  mended('vitals-s-equals-d', 'systolic equal to diastolic → refused at the measurement', vitals({ SYSTOLIC: 90, DIASTOLIC: 90 }), {
    codes: ['INVALID', 'IMPLAUSIBLE_VALUE'],
    field: 'input.vitals',
  }),
  mended('vitals-impossible', 'SpO₂ of 150 % → refused', vitals({ SPO2: 150 }), {
    codes: ['INVALID', 'IMPLAUSIBLE_VALUE'],
    field: 'input.vitals',
  }),
  mended('vitals-implausible', 'a temperature of 47 °C → refused', vitals({ BODY_TEMPERATURE: 47 }), {
    codes: ['INVALID', 'IMPLAUSIBLE_VALUE'],
    field: 'input.vitals',
  }),
  mended(
    'vitals-none',
    'vitals without a measurement → refused',
    { kind: 'VITALS', vitals: { takenAt: inMinutes(-1), measurements: [] } },
    { codes: ['BLANK', 'INVALID'], field: 'input.vitals' },
  ),
  mended(
    'post-key-not-uuid',
    'an idempotency key that is no UUIDv7 → INVALID',
    { idempotencyKey: 'abc' },
    { codes: ['INVALID'], field: 'input.idempotencyKey' },
  ),
  sameKey,
  canary,
  refused('post-wrong-type', 'a number as body → BAD_USER_INPUT', { body: 12 }),
  refused('post-unknown-audience', 'an audience that does not exist → BAD_USER_INPUT', { audience: 'WORLD' }),
  refused('post-unknown-field', 'a field that does not exist → BAD_USER_INPUT', { districtId: uuidv7() }),
  refused('post-bad-time', 'a time without offset → BAD_USER_INPUT', { observedAt: '2026-11-22 10:00' }),
];
