// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { customerLedgerItemModel, customerLedgerItemWithVoucherModel } from './schema.ts';
import type {
  CustomerLedgerItem,
  CustomerLedgerItemInput,
  CustomerLedgerItemWithVoucherInput,
} from './types.ts';

/** Open items of the customer ledger, and invoices made elsewhere. */
export class CustomerLedgerItemsResource extends Resource {
  /**
   * Lists the customer ledger items, page by page.
   *
   * `GET /customerledgeritems`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof CustomerLedgerItem>(
    params?: ListParams<CustomerLedgerItem, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<CustomerLedgerItem, K>> {
    return this.pages('GET /customerledgeritems', [], customerLedgerItemModel, params, options);
  }

  /**
   * Reads a customer ledger item.
   *
   * `GET /customerledgeritems/{customerLedgerItemId}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(customerLedgerItemId: string, options?: RequestOptions): ApiPromise<CustomerLedgerItem> {
    return this.call(
      'GET /customerledgeritems/{customerLedgerItemId}',
      [customerLedgerItemId],
      customerLedgerItemModel,
      options,
    );
  }

  /**
   * Opens an item in the customer ledger for a voucher that exists already.
   *
   * `POST /customerledgeritems`. Needs `ea:sales`.
   */
  create(body: CustomerLedgerItemInput, options?: RequestOptions): ApiPromise<CustomerLedgerItem> {
    return this.call('POST /customerledgeritems', [], customerLedgerItemModel, options, customerLedgerItemModel, body);
  }

  /**
   * Books an invoice made elsewhere: the voucher and the open item in the customer ledger in one call. It can be
   * neither changed nor deleted afterwards. `useDefaultVatCodes` is true by default and then replaces the VAT codes of
   * the rows.
   *
   * Unless `query` says otherwise, `useAutomaticVatCalculation` is false, `useDefaultVatCodes` is true and
   * `useDefaultVoucherSeries` is true.
   *
   * `POST /customerledgeritems/customerledgeritemswithvoucher`. Needs `ea:sales`.
   */
  createWithVoucher(
    body: CustomerLedgerItemWithVoucherInput,
    options?: RequestOptions<{ useAutomaticVatCalculation?: boolean | undefined; useDefaultVatCodes?: boolean | undefined; useDefaultVoucherSeries?: boolean | undefined }>,
  ): ApiPromise<CustomerLedgerItem> {
    return this.call(
      'POST /customerledgeritems/customerledgeritemswithvoucher',
      [],
      customerLedgerItemModel,
      options,
      customerLedgerItemWithVoucherModel,
      body,
    );
  }
}
