import { describe, expect, it } from 'vitest';
import type { InvoiceNumberRule } from '../model/sales-entry.ts';
import { checkInvoiceNumbers, invoiceNumberText } from './invoice-number.ts';

const invoice = (companyInvoiceId: number, companyInvoicePrefix?: string, id = String(companyInvoiceId)) => ({ id, companyInvoiceId, companyInvoicePrefix });
const check = (rule: InvoiceNumberRule, list: readonly ReturnType<typeof invoice>[], taken?: readonly number[]) => {
  const { samples, problems } = checkInvoiceNumbers(rule, list, taken);
  return { numbers: samples.map(({ text, number }) => `${text} -> ${number}`), problems: problems.map(({ code, sources }) => `${code} ${sources.map(({ id }) => id).join()}`) };
};

describe('C7: invoice numbers', () => {
  it('2026- and four digits: 20260017', () => {
    expect(check({ prefix: 'digits', idDigits: 4 }, [invoice(17, '2026-'), invoice(9999, 'F2026/')])).toEqual({
      numbers: ['2026-17 -> 20260017', 'F2026/9999 -> 20269999'], problems: [],
    });
    expect(invoiceNumberText(invoice(17))).toBe('17');
  });

  it('without prefix, with replacements, without padding', () => {
    expect(check({ prefix: 'none', idDigits: 0 }, [invoice(17, '2026-')]).numbers).toEqual(['2026-17 -> 17']);
    expect(check({ prefix: { 'C-': '9', '': '1' }, idDigits: 3 }, [invoice(17, 'C-'), invoice(18)]).numbers).toEqual(['C-17 -> 9017', '18 -> 1018']);
  });

  it.each([
    ['an id with more digits than the rule pads', { prefix: 'digits', idDigits: 4 }, invoice(12_345, '2026-')],
    ['a prefix without a replacement', { prefix: { 'F-': '1' }, idDigits: 4 }, invoice(1, 'C-')],
    ['a replacement that is no number', { prefix: { 'C-': 'x' }, idDigits: 4 }, invoice(1, 'C-')],
    ['more than 32 bits', { prefix: 'digits', idDigits: 7 }, invoice(1, '2026-')],
    ['zero', { prefix: 'none', idDigits: 0 }, invoice(0)],
    ['below zero', { prefix: 'none', idDigits: 0 }, invoice(-1)],
    ['a fraction', { prefix: 'none', idDigits: 0 }, invoice(1.5)],
  ] as const)('refused: %s', (_, rule, one) => {
    expect(check(rule, [one])).toEqual({ numbers: [], problems: [`invoice-number ${one.id}`] });
  });

  it('2147483647 is the last number', () => {
    expect(check({ prefix: 'none', idDigits: 0 }, [invoice(2_147_483_647), invoice(2_147_483_648)])).toEqual({ numbers: ['2147483647 -> 2147483647'], problems: ['invoice-number 2147483648'] });
    expect(check({ prefix: 'none', idDigits: 0 }, [invoice(1)]).problems).toEqual([]);
  });

  it('proved injective over the known numbers', () => {
    const list = [invoice(17, '2026-', 'a'), invoice(17, 'C2026-', 'b'), invoice(18, '2026-', 'c')];
    expect(check({ prefix: 'digits', idDigits: 4 }, list).problems).toEqual(['invoice-number-taken a,b']);
    expect(check({ prefix: { '2026-': '2026', 'C2026-': '92026' }, idDigits: 4 }, list).problems).toEqual([]);
  });

  it('messages say why, and name the number', () => {
    const said = (rule: InvoiceNumberRule, list: readonly ReturnType<typeof invoice>[], taken?: readonly number[]) =>
      checkInvoiceNumbers(rule, list, taken).problems.map(({ message, details }) => [message, details]);
    expect(said({ prefix: 'digits', idDigits: 2 }, [invoice(123, '2026-')])).toEqual([['Invoice number 2026-123: its id has more than 2 digits.', { number: '2026-123' }]]);
    expect(said({ prefix: {}, idDigits: 2 }, [invoice(1, 'C-')])).toEqual([['Invoice number C-1: no digits are set for the prefix "C-".', { number: 'C-1' }]]);
    expect(said({ prefix: 'none', idDigits: 0 }, [invoice(0)])).toEqual([['Invoice number 0: 0 is not between 1 and 2147483647.', { number: '0' }]]);
    expect(said({ prefix: 'none', idDigits: 0 }, [invoice(17, 'B', 'b'), invoice(17, 'A', 'a')])).toEqual([['A17 and B17 would both be 17.', { number: '17' }]]);
    expect(said({ prefix: 'none', idDigits: 0 }, [invoice(17, 'A')], [17])).toEqual([['A17 would be 17, which Visma has already.', { number: '17' }]]);
    expect(checkInvoiceNumbers({ prefix: 'none', idDigits: 0 }, [invoice(17, 'B', 'b'), invoice(17, 'A', 'a')]).problems[0]?.sources).toEqual([{ kind: 'invoice', id: 'a' }, { kind: 'invoice', id: 'b' }]);
    expect(checkInvoiceNumbers({ prefix: 'none', idDigits: 0 }, [invoice(17, 'A', 'x')]).samples).toEqual([{ invoiceId: 'x', text: 'A17', number: 17 }]);
  });

  it('checked against what Visma already has', () => {
    expect(check({ prefix: 'digits', idDigits: 4 }, [invoice(17, '2026-'), invoice(18, '2026-')], [20_260_018]).problems).toEqual(['invoice-number-taken 18']);
  });
});
