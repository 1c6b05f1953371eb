/**
 * R10 as a whole: whatever is done in whatever order, through restarts and restored rows too, a class is shown only while a consent is in
 * force that covers it and the one who asks; and a consent goes only where its state may lead.
 */
import type { ConsentState } from '@heya/schema/events';
import type { PersonViewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { edges } from './modules/consent/consent.policy.ts';
import { categories, mandatoryCategories } from './modules/platform/index.ts';
import {
  amendConsent,
  type Case,
  consentInput,
  type ConsentUnderTest,
  expire,
  inspect,
  joinRoom,
  openRoom,
  registeredPatient,
  startConsent,
  submitConsent,
  viewPatient,
  withdrawConsent,
  withdrawInput,
} from './testing/consent.ts';
import { drawnSignature } from '@heya/testkit/signature';

let consent: ConsentUnderTest;
beforeAll(async () => {
  consent = await startConsent();
});
afterAll(() => consent.close());

interface Answer {
  granted: boolean;
  family: boolean;
}
type Answers = Answer[];

/** What should be so. */
interface Model {
  state: 'NONE' | 'ACTIVE' | 'WITHDRAWN' | 'EXPIRED';
  answers: Answers;
  version: number;
  looking: boolean;
  nurseIn: boolean;
  /** The clock has written what time had done. */
  written: boolean;
}

/** What is so. */
interface Real {
  found: Case;
  roomId: string;
  consentId: string;
  look: { end(): Promise<unknown> } | undefined;
  seen: Map<string, ConsentState>;
}

const admin = <R extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R[]> =>
  queryAsAdmin<R>(consent.environment.database.adminUrl, text, values);
const toInput = (answers: Answers): object[] =>
  answers.map(({ granted, family }, index) => ({
    category: categories[index],
    granted,
    visibleToFamily: family,
    visibleToPartners: false,
  }));
const code = (payload: { userErrors: { code: string }[] }): string => payload.userErrors[0]?.code ?? 'DONE';

/** Who should be shown a class. */
function isShown(model: Model, who: string, { granted, family }: Answer): boolean {
  if (model.state !== 'ACTIVE' || !granted) return false;
  if (who === 'nurse') return model.nurseIn;
  if (who === 'family') return family;
  return who === 'officer' ? model.looking : who === 'physician' || who === 'patient';
}

const whom = ['physician', 'nurse', 'patient', 'family', 'officer', 'otherOfficer', 'outsider', 'otherDistrict'] as const;

/** After every step everybody asks, and the database shows no step that is none. */
async function examine(model: Model, real: Real): Promise<void> {
  const { people, patientId } = real.found;
  for (const who of whom) {
    const { disclosures, consent: held } = await viewPatient(consent, people[who], patientId);
    const shown = ((disclosures ?? []) as { category: string; state: string }[])
      .filter(({ state }) => state === 'SHARED')
      .map(({ category }) => category);
    expect(shown, who).toEqual(categories.filter((_, index) => model.answers[index] && isShown(model, who, model.answers[index])));
    if (who === 'outsider' || who === 'otherDistrict' || (who === 'nurse' && !model.nurseIn))
      expect([disclosures, held]).toEqual([null, null]);
    else expect(held?.status ?? 'NONE', who).toBe(model.state);
  }
  for (const { id, status } of await admin<{ id: string; status: ConsentState }>('select id, status from consent where patient_id = $1', [
    patientId,
  ])) {
    const before = real.seen.get(id);
    expect(before === undefined ? status === 'ACTIVE' : before === status || edges[before].includes(status), `${before} → ${status}`).toBe(
      true,
    );
    real.seen.set(id, status);
  }
}

type Step = fc.AsyncCommand<Model, Real>;
const step = (name: string, run: (model: Model, real: Real) => Promise<void>, check: (model: Model) => boolean = () => true): Step => ({
  check,
  run: async (model, real) => {
    await run(model, real);
    await examine(model, real);
  },
  toString: () => name,
});

const submit = (answers: Answers): Step =>
  step(`submit ${JSON.stringify(answers)}`, async (model, real) => {
    const input = consentInput(real.found, { categories: toInput(answers) });
    expect(code((await consent.get(real.found.people.physician, submitConsent, { input })).consentSubmit)).toBe('DONE');
    real.consentId = String(input.idempotencyKey);
    Object.assign(model, { state: 'ACTIVE', answers, version: 1, written: false });
  });

const amend = (answers: Answers, who: 'physician' | 'patient' | 'nurse'): Step =>
  step(
    `amend ${who} ${JSON.stringify(answers)}`,
    async (model, real) => {
      const person: PersonViewer = real.found.people[who];
      const input = { categories: toInput(answers), giverName: '田中 ハル', signature: drawnSignature, expectedVersion: model.version };
      const done = code((await consent.get(person, amendConsent, { id: real.consentId, input })).consentCategoriesUpdate);
      if (who === 'nurse') return expect(done).toBe(model.nurseIn ? 'FORBIDDEN' : 'NOT_FOUND');
      if (model.state !== 'ACTIVE') return expect(done).toBe('INVALID_STATE');
      if (JSON.stringify(answers) === JSON.stringify(model.answers)) return expect(done).toBe('INVALID');
      expect(done).toBe('DONE');
      Object.assign(model, { answers, version: model.version + 1 });
    },
    ({ state }) => state !== 'NONE',
  );

const withdraw = (who: 'patient' | 'family' | 'officer'): Step =>
  step(
    `withdraw ${who}`,
    async (model, real) => {
      const input = withdrawInput({ expectedVersion: model.version });
      const done = code((await consent.get(real.found.people[who], withdrawConsent, { id: real.consentId, input })).consentWithdraw);
      if (who === 'family') return expect(done).toBe('FORBIDDEN');
      expect(done).toBe(model.state === 'ACTIVE' ? 'DONE' : 'INVALID_STATE');
      if (done === 'DONE') Object.assign(model, { state: 'WITHDRAWN', version: model.version + 1 });
    },
    ({ state }) => state !== 'NONE',
  );

const lastDay = step(
  'expire',
  async (model, real) => {
    await expire(consent, real.consentId);
    model.state = 'EXPIRED';
  },
  ({ state }) => state === 'ACTIVE',
);

const clock = step('the clock', async (model) => {
  await consent.runJob('consent-expiry');
  if (model.state === 'EXPIRED' && !model.written) Object.assign(model, { version: model.version + 1, written: true });
});

const look = step('look', async (model, real) => {
  if (model.looking) await real.look?.end();
  else real.look = await inspect(consent, real.found, { roomId: real.roomId, officer: real.found.people.officer });
  model.looking = !model.looking;
});

const nurseMoves = step('nurse comes or goes', async (model, { found, roomId }) => {
  const until = model.nurseIn ? new Date().toISOString() : null;
  await joinRoom(consent, found, { roomId, person: found.people.nurse, role: 'CARE_TEAM', from: null, until });
  model.nurseIn = !model.nurseIn;
});

const restart = step('restart', () => consent.restart());

const restore = step(
  'restore what was withdrawn',
  (model, { consentId }) =>
    consent.restart(async () => {
      await admin(`update consent set status = 'ACTIVE', version = 1, answers_version = 1 where id = $1`, [consentId]);
      await admin('delete from consent_category where consent_id = $1 and consent_version > 1', [consentId]);
      Object.assign(model, { version: 2 });
    }),
  ({ state }) => state === 'WITHDRAWN',
);

const answers: fc.Arbitrary<Answers> = fc
  .tuple(
    ...categories.map(() =>
      fc.constantFrom({ granted: false, family: false }, { granted: true, family: false }, { granted: true, family: true }),
    ),
  )
  .map((given) =>
    given.map((answer, index) => ({ ...answer, granted: answer.granted || mandatoryCategories.includes(categories[index]!) })),
  );

const steps = [
  answers.map(submit),
  fc.tuple(answers, fc.constantFrom('physician', 'patient', 'nurse' as const)).map(([given, who]) => amend(given, who)),
  fc.constantFrom('patient', 'family', 'officer' as const).map(withdraw),
  fc.constantFrom(lastDay, clock, look, nurseMoves),
  fc.constantFrom(lastDay, look, nurseMoves, restart, restore),
];

it('shows a class only under a consent in force that covers it and who asks, through every sequence of steps', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 14, size: 'max' }), async (commands) => {
      const found = await registeredPatient(consent);
      const roomId = await openRoom(consent, found);
      const start = (): { model: Model; real: Real } => ({
        model: { state: 'NONE', answers: [], version: 0, looking: false, nurseIn: true, written: false },
        real: { found, roomId, consentId: '', look: undefined, seen: new Map() },
      });
      await fc.asyncModelRun(start, commands);
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 240_000);
