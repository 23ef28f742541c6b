/** What matching needs to know of a customer of the time-tracking side. */
export interface OurCustomer {
  readonly id: string;
  readonly name: string;
  /** The customer number (TimeChimp's `relationId`); empty or absent when the customer has none. */
  readonly number?: string | undefined;
}

/** What matching needs to know of a customer of Visma. */
export interface TheirCustomer {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly isActive: boolean;
}

/** How one of our customers relates to Visma. Only `linked` and `matched` may be written to. */
export type CustomerMatch<T extends TheirCustomer> =
  | { readonly kind: 'linked'; readonly ours: OurCustomer; readonly theirs: T }
  | { readonly kind: 'matched'; readonly ours: OurCustomer; readonly theirs: T }
  | { readonly kind: 'link-broken'; readonly ours: OurCustomer; readonly linkedId: string }
  | { readonly kind: 'duplicate-number'; readonly ours: OurCustomer; readonly others: readonly OurCustomer[] }
  /** The customer of Visma with its number is linked to another customer of ours. */
  | { readonly kind: 'linked-elsewhere'; readonly ours: OurCustomer; readonly theirs: T; readonly by: OurCustomer }
  | { readonly kind: 'no-number'; readonly ours: OurCustomer; readonly suggestions: readonly T[] }
  | { readonly kind: 'missing'; readonly ours: OurCustomer; readonly suggestions: readonly T[] };

/**
 * Matches customers on their number; an explicit link (our id to Visma's id) wins, and a name only ever suggests.
 * Numbers are compared without surrounding spaces, otherwise to the letter: 007 is not 7. A number that several of our
 * customers carry matches none of them, and a customer of Visma that another of ours is linked to is matched by no
 * number, because two customers' invoices must never land on one. `links` may hold more than the links of `ours`;
 * `others` are customers of ours that are not to be matched but count for both rules. Links of customers that are in
 * neither list count for nothing: those customers are gone.
 */
export function matchCustomers<T extends TheirCustomer>(
  ours: readonly OurCustomer[],
  theirs: Iterable<T>,
  links: ReadonlyMap<string, string>,
  others: readonly OurCustomer[] = [],
): CustomerMatch<T>[] {
  const byId = new Map<string, T>();
  const byNumber = new Map<string, T>();
  const byName = new Map<string, T[]>();
  for (const each of theirs) {
    byId.set(each.id, each);
    byNumber.set(each.number.trim(), each);
    const name = plainName(each.name);
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  const sameNumber = new Map<string, OurCustomer[]>();
  const linkedTo = new Map<string, OurCustomer>();
  for (const each of [...ours, ...others]) {
    sameNumber.set(numberOf(each), [...(sameNumber.get(numberOf(each)) ?? []), each]);
    const target = links.get(each.id);
    if (target !== undefined) linkedTo.set(target, each);
  }
  return ours.map((each): CustomerMatch<T> => {
    const linkedId = links.get(each.id);
    if (linkedId !== undefined) {
      const linked = byId.get(linkedId);
      return linked
        ? { kind: 'linked', ours: each, theirs: linked }
        : { kind: 'link-broken', ours: each, linkedId };
    }
    const suggestions = byName.get(plainName(each.name)) ?? [];
    const number = numberOf(each);
    if (number === '') {
      return { kind: 'no-number', ours: each, suggestions };
    }
    const same = (sameNumber.get(number) ?? []).filter((other) => other.id !== each.id);
    if (same.length > 0) {
      return { kind: 'duplicate-number', ours: each, others: same };
    }
    const found = byNumber.get(number);
    if (!found) {
      return { kind: 'missing', ours: each, suggestions };
    }
    const by = linkedTo.get(found.id);
    return by ? { kind: 'linked-elsewhere', ours: each, theirs: found, by } : { kind: 'matched', ours: each, theirs: found };
  });
}

function numberOf(customer: OurCustomer): string {
  return (customer.number ?? '').trim();
}

function plainName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}
