import { posix } from 'node:path';

/** Where the site's own pages are: `docs/x.md` is the page `/x`. */
const fixed: Readonly<Record<string, string>> = {
  'docs/README.md': 'index.md',
  'README.md': 'project.md',
  'CONTRIBUTING.md': 'contributing.md',
  'SECURITY.md': 'security.md',
  'NODE_VERSION_POLICY.md': 'node-versions.md',
};

/** The page of the site that a Markdown file of the repository becomes; undefined for files that are no page. */
export function pageOf(file: string): string | undefined {
  const page = fixed[file];
  if (page !== undefined) return page;
  if (file.startsWith('docs/')) return file.slice('docs/'.length).replace(/(^|\/)README\.md$/, '$1index.md');
  const readme = /^(packages|examples)\/([\w-]+)\/README\.md$/.exec(file);
  return readme ? `${readme[1] ?? ''}/${readme[2] ?? ''}.md` : undefined;
}

/**
 * The address on the site of a relative link in a file of the repository: of its page, or of the file in the public
 * repository where it is no page. Undefined for links that are absolute already.
 */
export function siteLink(file: string, href: string, repository: string): string | undefined {
  if (/^([a-z]+:|\/|#)/.test(href)) return undefined;
  const [path = '', anchor] = decodeURI(href).split('#');
  const target = posix.normalize(posix.join(posix.dirname(file), path)).replace(/\/$/, '');
  const page = target.endsWith('.md') ? pageOf(target) : pageOf(`${target}/README.md`);
  if (page === undefined) return `${repository}/blob/main/${target}`;
  const route = `/${page.replace(/\.md$/, '').replace(/(^|\/)index$/, '$1')}`;
  return anchor === undefined ? route : `${route}#${anchor}`;
}
