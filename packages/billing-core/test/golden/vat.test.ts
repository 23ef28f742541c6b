import { describe, expect, it } from 'vitest';
import type { Customer, ProblemCode, VatKind, VatPolicy } from '../../src/index.ts';
import { customer, expense, mileage, only, policy, propose, time } from '../support/builders.ts';
import { frac, over, round, text, times, total } from '../support/rational.ts';

const vat = (change: Partial<VatPolicy>): VatPolicy => ({ ...policy().vat, ...change });
const zero: VatPolicy['rates'][number] = { percentage: '0', vatKind: 'domestic-zero' };
const verlegdById: VatPolicy['rates'][number] = { vatRateId: '7', percentage: '0', vatKind: 'reverse-charge-domestic' };

interface Case {
  readonly what: string;
  readonly who: Partial<Customer>;
  readonly rules?: Partial<VatPolicy>;
  readonly kind: VatKind;
  readonly rate: string;
  readonly warns?: ProblemCode;
}

const NL_BUSINESS = { vatNumber: 'NL123456789B01' };
const DE_BUSINESS = { countryCode: 'DE', vatNumber: 'DE123456789' };
const pct = (percentage: string, id?: string) => ({ vatRate: { id, percentage } });

const RESOLVED: readonly Case[] = [
  { what: '21 % in the Netherlands', who: pct('21'), kind: 'domestic-high', rate: '21' },
  { what: '21.00 % is 21 %', who: pct('21.00'), kind: 'domestic-high', rate: '21' },
  { what: '9 % in the Netherlands', who: pct('9'), kind: 'domestic-low', rate: '9' },
  { what: '21 % needs no country', who: { ...pct('21'), countryCode: undefined }, kind: 'domestic-high', rate: '21' },
  { what: '0 % mapped by its id to reverse charge', who: { ...NL_BUSINESS, ...pct('0', '7') }, rules: { rates: [verlegdById] }, kind: 'reverse-charge-domestic', rate: '0' },
  { what: '0 % mapped to zero-rated', who: pct('0'), rules: { rates: [zero] }, kind: 'domestic-zero', rate: '0' },
  { what: 'the id stands above the percentage', who: { ...NL_BUSINESS, ...pct('0', '7') }, rules: { rates: [zero, verlegdById] }, kind: 'reverse-charge-domestic', rate: '0' },
  { what: '0 % with the customer set to exempt', who: pct('0'), rules: { customers: { c1: 'domestic-exempt' } }, kind: 'domestic-exempt', rate: '0' },
  { what: 'no rate, customer set to 9 %', who: { vatRate: undefined }, rules: { customers: { c1: 'domestic-low' } }, kind: 'domestic-low', rate: '9' },
  { what: '0 %, NL, VAT number, marked: verlegd', who: { ...NL_BUSINESS, ...pct('0'), reverseCharge: true }, kind: 'reverse-charge-domestic', rate: '0' },
  { what: 'no rate, NL, VAT number, marked: verlegd', who: { ...NL_BUSINESS, vatRate: undefined, reverseCharge: true }, kind: 'reverse-charge-domestic', rate: '0' },
  { what: '0 %, Germany, VAT number: EU service', who: { ...DE_BUSINESS, ...pct('0') }, kind: 'eu-service', rate: '0' },
  { what: 'Greece goes by EL as well', who: { countryCode: 'el', vatNumber: 'EL123456789', ...pct('0') }, kind: 'eu-service', rate: '0' },
  { what: '21 %, Germany, consumer: the domestic rate', who: { countryCode: 'DE', ...pct('21') }, kind: 'domestic-high', rate: '21' },
  { what: '0 %, Switzerland: service outside the EU', who: { countryCode: 'CH', ...pct('0') }, kind: 'outside-eu-service', rate: '0' },
  { what: 'no rate, United Kingdom: service outside the EU', who: { countryCode: 'GB', vatRate: undefined }, kind: 'outside-eu-service', rate: '0' },
  { what: '21 % leads although Germany and a VAT number say otherwise, with a warning', who: { ...DE_BUSINESS, ...pct('21') }, kind: 'domestic-high', rate: '21', warns: 'vat-kind-differs' },
  { what: '21 % leads although the customer is set otherwise, with a warning', who: { ...NL_BUSINESS, ...pct('21') }, rules: { customers: { c1: 'reverse-charge-domestic' } }, kind: 'domestic-high', rate: '21', warns: 'vat-kind-differs' },
  { what: '0 % by id as zero-rated for a Swiss customer, with a warning', who: { countryCode: 'CH', ...pct('0', '8') }, rules: { rates: [{ ...zero, vatRateId: '8' }] }, kind: 'domestic-zero', rate: '0', warns: 'vat-kind-differs' },
  { what: 'verlegd by id for a marked customer', who: { ...NL_BUSINESS, ...pct('0', '7'), reverseCharge: true }, rules: { rates: [verlegdById] }, kind: 'reverse-charge-domestic', rate: '0' },
  { what: 'verlegd by percentage for a marked customer', who: { ...NL_BUSINESS, ...pct('0'), reverseCharge: true }, rules: { rates: [{ ...verlegdById, vatRateId: undefined }] }, kind: 'reverse-charge-domestic', rate: '0' },
  { what: 'the seller\'s country in any spelling', who: { ...NL_BUSINESS, ...pct('0'), countryCode: ' nl', reverseCharge: true }, rules: { countryCode: ' nl ' }, kind: 'reverse-charge-domestic', rate: '0' },
  { what: 'a mapping that cannot be read is passed over', who: pct('21'), rules: { rates: [{ percentage: 'x', vatKind: 'domestic-low' }, ...policy().vat.rates] }, kind: 'domestic-high', rate: '21' },
  { what: 'kor: everything is exempt', who: { vatRate: undefined }, rules: { scheme: 'kor' }, kind: 'domestic-exempt', rate: '0' },
  { what: 'kor: a business elsewhere in the EU gets an EU service', who: { ...DE_BUSINESS, vatRate: undefined }, rules: { scheme: 'kor' }, kind: 'eu-service', rate: '0' },
  { what: 'kor: 0 % mapped to exempt says no more than the scheme', who: { ...DE_BUSINESS, ...pct('0') }, rules: { scheme: 'kor', rates: [{ ...zero, vatKind: 'domestic-exempt' }] }, kind: 'eu-service', rate: '0' },
  { what: 'kor: 0 % mapped to exempt by its id leads, with a warning', who: { ...DE_BUSINESS, ...pct('0', '8') }, rules: { scheme: 'kor', rates: [{ ...zero, vatRateId: '8', vatKind: 'domestic-exempt' }] }, kind: 'domestic-exempt', rate: '0', warns: 'vat-kind-differs' },
  { what: 'kor: a consumer elsewhere in the EU is exempt', who: { countryCode: 'DE', vatRate: undefined }, rules: { scheme: 'kor' }, kind: 'domestic-exempt', rate: '0' },
  { what: 'kor: marked for reverse charge at home is exempt all the same', who: { ...NL_BUSINESS, vatRate: undefined, reverseCharge: true }, rules: { scheme: 'kor' }, kind: 'domestic-exempt', rate: '0' },
  { what: 'kor: a customer outside the EU gets a service outside the EU', who: { countryCode: 'CH', ...pct('0') }, rules: { scheme: 'kor' }, kind: 'outside-eu-service', rate: '0' },
  { what: 'exempt seller: a customer outside the EU', who: { countryCode: 'CH', vatRate: undefined }, rules: { scheme: 'exempt' }, kind: 'outside-eu-service', rate: '0' },
  { what: 'exempt seller: a business in the EU that is set to EU service', who: { ...DE_BUSINESS, vatRate: undefined }, rules: { scheme: 'exempt', customers: { c1: 'eu-service' } }, kind: 'eu-service', rate: '0' },
  { what: 'exempt seller: a business in the EU that is set to exempt', who: { ...DE_BUSINESS, vatRate: undefined }, rules: { scheme: 'exempt', customers: { c1: 'domestic-exempt' } }, kind: 'domestic-exempt', rate: '0' },
  { what: 'exempt seller, 0 %', who: pct('0'), rules: { scheme: 'exempt' }, kind: 'domestic-exempt', rate: '0' },
];

