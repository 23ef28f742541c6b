import { describe, expect, it } from 'vitest';
import { customer, entryPolicy, expense, invoice, mileage, only, project, propose, term, time } from '../../test/support/builders.ts';
import { proposeSalesEntry } from '../entries/propose-sales-entry.ts';
import { explainInvoice } from './explain-invoice.ts';
import { explainSalesEntry } from './explain-sales-entry.ts';
import { explanationText } from './explanation-text.ts';

describe('explain', () => {
  it('an invoice, back to every entry', () => {
    const rates = [{ rate: '95.00', from: '2026-01-01', until: '2026-12-31' }];
    const items = [
      time(), time({ id: 't2', date: '2026-03-05', minutes: -5 }), mileage({ distance: '12.5' }),
      expense({ quantity: '3', rateIncludesVat: true, vatRate: { percentage: '21' }, markup: '10' }), term({ price: '100.00', proration: { days: 12, of: 31 } }),
    ];
    const proposal = only(propose(items, {}, { projects: [project({ invoicing: { method: 'ProjectHourlyRate', hourlyRate: rates } })] }));
    expect(explanationText(explainInvoice(proposal)).split('\n').slice(1).join('\n')).toBe(`
  92.61  Net: sum of the lines, exact 92.607405, rounding 0.002595
    23.75  Advies: 0.25 hour x 95.00, exact 23.750000; rate 95.00 from project p1 since 2026-01-01 until 2026-12-31
      31.666667  time t1: 0:20 hours on 2026-03-02, exactly [time:t1]
      -7.916667  time t2: -0:05 hours on 2026-03-05, exactly [time:t2]
    27.27  Hosting (3 x 9,090909): 1 x the amount, exact 27.272727; rate 10.00 from expense less the 21 % VAT in it plus 10 %
      27.272727  expense e1: 3 on 2026-03-03, exactly [expense:e1]
    2.88  Kilometers, 04-03-2026: 12.50 km x 0.23, exact 2.875000; rate 0.23 from customer c1
      2.875000  mileage m1: 12.5 km on 2026-03-04, exactly [mileage:m1]
    38.71  Webshop, 01-03-2026 t/m 31-03-2026 (12/31 dagen): 1 x the amount, exact 38.709677; rate 100.00 from term p1
      38.709677  term p1/fixed/: 1 on 2026-03-31, exactly [term:p1/fixed/]
  19.45  VAT domestic-high: 21 % of 92.61, rounded once`.slice(1));
    expect(explainInvoice(proposal)).toMatchObject({ amount: '112.06', reason: 'net and VAT, EUR', label: `Invoice ${proposal.key} for customer c1` });
  });

  it('a sales entry, back to the rows of its invoice', () => {
    const rows = [{ quantity: '10', price: '100.00', taxPercent: '21', description: 'Advies' }, { quantity: '1', price: '-10.00', taxPercent: '9' }];
    const result = proposeSalesEntry(invoice({ rows, totalExTax: '990.00', total: '1199.10' }), customer(), entryPolicy());
    const text = result.ok ? explanationText(explainSalesEntry(result.value)) : JSON.stringify(result.problems);
    expect(text).toBe(`
1199.10  Invoice 2026-17: net 990.00, VAT 209.10, rounding 0.00, EUR, as printed [invoice:i1]
  1199.10  receivable on account 1300: debit
  1000.00  revenue on account 8000: credit, domestic-high 21 %
    1000.00  row 1 of the invoice, Advies: its part of the printed figures [invoice:i1]
  10.00  revenue on account 8000: debit, domestic-low 9 %
    10.00  row 2 of the invoice: its part of the printed figures [invoice:i1]
  210.00  vat on account 1500: credit, domestic-high 21 %
    210.00  row 1 of the invoice, Advies: its part of the printed figures [invoice:i1]
  0.90  vat on account 1501: debit, domestic-low 9 %
    0.90  row 2 of the invoice: its part of the printed figures [invoice:i1]`.slice(1));
    const credit = proposeSalesEntry(invoice({ credit: true, total: '1210', totalExTax: '1000' }), customer(), entryPolicy({ sourceCreditSign: 'positive' }));
    expect(credit.ok && explainSalesEntry(credit.value).label).toBe('Credit invoice 2026-17');
  });
});
