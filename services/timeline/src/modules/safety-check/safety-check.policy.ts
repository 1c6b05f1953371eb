/** What a check may be called and whom it asks for. Pure. */
import { type Problem, problem } from '@heya/service-common/errors';
import { isOfficer, type PersonViewer, type Viewer } from '@heya/service-common/viewer';
import { textProblems } from '../vitals/index.ts';

export interface CheckDraft {
  idempotencyKey: string;
  title: string;
  area?: string | null;
  municipality?: string | null;
  practice?: boolean | null;
}

type Code = 'BLANK' | 'INVALID' | 'TOO_LONG' | 'MY_NUMBER_NOT_ALLOWED';
const lengths = { title: 60, area: 60, municipality: 30 } as const;

/** The center alone calls the roll (R31). */
export const mayLead = (viewer: Viewer): viewer is PersonViewer => isOfficer(viewer);

/** Without blanks around them and in one width; an empty one is none. */
export function tidyDraft({ idempotencyKey, title, area, municipality, practice }: CheckDraft) {
  const words = (text: string | null | undefined): string | null => text?.normalize('NFKC').trim() || null;
  return {
    id: idempotencyKey.toLowerCase(),
    title: title.normalize('NFC').trim(),
    area: area?.normalize('NFC').trim() || null,
    municipality: words(municipality),
    practice: practice ?? false,
  };
}

export function draftProblems(draft: ReturnType<typeof tidyDraft>): Problem<Code>[] {
  const found: Problem<Code>[] = draft.title ? [] : [problem('BLANK', ['input', 'title'])];
  for (const name of ['title', 'area', 'municipality'] as const) found.push(...textProblems(draft[name], lengths[name], ['input', name]));
  return found;
}
