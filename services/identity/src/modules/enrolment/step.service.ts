/** The steps of a first sign-in (R4): own password, second factor, backup codes, pledge; then the ID is in use (R1). */
import { audit } from '@heya/service-common/audit';
import type { DataKeys } from '@heya/service-common/data-keys';
import { newId } from '@heya/service-common/id';
import type { Logger } from '@heya/service-common/logger';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import { recordRefusal } from '../../refusal.ts';
import { type CredentialService, hashPassword, type PasswordProblem } from '../credential/index.ts';
import { passkeyLabel, type PasskeyService } from '../passkey/index.ts';
import { checkPledge, debtsOfFacilities, findPledgeText, owesPledge, type PledgeText, recordPledge } from '../pledge/index.ts';
import { findOwnWords, lockUser, tokyoDay } from '../user/index.ts';
import type { EnrolmentStep } from './enrolment.entity.ts';
import { enrolUser, findByVisit, updateEnrolment, workplacesOf } from './enrolment.repository.ts';
import { actorOf, type EnrolmentVisits, hashVisit, type Visit } from './visit.service.ts';

export interface StepParts {
  orm: Orm;
  relay: Relay;
  credentials: CredentialService;
  passkeys: PasskeyService;
  dataKeys: DataKeys;
  visits: EnrolmentVisits;
  logger: Logger;
  now: () => Date;
}

/** The browser is not at this step: it came in anew elsewhere, or the step is done. */
export type Elsewhere = 'ELSEWHERE';

export type PledgeProblem = 'INCOMPLETE' | 'STALE';

export class EnrolmentSteps {
  readonly #parts: StepParts;

  constructor(parts: StepParts) {
    this.#parts = parts;
  }

