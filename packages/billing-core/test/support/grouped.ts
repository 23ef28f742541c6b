import type { BillableItem } from '../../src/index.ts';

/** Monday to Sunday as days since 1970, of the platform's calendar: a week of ISO 8601 has one Thursday. */
export const thursdayOf = (date: string): number => {
  const day = Date.parse(date) / 86_400_000;
  const weekday = (new Date(date).getUTCDay() + 6) % 7;
  return day - weekday + 3;
};

/** What a grouping looks at, by its definition; shares no code with the package. */
export function groupingKey(item: BillableItem, grouping: string): string {
  const values: Record<string, string | number | undefined> = {
    activity: 'activityId' in item ? item.activityId : undefined, employee: 'userId' in item ? item.userId : undefined, project: item.projectId,
    product: 'productId' in item ? item.productId : undefined, day: item.date, week: thursdayOf(item.date), detailed: item.id, ride: item.id,
  };
  return String(values[grouping] ?? '');
}

/** Entries of one kind and price in their groups; groups and entries by date, then id (here of one length). */
export function grouped(items: readonly BillableItem[], grouping: string): BillableItem[][] {
  const order = (a: BillableItem, b: BillableItem): number => `${a.date} ${a.id}`.localeCompare(`${b.date} ${b.id}`, 'en');
  const keys = [...new Set(items.toSorted(order).map((item) => groupingKey(item, grouping)))];
  return keys.map((key) => items.filter((item) => groupingKey(item, grouping) === key).toSorted(order));
}
