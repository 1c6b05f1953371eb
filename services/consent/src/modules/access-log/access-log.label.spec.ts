import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AuditLine } from '@heya/schema/events';
import { describe, expect, it } from 'vitest';
import { authorityLabel, deviceLabel, subjectLabel } from './access-log.label.ts';

const services = fileURLToPath(new URL('../../../../', import.meta.url));
const code: string[] = [];
for await (const file of glob('*/src/**/*.ts', { cwd: services }))
  if (!file.endsWith('.spec.ts') && !file.includes('/testing/')) code.push(readFileSync(`${services}${file}`, 'utf8'));
const source = code.join('\n');

/** @param places where such a word stands @returns every word in quotes there, once */
const named = (places: RegExp[], word: RegExp): string[] => [
  ...new Set(
    places.flatMap((place) => [...source.matchAll(place)].flatMap(([text]) => [...text.matchAll(word)].map(([, found]) => `${found}`))),
  ),
];
const authorities = named(
  [/\bauthority: [^,})\n]*/g, /\ballow\('[A-Z_]+'\)/g, /type (?:\w*Authority|\w*Relation) =[^;]+;/g],
  /'([A-Z_]+)'/g,
);
const subjects = named([/\bsubjectType: '\w+'/g, /\b(?:recordRefusal|concludeChange)\(tx, \w+, '\w+'/g], /'(\w+)'/g);
const nothing: Pick<AuditLine, 'authority' | 'subjectType'> = { authority: 'nothing', subjectType: 'nothing' };
const line = (given: Partial<AuditLine>): AuditLine => ({ ...nothing, ...given }) as AuditLine;

describe('what the services write into the record is said in plain words (R33)', () => {
  it.each(['ja', 'en'] as const)('every right, every object: %s', (locale) => {
    expect(authorities).toEqual(
      expect.arrayContaining(['MEMBERSHIP', 'INVITED', 'APPLICANT', 'FACILITY_ADMIN', 'RECOVERY', 'DIRECTORY', 'NONE']),
    );
    expect(subjects).toEqual(expect.arrayContaining(['Patient', 'Post', 'Session', 'Passkey', 'Credential', 'Recovery']));
    const other = authorityLabel(line({}), locale);
    expect(authorities.filter((authority) => authorityLabel(line({ authority }), locale) === other)).toEqual([]);
    expect(subjects.filter((subjectType) => subjectLabel(line({ subjectType }), locale) === other)).toEqual([]);
  });
});

it('a registered device is told from another of its kind without its whole id (R6, R32)', () => {
  expect(deviceLabel({ device: 'Safari · iPadOS #0193f3a0-1111-7222-8333-44445555abcd' })).toBe('Safari · iPadOS #5555abcd');
  expect(deviceLabel({ device: 'Safari · iPadOS' })).toBe('Safari · iPadOS');
  expect(deviceLabel({ device: null })).toBeNull();
});
