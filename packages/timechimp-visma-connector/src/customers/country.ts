import type { MasterCountry } from '../visma/master-data.ts';
import { countrySpellings } from './country-names.ts';

/**
 * Finds the ISO code of a country written by a person: a code, Visma's Name or NameEnglish, or a known other spelling.
 * Undefined when nothing fits: a country decides the VAT, so it is never guessed.
 */
export function countryCode(text: string, countries: readonly MasterCountry[]): string | undefined {
  const wanted = plain(text);
  if (wanted === '') {
    return undefined;
  }
  const listed = countries.find((each) =>
    [each.code, each.name, each.nameEnglish].some((name) => plain(name) === wanted),
  );
  if (listed) {
    return listed.code;
  }
  const code = Object.hasOwn(countrySpellings, wanted) ? countrySpellings[wanted] : undefined;
  return countries.some((each) => each.code === code) ? code : undefined;
}

/** Lower case, without accents, full stops and surplus spaces. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f.]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
