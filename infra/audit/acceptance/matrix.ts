/** V14: who gets what, all of it, against the checked-in table. */
import { type Case, require } from '../case.ts';
import { allLines, matrixLines } from '../matrix/lines.ts';
import { runMatrix } from '../matrix/matrix.ts';
import { principals } from '../matrix/principals.ts';
import { coverageFaults, differences, readTable, unreachedLines, writeTable } from '../matrix/table.ts';
import type { World } from '../world.ts';

const shown = 30;

/** @param options.write renews the table instead of comparing; leaks fail all the same */
export function matrixCases({ write }: { write: boolean }): Case[] {
  return [
    {
      id: 'V14',
      text: 'the access matrix: every field, on every way, by every principal, is as the table says',
      run: (world) => matrix(world, write),
    },
  ];
}

async function matrix(world: World, write: boolean): Promise<string> {
  const covered = matrixLines();
  require(covered.faults.length === 0, covered.faults.join('; '));
  const { table, leaks, operations } = await runMatrix(world, covered);
  if (write) writeTable(table);
  const faults = [...leaks, ...(write ? [] : [...coverageFaults(readTable(), allLines(covered)), ...differences(readTable(), table)])];
  const more = faults.length > shown ? `\n  … and ${faults.length - shown} more` : '';
  require(faults.length === 0, `${faults.length} differences\n  ${faults.slice(0, shown).join('\n  ')}${more}`);
  return `${table.size} lines × ${principals.length} principals, ${operations} operations, ${unreachedLines(table)} lines reached by nobody, 0 differences`;
}
