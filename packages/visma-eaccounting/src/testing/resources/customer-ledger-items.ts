import { buildLedgerItem, checkLedgerItem, requireReceivable } from '../ledger/ledger-item.ts';
import { book, buildVoucher } from '../ledger/voucher.ts';
import { attachmentsIn, attachToVoucher } from '../ledger/voucher-attachments.ts';
import { complete } from '../models/complete.ts';
import { created, ok } from '../wire/answer.ts';
import { isWireObject } from '../wire/json.ts';
import { ApiRefusal, errorCodes, invalid } from '../wire/refusal.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Operation, bodyOf, param, scopes } from './operation.ts';
import { bookingFlags } from './vouchers.ts';
import { textOf } from '../wire/fields.ts';

const model = 'CustomerLedgerItemApi';
const manualOrImported = [2, 9];

/** /customerledgeritems: can be made and read, never changed or deleted. */
export const customerLedgerItems: readonly Operation[] = [
  {
    method: 'GET',
    path: '/customerledgeritems',
    scopes: scopes.readSales,
    handle: (call) => listAnswer(call, '/customerledgeritems', model, call.company.ledgerItems.all()),
  },
  {
    method: 'GET',
    path: '/customerledgeritems/{customerLedgerItemId}',
    scopes: scopes.readSales,
    handle: (call) =>
      ok(complete(model, needed(call.company.ledgerItems, param(call, 'customerLedgerItemId'), 'CustomerLedgerItem'))),
  },
  {
    method: 'POST',
    path: '/customerledgeritems',
    scopes: scopes.writeSales,
    handle: (call) => {
      const { company, world } = call;
      const body = bodyOf(call, model, (given) => checkLedgerItem(company, given));
      const voucher = company.vouchers.get(textOf(body, 'VoucherId'));
      if (!voucher) throw invalid([{ field: 'VoucherId', message: 'The voucher does not exist.' }]);
      if (!manualOrImported.includes(voucher.VoucherType)) {
        throw new ApiRefusal(
          400,
          errorCodes.cannotBeSaved,
          'CanNotBeCreatedOrUpdatedException - The voucher must be a manual voucher or a SIE import.',
        );
      }
      return created(complete(model, company.ledgerItems.put(buildLedgerItem(world, company, body, voucher.Id))));
    },
  },
  {
    method: 'POST',
    path: '/customerledgeritems/customerledgeritemswithvoucher',
    scopes: scopes.writeSales,
    handle: (call) => {
      const { company, world } = call;
      const body = bodyOf(call, 'CustomerLedgerItemWithVoucherApi', (given) => checkLedgerItem(company, given));
      const given = isWireObject(body['Voucher']) ? body['Voucher'] : {};
      const attachments = attachmentsIn(company, given, 'Voucher.');
      const voucher = buildVoucher(world, company, given, bookingFlags(call), 'Voucher.');
      requireReceivable(company, body, voucher);
      const item = buildLedgerItem(world, company, body, voucher.Id);
      attachToVoucher(company, book(company, { ...voucher, SourceId: item.Id }), attachments);
      return created(complete(model, company.ledgerItems.put(item)));
    },
  },
];
