import type { DefaultTheme } from 'vitepress';

/** One group for each kind of page: tutorial, how-to, reference, explanation. */
export const sidebar: DefaultTheme.SidebarItem[] = [
  { text: 'Start', items: [{ text: 'Documentation', link: '/' }] },
];
