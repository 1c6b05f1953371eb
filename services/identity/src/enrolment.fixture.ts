/** Somebody whose ID was issued and who has not come in yet, for specs. */
import { type Em, inViewer } from '@heya/service-common/orm';
import { newId } from '@heya/testkit/viewers';
import { readEnvironment } from './environment.ts';
import { testDistrict, viewerOf, type World } from './identity.fixture.ts';
import { SecretBox } from './modules/credential/index.ts';
import { createEnrolment, type EnrolmentCode } from './modules/enrolment/index.ts';
import { findPledgeText, Pledge } from './modules/pledge/index.ts';
import { Affiliation, Practitioner, User } from './modules/user/index.ts';

export type Issued = Awaited<ReturnType<typeof issue>>;

/**
 * A district with an officer and a doctor, and a new nurse who works at the doctor's clinic.
 * @param pledged whether the clinic has signed 1-1
 */
export async function issue(world: World, { pledged = true } = {}) {
  const district = testDistrict();
  const { doctor, officer } = district.people;
  await world.load({ ...district.file, people: [doctor, officer] });
  const who = { id: newId(), accountName: `new-${newId().slice(-12)}`, displayName: '高橋 由美', displayNameKana: 'タカハシ ユミ' };
  const practitionerId = newId();
  await asService(world, async (tx) => {
    const kind = 'PROFESSIONAL' as const;
    await tx.insert(User, { ...who, kind, districtId: district.file.district.id, sortName: who.displayNameKana, createdAt: new Date() });
    await tx.insert(Practitioner, { id: practitionerId, userId: who.id, professions: ['NURSE'] });
    await tx.insert(Affiliation, {
      id: newId(),
      practitionerId,
      facilityId: doctor.facilityId ?? '',
      isFacilityAdmin: false,
      since: '2026-01-01',
    });
    if (pledged) await pledgeFacility(tx, { facilityId: doctor.facilityId ?? '', districtId: district.file.district.id });
  });
  if (!pledged) await world.sql('update pledge set revoked_at = now() where facility_id = $1', [doctor.facilityId]);
  const issueCode = (userId = who.id, districtId = district.file.district.id): Promise<EnrolmentCode> => {
    const { KEY_ENCRYPTION_KEY } = readEnvironment(world.environment.variables);
    const context = {
      viewer: viewerOf(district, officer),
      requestId: newId(),
      enrolmentPepper: new SecretBox(KEY_ENCRYPTION_KEY).derive('enrolment'),
      now: world.clock.now,
    };
    return asService(world, (tx) => createEnrolment(tx, { userId, districtId }, context));
  };
  return { district, doctor, officer, who, issueCode };
}

const asService = <T>(world: World, work: Parameters<typeof inViewer<T>>[2]): Promise<T> =>
  inViewer(world.app.orm.em, { type: 'service', name: 'identity' }, work);

export async function pledgeFacility(tx: Em, { facilityId, districtId }: { facilityId: string; districtId: string }): Promise<void> {
  const text = await findPledgeText(tx, { districtId, form: 'FORM_1_1' });
  await tx.insert(Pledge, {
    id: newId(),
    districtId,
    form: 'FORM_1_1',
    textId: text?.id ?? '',
    textSha256: text?.sha256 ?? '',
    acceptedClauses: text?.clauses.map(({ id }) => id) ?? [],
    facilityId,
    signerUserId: null,
    signerName: '佐藤 健一',
    signedOn: '2026-01-01',
    acceptedAt: new Date(),
    channel: 'PAPER',
    registeredBy: null,
    bodyHash: '0'.repeat(64),
    revokedAt: null,
  });
}

type TestBrowser = ReturnType<World['browser']>;
type Answer = Awaited<ReturnType<TestBrowser['open']>>;

export const password = 'lantern orchard velvet';

/** The first page, as the letters say. @returns its answer */
export const openLetters = (browser: TestBrowser, { who }: Issued, code: string): Promise<Answer> =>
  browser.open('/oidc/enrol', { account: who.accountName, code });

/** The page of the open step. */
export const stepOf = (browser: TestBrowser): Promise<Answer> => browser.open('/oidc/enrol/step');

export const titleOf = ({ body }: Answer): string => /<h1>([^<]*)</.exec(body)?.[1] ?? '';

const valueOf = ({ body }: Answer, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

/** Sends a form of the open step as its page would. */
export async function sendStep(browser: TestBrowser, path: string, fields: Record<string, string> = {}): Promise<Answer> {
  return browser.open(`/oidc/enrol${path}`, { xsrf: valueOf(await stepOf(browser), 'xsrf'), ...fields });
}

/** @returns the app's secret, and the answer: the page with the backup codes */
export async function registerApp(browser: TestBrowser): Promise<{ totpSecret: string; shown: Answer; codes: string[] }> {
  const page = await stepOf(browser);
  const totpSecret = (/class="secret">([A-Z2-7 ]+)</.exec(page.body)?.[1] ?? '').replaceAll(' ', '');
  const fields = { xsrf: valueOf(page, 'xsrf'), ticket: valueOf(page, 'ticket'), code: browser.code(totpSecret) };
  const shown = await browser.open('/oidc/enrol/authenticator', fields);
  return { totpSecret, shown, codes: codesIn(shown) };
}

export const codesIn = ({ body }: Answer): string[] =>
  [...body.matchAll(/<li>([A-Z0-9]{5}-[A-Z0-9]{5})<\/li>/g)].map(([, code = '']) => code);

/** Ticks every promise but perhaps one. */
export async function pledge(browser: TestBrowser, but?: string): Promise<Answer> {
  const page = await stepOf(browser);
  const names = [...page.body.matchAll(/name="(clause-[^"]+)"/g)].map(([, name = '']) => name).filter((name) => name !== but);
  const ticked = Object.fromEntries(names.map((name) => [name, 'yes']));
  return browser.open('/oidc/enrol/pledge', { xsrf: valueOf(page, 'xsrf'), version: valueOf(page, 'version'), ...ticked });
}

/** All of it, with an authenticator app. @returns with what the person signs in from now on */
export async function enrol(world: World, issued: Issued) {
  const browser = world.browser();
  await openLetters(browser, issued, (await issued.issueCode()).code);
  await sendStep(browser, '/password', { password, again: password });
  const { totpSecret, codes } = await registerApp(browser);
  await sendStep(browser, '/codes', { kept: 'yes' });
  const last = await pledge(browser);
  return { person: { ...issued.doctor, ...issued.who, password, totpSecret }, codes, last };
}

/** In a browser of its own, with the code used and the password still to be chosen. */
export async function atPassword(world: World, issued: Issued) {
  const { code } = await issued.issueCode();
  const browser = world.browser();
  await openLetters(browser, issued, code);
  return { browser, code };
}

/** The same, with the password chosen. */
export async function atFactor(world: World, issued: Issued) {
  const { browser, code } = await atPassword(world, issued);
  await sendStep(browser, '/password', { password, again: password });
  return { browser, code };
}
