import { m } from '#paraglide/messages.js';
import { expect, it } from 'vitest';
import { kindFaults } from './check.ts';
import { blankFacility } from './form.ts';

it('a kind of facility that nobody chose is asked for, beside its field', () => {
  expect(kindFaults(blankFacility())).toEqual({ facilityKind: m.field_unchosen({ label: m.apply_kind() }) });
  expect(kindFaults({ ...blankFacility(), facilityKind: 'OTHER' })).toEqual({});
});
