/** What is shared inside a room, in real browsers, around the demo room of one district (R25, R28, R31). */
import { describe } from 'vitest';
import { setGuarded } from './guard/stage.ts';
import { ask, askLate } from './inside/ask.ts';
import { notify } from './inside/notify.ts';
import { photo } from './inside/photo.ts';
import { practice } from './inside/practice.ts';
import { safety } from './inside/safety.ts';

const inside = setGuarded('inside');

describe('what one is told', () => notify(inside));
describe('while an answer is late', () => {
  askLate(inside);
  describe('a photo from the bedside', () => photo(inside));
  describe('a safety check with 200 rooms', () => safety(inside));
  describe('the practice room', () => practice(inside));
  describe('when no answer comes', () => ask(inside));
});
