import { describe, expect, it } from 'vitest';
import type { MasterCountry } from '../visma/master-data.ts';
import { countryCode } from './country.ts';

const countries: MasterCountry[] = [
  { code: 'NL', name: 'Nederland', nameEnglish: 'Netherlands', isEuMember: true },
  { code: 'BE', name: 'België', nameEnglish: 'Belgium', isEuMember: true },
];

describe('B7: the country of a customer decides its VAT', () => {
  it.each([
    ['NL', 'NL'],
    ['nl', 'NL'],
    ['Nederland', 'NL'],
    [' the  Netherlands ', 'NL'],
    ['Belgie', 'BE'],
    ['BELGIË', 'BE'],
    ['Belgium', 'BE'],
  ])('reads "%s" as %s', (text, code) => {
    expect(countryCode(text, countries)).toBe(code);
  });

  it('does not guess: an unknown name, an empty one, and a known one that Visma does not list stay unknown', () => {
    expect(countryCode('Atlantis', countries)).toBeUndefined();
    expect(countryCode('', countries)).toBeUndefined();
    expect(countryCode('Duitsland', countries)).toBeUndefined();
    expect(countryCode('constructor', countries)).toBeUndefined();
  });
});
