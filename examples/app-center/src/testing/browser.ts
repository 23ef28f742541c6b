import { readFileSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

/** A headless Chromium from npm. Its flags are ours: the defaults of the package switch web security off. */
export async function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--disable-gpu'];
  return playwright.launch({ executablePath: await chromium.executablePath(), args });
}

// The smaller file of the two: it goes to the browser anew on every screen.
const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** What axe-core finds wrong on the page as it stands, best practices included, and ids that occur twice, which it no longer minds. */
export async function accessibilityOf(page: Page): Promise<readonly string[]> {
  // Not by a script tag: the content security policy of the app refuses that, as it should.
  await page.evaluate(axe);
  const violations = await page.evaluate<readonly Finding[]>('axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)');
  const twice = await page.evaluate<readonly string[]>('[...document.querySelectorAll("[id]")].map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index)');
  return [...twice.map((id) => `duplicate-id: ${id}: labels and hints find only the first`), ...violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}: ${html} ${failureSummary}`))];
}

/** How many pixels of the page stick out to the right of a screen of this width. */
export async function overflowAt(page: Page, width: number): Promise<number> {
  const before = page.viewportSize() ?? { width: 1120, height: 800 };
  await page.setViewportSize({ width, height: 740 });
  const overflow = await page.evaluate<number>('document.scrollingElement.scrollWidth - document.documentElement.clientWidth');
  await page.setViewportSize(before);
  return overflow;
}