describe('D3: where the VAT kind comes from', () => {
  it.each(RESOLVED)('$what: $kind', ({ who, rules = {}, kind, rate, warns }) => {
    const result = propose([time()], { vat: vat(rules) }, { customers: [customer(who)] });
    expect(only(result).lines[0]).toMatchObject({ vatKind: kind, vatRate: rate });
    expect(result.problems.map(({ code, severity }) => [code, severity])).toEqual(warns ? [[warns, 'warning']] : []);
  });
});

const REFUSED: readonly (Omit<Case, 'kind' | 'rate'> & { readonly code: ProblemCode })[] = [
  { what: 'a percentage that nothing maps', who: pct('6'), code: 'vat-rate-unmapped' },
  { what: '21 % not mapped, even where rules would give 0 %', who: { ...DE_BUSINESS, ...pct('21') }, rules: { rates: [] }, code: 'vat-rate-unmapped' },
  { what: '21 % mapped for another rate\'s id', who: pct('21', '8'), rules: { rates: [{ vatRateId: '7', percentage: '21', vatKind: 'domestic-high' }] }, code: 'vat-rate-unmapped' },
  { what: 'a percentage mapped to two kinds', who: pct('21'), rules: { rates: [...policy().vat.rates, { percentage: '21', vatKind: 'domestic-low' }] }, code: 'vat-rate-ambiguous' },
  { what: '0 % in the Netherlands says too little', who: pct('0'), code: 'vat-zero-ambiguous' },
  { what: '0 % for a consumer in Germany', who: { countryCode: 'DE', ...pct('0') }, code: 'vat-zero-ambiguous' },
  { what: '0 % mapped to zero-rated, but Germany with a VAT number', who: { ...DE_BUSINESS, ...pct('0') }, rules: { rates: [zero] }, code: 'vat-zero-ambiguous' },
  { what: '0 % mapped to zero-rated, but the customer is set to exempt', who: pct('0'), rules: { rates: [zero], customers: { c1: 'domestic-exempt' } }, code: 'vat-zero-ambiguous' },
  { what: '0 % mapped to reverse charge by percentage, but the customer is not marked', who: { ...NL_BUSINESS, ...pct('0') }, rules: { rates: [{ ...verlegdById, vatRateId: undefined }] }, code: 'vat-zero-ambiguous' },
  { what: 'no rate at all', who: { vatRate: undefined }, code: 'vat-rate-missing' },
  { what: 'no rate and no country', who: { vatRate: undefined, countryCode: ' ' }, code: 'country-missing' },
  { what: '0 % and no country', who: { ...pct('0'), countryCode: undefined }, code: 'country-missing' },
  { what: 'verlegd without a VAT number', who: { ...pct('0'), vatNumber: ' ', reverseCharge: true }, code: 'vat-number-missing' },
  { what: 'EU service without a VAT number', who: { countryCode: 'BE', ...pct('0') }, rules: { customers: { c1: 'eu-service' } }, code: 'vat-number-missing' },
  { what: 'EU service at home', who: { ...NL_BUSINESS, ...pct('0') }, rules: { customers: { c1: 'eu-service' } }, code: 'vat-kind-impossible' },
  { what: 'EU service to Switzerland', who: { countryCode: 'CH', ...pct('0') }, rules: { customers: { c1: 'eu-service' } }, code: 'vat-kind-impossible' },
  { what: 'outside the EU, in Belgium', who: { countryCode: 'BE', ...pct('0') }, rules: { customers: { c1: 'outside-eu-service' } }, code: 'vat-kind-impossible' },
  { what: 'verlegd without a country', who: { ...NL_BUSINESS, ...pct('0', '7'), countryCode: undefined }, rules: { rates: [verlegdById] }, code: 'country-missing' },
  { what: '0 % with the customer set to 21 %', who: pct('0'), rules: { customers: { c1: 'domestic-high' } }, code: 'vat-kind-impossible' },
  { what: '21 % mapped to zero-rated', who: pct('21'), rules: { rates: [{ percentage: '21', vatKind: 'domestic-zero' }] }, code: 'vat-kind-impossible' },
  { what: 'set to 9 %, with two rates called low', who: { vatRate: undefined }, rules: { customers: { c1: 'domestic-low' }, rates: [...policy().vat.rates, { percentage: '6', vatKind: 'domestic-low' }] }, code: 'vat-rate-missing' },
  { what: 'a percentage that is no number', who: pct('21%'), code: 'malformed' },
  { what: 'a percentage below zero', who: pct('-21'), code: 'malformed' },
  { what: 'exempt seller: a business elsewhere in the EU says too little', who: { ...DE_BUSINESS, vatRate: undefined }, rules: { scheme: 'exempt' }, code: 'vat-zero-ambiguous' },
  { what: 'kor: 0 % mapped to two kinds', who: { ...DE_BUSINESS, ...pct('0') }, rules: { scheme: 'kor', rates: [{ ...zero, vatKind: 'domestic-exempt' }, zero] }, code: 'vat-rate-ambiguous' },
  { what: 'kor: EU service set, without a VAT number', who: { countryCode: 'BE', vatRate: undefined }, rules: { scheme: 'kor', customers: { c1: 'eu-service' } }, code: 'vat-number-missing' },
  { what: 'kor with VAT', who: pct('21'), rules: { scheme: 'kor' }, code: 'vat-under-scheme' },
  { what: 'exempt with VAT', who: pct('9'), rules: { scheme: 'exempt' }, code: 'vat-under-scheme' },
  { what: 'kor: no rate, but the customer is set to 21 %', who: { vatRate: undefined }, rules: { scheme: 'kor', customers: { c1: 'domestic-high' } }, code: 'vat-under-scheme' },
  { what: 'exempt: no rate, but the customer is set to 9 %', who: { vatRate: undefined }, rules: { scheme: 'exempt', customers: { c1: 'domestic-low' } }, code: 'vat-under-scheme' },
  { what: 'kor: 0 %, but the customer is set to 21 %', who: pct('0'), rules: { scheme: 'kor', customers: { c1: 'domestic-high' } }, code: 'vat-under-scheme' },
  { what: 'kor: 0 % mapped to 21 % by its id', who: pct('0', '8'), rules: { scheme: 'kor', rates: [{ vatRateId: '8', percentage: '0', vatKind: 'domestic-high' }] }, code: 'vat-under-scheme' },
  { what: 'the margin scheme, by name', who: pct('21'), rules: { scheme: 'margin' }, code: 'vat-scheme-unsupported' },
  { what: 'OSS, by name', who: pct('21'), rules: { scheme: 'oss' }, code: 'vat-scheme-unsupported' },
];

