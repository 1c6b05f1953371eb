import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const eslint = join(root, 'node_modules', 'eslint', 'bin', 'eslint.js');
const places = globSync('web/portal/src/**/*.svelte', { cwd: root });

describe('texts of people as markup (V38)', () => {
  it('are an error to lint, in parts and in pages', () => {
    const rulesOf = (place: string): Record<string, unknown[]> => {
      const config = execFileSync(process.execPath, [eslint, '--print-config', place], { cwd: root, encoding: 'utf8' });
      return (JSON.parse(config) as { rules: Record<string, unknown[]> }).rules;
    };
    for (const folder of ['lib/parts', 'routes']) {
      const place = places.find((each) => each.startsWith(`web/portal/src/${folder}`)) ?? folder;
      expect(rulesOf(place)['svelte/no-at-html-tags']?.[0], place).toBe(2);
    }
  }, 60_000);

  it('stand nowhere, and nowhere is the rule set aside', () => {
    expect(places.length).toBeGreaterThan(50);
    const found = places.filter((place) => /\{@html|no-at-html-tags/.test(readFileSync(join(root, place), 'utf8')));
    expect(found).toEqual([]);
  });
});
