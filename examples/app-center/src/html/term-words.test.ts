import { expect, it } from 'vitest';
import { projectOfTerm, termWords } from './term-words.ts';

const projects = new Map([['104', { name: 'Hosting' }], ['a/b', { name: 'Website' }]]);

it.each([
  ['104/subscription/2026-10-01..2026-10-31', 'Hosting (subscription), 1 Oct 2026 to 31 Oct 2026'],
  ['a%2Fb/fixed/', 'Website (fixed price)'],
  ['a%2Fb/milestone/7', 'Website (milestone)'],
  ['105/later-sort/', 'Project 105 (later-sort)'],
])('the term %s is called %s', (id, name) => {
  expect(termWords(id, projects)).toBe(name);
});

it('a term begins with its project, also one with a slash in its id', () => {
  expect(projectOfTerm('a%2Fb/fixed/')).toBe('a/b');
});
