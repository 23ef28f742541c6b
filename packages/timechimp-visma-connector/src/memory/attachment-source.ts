import type { AttachmentSource } from '../ports/attachment-source.ts';
import { itemKey } from '../ports/item-ref.ts';
import { atomically } from './atomically.ts';
import type { AccountTables } from './source-tables.ts';

/** Files of items in memory. */
export function memoryAttachments(account: (accountId: string) => AccountTables): AttachmentSource {
  return {
    filesOf: (accountId, refs) =>
      atomically(() => {
        const files = refs.flatMap((ref) => account(accountId).files.get(itemKey(ref)) ?? []);
        return [...new Map(files.map((file) => [file.id, file])).values()];
      }),
  };
}
