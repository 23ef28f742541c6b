import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type MarkdownEnv, type MarkdownOptions } from 'vitepress';
import { diagram } from '../../tooling/docs/diagram.ts';
import { slug } from '../../tooling/docs/markdown.ts';
import { pageOf, siteLink } from '../../tooling/docs/routes.ts';
import { sidebar } from './sidebar.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const repository = 'https://github.com/x/timechimp-visma';

// The source is the whole repository, so that the packages' READMEs are pages too; `pageOf` says which files are pages.
export default defineConfig({
  title: 'TimeChimp to Visma',
  description: 'Connect time tracking to Visma eAccounting: invoices and sales entries, exactly once.',
  lang: 'en',
  srcDir: '../',
  srcExclude: ['**/{node_modules,dist,reports,.stryker-tmp,.changeset,coverage}/**', '**/CHANGELOG.md'],
  rewrites: (file) => pageOf(file) ?? file,
  outDir: '.vitepress/dist',
  cacheDir: '.vitepress/cache',
  cleanUrls: true,
  lastUpdated: false,
  markdown: { config: setUpMarkdown, anchor: { slugify: slug } },
  themeConfig: {
    nav: [
      { text: 'Tutorial', link: '/tutorial' },
      { text: 'Storage ports', link: '/how-to-implement-storage' },
      { text: 'Error codes', link: '/reference-error-codes' },
      { text: 'API', link: '/reference/api/' },
    ],
    sidebar,
    outline: [2, 3],
    search: { provider: 'local', options: { _render: searchText } },
    socialLinks: [],
  },
});

type Markdown = Parameters<NonNullable<MarkdownOptions['config']>>[0];

function setUpMarkdown(md: Markdown): void {
  const rules = md.renderer.rules;
  // Vue would read `{{` of our texts as a template.
  for (const name of ['text', 'code_inline'] as const) {
    const render = rules[name];
    if (render) rules[name] = (...args) => render(...args).replaceAll('{{', '&#123;&#123;');
  }
  const fence = rules.fence;
  rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (token?.info.trim() === 'mermaid') return diagram(token.content);
    return fence ? fence(tokens, index, options, env, self) : '';
  };
  md.core.ruler.push('repository-links', (state) => {
    const { path, realPath } = state.env as MarkdownEnv;
    const file = relative(root, realPath ?? path);
    for (const token of state.tokens.flatMap((each) => each.children ?? [])) {
      if (token.type !== 'link_open') continue;
      const link = siteLink(file, token.attrGet('href') ?? '', repository);
      if (link !== undefined) token.attrSet('href', link);
    }
  });
}

/** Of the API reference only the names are searched: everything else would make the index several megabytes. */
function searchText(source: string, env: MarkdownEnv, md: { render(source: string, env: MarkdownEnv): string }): string {
  if (!env.relativePath.includes('reference/api/')) return md.render(source, env);
  const headings = source.match(/^### .+$/gm) ?? [];
  return md.render(headings.join('\n\n'), env);
}
