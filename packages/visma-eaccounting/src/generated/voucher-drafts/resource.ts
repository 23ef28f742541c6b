// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { voucherDraftModel } from './schema.ts';
import { voucherModel } from '../vouchers/schema.ts';
import type { VoucherDraft, VoucherDraftInput } from './types.ts';
import type { Voucher } from '../vouchers/types.ts';

/** Voucher drafts of the company. */
export class VoucherDraftsResource extends Resource {
  /**
   * Lists the voucher drafts, page by page.
   *
   * `GET /voucherdrafts`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  list<K extends keyof VoucherDraft>(
    params?: ListParams<VoucherDraft, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<VoucherDraft, K>> {
    return this.pages('GET /voucherdrafts', [], voucherDraftModel, params, options);
  }

  /**
   * Reads a voucher draft.
   *
   * `GET /voucherdrafts/{voucherDraftId}`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  get(voucherDraftId: string, options?: RequestOptions): ApiPromise<VoucherDraft> {
    return this.call('GET /voucherdrafts/{voucherDraftId}', [voucherDraftId], voucherDraftModel, options);
  }

  /**
   * Creates a voucher draft.
   *
   * Unless `query` says otherwise, `amountIncludesVat` is false.
   *
   * `POST /voucherdrafts`. Needs `ea:accounting`.
   */
  create(
    body: VoucherDraftInput,
    options?: RequestOptions<{ amountIncludesVat?: boolean | undefined }>,
  ): ApiPromise<VoucherDraft> {
    return this.call('POST /voucherdrafts', [], voucherDraftModel, options, voucherDraftModel, body);
  }

  /**
   * Replaces a voucher draft: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /voucherdrafts/{voucherDraftId}`. Needs `ea:accounting`.
   */
  update(voucherDraftId: string, body: VoucherDraftInput, options?: RequestOptions): ApiPromise<VoucherDraft> {
    return this.call(
      'PUT /voucherdrafts/{voucherDraftId}',
      [voucherDraftId],
      voucherDraftModel,
      options,
      voucherDraftModel,
      body,
    );
  }

  /**
   * Changes the named fields of one voucher draft and keeps all others: reads it, lays the change over it and replaces
   * it. A field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two
   * calls are lost.
   *
   * `GET /voucherdrafts/{voucherDraftId}`, then `PUT /voucherdrafts/{voucherDraftId}`.
   */
  patch(
    voucherDraftId: string,
    change: Partial<VoucherDraftInput>,
    options?: RequestOptions,
  ): ApiPromise<VoucherDraft> {
    return this.readModifyWrite(
      'GET /voucherdrafts/{voucherDraftId}',
      'PUT /voucherdrafts/{voucherDraftId}',
      [voucherDraftId],
      voucherDraftModel,
      change,
      options,
    );
  }

  /**
   * Deletes a voucher draft.
   *
   * `DELETE /voucherdrafts/{voucherDraftId}`. Needs `ea:accounting`.
   */
  delete(voucherDraftId: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /voucherdrafts/{voucherDraftId}', [voucherDraftId], undefined, options);
  }

  /**
   * Books a voucher draft; the draft is gone afterwards.
   *
   * `POST /voucherdrafts/{voucherDraftId}/convert`. Needs `ea:accounting`.
   */
  convert(voucherDraftId: string, options?: RequestOptions): ApiPromise<Voucher> {
    return this.call('POST /voucherdrafts/{voucherDraftId}/convert', [voucherDraftId], voucherModel, options);
  }
}
