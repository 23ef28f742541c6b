import { itemKey, scopeKey, type CustomerLink, type ItemMark, type LinkStore } from '@x/timechimp-visma-connector';
import type { Database } from './database.ts';
import { find, findPage, oneOf } from './query.ts';

/** The tables of `sqliteLinks`. The unique keys are the rules: neither side of a link, nor a number, is given twice. */
export const linkTables = `
  create table if not exists customer_links (
    scope text, source text, visma text not null, record text not null, primary key (scope, source), unique (scope, visma)
  ) strict;
  create table if not exists customer_numbers (
    scope text, source text, number text not null, primary key (scope, source), unique (scope, number)
  ) strict;
  create table if not exists item_marks (
    scope text, item text, kind text as (record ->> 'kind') stored, record text not null, primary key (scope, item)
  ) strict`;

const parseLink = (text: string): CustomerLink => JSON.parse(text) as CustomerLink;
const marks = {
  select: 'select record from item_marks',
  key: 'item',
  parse: (text: string) => JSON.parse(text) as ItemMark,
  keyOf: ({ ref }: ItemMark) => itemKey(ref),
};

/** Customer links, reserved customer numbers, and marks on items. */
export function sqliteLinks(db: Database): LinkStore {
  function link(scope: string, { sourceCustomerId, vismaCustomerId }: CustomerLink): 'linked' | 'taken' {
    const text = JSON.stringify({ sourceCustomerId, vismaCustomerId });
    db.change('insert into customer_links values (?, ?, ?, ?) on conflict do nothing', scope, sourceCustomerId, vismaCustomerId, text);
    const stored = db.text('select visma from customer_links where scope = ? and source = ?', scope, sourceCustomerId);
    return stored === vismaCustomerId ? 'linked' : 'taken';
  }

  function mark(scope: string, wanted: ItemMark): 'set' | 'other' {
    const item = itemKey(wanted.ref);
    db.change('insert into item_marks (scope, item, record) values (?, ?, ?) on conflict do nothing', scope, item, JSON.stringify(wanted));
    return db.text('select kind from item_marks where scope = ? and item = ?', scope, item) === wanted.kind ? 'set' : 'other';
  }

  return {
    customerLinks: (scope, ids) =>
      db.read(() => find(db, 'select record from customer_links', [['scope = ?', scopeKey(scope)], oneOf('source', ids)]).map(parseLink)),
    linkCustomers: (scope, links) => db.write(() => links.map((each) => link(scopeKey(scope), each))),
    unlinkCustomer: (scope, id) => db.run('delete from customer_links where scope = ? and source = ?', scopeKey(scope), id),
    reserveNumber: (scope, id, number) =>
      db.write(() => {
        db.change('insert into customer_numbers values (?, ?, ?) on conflict do nothing', scopeKey(scope), id, number);
        return db.text('select number from customer_numbers where scope = ? and source = ?', scopeKey(scope), id) ?? null;
      }),
    mark: (scope, wanted) => db.write(() => wanted.map((each) => mark(scopeKey(scope), each))),
    unmark: (scope, refs, kind) => {
      const sql = 'delete from item_marks where scope = ? and kind = ? and item in (select value from json_each(?))';
      return db.run(sql, scopeKey(scope), kind, JSON.stringify(refs.map(itemKey)));
    },
    listMarks: (scope, query) =>
      db.read(() => findPage(db, marks, query, [['scope = ?', scopeKey(scope)], ['kind = ?', query.kind], oneOf('item', query.refs?.map(itemKey))])),
  };
}
