import type { BillableItem } from '@x/billing-core';
import type { Names } from '../run/names.ts';
import { decimal, hours } from './format.ts';

/** What was done, bought or driven, for a person to recognise. */
export function description(item: BillableItem, names: Pick<Names, 'activities'>): string {
  switch (item.kind) {
    case 'time':
      return [names.activities.get(item.activityId ?? '')?.name, item.notes].filter(Boolean).join(': ');
    case 'expense':
      return [item.productName, item.notes].filter(Boolean).join(': ');
    case 'mileage':
      return `${item.fromAddress ?? '?'} to ${item.toAddress ?? '?'}`;
    case 'term':
      return item.description;
  }
}

/** How much of it: hours, pieces or kilometres. */
export function quantity(item: BillableItem): string {
  switch (item.kind) {
    case 'time':
      return hours(item.minutes);
    case 'expense':
      return `${decimal(item.quantity)} x ${decimal(item.rate)}${item.rateIncludesVat === true ? ' with VAT' : ''}`;
    case 'mileage':
      return `${decimal(item.distance)} km`;
    case 'term':
      return '';
  }
}
