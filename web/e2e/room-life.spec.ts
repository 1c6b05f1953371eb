/** The life of a room in real browsers, around the demo room of one district (R8–R20). */
import { describe } from 'vitest';
import { setGuarded } from './guard/stage.ts';
import { consent } from './room-life/consent.ts';

const life = setGuarded('life');

describe('a consent on paper', () => consent(life));
