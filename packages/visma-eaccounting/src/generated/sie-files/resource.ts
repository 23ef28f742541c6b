// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { documentModel } from '../documents/schema.ts';
import { commonBatchResponseModel, sie4Model } from './schema.ts';
import type { Document } from '../documents/types.ts';
import type { CommonBatchResponse, Sie4Input } from './types.ts';

/** SIE files of the company. */
export class SieFilesResource extends Resource {
  /**
   * Makes a SIE 4 file of a period. Swedish companies only.
   *
   * `GET /sie4export/{fromDate}/{toDate}`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  export(fromDate: string, toDate: string, options?: RequestOptions): ApiPromise<Document> {
    return this.call('GET /sie4export/{fromDate}/{toDate}', [fromDate, toDate], documentModel, options);
  }

  /**
   * Imports a SIE 4 file. Swedish companies only.
   *
   * `POST /sie4import`. Needs `ea:accounting`.
   */
  import(body: Sie4Input, options?: RequestOptions): ApiPromise<CommonBatchResponse> {
    return this.call('POST /sie4import', [], commonBatchResponseModel, options, sie4Model, body);
  }
}
