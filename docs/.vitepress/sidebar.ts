import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DefaultTheme } from 'vitepress';

/** One group for each kind of page. A page that a group names and nobody wrote yet is left out. */
export const sidebar: DefaultTheme.SidebarItem[] = [
  {
    text: 'Tutorial',
    items: pages([
      ['Your first invoice', 'tutorial'],
      ['What it looks like', 'what-it-looks-like'],
      ['Quickstart', 'examples/quickstart'],
      ['App Center', 'examples/app-center'],
      ['A night of 1,000 tenants', 'examples/nightly-import'],
      ['Custom storage', 'examples/custom-storage'],
    ]),
  },
  {
    text: 'How to',
    items: pages([
      ['Register an application', 'how-to-register'],
      ['Connect a company', 'how-to-connect'],
      ['Implement a storage port', 'how-to-implement-storage'],
      ['Choose grouping and rounding', 'how-to-choose-grouping-and-rounding'],
      ['Map VAT', 'how-to-map-vat'],
      ['Book sales entries', 'how-to-book-sales-entries'],
      ['Confirm a preview', 'how-to-confirm-a-preview'],
      ['Take over an administration', 'how-to-take-over'],
      ['Run nightly', 'how-to-run-nightly'],
      ['Observe', 'how-to-observe'],
      ['Operate', 'how-to-operate'],
      ['Settle a doubtful export', 'how-to-settle'],
      ['Test with the fake', 'how-to-test-with-the-fake'],
      ['Go live', 'how-to-go-live'],
    ]),
  },
  {
    text: 'Reference',
    items: [
      ...pages([
        ['Error codes', 'reference-error-codes'],
        ['Limits', 'reference-limits'],
        ['Limits of TimeChimp', 'reference-timechimp-limits'],
        ['Rules of the money', 'rules'],
        ['billing-core', 'packages/billing-core'],
        ['visma-eaccounting', 'packages/visma-eaccounting'],
        ['timechimp-visma-connector', 'packages/timechimp-visma-connector'],
      ]),
      { text: 'Every public symbol', link: '/reference/api/' },
    ],
  },
  {
    text: 'Explanation',
    items: pages([
      ['Exactly once', 'exactly-once'],
      ['The two flows', 'explanation-two-flows'],
      ['Rounding', 'explanation-rounding'],
      ['Security', 'explanation-security'],
      ['Architecture', 'architecture'],
      ['Decisions', 'adr/'],
    ]),
  },
  {
    text: 'The project',
    items: pages([
      ['README', 'project'],
      ['Contributing', 'contributing'],
      ['Security policy', 'security'],
    ]),
  },
];

function pages(list: readonly (readonly [text: string, page: string])[]): DefaultTheme.SidebarItem[] {
  return list.filter(([, page]) => isWritten(page)).map(([text, page]) => ({ text, link: `/${page}` }));
}

function isWritten(page: string): boolean {
  const places = [`../${page}.md`, `../${page}README.md`, `../../${page}/README.md`, `../../${page.toUpperCase()}.md`];
  return page === 'project' || places.some((place) => existsSync(fileURLToPath(new URL(place, import.meta.url))));
}
