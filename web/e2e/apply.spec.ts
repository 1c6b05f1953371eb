/** How somebody gets an ID: from the public pages over the center's desk to the first sign-in (R1, R2, R4). */
import { describe } from 'vitest';
import { desk } from './apply/desk.ts';
import { enrol } from './apply/enrol.ts';
import { form } from './apply/form.ts';
import { govern } from './apply/govern.ts';
import { setApplied } from './apply/stage.ts';

const applied = setApplied();

describe('a facility applies', () => form(applied));
describe('the center decides', () => desk(applied));
describe('the center governs', () => govern(applied));
describe('a person begins', () => enrol(applied));
