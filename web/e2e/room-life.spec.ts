/** The life of a room in real browsers, around the demo room of one district (R8–R20). */
import { describe } from 'vitest';
import { setGuarded } from './guard/stage.ts';
import { consent } from './room-life/consent.ts';
import { ending } from './room-life/ending.ts';
import { family } from './room-life/family.ts';
import { members } from './room-life/members.ts';
import { moving } from './room-life/moving.ts';
import { posts } from './room-life/posts.ts';
import { profile } from './room-life/profile.ts';
import { rooms } from './room-life/rooms.ts';

const life = setGuarded('life');

describe('the profile', () => profile(life));
describe('what is said', () => posts(life));
describe('a patient who has moved', () => moving(life));
describe('a consent on paper', () => consent(life));
describe('the center sees which rooms there are', () => rooms(life));
describe('a daughter comes by a letter', () => family(life));
describe('members and steward change', () => members(life));
describe('the room comes to its end', () => ending(life));
