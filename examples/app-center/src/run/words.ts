import { itemKey, type Difference, type ExportReason, type ItemRef } from '@x/timechimp-visma-connector';
import { itemKeysIn } from '../html/difference-words.ts';
import type { AppParts } from '../parts.ts';
import { describeItems, type ItemTexts, itemWords } from './describe-items.ts';
import { recordNames } from './record-names.ts';
import { refsOf } from './refs.ts';

/** What a page calls the things that reports name by id. */
export interface Words {
  readonly items: ItemTexts;
  /** Of Visma's records by GUID, and of items by key. */
  readonly names: ReadonlyMap<string, string>;
}

/** How many items a list shows. What is more is counted: a page is for a person, and each item is read once more for its words. */
export const shownItems = 200;

/** What a report says of a document. */
interface Said {
  readonly differences: readonly Difference[];
  readonly reason?: ExportReason | null;
}

/** Reads the words for items and for everything that differences and reasons name. Of items, only as many as a list shows. */
export async function wordsFor(parts: AppParts, items: readonly ItemRef[], documents: readonly Said[]): Promise<Words> {
  const differences = documents.flatMap((each) => each.differences);
  const texts = [...documents.map(({ reason }) => reason?.message ?? ''), ...differences.flatMap(({ field, expected, actual }) => (field === 'coveredHours' ? [expected, actual] : []))];
  const named = refsOf(texts.flatMap(itemKeysIn));
  const [found, names] = await Promise.all([describeItems(parts, [...named, ...items].slice(0, shownItems)), recordNames(parts, differences)]);
  return { items: found, names: new Map([...names, ...named.map((ref) => [itemKey(ref), itemWords(ref, found)] as const)]) };
}
