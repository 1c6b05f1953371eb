import { expect, it } from 'vitest';
import { readQuestion, toFilter } from './record-question.ts';

it('asks for the week up to today, in days of Japan, when nothing else is asked', () => {
  const question = readQuestion(new URLSearchParams(), '2026-11-22');
  expect(question).toEqual({ from: '2026-11-16', to: '2026-11-22', patient: '', actor: '', action: '' });
  expect(toFilter(question)).toEqual({
    patientId: null,
    actorId: null,
    actions: null,
    from: '2026-11-15T15:00:00.000Z',
    to: '2026-11-22T15:00:00.000Z',
  });
});

it('takes nothing from the address that is no day and no deed', () => {
  const query = new URLSearchParams({ from: '2026-02-31x', to: '2026-11-20', action: 'DROP', actor: 'someone' });
  expect(readQuestion(query, '2026-11-22')).toMatchObject({ from: '2026-11-16', to: '2026-11-20', action: '', actor: 'someone' });
});

it('asks for a month at most, up to the last day, unless it is about one person', () => {
  const year = { from: '2026-01-01', to: '2026-10-31' };
  expect(readQuestion(new URLSearchParams(year), '2026-11-22')).toMatchObject({ from: '2026-10-01', to: '2026-10-31' });
  expect(readQuestion(new URLSearchParams({ ...year, patient: 'someone' }), '2026-11-22')).toMatchObject(year);
  expect(readQuestion(new URLSearchParams({ ...year, actor: 'someone' }), '2026-11-22')).toMatchObject(year);
});
