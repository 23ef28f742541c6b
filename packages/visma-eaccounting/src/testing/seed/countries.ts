import type { SeedIds } from './seed-ids.ts';
import type { CountryRecord, CurrencyRecord } from '../state/master-data-records.ts';

const union: readonly (readonly [string, string, string])[] = [
  ['AT', 'Oostenrijk', 'Austria'],
  ['BE', 'België', 'Belgium'],
  ['BG', 'Bulgarije', 'Bulgaria'],
  ['CY', 'Cyprus', 'Cyprus'],
  ['CZ', 'Tsjechië', 'Czech Republic'],
  ['DE', 'Duitsland', 'Germany'],
  ['DK', 'Denemarken', 'Denmark'],
  ['EE', 'Estland', 'Estonia'],
  ['ES', 'Spanje', 'Spain'],
  ['FI', 'Finland', 'Finland'],
  ['FR', 'Frankrijk', 'France'],
  ['GR', 'Griekenland', 'Greece'],
  ['HR', 'Kroatië', 'Croatia'],
  ['HU', 'Hongarije', 'Hungary'],
  ['IE', 'Ierland', 'Ireland'],
  ['IT', 'Italië', 'Italy'],
  ['LT', 'Litouwen', 'Lithuania'],
  ['LU', 'Luxemburg', 'Luxembourg'],
  ['LV', 'Letland', 'Latvia'],
  ['MT', 'Malta', 'Malta'],
  ['NL', 'Nederland', 'Netherlands'],
  ['PL', 'Polen', 'Poland'],
  ['PT', 'Portugal', 'Portugal'],
  ['RO', 'Roemenië', 'Romania'],
  ['SE', 'Zweden', 'Sweden'],
  ['SI', 'Slovenië', 'Slovenia'],
  ['SK', 'Slowakije', 'Slovakia'],
];

const others: readonly (readonly [string, string, string])[] = [
  ['AE', 'Verenigde Arabische Emiraten', 'United Arab Emirates'],
  ['AU', 'Australië', 'Australia'],
  ['BR', 'Brazilië', 'Brazil'],
  ['CA', 'Canada', 'Canada'],
  ['CH', 'Zwitserland', 'Switzerland'],
  ['CN', 'China', 'China'],
  ['CW', 'Curaçao', 'Curaçao'],
  ['GB', 'Verenigd Koninkrijk', 'United Kingdom'],
  ['ID', 'Indonesië', 'Indonesia'],
  ['IN', 'India', 'India'],
  ['IS', 'IJsland', 'Iceland'],
  ['JP', 'Japan', 'Japan'],
  ['LI', 'Liechtenstein', 'Liechtenstein'],
  ['MA', 'Marokko', 'Morocco'],
  ['NO', 'Noorwegen', 'Norway'],
  ['SG', 'Singapore', 'Singapore'],
  ['SR', 'Suriname', 'Suriname'],
  ['TR', 'Turkije', 'Turkey'],
  ['UA', 'Oekraïne', 'Ukraine'],
  ['US', 'Verenigde Staten', 'United States'],
  ['ZA', 'Zuid-Afrika', 'South Africa'],
];

/** Euro for one unit: round figures, not those of any day. */
const rates = { EUR: 1, CHF: 1.05, DKK: 0.134, GBP: 1.16, NOK: 0.086, PLN: 0.234, SEK: 0.089, USD: 0.91 };

/** The countries of /countries, the EU's first. */
export function countries(id: SeedIds): CountryRecord[] {
  const record = ([Code, Name, NameEnglish]: readonly [string, string, string], IsEuMember: boolean): CountryRecord => ({
    Id: id(`country/${Code}`),
    Code,
    Name,
    NameEnglish,
    IsEuMember,
  });
  return [...union.map((each) => record(each, true)), ...others.map((each) => record(each, false))];
}

/** The currencies of /currencies with their fixed rates. */
export function currencies(id: SeedIds): CurrencyRecord[] {
  return Object.entries(rates).map(([Code, Rate]) => ({ Id: id(`currency/${Code}`), Code, Rate }));
}
