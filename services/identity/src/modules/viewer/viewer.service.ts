/** What only the person themselves may know of their sign-in. */
import type { IdentityContext } from '../../context.ts';
import { isChangeSuggested } from '../credential/index.ts';
import { findOwnSession, lifetimes, requirePerson } from '../session/index.ts';

export function ownPasswordChangedAt(context: IdentityContext): Promise<Date | null> {
  const { userId } = requirePerson(context);
  return context.asService((tx) => context.credentials.passwordChangedAt(tx, userId));
}

/** @returns until when what is sensitive needs no new proof of who one is in this sign-in, also when that is over */
export async function ownProofUntil(context: IdentityContext): Promise<Date | null> {
  const { sessionId } = requirePerson(context);
  const session = await findOwnSession(context, sessionId);
  return session && new Date(session.provedAt.getTime() + lifetimes.proofMs);
}

/** Everybody here has a second factor, so nobody is asked; the rule stands for the day somebody has none (R5, V11). */
export async function isOwnChangeSuggested(context: IdentityContext): Promise<boolean> {
  const changedAt = await ownPasswordChangedAt(context);
  return changedAt !== null && isChangeSuggested({ changedAt, hasSecondFactor: true }, context.now());
}
