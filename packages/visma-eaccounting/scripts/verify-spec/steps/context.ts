import type { VismaClient } from '../../../src/index.ts';

/** What a step works on: the real client, and what it knows of the administration by name and number. */
export interface StepContext {
  readonly client: VismaClient;
  /** The article with this number. */
  readonly articleId: (number: string) => Promise<string>;
  /** The customer with this number. */
  readonly customerId: (number: string) => Promise<string>;
  /** Any one terms of payment for sales. */
  readonly termsId: () => Promise<string>;
  /** The fiscal year that starts in this year. */
  readonly fiscalYearId: (year: number) => Promise<string>;
}

/** A step: a few calls of one resource with valid data. */
export type Step = (context: StepContext) => Promise<void>;

/** The context on a client. */
export function contextOf(client: VismaClient): StepContext {
  return {
    client,
    articleId: async (number) => idOf(await client.articles.list({ filter: `Number eq '${number}'` }), number),
    customerId: async (number) => idOf(await client.customers.list({ filter: `CustomerNumber eq '${number}'` }), number),
    termsId: async () => {
      const page = await client.termsOfPayments.list({ pageSize: 10 });
      return present(page.items.find(({ AvailableForSales }) => AvailableForSales)?.Id, 'terms of payment');
    },
    fiscalYearId: async (year) => {
      const page = await client.fiscalYears.list();
      return present(page.items.find(({ StartDate }) => StartDate.startsWith(String(year)))?.Id, `fiscal year ${year}`);
    },
  };
}

function idOf(page: { readonly items: readonly { readonly Id?: string | null | undefined }[] }, what: string): string {
  return present(page.items[0]?.Id, what);
}

/** The value, or an error that names what is missing. */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`The administration has no ${what}`);
  return value;
}
