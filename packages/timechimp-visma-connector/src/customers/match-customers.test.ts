import { describe, expect, it } from 'vitest';
import { matchCustomers } from './match-customers.ts';

const theirs = [
  { id: 'v1', number: '10001', name: 'Bakkerij Smit B.V.', isActive: true },
  { id: 'v2', number: '10002', name: 'Studio Noord', isActive: true },
  { id: 'v3', number: '007', name: 'Zeven', isActive: false },
];
const noLinks = new Map<string, string>();

describe('B8: matching is on the number, a link wins, a name only suggests', () => {
  it('matches on the number, whatever the name', () => {
    const [match] = matchCustomers([{ id: '1', name: 'Smit', number: ' 10001 ' }], theirs, noLinks);
    expect(match).toMatchObject({ kind: 'matched', theirs: { id: 'v1' } });
  });

  it('lets an explicit link win over the number', () => {
    const [match] = matchCustomers([{ id: '1', name: 'Smit', number: '10001' }], theirs, new Map([['1', 'v2']]));
    expect(match).toMatchObject({ kind: 'linked', theirs: { id: 'v2' } });
  });

  it('reports a link whose customer is gone, and does not fall back to the number', () => {
    const [match] = matchCustomers([{ id: '1', name: 'Smit', number: '10001' }], theirs, new Map([['1', 'gone']]));
    expect(match).toMatchObject({ kind: 'link-broken', linkedId: 'gone' });
  });

  it('suggests by name and decides nothing by it', () => {
    const [none, other] = matchCustomers(
      [
        { id: '1', name: 'studio  noord' },
        { id: '2', name: 'Studio Noord', number: '999' },
      ],
      theirs,
      noLinks,
    );
    expect(none).toMatchObject({ kind: 'no-number', suggestions: [{ id: 'v2' }] });
    expect(other).toMatchObject({ kind: 'missing', suggestions: [{ id: 'v2' }] });
  });

  it('keeps leading zeros: 7 is not 007', () => {
    expect(matchCustomers([{ id: '1', name: 'x', number: '7' }], theirs, noLinks)[0]?.kind).toBe('missing');
    expect(matchCustomers([{ id: '1', name: 'x', number: '007' }], theirs, noLinks)[0]?.kind).toBe('matched');
  });

  it('matches none of several customers that share a number', () => {
    const matches = matchCustomers(
      [
        { id: '1', name: 'a', number: '10001' },
        { id: '2', name: 'b', number: '10001' },
      ],
      theirs,
      noLinks,
    );
    expect(matches.map((each) => each.kind)).toEqual(['duplicate-number', 'duplicate-number']);
  });

  it('counts a customer outside the selection that carries the same number', () => {
    const other = { id: '2', name: 'b', number: '10001 ' };
    const [match] = matchCustomers([{ id: '1', name: 'a', number: '10001' }], theirs, noLinks, [other]);
    expect(match).toMatchObject({ kind: 'duplicate-number', others: [other] });
  });

  it('matches by number nobody that another customer of ours is linked to, in the selection or outside', () => {
    const [a, b] = [{ id: '1', name: 'a', number: '10001' }, { id: '2', name: 'b', number: '7' }];
    const links = new Map([['2', 'v1']]);
    const conflict = { kind: 'linked-elsewhere', theirs: { id: 'v1' }, by: { id: '2', name: 'b' } };
    expect(matchCustomers([a], theirs, links, [b])[0]).toMatchObject(conflict);
    expect(matchCustomers([a, b], theirs, links)).toMatchObject([conflict, { kind: 'linked' }]);
  });

  it('a link of a customer that no longer exists keeps nobody out', () => {
    const [match] = matchCustomers([{ id: '1', name: 'a', number: '10001' }], theirs, new Map([['gone', 'v1']]));
    expect(match?.kind).toBe('matched');
  });
});
