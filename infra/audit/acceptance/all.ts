/** The acceptance cases of security.md, in the order of their numbers. */
import type { Case } from '../case.ts';
import { abuseCases } from './abuse.ts';
import { atRestCases } from './at-rest.ts';
import { districtCases } from './districts.ts';
import { factorCases } from './factors.ts';
import { formulaCases } from './formulas.ts';
import { guessingCases } from './guessing.ts';
import { idCases } from './ids.ts';
import { insideCases } from './inside.ts';
import { inspectionCases } from './inspection.ts';
import { laterCases } from './later.ts';
import { massAssignmentCases } from './mass-assignment.ts';
import { matrixCases } from './matrix.ts';
import { pageCases } from './pages.ts';
import { photoCases } from './photos.ts';
import { requestCases } from './requests.ts';
import { sessionCases } from './sessions.ts';
import { socketCases } from './sockets.ts';
import { strangerCases } from './strangers.ts';
import { supplyCases } from './supply.ts';
import { textCases } from './texts.ts';
import { virusCases } from './viruses.ts';

export const acceptanceCases = (options: { write: boolean }): Case[] =>
  [
    ...strangerCases,
    ...sessionCases,
    ...factorCases,
    ...guessingCases,
    ...matrixCases(options),
    ...idCases,
    ...massAssignmentCases,
    ...districtCases,
    ...requestCases,
    ...abuseCases,
    ...socketCases,
    ...insideCases,
    ...inspectionCases,
    ...pageCases,
    ...photoCases,
    ...virusCases,
    ...supplyCases,
    ...textCases,
    ...formulaCases,
    ...atRestCases,
    ...laterCases,
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