describe('D3: what is refused before anything is sent', () => {
  it.each(REFUSED)('$what: $code', ({ who, rules = {}, code }) => {
    const result = propose([time()], { vat: vat(rules) }, { customers: [customer(who)] });
    expect(result.proposals).toEqual([]);
    const errors = result.problems.filter(({ severity }) => severity === 'error');
    expect(errors.map((problem) => problem.code)).toEqual([code]);
    expect(errors[0]?.sources).toEqual([{ kind: 'time', id: 't1' }]);
    const { scheme } = { scheme: undefined, ...rules };
    expect(errors[0]?.details).toMatchObject(code === 'vat-scheme-unsupported' ? { scheme } : { customerId: 'c1' });
  });

  const details = (who: Partial<Customer>, rules: Partial<VatPolicy> = {}) =>
    propose([time()], { vat: vat(rules) }, { customers: [customer(who)] }).problems.map((problem) => [problem.message, problem.details]);

  it('the details name what the message speaks of', () => {
    expect(details(pct('6'))).toEqual([['VAT rate 6 % is not mapped to a VAT kind.', { customerId: 'c1', percentage: '6' }]]);
    const two = { rates: [...policy().vat.rates, { percentage: '21', vatKind: 'domestic-low' as const }] };
    expect(details(pct('21'), two)).toEqual([['VAT rate 21 % is mapped to domestic-high and domestic-low.', { customerId: 'c1', percentage: '21' }]]);
    expect(details({ ...DE_BUSINESS, ...pct('21') })).toEqual([['The VAT map says domestic-high, but Bakkerij Jansen looks like eu-service.', { customerId: 'c1', vatKind: 'domestic-high', other: 'eu-service' }]]);
    expect(details({ ...NL_BUSINESS, ...pct('0') }, { customers: { c1: 'eu-service' } })).toEqual([['VAT kind eu-service does not fit Bakkerij Jansen in NL.', { customerId: 'c1', vatKind: 'eu-service' }]]);
    expect(details(pct('21'), { scheme: 'kor' })).toEqual([['VAT of 21 % for Bakkerij Jansen: scheme kor charges no VAT.', { customerId: 'c1', scheme: 'kor' }]]);
    expect(details(pct('0'), { customers: { c1: 'domestic-high' } })).toEqual([['VAT kind domestic-high cannot be 0 %.', { customerId: 'c1', vatKind: 'domestic-high' }]]);
  });

  it('lists all that is missing, of all customers, at once', () => {
    const customers = [customer({ vatRate: undefined }), customer({ id: 'c2', vatRate: { percentage: '6' } }), customer({ id: 'c3', countryCode: 'FR', ...pct('0') })];
    const items = customers.map(({ id }) => time({ id: `t-${id}`, customerId: id, projectId: undefined }));
    expect(propose(items, {}, { customers }).problems.map(({ code, sources }) => [code, sources[0]?.id])).toEqual([
      ['vat-rate-missing', 't-c1'], ['vat-rate-unmapped', 't-c2'], ['vat-zero-ambiguous', 't-c3'],
    ]);
  });

  it('a seller outside the EU has no EU services', () => {
    const norwegian = vat({ countryCode: 'NO' });
    expect(only(propose([time()], { vat: norwegian }, { customers: [customer({ ...DE_BUSINESS, ...pct('0') })] })).lines[0]?.vatKind).toBe('outside-eu-service');
  });
});

