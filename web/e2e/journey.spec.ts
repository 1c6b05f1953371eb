/** The first journey in real browsers: a patient is registered, a room opens, a post arrives live, a consent is withdrawn. */
import { describe } from 'vitest';
import { bringPatient } from './journey/bring-patient.ts';
import { leaveNothing } from './journey/leave-nothing.ts';
import { openRoom } from './journey/open-room.ts';
import { share } from './journey/share.ts';
import { setStage } from './journey/stage.ts';
import { withdraw } from './journey/withdraw.ts';

const stage = setStage();

describe('a doctor brings a patient', () => bringPatient(stage));
describe('the center opens the room', () => openRoom(stage));
describe('in the room', () => share(stage));
describe('the consent is withdrawn', () => withdraw(stage));
describe('throughout', () => leaveNothing(stage));
