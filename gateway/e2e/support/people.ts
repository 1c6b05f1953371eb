/** The demo district's people, signed in over the public pages. */
import type { Joined } from '../../../infra/local/journeys/join.ts';
import { Session } from '../../../infra/local/api/graphql.mjs';

export interface Person {
  role: string;
  userId: string;
  displayName: string;
  facilityId: string | null;
  session: Session;
}
export type People = (role: string) => Person;

/** Signs these roles in. @returns the person of a role */
export async function signInAll(stack: Joined, roles: readonly string[]): Promise<People> {
  const people = new Map<string, Person>();
  for (const role of roles) {
    const account = stack.demo.accounts.find((found) => found.role === role);
    if (!account) throw new Error(`No demo account for ${role}`);
    const { userId, displayName, facilityId } = account;
    people.set(role, { role, userId, displayName, facilityId, session: await Session.open(stack.urls, account) });
  }
  return (role) => {
    const person = people.get(role);
    if (!person) throw new Error(`${role} did not sign in`);
    return person;
  };
}
