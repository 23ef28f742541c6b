/**
 * The main job in one run, then all of it again, then once more after our own memory was lost. Ends with exit code 1 as
 * soon as a step or a figure of the books is not what it should be.
 */
import { parseArgs } from 'node:util';
import { createConnector, createSecretBox, systemClock, type Connector } from '@x/timechimp-visma-connector';
import { createMemorySource, createMemoryState, type MemorySource, type MemoryState } from '@x/timechimp-visma-connector/memory';
import { createVismaClient, staticToken, VismaError, type VismaClient } from '@x/visma-eaccounting';
import { createVismaOAuth } from '@x/visma-eaccounting/oauth';
import { checkBooks } from './books.ts';
import { grantAccess } from './consent.ts';
import { customers } from './customers.ts';
import { account, accountId } from './data.ts';
import { findVisma, type Visma } from './environment.ts';
import { heading, line } from './print.ts';
import { mistakes, tell, type Mistake } from './story.ts';

const tenantId = 'kadewijk';

async function main(): Promise<void> {
  const mistake = mistakeFrom(process.argv.slice(2));
  const visma = await findVisma(process.env);
  try {
    console.log(`Visma at ${visma.apiUrl}${visma.ownFake ? ' (a fake, started for this run)' : ''}`);
    const state = createMemoryState();
    const source = timeChimp();
    const connector = connect(visma, state, source);

    console.log('\nRound 1: the main job');
    await tell({ connector, tenantId, redirectUri: visma.redirectUri, mistake });
    const auditor = await openBooks(visma);
    await compare(auditor);

    console.log('\nRound 2: all of it again');
    await tell({ connector, tenantId, redirectUri: visma.redirectUri });
    await compare(auditor);

    console.log('\nRound 3: our memory is lost, and TimeChimp was restored from a backup of before; Visma keeps its books');
    const forgetful = connect(visma, createMemoryState(), timeChimp());
    await tell({ connector: forgetful, tenantId, redirectUri: visma.redirectUri });
    await compare(auditor);

    console.log('\nThree rounds, the books of one.');
  } finally {
    await visma.close();
  }
}

/** `--break <mistake>` makes one on purpose. Throws when it is none of them. */
function mistakeFrom(args: readonly string[]): Mistake | undefined {
  const { values } = parseArgs({ args: [...args], options: { break: { type: 'string' } } });
  if (values.break === undefined) return undefined;
  const mistake = mistakes.find((each) => each === values.break);
  if (!mistake) throw new Error(`--break takes one of ${mistakes.join(', ')}.`);
  return mistake;
}

function timeChimp(): MemorySource {
  return createMemorySource({ [accountId]: account(customers) });
}

function connect(visma: Visma, state: MemoryState, source: MemorySource): Connector {
  return createConnector({
    state,
    source,
    // Small pages, to show that there are several.
    visma: { ...visma, pageSize: 10 },
    clock: systemClock(),
    secretBox: createSecretBox([{ id: 'demo', key: crypto.getRandomValues(new Uint8Array(32)) }]),
  });
}

/** A client of its own with a consent of its own: the books are read by somebody who wrote nothing in them. */
async function openBooks(visma: Visma): Promise<VismaClient> {
  const oauth = createVismaOAuth(visma);
  const state = crypto.randomUUID();
  const callback = await grantAccess(await oauth.authorizationUrl({ state }), visma.redirectUri);
  const { accessToken } = await oauth.exchangeCode(oauth.validateCallback(callback, { state }));
  return createVismaClient({ auth: staticToken(accessToken), baseUrl: visma.apiUrl });
}

async function compare(auditor: VismaClient): Promise<void> {
  heading('The books, read back');
  const figures = await checkBooks(auditor);
  for (const { what, expected, actual } of figures) line(`${expected === actual ? 'ok   ' : 'WRONG'} ${what}: ${actual}${expected === actual ? '' : ` instead of ${expected}`}`);
  if (figures.some(({ expected, actual }) => expected !== actual)) throw new Error('The books do not show what they should.');
}

try {
  await main();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof Error && 'remedy' in error) console.error(String(error.remedy));
  if (error instanceof VismaError && error.code === 'network') console.error('Does a server listen at VISMA_API_URL and VISMA_IDENTITY_URL?');
  process.exitCode = 1;
}
