// The demo districts of one installation: the templates' people with ids, passwords and TOTP secrets of their own.
import { randomInt, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uuidv7 } from '../api/uuid.mjs';
import { readJson, writePrivate } from '../setup/secrets.mjs';

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const [first, second] = [read('./district.json'), read('./second-district.json')];
/** Without l, I, 1, O, 0: these are read from a screen and typed. */
const letters = { lower: 'abcdefghijkmnpqrstuvwxyz', upper: 'ABCDEFGHJKLMNPQRSTUVWXYZ', digit: '23456789' };
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * @param {ReturnType<typeof import('../setup/paths.mjs').dataFiles>} files
 * @returns {import('../stack.d.mts').Demo & {districtLoaded: boolean}} made at the first start, the same ever after
 */
export function demoAccounts(files) {
  const found = readJson(files.demo) ?? makeFirst(files);
  const demo = found.secondDistrict ? found : { ...found, secondDistrict: makeSecond(files) };
  writePrivate(files.demo, demo);
  return demo;
}

/**
 * The first district's people and places once more, under ids, names to sign in with and secrets of their own: for one of several that share a stack.
 * @param {string} name letters and figures
 * @returns {{file: object} & Pick<import('../stack.d.mts').Demo, 'district' | 'accounts'>}
 */
export function districtNamed(name) {
  const people = first.people.map((person) => ({ ...person, accountName: `${person.accountName}-${name}` }));
  return makeDistrict({ ...first, district: { ...first.district, name: `${first.district.name}（${name}）` }, people });
}

/** Keeps what has been done, so that the next start goes on from there. */
export function saveDemo(files, demo) {
  writePrivate(files.demo, demo);
}

function makeFirst(files) {
  const { file, district, accounts } = makeDistrict(first);
  writePrivate(files.district, file);
  return { district, accounts, room: null, districtLoaded: false };
}

/** Nobody of it has anything to do with the first: what its people see of that is nothing. */
function makeSecond(files) {
  const { file, district, accounts } = makeDistrict(second);
  writePrivate(files.secondDistrict, file);
  return { district, accounts, loaded: false };
}

function makeDistrict(template) {
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
    file: {
      district,
      facilities: template.facilities.map(({ key, ...facility }) => ({ id: facilityIds[key], ...facility })),
      people: people.map(({ loaded }) => loaded),
    },
    district,
    accounts: people.map(toAccount),
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
