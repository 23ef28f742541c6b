import type { ItemRef } from '@x/timechimp-visma-connector';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day for people: 5 Oct 2026. */
export function day(date: string): string {
  const [year = '', month = '1', of = '1'] = date.split('-');
  return `${String(Number(of))} ${months[Number(month) - 1] ?? ''} ${year}`;
}

/** A period for people; one day alone stands once. */
export function period(from: string, to: string): string {
  return from === to ? day(from) : `${day(from)} to ${day(to)}`;
}

/** A moment for people, in Dutch time. */
export function moment(at: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Amsterdam' });
  return parts.format(at);
}

/** A decimal with its thousands apart: 1,184.25. Text in, text out, no arithmetic. */
export function decimal(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A decimal with two decimals or more, as amounts and prices have: 484 becomes 484.00. Text in, text out. */
export function atLeastCents(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

/** An amount: EUR 1,184.25. */
export function money(amount: string, currency: string): string {
  return `${currency} ${decimal(atLeastCents(amount))}`;
}

/** Minutes as hours: 1:05. */
export function hours(minutes: number): string {
  const positive = Math.abs(minutes);
  return `${minutes < 0 ? '-' : ''}${String(Math.floor(positive / 60))}:${String(positive % 60).padStart(2, '0')}`;
}

/** A number of things: 1 invoice, 2 invoices. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${String(number)} ${number === 1 ? one : many}`;
}

/** What an item is called: "hours 3". */
export function itemName({ kind, id }: ItemRef): string {
  const names = { time: 'hours', expense: 'expense', mileage: 'trip', term: 'term', invoice: 'invoice', customer: 'customer' };
  return `${names[kind]} ${id}`;
}
