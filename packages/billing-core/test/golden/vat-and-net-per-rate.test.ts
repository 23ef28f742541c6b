import { describe, expect, it } from 'vitest';
import { proposeSalesEntry } from '../../src/index.ts';
import { customer, entryPolicy, invoice } from '../support/builders.ts';

const repeat = (count: number, row: { quantity: string; price: string; taxPercent: string }) => Array.from({ length: count }, () => row);
const sideOf = (rows: readonly { role: string; vatRate?: string | undefined; credit: string }[], role: string, rate: string): string =>
  rows.filter((row) => row.role === role && row.vatRate === rate).map(({ credit }) => credit).join(' ');

describe('C4: the sent document leads: its VAT per rate', () => {
  it('net and VAT stay with the rate that they were charged at, however many rows have a part of a cent', () => {
    // 20 x 0.25 x 85.50 = 427.50 at 21 % is 89.78 (89.775); 20 x 0.10 x 33.33 = 66.66 at 9 % is 6.00 (5.9994).
    const rows = [...repeat(20, { quantity: '0.25', price: '85.50', taxPercent: '21' }), ...repeat(20, { quantity: '0.1', price: '33.33', taxPercent: '9' })];
    const result = proposeSalesEntry(invoice({ rows, totalExTax: '494.16', total: '589.94' }), customer(), entryPolicy());
    const booked = result.ok ? result.value.rows : [];
    expect({ vat21: sideOf(booked, 'vat', '21'), vat9: sideOf(booked, 'vat', '9') }).toEqual({ vat21: '89.78', vat9: '6.00' });
    expect({ net21: sideOf(booked, 'revenue', '21'), net9: sideOf(booked, 'revenue', '9') }).toEqual({ net21: '427.50', net9: '66.66' });
  });

  it('the base that is booked at a rate fits the VAT that the document prints for it', () => {
    // Two rates whose rows end in .4 and .6 of a cent: the document says 24.10 and 24.14, VAT 5.06 and 2.17.
    const rows = [...repeat(24, { quantity: '1', price: '1.004', taxPercent: '21' }), ...repeat(24, { quantity: '1', price: '1.006', taxPercent: '9' })];
    const vatPerRate = [{ taxPercent: '21', amount: '5.06' }, { taxPercent: '9', amount: '2.17' }];
    const result = proposeSalesEntry(invoice({ rows, totalExTax: '48.24', total: '55.47', vatPerRate }), customer(), entryPolicy());
    const booked = result.ok ? result.value.rows : [];
    expect({ net21: sideOf(booked, 'revenue', '21'), net9: sideOf(booked, 'revenue', '9') }).toEqual({ net21: '24.10', net9: '24.14' });
  });
});
