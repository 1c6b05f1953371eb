import { describe, expect, it } from 'vitest';
import type { InformationCategory } from '@heya/client/generated/graphql';
import { classesOf, pageAfter, pageBefore, partsOf } from './form-parts.ts';

const consent = (status: 'ACTIVE' | 'SUBMITTED', ...granted: InformationCategory[]) => ({
  id: 'c',
  status,
  signedAt: '2026-11-22T00:00:00Z',
  categories: (['FAMILY_CONTACTS', 'HOSPITALS', 'DISASTER_SAFETY'] as const).map((category) => ({
    category,
    granted: granted.includes(category),
  })),
});

describe('pages of form 4-1 about the profile (R9, R11)', () => {
  const parts = partsOf({ consent: consent('ACTIVE', 'FAMILY_CONTACTS', 'DISASTER_SAFETY'), room: null });

  it('are those that the consent in force opens, before there is a room', () => {
    expect(parts).toEqual(['FAMILY_CONTACTS', 'DISASTER']);
    expect(partsOf({ consent: consent('SUBMITTED', 'HOSPITALS'), room: null })).toEqual([]);
    expect(partsOf({ consent: consent('ACTIVE', 'HOSPITALS'), room: { id: 'r' } })).toEqual([]);
    expect(partsOf({ consent: null, room: null })).toEqual([]);
    expect(classesOf(parts)).toMatchObject({ familyContacts: true, hospitals: false, disasterSafety: true, blocks: parts });
  });

  it('follow each other from the family to the check, there and back, passing over what is closed', () => {
    const there = [undefined, ...parts].map((part) => pageAfter(parts, part));
    const back = [...parts, undefined].map((part) => pageBefore(parts, part));
    expect(there).toEqual(['contacts', 'profile/disaster', 'check']);
    expect(back).toEqual(['family', 'contacts', 'profile/disaster']);
    expect([pageAfter([]), pageBefore([])]).toEqual(['check', 'family']);
    // A page that was open when it was asked for leads on when it is open no more.
    expect(pageAfter(parts, 'HOSPITALS')).toBe('contacts');
  });
});
