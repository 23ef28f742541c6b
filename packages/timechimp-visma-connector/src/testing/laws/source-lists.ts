import type { InvoiceQuery } from '../../ports/invoice-store.ts';
import type { Page, PageRequest } from '../../ports/page.ts';
import { amountOf, equals, race } from '../expect.ts';
import type { Law } from '../law.ts';
import type { SourceFixture } from '../source-fixture.ts';
import { customer, invoice, seedOf } from '../source-samples.ts';

const racers = 8;

async function idsOf<T extends { readonly id: string }>(read: (page: PageRequest) => Promise<Page<T>>): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await read({ after, limit: 2 });
    ids.push(...page.items.map((item) => item.id));
    after = page.next;
  } while (after !== undefined && ids.length < 1_000);
  return ids.sort();
}

function activity(id: string, article: string | null) {
  return { id, name: `Activiteit ${id}`, active: true, article, content: { id, name: `Activiteit ${id}` } };
}

/** Customers, activities and invoices of the time-tracking side. */
export const sourceListLaws: readonly Law<SourceFixture>[] = [
  {
    name: 'customers: every one is paged once, and got by id',
    why: 'a customer on a page that was cut off cannot be invoiced',
    check: async (fixture) => {
      const customers = ['1', '2', '3', '4', '5'].map((id) => customer(id, { number: `100${id}` }));
      const account = await fixture.seed(seedOf({ customers }));
      const read = (page: PageRequest) => fixture.source.customers.page(account, page);
      equals(await idsOf(read), ['1', '2', '3', '4', '5'], 'customers over all pages');
      const got = await fixture.source.customers.get(account, ['4', '9', '2']);
      equals(got.map((each) => [each.id, each.name, each.number]).sort(), [['2', 'Klant 2', '1002'], ['4', 'Klant 4', '1004']], 'customers by id');
    },
  },
  {
    name: 'customers: all that carry a number are found',
    why: 'two customers with one number must be reported, not the first of them be invoiced',
    check: async (fixture) => {
      const customers = [customer('1', { number: '007' }), customer('2', { number: '7' }), customer('3', { number: '007' })];
      const account = await fixture.seed(seedOf({ customers }));
      const find = async (number: string) => (await fixture.source.customers.findByNumber(account, number)).map((each) => each.id).sort();
      equals(await find('007'), ['1', '3'], 'carriers of 007');
      equals(await find('8'), [], 'carriers of a number that nobody has');
      equals(await find(''), [], 'carriers of no number');
    },
  },
  {
    name: 'customers: repeating an import makes nobody twice',
    why: 'a second customer of the same number takes half of the hours',
    check: async (fixture) => {
      const account = await fixture.seed(seedOf({}));
      const fields = { name: 'Bakkerij', number: '1001', active: true };
      const first = await race(racers, () => fixture.source.customers.upsert(account, [{ fields }]));
      equals(first.flat().filter((each) => each.outcome === 'created').length, 1, 'customers made by racers');
      const batch = await fixture.source.customers.upsert(account, [{ fields: { ...fields, number: '2' } }, { fields: { ...fields, number: '2' } }]);
      equals(batch.map((each) => each.outcome), ['created', 'conflict'], 'the same number twice in one batch');
    },
  },
  {
    name: 'customers: an update changes what it names, and nothing else',
    why: 'an import would wipe rates and addresses that only the time-tracking side has',
    check: async (fixture) => {
      const customers = [customer('1', { number: '1001', hourlyRate: '95', email: 'a@b.example' })];
      const account = await fixture.seed(seedOf({ customers }));
      const upsert = async (id: string, name: string) => {
        const [result] = await fixture.source.customers.upsert(account, [{ id, fields: { name } }]);
        return result?.outcome;
      };
      equals(await upsert('1', 'Nieuwe naam'), 'updated', 'a new name');
      equals(await upsert('1', 'Nieuwe naam'), 'unchanged', 'the same once more');
      equals(await upsert('9', 'Niemand'), 'missing', 'an unknown customer');
      const [read] = await fixture.source.customers.get(account, ['1']);
      equals([read?.name, read?.number, read?.email, amountOf(read?.hourlyRate)], ['Nieuwe naam', '1001', 'a@b.example', '95'], 'the customer afterwards');
    },
  },
  {
    name: 'customers: a number is set only while it is the expected one',
    why: 'a number that a person has just entered would be overwritten',
    check: async (fixture) => {
      const account = await fixture.seed(seedOf({ customers: [customer('1')] }));
      const set = (number: string, expected: string | null, id = '1') => fixture.source.customers.setNumber(account, id, number, expected);
      equals(await set('2001', null), 'set', 'a first number');
      equals(await set('2002', null), 'changed', 'another number, as if there were none');
      equals(await set('2002', '2001'), 'set', 'another number in place of the known one');
      equals(await set('1', null, '9'), 'missing', 'an unknown customer');
    },
  },
  {
    name: 'activities: an article is set only while it is the expected one',
    why: 'two people who link an activity at once would not notice each other',
    check: async (fixture) => {
      const activities = [activity('1', null), activity('2', 'A-2'), activity('3', null)];
      const account = await fixture.seed(seedOf({ activities }));
      const read = (page: PageRequest) => fixture.source.activities.page(account, page);
      equals(await idsOf(read), ['1', '2', '3'], 'activities over all pages');
      const set = (id: string, article: string | null, expected: string | null) =>
        fixture.source.activities.setArticle(account, id, article, expected);
      equals(await set('1', 'A-1', null), 'set', 'a first article');
      equals(await set('2', 'A-9', null), 'changed', 'an article in place of another');
      equals(await set('9', 'A-9', null), 'missing', 'an unknown activity');
      equals(await set('2', null, 'A-2'), 'set', 'no article any more');
      const got = await fixture.source.activities.get(account, ['1', '2']);
      equals(got.map((each) => [each.id, each.article]).sort(), [['1', 'A-1'], ['2', null]], 'articles afterwards');
    },
  },
  {
    name: 'invoices: every one is paged once, by date and status, and got whole',
    why: 'an invoice that is passed over is missing in the books; a concept does not belong there',
    check: async (fixture) => {
      const invoices = [
        invoice('1', { date: '2026-02-28' }),
        invoice('2', { date: '2026-03-01' }),
        invoice('3', { date: '2026-03-31', status: 'Paid' }),
        invoice('4', { date: '2026-03-15', status: 'Concept' }),
      ];
      const account = await fixture.seed(seedOf({ customers: [customer('1')], invoices }));
      const read = (query: Omit<InvoiceQuery, 'limit'>) => idsOf((page) => fixture.source.invoices.page(account, { ...query, ...page }));
      equals(await read({}), ['1', '2', '3', '4'], 'all invoices');
      equals(await read({ from: '2026-03-01', to: '2026-03-31' }), ['2', '3', '4'], 'invoices of March');
      equals(await read({ statuses: ['Open', 'Paid'] }), ['1', '2', '3'], 'invoices that were sent');
      const [got] = await fixture.source.invoices.get(account, ['3', '9']);
      equals([amountOf(got?.total), got?.status, got?.rows.length], ['121', 'Paid', 1], 'an invoice by id');
    },
  },
  {
    name: 'lists: accounts never meet',
    why: 'one company would see the customers and invoices of another',
    check: async (fixture) => {
      await fixture.seed(seedOf({ customers: [customer('1', { number: '1' })], activities: [activity('1', null)], invoices: [invoice('1')] }));
      const other = await fixture.seed(seedOf({}));
      const { customers, activities, invoices } = fixture.source;
      equals(await customers.get(other, ['1']), [], 'a customer of another account');
      equals(await customers.findByNumber(other, '1'), [], 'a number of another account');
      equals(await customers.setNumber(other, '1', '2', '1'), 'missing', 'a number for a customer of another account');
      equals(await activities.get(other, ['1']), [], 'an activity of another account');
      equals(await activities.setArticle(other, '1', 'A', null), 'missing', 'an article for an activity of another account');
      equals(await invoices.get(other, ['1']), [], 'an invoice of another account');
    },
  },
];