describe('D3: expenses and kilometres charged on', () => {
  const low = expense({ rate: '100.00', vatRate: { percentage: '9' } });

  it('asEntered: the expense keeps its own rate, kilometres have the customer\'s', () => {
    expect(only(propose([low, mileage(), time()])).lines.map(({ kind, vatRate }) => [kind, vatRate])).toEqual([['time', '21'], ['expense', '9'], ['mileage', '21']]);
    expect(only(propose([expense()])).lines[0]?.vatRate).toBe('21');
  });

  it('mainSupply: everything follows the customer\'s hours', () => {
    const rules = { vat: vat({ recharge: 'mainSupply' }) };
    expect(only(propose([low, mileage()], rules)).lines.map(({ vatRate }) => vatRate)).toEqual(['21', '21']);
  });
});

/** By hand: per kind and rate, on the sum of the printed lines, rounded once. */
const TOTALS = [
  { what: '3 x 0.33 at 21 %: 0.2079 is 0.21, not 3 x 0.07', nets: ['0.33', '0.33', '0.33'], rate: '21', vat: '0.21', total: '1.20' },
  { what: '100.50 at 9 %: 9.045 is 9.05, half away from zero', nets: ['100.50'], rate: '9', vat: '9.05', total: '109.55' },
  { what: '-100.50 at 9 %: -9.05', nets: ['-100.50'], rate: '9', vat: '-9.05', total: '-109.55' },
  { what: '2 x 0.01 at 21 %: 0.0042 is nothing', nets: ['0.01', '0.01'], rate: '21', vat: '0.00', total: '0.02' },
  { what: '5,900.00 at 21 %', nets: ['5900.00'], rate: '21', vat: '1239.00', total: '7139.00' },
];

