/** The ceremonies of WebAuthn: what a device is asked, and whether its answer counts (V12). */
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import { holdActiveUser } from '../user/index.ts';
import type { CeremonyPurpose, Passkey } from './passkey.entity.ts';
import { mostPasskeys } from './passkey.policy.ts';
import * as repository from './passkey.repository.ts';

/** Ed25519, RSA, P-256: what devices in use have. */
const supportedAlgorithmIDs = [-8, -7, -257];
const challengeMs = 5 * 60_000;

export interface Visit {
  purpose: CeremonyPurpose;
  /** The sign-in under way, or the session. */
  subject: string;
}

export interface Owner {
  id: string;
  accountName: string;
  displayName: string;
}

export interface PasskeySettings {
  /** Where the pages are: `https://id.example`. Its host name is the relying party. */
  origin: string;
  now?: () => Date;
}

export class PasskeyService {
  readonly #origin: string;
  readonly #rpID: string;
  readonly #now: () => Date;

  constructor({ origin, now = () => new Date() }: PasskeySettings) {
    const url = new URL(origin);
    [this.#origin, this.#rpID, this.#now] = [url.origin, url.hostname, now];
  }

  /** @param userId whose key must answer; null: whoever's it is */
  async ask(tx: Em, visit: Visit, userId: string | null): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const known = userId ? await repository.listPasskeys(tx, userId) : [];
    const options = await generateAuthenticationOptions({
      rpID: this.#rpID,
      userVerification: 'required',
      timeout: challengeMs,
      allowCredentials: known.map(describe),
    });
    await this.#remember(tx, options.challenge, { ...visit, userId });
    return options;
  }

  async askForNew(tx: Em, subject: string, owner: Owner): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const options = await generateRegistrationOptions({
      rpName: 'Heya 部屋',
      rpID: this.#rpID,
      userID: handleOf(owner.id),
      userName: owner.accountName,
      userDisplayName: owner.displayName,
      attestationType: 'none',
      timeout: challengeMs,
      excludeCredentials: (await repository.listPasskeys(tx, owner.id)).map(describe),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs,
    });
    await this.#remember(tx, options.challenge, { purpose: 'NEW', subject, userId: owner.id });
    return options;
  }

  /** @returns the key that answered, its owner in use and held so until the transaction ends; or undefined: nobody is told which check failed */
  async check(tx: Em, visit: Visit, answer: unknown): Promise<Passkey | undefined> {
    const response = answer as AuthenticationResponseJSON;
    const asked = await this.#take(tx, visit, response);
    const passkey = asked && (await repository.findByCredentialId(tx, String(response.id)));
    if (!asked || !passkey || (asked.userId ?? passkey.userId) !== passkey.userId || !isHandleOf(response, passkey.userId))
      return undefined;
    // Before the key's own row: whoever removes keys locks the person first as well (V06).
    if (!(await holdActiveUser(tx, passkey.userId))) return undefined;
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: asked.challenge,
      expectedOrigin: this.#origin,
      expectedRPID: this.#rpID,
      credential: { id: passkey.credentialId, publicKey: Uint8Array.from(passkey.publicKey), counter: passkey.counter },
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!verified?.verified) return undefined;
    const { newCounter: counter, credentialBackedUp: backedUp } = verified.authenticationInfo;
    return (await repository.recordUse(tx, passkey.id, { counter, backedUp, now: this.#now() })) ? passkey : undefined;
  }

  /** The person is locked already. @returns the new key's id, or undefined when the answer does not count */
  async register(
    tx: Em,
    subject: string,
    { userId, label, answer }: { userId: string; label: string; answer: unknown },
  ): Promise<string | undefined> {
    const response = answer as RegistrationResponseJSON;
    const asked = await this.#take(tx, { purpose: 'NEW', subject }, response);
    if (asked?.userId !== userId) return undefined;
    const verified = await verifyRegistrationResponse({
      response,
      expectedChallenge: asked.challenge,
      expectedOrigin: this.#origin,
      expectedRPID: this.#rpID,
      requireUserVerification: true,
      supportedAlgorithmIDs,
    }).catch(() => undefined);
    if (!verified?.verified) return undefined;
    if ((await repository.countPasskeys(tx, userId)) >= mostPasskeys) return undefined;
    const { credential, credentialBackedUp: backedUp } = verified.registrationInfo;
    const row: Passkey = {
      id: newId(),
      userId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      label,
      backedUp,
      createdAt: this.#now(),
      lastUsedAt: null,
    };
    return (await repository.insertPasskey(tx, row)) ? row.id : undefined;
  }

  #remember(tx: Em, challenge: string, about: Visit & { userId: string | null }): Promise<void> {
    return repository.replaceChallenge(tx, { ...about, challenge, expiresAt: new Date(this.#now().getTime() + challengeMs) });
  }

  /** The question this answers is used up, whatever comes of it. */
  async #take(
    tx: Em,
    visit: Visit,
    response: { response?: { clientDataJSON?: unknown } },
  ): Promise<{ challenge: string; userId: string | null } | undefined> {
    const challenge = challengeOf(response);
    const asked = challenge && (await repository.takeChallenge(tx, { challenge, ...visit }, this.#now()));
    return asked ? { challenge, userId: asked.userId } : undefined;
  }
}

function challengeOf({ response }: { response?: { clientDataJSON?: unknown } }): string | undefined {
  try {
    const { challenge } = decodeClientDataJSON(String(response?.clientDataJSON));
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}

type Transports = NonNullable<Parameters<typeof generateAuthenticationOptions>[0]['allowCredentials']>[number]['transports'];
const describe = ({ credentialId, transports }: Passkey) => ({ id: credentialId, transports: transports as Transports });

/** The id itself: it says nothing about the person. */
const handleOf = (userId: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(userId.replaceAll('-', ''), 'hex'));

const isHandleOf = ({ response }: AuthenticationResponseJSON, userId: string): boolean =>
  response.userHandle === undefined || response.userHandle === Buffer.from(handleOf(userId)).toString('base64url');
