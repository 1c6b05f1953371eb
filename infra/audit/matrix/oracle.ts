/**
 * What nobody may get, whatever the table says: each text of the audit's rooms belongs to a few people (R10, R13, R22),
 * and is looked for in every answer and every frame that anybody else receives.
 */
import type { Scene, SceneRoom } from '../scene/scene.ts';
import type { Principal } from './principals.ts';

interface Secret {
  text: string;
  what: string;
  mayBeSeenBy: readonly Principal[];
}

const careTeam: readonly Principal[] = ['applicant', 'member', 'steward', 'inspector'];
const members: readonly Principal[] = [...careTeam, 'patient', 'family'];
/** Officers who reviewed an application keep what was consented and applied for; whom it is about they see only while it waits (R12, R13). */
const reviewers: readonly Principal[] = ['officer', 'inspector'];

export function secretsOf({ room, other, withdrawn }: Scene): Secret[] {
  const own: Partial<Record<keyof SceneRoom['marks'], readonly Principal[]>> = {
    name: members,
    nameKana: members,
    address: members,
    phone: members,
    giverName: [...members, ...reviewers],
    reason: ['applicant', ...reviewers],
    forTeam: careTeam,
    forEveryone: members,
  };
  return [
    ...secrets('the room', room, own),
    // Nobody writes in it: officers see whom to ask (R17), as they see whom an application that waits is about, and nothing else of them.
    ...secrets('another room', other, {
      name: ['otherMember', ...reviewers],
      nameKana: ['otherMember', ...reviewers],
      giverName: ['otherMember', ...reviewers],
      reason: ['otherMember', ...reviewers],
      address: ['otherMember'],
      phone: ['otherMember'],
      forTeam: ['otherMember'],
      forEveryone: ['otherMember'],
    }),
    // Who consented and withdrew is on the consent itself, which its parties keep (R9); nothing else is left.
    ...secrets('the room whose consent was withdrawn', withdrawn, { giverName: [...members, ...reviewers] }),
  ];
}

function secrets(place: string, { marks }: SceneRoom, seenBy: Partial<Record<keyof SceneRoom['marks'], readonly Principal[]>>): Secret[] {
  return Object.entries(marks).map(([what, text]) => ({
    text: text as string,
    what: `${what} of ${place}`,
    mayBeSeenBy: seenBy[what as keyof SceneRoom['marks']] ?? [],
  }));
}

/** @returns what the text gives away to this principal */
export function leaksIn(text: string, principal: Principal, secrets: readonly Secret[]): string[] {
  return secrets
    .filter((secret) => !secret.mayBeSeenBy.includes(principal) && text.includes(secret.text))
    .map(({ what }) => `LEAK: ${principal} got the ${what}`);
}
