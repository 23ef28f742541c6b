import { itemKey, type Difference, type ItemRef } from '@x/timechimp-visma-connector';
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

/** Reads the words for items and for everything that differences name. Of items, only as many as a list shows. */
export async function wordsFor(parts: AppParts, items: readonly ItemRef[], differences: readonly Difference[]): Promise<Words> {
  const covered = refsOf(differences.flatMap(({ field, expected, actual }) => (field === 'coveredHours' ? `${expected} ${actual}`.split(' ') : [])));
  const [texts, names] = await Promise.all([describeItems(parts, [...covered, ...items].slice(0, shownItems)), recordNames(parts, differences)]);
  return { items: texts, names: new Map([...names, ...covered.map((ref) => [itemKey(ref), itemWords(ref, texts)] as const)]) };
}
