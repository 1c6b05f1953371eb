/** V39: names that a spreadsheet would calculate. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Case, require } from '../case.ts';
import { formulaRoles } from '../scene/districts.ts';
import type { World } from '../world.ts';

const look = 'query ($id: ID!) { patient(id: $id) { name } }';
const exported =
  'mutation ($patientId: ID!, $from: Date!, $to: Date!) { accessLogExport(patientId: $patientId, from: $from, to: $to) { csv userErrors { code message field } } }';
const dayMs = 86_400_000;
const dayFrom = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** Whoever is called so need only try to look: the attempt is in the record, by name. */
async function formulas(world: World): Promise<string> {
  for (const role of formulaRoles) await (await world.as(role)).send(look, { id: world.patientId });
  const names = formulaRoles.map((role) => world.account(role).displayName);
  const cells = await untilNamed(world, names);
  const missing = names.filter((name) => !cells.includes(`'${name}`));
  require(missing.length === 0, `in no cell of the export as text: ${missing.map((name) => JSON.stringify(name)).join(' ')}`);
  const calculated = cells.filter((cell) => /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell));
  require(calculated.length === 0, `formulas: ${calculated.join(' ')}`);
  return `${names.length} names among ${cells.length} cells`;
}

/** The record hears of it a moment later. @returns the cells of the export */
async function untilNamed(world: World, names: readonly string[]): Promise<string[]> {
  const officer = await world.as('clerk');
  for (let looks = 0; ; looks += 1) {
    const { csv } = await officer.change<{ csv: string }>(exported, { patientId: world.patientId, from: dayFrom(-1), to: dayFrom(1) });
    if (looks === 20 || names.every((name) => csv.includes(name))) return cellsOf(csv);
    await pause(250);
  }
}

const cellsOf = (csv: string): string[] => [...csv.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'));

export const formulaCases: Case[] = [
  {
    id: 'V39',
    text: '(in part) people called = + - @ TAB CR and full-width in the record → text in the exported CSV; left out: other cells, XLSX, of which there is none',
    run: formulas,
  },
];
