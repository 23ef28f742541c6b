import { type BookingFlags, book, buildVoucher } from '../ledger/voucher.ts';
import { attachmentsIn, attachToVoucher } from '../ledger/voucher-attachments.ts';
import { complete } from '../models/complete.ts';
import type { VoucherRecord } from '../state/ledger-records.ts';
import { created, ok } from '../wire/answer.ts';
import { notFound } from '../wire/refusal.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf, flag, param, scopes } from './operation.ts';

const model = 'VoucherApi';

/** The flags of an endpoint that books, with their defaults. */
export function bookingFlags(call: Call): BookingFlags {
  return {
    automaticVat: flag(call, 'useAutomaticVatCalculation', false),
    defaultVatCodes: flag(call, 'useDefaultVatCodes', true),
    defaultSeries: flag(call, 'useDefaultVoucherSeries', true),
  };
}

function ofYear(call: Call): VoucherRecord[] {
  const year = needed(call.company.fiscalYears, param(call, 'fiscalyearId'), 'FiscalYear');
  const [start, end] = [year.StartDate.slice(0, 10), year.EndDate.slice(0, 10)];
  return call.company.vouchers.all().filter(({ VoucherDate }) => {
    const day = VoucherDate.slice(0, 10);
    return start <= day && day <= end;
  });
}

/** /vouchers: must balance; once made, a voucher cannot be changed or deleted. */
export const vouchers: readonly Operation[] = [
  {
    method: 'GET',
    path: '/vouchers',
    scopes: scopes.readAccounting,
    handle: (call) => listAnswer(call, '/vouchers', model, call.company.vouchers.all()),
  },
  {
    method: 'POST',
    path: '/vouchers',
    scopes: scopes.writeAccounting,
    handle: (call) => {
      const body = bodyOf(call, model);
      const attachments = attachmentsIn(call.company, body, '');
      const voucher = book(call.company, buildVoucher(call.world, call.company, body, bookingFlags(call)));
      attachToVoucher(call.company, voucher, attachments);
      return created(complete(model, voucher));
    },
  },
  {
    method: 'GET',
    path: '/vouchers/{fiscalyearId}',
    scopes: scopes.readAccounting,
    handle: (call) => listAnswer(call, '/vouchers/{fiscalyearId}', model, ofYear(call)),
  },
  {
    method: 'GET',
    path: '/vouchers/{fiscalyearId}/{voucherId}',
    scopes: scopes.readAccounting,
    handle: (call) => {
      const id = param(call, 'voucherId');
      const voucher = ofYear(call).find((each) => each.Id === id.toLowerCase());
      if (!voucher) throw notFound(`Voucher ${id}`);
      return ok(complete(model, voucher));
    },
  },
];
