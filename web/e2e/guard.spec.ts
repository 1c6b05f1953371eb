/** What keeps people out where they do not belong, in real browsers, around the demo room. */
import { describe, expect, it } from 'vitest';
import { amend } from './guard/amend.ts';
import { device } from './guard/device.ts';
import { facility } from './guard/facility.ts';
import { ids } from './guard/ids.ts';
import { inert } from './guard/inert.ts';
import { lock } from './guard/lock.ts';
import { looks } from './guard/looks.ts';
import { sessions } from './guard/sessions.ts';
import { passkey } from './guard/passkey.ts';
import { setGuarded } from './guard/stage.ts';

const guarded = setGuarded();

describe('the center looks into a room, and the room sees it', () => looks(guarded));
describe('a consent is changed', () => amend(guarded));
describe("one's own sign-ins", () => sessions(guarded));
describe('a registered device', () => device(guarded));
describe('a facility', () => facility(guarded));
describe('passkeys', () => passkey(guarded));
describe('IDs', () => ids(guarded));
describe('what people write stays text', () => inert(guarded));
describe('a screen nobody touches', () => lock(guarded));

it('no page complained', () => {
  // Refusals are answers; a refused socket is tried again.
  const refused = /status of (4\d\d)|WebSocket connection/;
  // Said by the browser in which something was tried that the policy of a page keeps out.
  const keptOut = /^nurse: .*(Content Security Policy|TrustedHTML|TrustedScript)/s;
  expect(guarded.complaints().filter((line) => !refused.test(line) && !keptOut.test(line))).toEqual([]);
});
