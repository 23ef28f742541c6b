/** A person goes through every screen with a real browser, impatiently, and the books must be those of one calm run. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Running, startAppCenter } from './start.ts';
import { accessibilityOf, openBrowser, overflowAt } from './testing/browser.ts';
import { testClock } from './testing/test-clock.ts';

const clock = testClock('2026-11-02T09:00:00Z');
const logged: string[] = [];
/** What the browser complained about: errors of scripts, and what the content security policy refused. */
const complaints: string[] = [];
/** SCREENSHOTS names the folder to put pictures of the screens in; without it none are taken. */
const folder = process.env['SCREENSHOTS'];
let app: Running;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const environment = { port: 0, baseUrl: undefined, folder: undefined, secretKey: undefined, visma: undefined, timeChimp: undefined };
  [app, browser] = await Promise.all([startAppCenter(environment, { clock, log: (line) => logged.push(line) }), openBrowser()]);
  context = await browser.newContext({ viewport: { width: 1120, height: 800 }, locale: 'en-GB', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  page = await openTab();
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

async function openTab(path = ''): Promise<Page> {
  const tab = await context.newPage();
  tab.on('pageerror', (error) => complaints.push(error.message));
  // A refused page is reported as a failed resource; that is what some steps want to see.
  tab.on('console', (message) => message.type() === 'error' && !message.text().includes('Failed to load resource') && complaints.push(message.text()));
  if (path !== '') await tab.goto(app.url + path);
  return tab;
}

/** Long pages whose picture shows no more than this: what matters stands at their top. */
const top = { x: 0, y: 0, width: 1120, height: 720 };
const cutOff: ReadonlySet<string> = new Set(['settings', 'stale']);

/** Every screen must be usable with a screen reader, at a desk and on a telephone. */
async function inspect(name: string, tab = page): Promise<void> {
  if (folder !== undefined) await tab.screenshot({ path: `${folder}/${name}.png`, ...(cutOff.has(name) ? { clip: top } : { fullPage: true }) });
  if (folder !== undefined) await phonePicture(name, tab);
  expect(await accessibilityOf(tab), `accessibility of ${name}`).toEqual([]);
  for (const width of [1120, 360]) expect(await overflowAt(tab, width), `${name} sticks out at ${String(width)} px`).toBe(0);
}

/** The same screen on a telephone. */
async function phonePicture(name: string, tab: Page): Promise<void> {
  const before = tab.viewportSize() ?? { width: 1120, height: 800 };
  await tab.setViewportSize({ width: 360, height: 740 });
  await tab.screenshot({ path: `${folder ?? ''}/phone/${name}.png`, fullPage: true });
  await tab.setViewportSize(before);
}

async function open(path: string): Promise<void> {
  await page.goto(app.url + path);
}

async function press(name: string | RegExp, tab = page): Promise<void> {
  await tab.getByRole('button', { name }).first().click();
}

const main = (tab = page) => tab.locator('main').innerText();
const fake = () => app.visma!.fake;
const chimp = () => app.timeChimp!.fake;

async function choose(kind: 'time' | 'expense' | 'mileage', ids: readonly number[]): Promise<void> {
  for (const id of ids) await page.locator(`input[value="${kind}:${String(id)}"][name="pick"]`).check();
}

/** Makes Visma take the next draft late, so that nobody knows whether it has it. */
function loseNextDraft(): void {
  fake().faults.next('POST /customerinvoicedrafts', { kind: 'late-commit', afterMs: 60_000 });
}

describe('connecting', () => {
  it('shows the tile of Visma, and does nothing when access is refused', async () => {
    await open('/');
    await inspect('app-center');
    await press('Connect with Visma');
    await press('Deny');
    expect(await main()).toContain('Visma was not allowed to give access.');
    await inspect('refused');
  });

  it('goes to the login and consent of Visma by keyboard alone, and lands on the settings', async () => {
    await open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.fill('input[name=password]', 'wrong');
    await press('Allow');
    await page.fill('input[name=password]', 'geheim');
    const [callback] = await Promise.all([page.waitForRequest(/callback/), press('Allow')]);
    await page.waitForURL(/settings/);
    expect(await main()).toContain('Kadewijk Advies B.V. is connected.');
    await page.goto(callback.url());
    expect(page.url()).toBe(`${app.url}/settings`);
  });
});

describe('settings', () => {
  it('takes over suggestions, and shows an error at its field without losing what was entered', async () => {
    expect(await main()).toContain('Complete to 0 %');
    await inspect('settings');
    await press('Use the chosen ones');
    await page.fill('[name="customers.defaultCountry"]', 'Nederland');
    await page.fill('[name="cutOffDate"]', '2026-10-01');
    await press('Save');
    expect(await main()).toContain('Nothing was saved');
    const country = page.locator('[name="customers.defaultCountry"]');
    expect(await country.getAttribute('aria-invalid')).toBe('true');
    expect(await country.inputValue()).toBe('Nederland');
    expect(await page.locator('[name="cutOffDate"]').inputValue()).toBe('2026-10-01');
    await inspect('settings-error');
    await page.reload();
    expect(await country.inputValue()).toBe('');
  });

  it('saves what is right, and tells a second tab that it was too late', async () => {
    const late = await openTab('/settings');
    await page.fill('[name="cutOffDate"]', '2026-10-01');
    const low = page.locator('[name="articles.byVatKind.domestic-low.expenses"]');
    if ((await low.inputValue()) === '') await low.selectOption({ label: 'KOSTEN-L Doorbelaste kosten laag tarief (Stuk, VAT 9%)' });
    await press('Save');
    expect(await main()).toContain('The settings are 100 % complete.');
    await press('Save', late);
    expect(await main(late)).toContain('Someone else saved the settings meanwhile.');
    await late.close();
  });
});

describe('activities', () => {
  it('lists those without an article, searches articles, checks and links', async () => {
    await open('/activities?show=unlinked');
    expect(await main()).toContain('Unknown in Visma');
    expect(await main()).toContain('Number used twice in Visma UREN-S');
    expect(await main()).toContain('Uren oud tarief (not active)');
    await inspect('activities');
    await page.getByRole('link', { name: 'Choose an article for Ontwikkeling' }).click();
    await page.getByLabel('Words of the name').fill('uur 21%');
    await press('Search');
    await inspect('articles');
    await page.getByRole('link', { name: 'Check UREN-H Uren advies' }).click();
    await press(/Link Ontwikkeling/);
    await page.getByRole('link', { name: 'Choose an article for Overleg' }).click();
    await page.getByLabel('Article', { exact: true }).fill('708c96d3-943d-4f79-bd92-676fbf4de1a8');
    await press('Check');
    expect(await main()).toContain('does not exist in the connected company');
    await page.getByLabel('Article', { exact: true }).fill('UREN-H');
    await press('Check');
    await press(/Link Overleg/);
    await page.getByRole('link', { name: 'Change for Ontwerp' }).click();
    await page.getByLabel('Article', { exact: true }).fill('senior');
    await press('Check');
    await press(/Link Ontwerp/);
    await page.getByRole('link', { name: 'Uren senior advies with the number UREN-S' }).click();
    await press(/Link Begeleiding/);
    await open('/activities?show=unlinked');
    expect(await main()).toContain('Every active activity has an article.');
  });
});

describe('customers', () => {
  it('are linked by a person where only the name is the same, also from two tabs', async () => {
    await open('/customers');
    await page.getByRole('link', { name: 'Customers whose numbers differ, or are missing' }).click();
    expect(await main()).toContain('Same name 1002 Bakkerij De Gouden Schoof');
    expect(await main()).toContain('created with its first invoice');
    await inspect('customer-links');
    await page.getByRole('link', { name: 'Look at it for Bakkerij De Gouden Schoof' }).click();
    const twin = await openTab(new URL(page.url()).pathname);
    await page.getByLabel('Customer', { exact: true }).fill('9999');
    await press('Check');
    expect(await main()).toContain('Visma has no customer 9999.');
    await page.getByLabel('Words of the name').fill('gouden schoof');
    await press('Search');
    await page.getByRole('link', { name: 'Check 1002 Bakkerij De Gouden Schoof' }).click();
    await inspect('customer-link');
    await twin.getByLabel('Customer', { exact: true }).fill('1002');
    await press('Check', twin);
    await press(/Link Bakkerij/);
    expect(await main()).toContain('Linked with 1002 Bakkerij De Gouden Schoof.');
    expect(await main()).not.toContain('Same name');
    await press(/Link Bakkerij/, twin);
    expect(await main(twin)).toContain('Linked with 1002 Bakkerij De Gouden Schoof.');
    await twin.close();
  });

  it('imports once on a double click, and shows how far it is', async () => {
    await open('/customers');
    await inspect('customers');
    const before = fake().requests.count('GET /customers');
    const goOn = clock.pause();
    fake().faults.next('GET /customers', { kind: 'slow', ms: 2000 });
    await page.getByRole('button', { name: 'Import now' }).dblclick();
    await page.waitForURL(/jobs/);
    await page.reload();
    expect(await main()).toContain('Look again');
    await inspect('import-running');
    goOn();
    await page.getByText('25 customers read').waitFor();
    expect(await main()).toContain('1 without a number in Visma');
    expect(fake().requests.count('GET /customers') - before).toBe(1);
    await inspect('import');
  });

  it('switches the nightly import on at an hour', async () => {
    await open('/customers');
    await page.getByRole('switch', { name: 'Import every night' }).check();
    await page.getByLabel('Hour').fill('4');
    await page.locator('form[action="/customers/nightly"] button').click();
    expect(await main()).toContain('Customers are imported every night at 4:00.');
    expect(await page.getByRole('switch').isChecked()).toBe(true);
  });
});

describe('taking over', () => {
  it('marks what was invoiced before in bulk, once, and offers it no more', async () => {
    await open('/take-over');
    await inspect('take-over');
    await page.getByLabel('Until').fill('2026-09-30');
    await press('Show what that is');
    expect(await main()).toContain('Met de hand gefactureerd');
    expect(await main()).toContain('Invoice 2026-16');
    await inspect('take-over-preview');
    await page.getByRole('button', { name: 'Mark 2 items' }).dblclick();
    await page.getByText('2 of 2 marked as invoiced before.').waitFor();
    await page.reload();
    await inspect('taken-over');
    await open('/take-over');
    await page.getByLabel('Until').fill('2026-09-30');
    await press('Show what that is');
    expect(await main()).toContain('Nothing of that kind is open until that day.');
    await open('/invoices/9016');
    expect(await main()).toContain('It was booked before this connection, as Sanne Visser noted: Invoiced before the connection');
  });
});

describe('the report', () => {
  it('keeps the selection over its three tabs and filters', async () => {
    chimp().person.edit('times', 3, { notes: '"><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">' });
    await open('/report');
    await page.getByLabel('Customer').selectOption({ label: 'Molenaar & Zn. Houtbewerking B.V.' });
    await press('Show');
    await page.getByLabel('Choose everything on this page').check();
    await press('Expenses');
    await choose('expense', [1, 2]);
    await press('Trips');
    await page.getByLabel('Choose everything on this page').check();
    await press('Hours');
    expect(await main()).toContain('4 entries of hours, 2 expenses, 2 trips');
    expect(await page.locator('input[value="time:1"][name="pick"]').isChecked()).toBe(true);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    await inspect('report');
  });

  it('shows every line and warning before anything is written', async () => {
    await page.locator('summary', { hasText: 'Actions' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/plans/);
    const text = await main();
    expect(text).toContain('EUR 1,184.25');
    expect(text).toContain('8.08 hours');
    expect(text).toContain('8 Oct 2026, Ontwikkeling: Nog niet goedgekeurd, 1:00: Not approved.');
    await inspect('preview');
    expect(fake().books.drafts).toEqual([]);
  });

  it('writes nothing that was not seen: the result says what changed since, and leads to a new preview', async () => {
    chimp().person.edit('times', 2, { hours: 8.75 });
    await press(/Write 1 invoice/);
    await page.getByText('0 of 1 written in Visma.').waitFor();
    expect(await main()).toContain('Something changed since the preview: 1 was not written.');
    expect(await main()).toMatch(/8\.08[^]*9\.08 hours/);
    await inspect('stale');
    chimp().person.edit('times', 2, { hours: 7.75 });
    await page.getByRole('link', { name: 'Preview again what changed' }).click();
    expect(await main()).toContain('8.08 hours');
    expect(fake().books.drafts).toEqual([]);
  });

  it('writes once on a double click, from two tabs, with a reload at the worst moment', async () => {
    const twin = await openTab('/report?kind=time');
    await twin.locator('summary', { hasText: 'Actions' }).click();
    await press('Invoice in Visma', twin);
    const samePlan = await openTab(new URL(page.url()).pathname);
    const goOn = clock.pause();
    fake().faults.next('POST /customerinvoicedrafts', { kind: 'slow', ms: 2000 });
    await page.getByRole('button', { name: /Write 1 invoice/ }).dblclick();
    await page.waitForURL(/jobs/);
    await page.reload();
    await press(/Write 1 invoice/, samePlan);
    await samePlan.waitForURL(/jobs/);
    expect(samePlan.url()).toBe(page.url());
    goOn();
    await page.getByText('1 of 1 written in Visma.').waitFor();
    await inspect('result');
    await press(/Write 1 invoice/, twin);
    expect(await main(twin)).toContain('Already exported');
    await twin.getByRole('link', { name: 'Preview again what changed' }).click();
    expect(await main(twin)).toContain('Already exported');
    expect(await twin.getByRole('button', { name: /Write 0 invoices/ }).isDisabled()).toBe(true);
    await inspect('already-exported', twin);
    expect(fake().books.drafts).toHaveLength(1);
    await twin.close();
    await samePlan.close();
  });

  it('leads from the result to the document in Visma', async () => {
    await page.getByRole('link', { name: 'Draft in Visma' }).click();
    expect(await main()).toContain('Specificatie TC-');
    await inspect('visma');
  });

  it('leaves a lost answer in doubt, and finds the draft by reconciling; a new customer is created once', async () => {
    await open('/report?kind=time&customer=502');
    await choose('time', [5, 6, 7, 8]);
    await press('Trips');
    await choose('mileage', [3]);
    await page.locator('summary', { hasText: 'Actions' }).click();
    await press('Invoice in Visma');
    expect(await main()).toContain('The customer is new in Visma');
    loseNextDraft();
    await press(/Write 1 invoice/);
    await page.getByText('0 of 1 written in Visma.').waitFor();
    expect(await main()).toContain('In doubt');
    await inspect('in-doubt');
    clock.advance(20 * 60_000);
    await open('/exports?show=attention');
    await inspect('export-log');
    await page.getByRole('button', { name: 'Reconcile with Visma' }).dblclick();
    await page.getByText('looked at').first().waitFor();
    await open('/exports?show=attention');
    expect(await main()).toContain('There are no such exports.');
  });
});

describe('unbilled items', () => {
  it('lists fixed price and subscription per customer and project, without the hours that they cover', async () => {
    await open('/unbilled');
    const text = await main();
    expect(text).toContain('Nieuwe website (fixed price)');
    expect(text).toContain('Onderhoud en hosting (subscription)');
    await page.getByText('1 entry of hours covered, stays as it is in TimeChimp').click();
    expect(await main()).toContain('20 Oct 2026, Ontwikkeling: Valt onder de vaste prijs, 4:00');
    expect(await main()).toContain('VAT 21 % of 2,500.00');
    await inspect('unbilled');
  });

  it('holds what a person changed meanwhile, with both figures', async () => {
    loseNextDraft();
    await press('Preview the invoices');
    await inspect('preview-terms');
    await press(/Write 2 invoices/);
    await page.getByText('1 of 2 written in Visma.').waitFor();
    const before = new Set(fake().books.drafts.map(({ Id }) => Id));
    clock.advance(20 * 60_000);
    const late = fake().books.drafts.find(({ Id }) => !before.has(Id))!;
    fake().person.editDraft(late.Id, { Rows: late.Rows.map((row) => (row.IsTextRow ? row : { ...row, UnitPrice: row.UnitPrice + 1 })) });
    await reconcile();
    await open('/exports?show=attention');
    await page.getByRole('link', { name: /Invoice TC-/ }).click();
    expect(await main()).toContain('What differs');
    expect(await main()).toMatch(/Line 2, price\s+2,500\.00\s+2,501\.00/);
    expect(await main()).toContain('for Stichting Leefbare Wijken');
    expect(await main()).toContain('Nieuwe website (fixed price)');
    await inspect('held');
  });

  it('settles it on the operator’s word, once the draft is gone, and the items are free again', async () => {
    const held = fake().books.drafts.find(({ TotalAmount }) => !expected.some(({ total }) => total === TotalAmount))!;
    fake().person.deleteDraft(held.Id);
    await page.getByLabel('Decision').selectOption('not-exported');
    await page.getByLabel('Note').fill('Deleted in Visma after a call');
    await page.getByRole('button', { name: 'Settle' }).dblclick();
    await page.getByText(/Sanne Visser: .*Deleted in Visma after a call/).first().waitFor();
    await inspect('settled');
    await invoiceUnbilled();
  });

  it('shows what replacing a draft would change, and writes nothing before it is confirmed', async () => {
    const { Id } = fake().books.drafts.find(({ TotalAmount }) => TotalAmount === 1184.25)!;
    chimp().person.edit('times', 2, { hours: 8.75 });
    await page.goto(`${app.url}${await exportOf(Id)}`);
    await page.getByRole('link', { name: 'Replace with today\'s prices and texts' }).click();
    expect(await main()).toContain('What the new draft changes');
    expect(await main()).toContain('9.08 hours');
    expect(await main()).toMatch(/Line 2\s+Ontwikkeling, quantity 8\.08, price 95\.00, article UREN-H Uren advies/);
    await inspect('replace');
    chimp().person.edit('times', 2, { hours: 7.75 });
    await page.reload();
    expect(await main()).toContain('The new one would be the same');
    expect(fake().books.drafts.some((draft) => draft.Id === Id)).toBe(true);
  });

  it('takes a draft back, and makes it anew', async () => {
    const before = fake().books.drafts.length;
    await open('/exports?show=done');
    const subscription = fake().books.drafts.find(({ TotalAmount }) => TotalAmount === 360.58)!;
    await page.goto(`${app.url}${await exportOf(subscription.Id)}`);
    await page.getByLabel('Why').fill('Wrong month');
    await page.getByRole('button', { name: 'Take it back' }).dblclick();
    await page.getByText('Taken back. Its items are free again.').waitFor();
    expect(fake().books.drafts).toHaveLength(before - 1);
    await inspect('undone');
    await invoiceUnbilled();
  });
});

describe('invoices made in TimeChimp', () => {
  it('offers a sales entry for sent ones only', async () => {
    await open('/invoices');
    expect(await page.getByRole('checkbox').count()).toBe(3);
    await inspect('invoices');
    await page.getByRole('link', { name: '2026-18' }).click();
    expect(await main()).toContain('Send this invoice in TimeChimp first');
    expect(await page.getByRole('button', { name: 'Create sales entry' }).count()).toBe(0);
  });

  it('books one from its page once, from two tabs at once', async () => {
    await open('/invoices/9017');
    await inspect('invoice');
    const twin = await openTab('/invoices/9017');
    await press('Create sales entry');
    await press('Create sales entry', twin);
    await inspect('preview-entry');
    const answered = (tab: Page) => tab.waitForResponse((answer) => answer.request().method() === 'POST');
    await Promise.all([answered(page), answered(twin), press(/Write 1 sales entry/), press(/Write 1 sales entry/, twin)]);
    await expect.poll(() => fake().books.ledgerItems.length, { timeout: 20_000 }).toBe(1);
    await open('/invoices/9017');
    expect(await main()).toContain('There is a sales entry for this invoice already.');
    await inspect('booked');
    await twin.close();
  });

  it('books many together', async () => {
    await open('/invoices');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await press('Create sales entries');
    await page.getByRole('button', { name: /Write 2 sales entries/ }).dblclick();
    await page.getByText('2 of 2 written in Visma.').waitFor();
    await inspect('entries');
    await open('/invoices');
    expect(await main()).toContain('Every sent invoice on this page is booked');
  });
});

describe('the end of the month', () => {
  it('shows what differs: a draft that a person made final, and an hour that was edited afterwards', async () => {
    const { Id } = fake().books.drafts.find(({ TotalAmount }) => TotalAmount === 3025)!;
    fake().person.convertDraft(Id);
    chimp().person.edit('times', 5, { hours: 0.5 });
    await tieOut();
    expect(await main()).toContain('1 customer with differences, 0 invoices not booked, 4 exports not finished.');
    expect(await main()).toMatch(/Only in Visma: .*3,025\.00/);
    await inspect('tie-out');
    await open('/month-end');
    await inspect('month-end');
    await page.getByRole('button', { name: 'Look for changes' }).dblclick();
    await page.getByText('2 changes after the export.').waitFor();
    expect(await main()).toContain('The draft was made final or deleted in Visma');
    expect(await main()).toMatch(/Edited in TimeChimp\s+Atelier Noordzij/);
    await inspect('changes');
  });

  it('ties once the draft was followed, except for the drafts that nobody has sent yet', async () => {
    await reconcile();
    await tieOut();
    expect(await main()).toContain('0 customers with differences, 0 invoices not booked, 3 exports not finished.');
  });
});

describe('without JavaScript', () => {
  it('work is chosen, previewed and compared, and settings are saved, just as well', async () => {
    const plain = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    const tab = await plain.newPage();
    await tab.goto(`${app.url}/report?kind=time&customer=503`);
    await tab.locator('input[value="time:9"][name="pick"]').check();
    await tab.locator('summary', { hasText: 'Actions' }).click();
    await press('Invoice in Visma', tab);
    expect(await main(tab)).toContain('Nothing is written yet.');
    await tab.goto(`${app.url}/month-end`);
    await press('Look for changes', tab);
    for (const again = tab.getByRole('link', { name: 'Look again' }); (await again.count()) > 0; ) await again.click();
    expect(await main(tab)).toContain('1 change after the export.');
    await tab.goto(`${app.url}/settings`);
    await tab.getByLabel('Hours that a fixed price or subscription covers').selectOption({ label: 'are marked as invoiced with it' });
    await press('Save', tab);
    expect(await main(tab)).toContain('Saved.');
    expect(await tab.getByLabel('Hours that a fixed price or subscription covers').inputValue()).toBe('markInvoiced');
    await plain.close();
  });
});

describe('disconnecting', () => {
  it('ends the access, and connecting again finds what was exported', async () => {
    await open('/disconnect');
    await inspect('disconnect');
    await page.getByRole('button', { name: 'Disconnect' }).dblclick();
    await page.getByText('Not connected').waitFor();
    await press('Connect with Visma');
    await page.fill('input[name=password]', 'geheim');
    await press('Allow');
    await page.waitForURL(/settings/);
    expect(await main()).toContain('Kadewijk Advies B.V. is connected again.');
    await open('/report?kind=time&customer=501&status=invoiced');
    await choose('time', [1]);
    await page.locator('summary', { hasText: 'Actions' }).click();
    await press('Invoice in Visma');
    expect(await main()).toContain('Already exported');
    expect(await page.getByRole('button', { name: /Write 0 invoices/ }).isDisabled()).toBe(true);
  });
});

/** Worked out by hand from the demo account, with articles at 21 % and 9 %. */
const expected = [
  // 8.08 x 95.00 + 0.83 x 95.00 + 2 x 40.00 + 24.95 + 86 x 0.23 + 43.5 x 0.23 = 981.19; VAT 200.81 + 2.25.
  { customer: '1001', total: 1184.25, vat: 203.06 },
  // 1.00 x 85.00 + 1.67 x 85.00 + 124 x 0.23 = 255.47; VAT 53.65.
  { customer: '2001', total: 309.12, vat: 53.65 },
  { customer: '1003', total: 3025, vat: 525 },
  // 149.00 for October and for November.
  { customer: '1004', total: 360.58, vat: 62.58 },
];

describe('the books at the end', () => {
  it('hold exactly one document per chosen item, with the right amounts', () => {
    const { drafts, invoices, customers, ledgerItems, vouchers } = fake().books;
    const numberOf = (id: string) => customers.find(({ Id }) => Id === id)?.CustomerNumber;
    const made = [...drafts, ...invoices].map(({ CustomerId, TotalAmount, TotalVatAmount }) => ({ customer: numberOf(CustomerId), total: TotalAmount, vat: TotalVatAmount }));
    expect(made.sort((a, b) => a.total - b.total)).toEqual([...expected].sort((a, b) => a.total - b.total));
    expect(invoices.map(({ TotalAmount }) => TotalAmount)).toEqual([3025]);
    expect(customers.filter(({ CustomerNumber }) => CustomerNumber === '2001')).toHaveLength(1);
    const booked = ledgerItems.map(({ InvoiceNumber, TotalAmountInvoiceCurrency }) => [InvoiceNumber, TotalAmountInvoiceCurrency]);
    expect(booked.sort(([a = 0], [b = 0]) => a - b)).toEqual([[20260017, 1231.09], [20260019, 1210], [20260020, 302.5]]);
    // One for each sales entry, and one for the invoice that a person made final.
    expect(vouchers).toHaveLength(4);
  });

  it('agree with TimeChimp: what was exported is Invoiced, the rest is not', () => {
    const { times, expenses, mileages, customers } = chimp().books;
    const invoiced = (table: ReadonlyMap<number, { readonly id: number; readonly status?: string }>) => [...table.values()].filter(({ status }) => status === 'Invoiced').map(({ id }) => id);
    expect(invoiced(times)).toEqual([1, 2, 3, 5, 6, 7, 8, 10]);
    expect(invoiced(expenses)).toEqual([1, 2]);
    expect(invoiced(mileages)).toEqual([1, 2, 3]);
    expect([...customers.values()].filter(({ name }) => name === 'Bakkerij De Gouden Schoof')).toMatchObject([{ id: 505, relationId: '1002' }]);
  });

  it('and the browser had nothing to complain of', () => {
    expect(complaints).toEqual([]);
    expect(logged).toEqual([]);
  });
});

/** Invoices whatever is on the page of unbilled items, all of it. */
async function invoiceUnbilled(): Promise<void> {
  await open('/unbilled');
  await press('Preview the invoices');
  await page.getByRole('button', { name: /Write 1 invoice/ }).dblclick();
  await page.getByText('1 of 1 written in Visma.').waitFor();
}

/** The address of the export that made a draft. */
async function exportOf(draftId: string): Promise<string> {
  const { exports } = await app.connector.exportLog({ tenantId: 'kadewijk' });
  return `/exports/one?key=${encodeURIComponent(exports.find(({ documents }) => documents.draftId === draftId)?.key ?? '')}`;
}

/** Compares October and November with the books. */
async function tieOut(): Promise<void> {
  await open('/month-end');
  await page.getByLabel('From').fill('2026-10-01');
  await page.getByLabel('Until').fill('2026-11-30');
  await press('Compare');
  await page.getByText('Amounts include VAT.').waitFor();
}

async function reconcile(): Promise<void> {
  await open('/exports');
  await press('Reconcile with Visma');
  await page.getByText('looked at').first().waitFor();
}
