import { inPart, type BrokenState } from './broken-state.ts';

/** Mistakes in links, marks, cursors and leases. */
export const brokenLinksAndLeases: readonly BrokenState[] = [
  {
    mistake: 'a customer in Visma may have two links',
    law: 'links: each side has at most one link',
    breakIt: inPart('links', (inner) => ({
      linkCustomers: (scope, links) =>
        inner.linkCustomers(scope, links.map((link) => ({ ...link, vismaCustomerId: `${link.sourceCustomerId} ${link.vismaCustomerId}` }))),
    })),
  },
  {
    mistake: 'a number is reserved per customer',
    law: 'links: a number is reserved for one customer, and a customer keeps his',
    breakIt: inPart('links', () => ({ reserveNumber: (_, __, number) => Promise.resolve(number) })),
  },
  {
    mistake: 'a mark is overwritten',
    law: 'links: a mark stays as it was first set',
    breakIt: inPart('links', (inner) => ({
      mark: async (scope, marks) => {
        for (const mark of marks) await inner.unmark(scope, [mark.ref], mark.kind);
        return inner.mark(scope, marks);
      },
    })),
  },
  {
    mistake: 'a mark of any kind is taken away',
    law: 'links: a mark is taken away by its own kind only',
    breakIt: inPart('links', (inner) => ({
      unmark: async (scope, refs) => {
        for (const kind of ['billed', 'ignored'] as const) await inner.unmark(scope, refs, kind);
      },
    })),
  },
  {
    mistake: 'a cursor is set whatever it was',
    law: 'cursors: a value is set when it is still the expected one',
    breakIt: inPart('cursors', (inner) => ({
      set: async (scope, name, value) => inner.set(scope, name, value, await inner.get(scope, name)),
    })),
  },
  {
    mistake: 'a lease lasts one millisecond too long',
    law: 'leases: a lease ends at its time, and its holder may extend it',
    breakIt: inPart('leases', (inner) => ({
      acquire: (name, holder, now, until) => inner.acquire(name, holder, now, until + 1),
    })),
  },
  {
    mistake: 'anybody gives a lease up',
    law: 'leases: only the holder gives it up',
    breakIt: inPart('leases', (inner) => {
      const holders = new Map<string, string>();
      return {
        acquire: async (name, holder, now, until) => {
          const held = await inner.acquire(name, holder, now, until);
          if (held) holders.set(name, holder);
          return held;
        },
        release: (name) => inner.release(name, holders.get(name) ?? ''),
      };
    }),
  },
];
