/** R9, R15: what runs out is told 60, 30 and 7 days before, each once, and is written as expired afterwards. */
import { queryAsAdmin } from '@heya/testkit/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  consented,
  consentInput,
  type ConsentUnderTest,
  openRoom,
  startConsent,
  submitConsent,
  viewPatient,
} from '../../testing/consent.ts';

let consent: ConsentUnderTest;
beforeAll(async () => {
  consent = await startConsent();
});
afterAll(() => consent.close());

const lastDay = '2031-06-30';
/** Noon in Japan, so many days before the last one. */
const before = (days: number): Date => new Date(Date.parse(`${lastDay}T03:00:00Z`) - days * 86_400_000);
const warn = (now: Date): Promise<number> => consent.runJob('consent-expiry-warning', now);
const expireAt = (now: Date): Promise<number> => consent.runJob('consent-expiry', now);
const told = async (consentId: string): Promise<number[]> =>
  (await consent.bus.all('consent.expiring')).filter(({ payload }) => payload.consentId === consentId).map(({ payload }) => payload.days);

describe('a consent that runs out', () => {
  it('is told 60, 30 and 7 days before, each once, also when two processes look at the same minute', async () => {
    const { consentId, patientId, people } = await consented(consent, { expiresOn: lastDay });
    expect(await warn(before(61))).toBe(0);
    expect((await Promise.all([warn(before(60)), warn(before(60))])).reduce((sum, count) => sum + count)).toBe(1);
    expect([await warn(before(45)), await warn(before(30)), await warn(before(29)), await warn(before(7)), await warn(before(0))]).toEqual([
      0, 1, 0, 1, 0,
    ]);
    await consent.bus.published('consent.expiring', ({ consentId: id, days }) => id === consentId && days === 7);
    expect(await told(consentId)).toEqual([60, 30, 7]);
    const { history } = (
      await consent.get(people.physician, 'query ($id: ID!) { consent(id: $id) { history { kind } } }', { id: consentId })
    ).consent;
    expect(history.filter(({ kind }: { kind: string }) => kind === 'EXPIRY_WARNED')).toHaveLength(3);
    expect((await viewPatient(consent, people.physician, patientId)).consent).toMatchObject({ status: 'ACTIVE', version: 1 });
  });

  it('known late is told once', async () => {
    const { consentId } = await consented(consent, { expiresOn: lastDay });
    expect([await warn(before(3)), await warn(before(2))]).toEqual([1, 0]);
    await consent.bus.published('consent.expiring', ({ consentId: id }) => id === consentId);
    expect(await told(consentId)).toEqual([7]);
  });

  it('is written as expired once its last day in Japan is over, told as a change, and replaced by a new one', async () => {
    const found = await consented(consent, { expiresOn: lastDay });
    const { consentId, patientId, people } = found;
    const midnight = new Date(`${lastDay}T15:00:00Z`);
    await expireAt(new Date(midnight.getTime() - 1));
    expect((await viewPatient(consent, people.physician, patientId)).consent.status).toBe('ACTIVE');
    await Promise.all([expireAt(midnight), expireAt(midnight)]);
    expect(await expireAt(midnight)).toBe(0);
    const { payload } = await consent.bus.published(
      'consent.changed',
      (change) => change.consentId === consentId && change.status === 'EXPIRED',
    );
    expect(payload).toMatchObject({ version: 2, epoch: 2, grants: [] });
    const view = await viewPatient(consent, people.physician, patientId);
    expect(view.consent).toMatchObject({ status: 'EXPIRED', version: 2, viewerCanWithdraw: false, viewerCanAmend: false });
    expect(new Set(view.disclosures.map(({ state }: { state: string }) => state))).toEqual(new Set(['EXPIRED']));
    const { consentSubmit } = await consent.get(people.physician, submitConsent, { input: consentInput(found) });
    expect(consentSubmit).toMatchObject({ userErrors: [], consent: { status: 'ACTIVE' } });
    const rows = await queryAsAdmin(
      consent.environment.database.adminUrl,
      'select status from consent where patient_id = $1 order by epoch',
      [patientId],
    );
    expect(rows).toEqual([{ status: 'SUPERSEDED' }, { status: 'ACTIVE' }]);
  });

  it('is a task of who took it, of steward, doctor, care manager and patient; of nobody else', async () => {
    const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const found = await consented(consent, { expiresOn: soon });
    const { people, consentId } = found;
    const tasks = async (who: keyof typeof people): Promise<unknown> => {
      const person = people[who];
      if (typeof person === 'string') return undefined;
      const data = await consent.get(
        person,
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { consentsExpiring { id expiresOn } } } }`,
        {
          r: [{ __typename: 'Viewer', id: person.userId }],
        },
      );
      return data._entities[0].consentsExpiring;
    };
    expect(await tasks('physician')).toEqual([{ id: consentId, expiresOn: soon }]);
    await openRoom(consent, found);
    for (const who of ['physician', 'careManager', 'patient'] as const)
      expect(await tasks(who), who).toEqual([{ id: consentId, expiresOn: soon }]);
    for (const who of ['nurse', 'family', 'officer', 'outsider', 'otherDistrict'] as const) expect(await tasks(who), who).toEqual([]);
    await consent.get(people.physician, submitConsent, { input: consentInput(found) });
    expect(await tasks('physician')).toEqual([]);
  });
});
