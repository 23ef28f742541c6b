import { TimeChimpError } from '../timechimp-error.ts';

/** Where a list goes on: how many rows were passed over, and the id of the last row that was read. */
export interface Position {
  readonly skip: number;
  readonly lastId: number;
}

/** The position as the text that a page hands out as `next`. */
export function positionText({ skip, lastId }: Position): string {
  return `${skip}~${lastId}`;
}

/** Reads the text of a position; throws `invalid-input` for any other text. */
export function parsePosition(text: string | undefined): Position | undefined {
  if (text === undefined) return undefined;
  const parts = /^(\d{1,15})~(\d{1,15})$/.exec(text);
  if (!parts) throw new TimeChimpError('invalid-input', 'This is not the `next` of a page.', { delivery: 'not-sent' });
  return { skip: Number(parts[1]), lastId: Number(parts[2]) };
}

/** Throws a RangeError unless the limit of a page is a whole number from 1 to 1000. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new RangeError('The limit of a page is a whole number from 1 to 1000.');
  }
}
