/** What is measured, assessed and looked for again, in real browsers, around the demo room of one district (R24, R27, R30). */
import { describe } from 'vitest';
import { setGuarded } from './guard/stage.ts';
import { search } from './inside/search.ts';
import { vitals } from './inside/vitals.ts';
import { wound } from './inside/wound.ts';

const measured = setGuarded('measured');

// First: it counts what changed.
describe('words that were written, and what changed since the last visit', () => search(measured));
describe('a wound', () => wound(measured));
describe('what is measured', () => vitals(measured));
