import type { Filter } from '../odata/filter.ts';

/** A field to sort by, optionally with its direction. */
export type OrderBy<T> = (keyof T & string) | `${keyof T & string} ${'asc' | 'desc'}`;

/** What every list takes. Which fields can be filtered or sorted is up to the API, per endpoint. */
export interface PageParams<T, K extends keyof T> {
  /** An OData expression, as text or built with `filter`. The API answers 400 where it does not support it. */
  readonly filter?: string | Filter<keyof T & string> | undefined;
  readonly orderBy?: OrderBy<T> | readonly OrderBy<T>[] | undefined;
  /** Fields to answer; the others are then absent. Without `Id` among them, repeated rows cannot be dropped. */
  readonly select?: readonly K[] | undefined;
  /** First page to read, from 1. */
  readonly page?: number | undefined;
  /** Records per page, 1 to 1000. @defaultValue 200 (the API's own default is 50) */
  readonly pageSize?: number | undefined;
}

/** Parameters of a list: the common ones and those of the operation. */
export type ListParams<T, K extends keyof T = keyof T, Query extends object = object> = PageParams<T, K> & Readonly<Query>;

/** The record as `select` leaves it: whole when nothing was selected. */
export type Selected<T, K extends keyof T> = [keyof T] extends [K] ? T : Pick<T, K>;
