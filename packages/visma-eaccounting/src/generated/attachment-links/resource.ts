// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { attachmentLinkModel } from './schema.ts';
import type { AttachmentLink, AttachmentLinkInput } from './types.ts';

/** Attachment links of the company. */
export class AttachmentLinksResource extends Resource {
  /**
   * Creates an attachment link.
   *
   * `POST /attachmentlinks`. Needs `ea:accounting` or `ea:purchase`.
   */
  create(body: AttachmentLinkInput, options?: RequestOptions): ApiPromise<AttachmentLink> {
    return this.call('POST /attachmentlinks', [], attachmentLinkModel, options, attachmentLinkModel, body);
  }

  /**
   * Deletes an attachment link.
   *
   * `DELETE /attachmentlinks/{attachmentId}`. Needs `ea:accounting` or `ea:purchase`.
   */
  delete(attachmentId: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /attachmentlinks/{attachmentId}', [attachmentId], undefined, options);
  }
}
