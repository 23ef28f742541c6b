import { randomUUID } from 'node:crypto';
import type { ItemRef } from '@x/timechimp-visma-connector';

/** What a person chose to have written in Visma, or marked as invoiced before, until it is. */
export type Plan = { readonly id: string; readonly back: string } & (
  | {
      readonly kind: 'invoices';
      readonly refs: readonly ItemRef[];
      /** The day until which terms were asked for; absent: today. */
      readonly until?: string;
    }
  | { readonly kind: 'sales-entries'; readonly invoiceIds: readonly string[] }
  | { readonly kind: 'take-over'; readonly refs: readonly ItemRef[] }
);

/** The newest plans of this process. A lost plan means to choose again, and nothing worse. */
export class Plans {
  readonly #byId = new Map<string, Plan>();

  /** Keeps a choice of hours, expenses, trips and terms, the latter also where they fall due later, but by `until`. */
  invoices(refs: readonly ItemRef[], back: string, until?: string): Plan {
    return this.#keep({ id: randomUUID(), kind: 'invoices', refs, back, ...(until === undefined ? {} : { until }) });
  }

  /** Keeps a choice of invoices that TimeChimp made. */
  salesEntries(invoiceIds: readonly string[], back: string): Plan {
    return this.#keep({ id: randomUUID(), kind: 'sales-entries', invoiceIds, back });
  }

  /** Keeps a choice of what was invoiced or booked before this connection. */
  takeOver(refs: readonly ItemRef[], back: string): Plan {
    return this.#keep({ id: randomUUID(), kind: 'take-over', refs, back });
  }

  /** The plan of this id, if it is still known. */
  find(id: string): Plan | undefined {
    return this.#byId.get(id);
  }

  #keep(plan: Plan): Plan {
    this.#byId.set(plan.id, plan);
    const [oldest] = this.#byId.keys();
    if (this.#byId.size > 500 && oldest !== undefined) this.#byId.delete(oldest);
    return plan;
  }
}
