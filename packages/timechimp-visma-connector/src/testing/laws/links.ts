import type { ItemMark } from '../../ports/link-store.ts';
import { equals, race } from '../expect.ts';
import type { Law } from '../law.ts';
import { hostileTexts, sampleTime, uniqueScope } from '../samples.ts';
import type { StateFixture } from '../state-fixture.ts';

const racers = 12;

function billed(id: string, change: Partial<ItemMark> = {}): ItemMark {
  return { ref: { kind: 'term', id }, kind: 'billed', note: 'TC-1', by: 'export', at: sampleTime, ...change };
}

/** Customer links, reserved numbers, marks on items. */
export const linkLaws: readonly Law<StateFixture>[] = [
  {
    name: 'links: each side has at most one link',
    why: 'an invoice would go to the wrong customer',
    check: async ({ state, reopen }) => {
      const scope = uniqueScope();
      const link = { sourceCustomerId: 's1', vismaCustomerId: 'v1' };
      equals(await state.links.linkCustomers(scope, [link, link]), ['linked', 'linked'], 'the same link twice');
      const taken = [
        { sourceCustomerId: 's1', vismaCustomerId: 'v2' },
        { sourceCustomerId: 's2', vismaCustomerId: 'v1' },
        { sourceCustomerId: 's3', vismaCustomerId: 'v3' },
      ];
      equals(await state.links.linkCustomers(scope, taken), ['taken', 'taken', 'linked'], 'links that collide, and one that does not');
      const links = await (await reopen()).links.customerLinks(scope, ['s1', 's2', 's3']);
      const sorted = [...links].sort((left, right) => (left.sourceCustomerId < right.sourceCustomerId ? -1 : 1));
      equals(sorted, [link, taken[2]], 'the links through another handle');
    },
  },
  {
    name: 'links: of racers for one customer one wins',
    why: 'an invoice would go to the wrong customer',
    check: async ({ state }) => {
      const scope = uniqueScope();
      const results = await race(racers, (index) =>
        state.links.linkCustomers(scope, [{ sourceCustomerId: `s${index}`, vismaCustomerId: 'v1' }]),
      );
      equals(results.flat().filter((each) => each === 'linked').length, 1, 'winners among racers');
      equals((await state.links.customerLinks(scope)).length, 1, 'links afterwards');
    },
  },
  {
    name: 'links: a link that was taken away frees both sides',
    why: 'a wrong link could never be put right',
    check: async ({ state }) => {
      const scope = uniqueScope();
      await state.links.linkCustomers(scope, [{ sourceCustomerId: 's1', vismaCustomerId: 'v1' }]);
      await state.links.unlinkCustomer(scope, 's1');
      await state.links.unlinkCustomer(scope, 'unknown');
      const again = [
        { sourceCustomerId: 's2', vismaCustomerId: 'v1' },
        { sourceCustomerId: 's1', vismaCustomerId: 'v2' },
      ];
      equals(await state.links.linkCustomers(scope, again), ['linked', 'linked'], 'links of both sides afterwards');
    },
  },
  {
    name: 'links: a number is reserved for one customer, and a customer keeps his',
    why: 'two customers with one number are one customer in Visma',
    check: async ({ state }) => {
      const scope = uniqueScope();
      const results = await race(racers, (index) => state.links.reserveNumber(scope, `s${index}`, '2001'));
      equals(results.filter((each) => each === '2001').length, 1, 'owners of the number after a race');
      equals(results.filter((each) => each === null).length, racers - 1, 'refusals');
      const owner = `s${results.indexOf('2001')}`;
      equals(await state.links.reserveNumber(scope, owner, '2002'), '2001', 'another number for the owner');
      const loser = `s${results.indexOf(null)}`;
      equals(await state.links.reserveNumber(scope, loser, '2002'), '2002', 'the next number for another customer');
    },
  },
  {
    name: 'links: a mark stays as it was first set',
    why: 'who billed a term, and when, must not change afterwards',
    check: async ({ state, reopen }) => {
      const scope = uniqueScope();
      const texts = hostileTexts.map((text, index) => billed(`${index} ${text.slice(0, 60)}`, { note: text }));
      equals(await state.links.mark(scope, [billed('t1'), ...texts]), ['set', ...texts.map(() => 'set')], 'new marks');
      equals(await state.links.mark(scope, [billed('t1', { note: 'later', at: 1 })]), ['set'], 'the same mark again');
      const other = billed('t1', { kind: 'ignored' });
      equals(await state.links.mark(scope, [other, billed('t2')]), ['other', 'set'], 'a mark of the other kind, and a new one');
      const page = await (await reopen()).links.listMarks(scope, { refs: [{ kind: 'term', id: 't1' }], limit: 10 });
      equals(page.items, [billed('t1')], 'the mark through another handle');
      const all = await state.links.listMarks(scope, { limit: 100 });
      equals(all.items.length, texts.length + 2, 'marks in all');
    },
  },
  {
    name: 'links: a mark is taken away by its own kind only',
    why: 'undoing an invoice must not make an ignored item billable',
    check: async ({ state }) => {
      const scope = uniqueScope();
      await state.links.mark(scope, [billed('t1'), billed('t2', { kind: 'ignored' })]);
      const refs = ['t1', 't2', 'unknown'].map((id) => ({ kind: 'term', id }) as const);
      await state.links.unmark(scope, refs, 'billed');
      const { items } = await state.links.listMarks(scope, { limit: 10 });
      equals(items.map((mark) => mark.ref.id), ['t2'], 'marks that are left');
    },
  },
  {
    name: 'links: marks are listed once, by kind and item, page by page',
    why: 'a term whose mark is passed over is billed again',
    check: async ({ state }) => {
      const scope = uniqueScope();
      const ids = Array.from({ length: 7 }, (_, index) => `t${index}`);
      await state.links.mark(scope, ids.map((id) => billed(id, { kind: id === 't3' ? 'ignored' : 'billed' })));
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await state.links.listMarks(scope, { kind: 'billed', limit: 2, after });
        seen.push(...page.items.map((mark) => mark.ref.id));
        after = page.next;
      } while (after !== undefined && seen.length < 100);
      equals(seen, ids.filter((id) => id !== 't3'), 'billed terms, in order');
      const none = await state.links.listMarks(scope, { refs: [], limit: 10 });
      equals(none.items, [], 'marks of no items');
    },
  },
  {
    name: 'links: scopes never meet',
    why: 'one company would be linked to the customers of another',
    check: async ({ state }) => {
      const [one, two] = [uniqueScope(), uniqueScope()];
      const link = { sourceCustomerId: 's1', vismaCustomerId: 'v1' };
      await state.links.linkCustomers(one, [link]);
      await state.links.mark(one, [billed('t1')]);
      await state.links.reserveNumber(one, 's1', '2001');
      equals(await state.links.customerLinks(two), [], 'links of another scope');
      equals((await state.links.listMarks(two, { limit: 10 })).items, [], 'marks of another scope');
      equals(await state.links.reserveNumber(two, 's9', '2001'), '2001', 'the same number in another scope');
      await state.links.unlinkCustomer(two, 's1');
      await state.links.unmark(two, [{ kind: 'term', id: 't1' }], 'billed');
      equals(await state.links.customerLinks(one), [link], 'links after another scope took its own away');
      equals((await state.links.listMarks(one, { limit: 10 })).items.length, 1, 'marks after another scope took its own away');
    },
  },
];
