/** What keeps people out where they do not belong, in real browsers, around the demo room. */
import { describe } from 'vitest';
import { inert } from './guard/inert.ts';
import { lock } from './guard/lock.ts';
import { setGuarded } from './guard/stage.ts';

const guarded = setGuarded();

describe('what people write stays text', () => inert(guarded));
describe('a screen nobody touches', () => lock(guarded));
