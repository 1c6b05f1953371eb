// The demo district of one installation: the template's people with ids, passwords and TOTP secrets of their own.
import { randomInt, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uuidv7 } from '../api/uuid.mjs';
import { readJson, writePrivate } from '../setup/secrets.mjs';

const template = JSON.parse(readFileSync(new URL('./district.json', import.meta.url), 'utf8'));
/** Without l, I, 1, O, 0: these are read from a screen and typed. */
const letters = { lower: 'abcdefghijkmnpqrstuvwxyz', upper: 'ABCDEFGHJKLMNPQRSTUVWXYZ', digit: '23456789' };
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * @param {ReturnType<typeof import('../setup/paths.mjs').dataFiles>} files
 * @returns {import('../stack.d.mts').Demo & {districtLoaded: boolean}} made at the first start, the same ever after
 */
export function demoAccounts(files) {
  const found = readJson(files.demo);
  if (found) return found;
  const made = makeDemo();
  writePrivate(files.district, made.district);
  writePrivate(files.demo, made.demo);
  return made.demo;
}

/** Keeps what has been done, so that the next start goes on from there. */
export function saveDemo(files, demo) {
  writePrivate(files.demo, demo);
}

function makeDemo() {
  const facilityIds = Object.fromEntries(template.facilities.map(({ key }) => [key, uuidv7()]));
  const district = { id: uuidv7(), name: template.district.name };
  const people = template.people.map(({ role, facility, ...person }) => ({
    role,
    loaded: {
      id: uuidv7(),
      ...person,
      password: randomPassword(),
      totpSecret: randomTotpSecret(),
      ...(facility && { facilityId: facilityIds[facility] }),
    },
  }));
  return {
    district: {
      district,
      facilities: template.facilities.map(({ key, ...facility }) => ({ id: facilityIds[key], ...facility })),
      people: people.map(({ loaded }) => loaded),
    },
    demo: { district, accounts: people.map(toAccount), room: null, districtLoaded: false },
  };
}

function toAccount({ role, loaded }) {
  const { id, accountName, password, totpSecret, displayName, facilityId } = loaded;
  return { role, userName: accountName, password, totpSecret, userId: id, displayName, facilityId: facilityId ?? null, room: null };
}

/** Four groups of four with every kind of letter: mixed enough for R5, easy enough to type. */
function randomPassword() {
  const pick = (from) => from[randomInt(from.length)];
  const group = () => pick(letters.upper) + pick(letters.lower) + pick(letters.digit) + pick(letters.lower);
  return [group(), group(), group()].join('-');
}

function randomTotpSecret() {
  return [...randomBytes(32)].map((byte) => base32[byte % 32]).join('');
}
