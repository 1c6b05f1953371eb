import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
/** In a process of its own, as the rules of the whole repository are read from its root. */
const rulesOfEach = `
import { ESLint } from 'eslint';
const eslint = new ESLint();
const configs = await Promise.all(process.argv.slice(1).map((place) => eslint.calculateConfigForFile(place)));
process.stdout.write(JSON.stringify(configs.map(({ rules }) => rules)));`;
const places = globSync('web/portal/src/**/*.svelte', { cwd: root });

describe('texts of people as markup (V38)', () => {
  it('are an error to lint, in parts and in pages', () => {
    const chosen = ['lib/parts', 'routes'].map(
      (folder) => places.find((each) => each.startsWith(`web/portal/src/${folder}`)) ?? `web/portal/src/${folder}/none.svelte`,
    );
    const told = execFileSync(process.execPath, ['--input-type=module', '--eval', rulesOfEach, ...chosen], { cwd: root, encoding: 'utf8' });
    const rules = JSON.parse(told) as Record<string, unknown[]>[];
    expect(rules).toHaveLength(2);
    for (const each of rules) expect(each['svelte/no-at-html-tags']?.[0]).toBe(2);
  }, 60_000);

  it('stand nowhere, and nowhere is the rule set aside', () => {
    expect(places.length).toBeGreaterThan(50);
    const found = places.filter((place) => /\{@html|no-at-html-tags/.test(readFileSync(join(root, place), 'utf8')));
    expect(found).toEqual([]);
  });
});
