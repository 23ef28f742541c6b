import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { type Running, startAppCenter } from '../src/start.ts';
import { accessibilityOf, openBrowser, overflowAt } from './browser.ts';
import { testClock } from './clock.ts';

const clock = testClock('2026-11-02T09:00:00Z');
let app: Running;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([
    startAppCenter({ port: 0, baseUrl: undefined, folder: undefined, secretKey: undefined, visma: undefined, timeChimp: undefined }, { clock, log: (l) => console.log(l) }),
    openBrowser(),
  ]);
  page = await browser.newPage({ viewport: { width: 1120, height: 800 }, timezoneId: 'Europe/Amsterdam' });
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('x', () => {
  it('connects', async () => {
    await page.goto(app.url);
    await page.screenshot({ path: 'reports/1.png' });
    console.log(await accessibilityOf(page), await overflowAt(page, 360));
    await page.click('text=Connect with Visma');
    await page.fill('input[name=password]', 'geheim');
    await page.click('text=Allow');
    console.log(page.url(), await page.textContent('h1'));
    await page.screenshot({ path: 'reports/2.png', fullPage: true });
    console.log(await accessibilityOf(page), await overflowAt(page, 360));
    for (const p of ['activities', 'activities/11?q=uur', 'customers','report','unbilled','invoices','invoices/9017','exports','visma']) {
      await page.goto(`${app.url}/${p}`);
      console.log(p, await page.textContent('h1'), await accessibilityOf(page), await overflowAt(page, 360));
      await page.screenshot({ path: `reports/${p.replace(/\W/g,'-')}.png`, fullPage: true });
    }
    expect(1).toBe(1);
  });
});