  async choosePassword(visit: string, password: string): Promise<PasswordProblem | Elsewhere | 'DONE'> {
    const { credentials, visits, now } = this.#parts;
    const found = await visits.find(visit);
    if (found?.enrolment.step !== 'PASSWORD') return 'ELSEWHERE';
    const problem = credentials.judge(await this.#within((tx) => findOwnWords(tx, found.user)), password);
    if (problem) return problem;
    const passwordHash = await hashPassword(password);
    return this.#at<'DONE'>(visit, 'PASSWORD', async (tx, here) => {
      await credentials.setFirstPassword(tx, here.user.id, { passwordHash, now: now() });
      await this.#record(tx, here, 'Credential', here.user.id);
      await updateEnrolment(tx, here.enrolment.id, { step: 'FACTOR' });
      return 'DONE';
    });
  }

  /** @returns the backup codes in plain, this once */
  takeAuthenticator(visit: string, { secret, typed }: { secret: string; typed: string }): Promise<string[] | Elsewhere | 'WRONG'> {
    const { credentials, now } = this.#parts;
    return this.#at(visit, 'FACTOR', async (tx, here) => {
      const { user, enrolment } = here;
      if (!(await credentials.changeAuthenticator(tx, user.id, { secret, typed, now: now() }))) return 'WRONG';
      await this.#record(tx, here, 'Credential', user.id);
      await updateEnrolment(tx, enrolment.id, { step: 'BACKUP_CODES', codeHash: null });
      return credentials.issueBackupCodes(tx, user.id, now());
    });
  }

  askPasskey(visit: string): Promise<Elsewhere | Awaited<ReturnType<PasskeyService['askForNew']>>> {
    return this.#at(visit, 'FACTOR', (tx, { enrolment, user }) => this.#parts.passkeys.askForNew(tx, enrolment.id, user));
  }

  takePasskey(visit: string, { answer, device }: { answer: unknown; device: string | null }): Promise<'DONE' | Elsewhere | 'WRONG'> {
    return this.#at(visit, 'FACTOR', async (tx, here) => {
      const { enrolment, user } = here;
      const label = passkeyLabel('', device);
      const id = await this.#parts.passkeys.register(tx, enrolment.id, { userId: user.id, label, answer });
      if (!id) {
        await recordRefusal(tx, actorOf(here), { subjectType: 'Passkey' });
        return 'WRONG';
      }
      await this.#record(tx, here, 'Passkey', id);
      await updateEnrolment(tx, enrolment.id, { codeHash: null });
      await this.#goOn(tx, here);
      return 'DONE';
    });
  }

  /** Other codes for somebody who did not keep those that were shown. */
  renewBackupCodes(visit: string): Promise<string[] | Elsewhere> {
    const { credentials, now } = this.#parts;
    return this.#at(visit, 'BACKUP_CODES', async (tx, here) => {
      await this.#record(tx, here, 'Credential', here.user.id);
      return credentials.issueBackupCodes(tx, here.user.id, now());
    });
  }

  keepBackupCodes(visit: string): Promise<'DONE' | Elsewhere> {
    return this.#at<'DONE'>(visit, 'BACKUP_CODES', async (tx, here) => {
      await this.#goOn(tx, here);
      return 'DONE';
    });
  }

  /** @returns the wording to be read now */
  pledgeText({ user }: Visit): Promise<PledgeText | undefined> {
    return this.#within((tx) => findPledgeText(tx, { districtId: user.districtId, form: 'FORM_1_2' }, this.#parts.now()));
  }

  sign(
    visit: string,
    { textVersion, acceptedClauses }: { textVersion: string; acceptedClauses: readonly string[] },
  ): Promise<PledgeProblem | Elsewhere | 'DONE'> {
    const { dataKeys, now } = this.#parts;
    return this.#at(visit, 'PLEDGE', async (tx, here) => {
      const { user } = here;
      const submission = {
        id: newId(),
        districtId: user.districtId,
        form: 'FORM_1_2' as const,
        textVersion,
        acceptedClauses,
        signerName: user.displayName,
        signerUserId: user.id,
        facilityId: null,
      };
      const check = await checkPledge(tx, submission, { path: [], now: now() });
      if (!('checked' in check)) return check.problems.some(({ code }) => code === 'STALE_VERSION') ? 'STALE' : 'INCOMPLETE';
      const by = { authority: 'SELF', path: [] };
      await recordPledge(tx, { ...actorOf(here), dataKeys, now }, check.checked, by);
      await this.#goOn(tx, here);
      return 'DONE';
    });
  }

  /** Looks again whether the workplace has pledged meanwhile. */
  lookAgain(visit: string): Promise<'DONE' | Elsewhere> {
    return this.#at<'DONE'>(visit, 'FACILITY_PLEDGE', async (tx, here) => {
      await this.#goOn(tx, here);
      return 'DONE';
    });
  }

  /** What is owed comes next; when nothing is, the ID is in use. */
  async #goOn(tx: Em, here: Visit): Promise<void> {
    const { enrolment, user } = here;
    const now = this.#parts.now();
    const step = await this.#owedStep(tx, here);
    if (step) return updateEnrolment(tx, enrolment.id, { step });
    await enrolUser(tx, user.id, now);
    await updateEnrolment(tx, enrolment.id, { completedAt: now, visitHash: null, codeHash: null });
    await this.#record(tx, here, 'User', user.id);
    this.#parts.logger.info('enrolled', { userId: user.id });
  }

  async #owedStep(tx: Em, { user }: Visit): Promise<EnrolmentStep | undefined> {
    const now = this.#parts.now();
    if (await owesPledge(tx, user.id, now)) return 'PLEDGE';
    if (user.kind !== 'PROFESSIONAL') return undefined;
    const facilityIds = await workplacesOf(tx, user.id, tokyoDay(now));
    const debts = await debtsOfFacilities(tx, { facilityIds, districtId: user.districtId }, now);
    const blocked = debts.filter(({ isBlocking }) => isBlocking);
    return facilityIds.length > 0 && blocked.length === facilityIds.length ? 'FACILITY_PLEDGE' : undefined;
  }

  /** Under the person's lock, so that a step is taken once, and not while another code is made out. */
  async #at<T>(visit: string, step: EnrolmentStep, work: (tx: Em, here: Visit) => Promise<T>): Promise<T | Elsewhere> {
    const result = await this.#within(async (tx) => {
      const seen = await findByVisit(tx, hashVisit(visit), this.#parts.now());
      if (seen) await lockUser(tx, seen.userId);
      const here = await this.#parts.visits.find(visit, tx);
      return here?.enrolment.step === step ? work(tx, here) : ('ELSEWHERE' as const);
    });
    this.#parts.relay.wake();
    return result;
  }

  #record(tx: Em, here: Visit, subjectType: string, subjectId: string): Promise<void> {
    return audit(tx, actorOf(here), { authority: 'ENROLMENT', action: 'UPDATE', categories: [], subjectType, subjectId });
  }

  #within<T>(work: (tx: Em) => Promise<T>): Promise<T> {
    return inViewer(this.#parts.orm.em, { type: 'service', name: 'identity' }, work);
  }
}