describe('D2: VAT totals, by hand and by fractions', () => {
  it.each(TOTALS)('$what', ({ nets, rate, ...expected }) => {
    const items = nets.map((net, index) => expense({ id: `e${index}`, rate: net, productId: `x${index}`, vatRate: { percentage: rate } }));
    const proposal = only(propose(items));
    expect(proposal).toMatchObject({ vatAmount: expected.vat, totalAmount: expected.total, isCredit: expected.total.startsWith('-') });
    const base = total(nets.map((net) => frac(net)));
    expect(text(over(times(round(base, 2), frac(rate)), frac(100)), 2)).toBe(expected.vat);
  });

  it('two rates are two totals, in the order of the kinds', () => {
    const items = [expense({ id: 'e1', rate: '10.00', vatRate: { percentage: '9' } }), expense({ id: 'e2', rate: '100.00', vatRate: { percentage: '21' } })];
    const turned = items.map((item, index) => ({ ...item, id: `e${9 - index}` }));
    expect(only(propose(turned)).vat.map(({ vatKind }) => vatKind)).toEqual(['domestic-high', 'domestic-low']);
    expect(only(propose(items)).vat).toEqual([
      { vatKind: 'domestic-high', rate: '21', base: '100.00', amount: '21.00' },
      { vatKind: 'domestic-low', rate: '9', base: '10.00', amount: '0.90' },
    ]);
  });
});
