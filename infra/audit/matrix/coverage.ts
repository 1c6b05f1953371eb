/** `node infra/audit/matrix/coverage.ts`: the table names every field of the supergraph on every way, and none that is gone. Exit code 1 otherwise. */
import { allLines, matrixLines } from './lines.ts';
import { coverageFaults, readTable } from './table.ts';

const covered = matrixLines();
const faults = [...covered.faults, ...coverageFaults(readTable(), allLines(covered))];
const shown = 40;
for (const fault of faults.slice(0, shown)) process.stdout.write(`${fault}\n`);
if (faults.length > shown) process.stdout.write(`… and ${faults.length - shown} more\n`);
process.exitCode = faults.length ? 1 : 0;
