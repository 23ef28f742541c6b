import { createInterface } from 'node:readline/promises';

/**
 * Does what a browser does with the address of the consent page, and answers the address that it ends on at our
 * redirect URI. A server that asks for a login needs a person: on a terminal that person is asked to paste the address;
 * elsewhere this throws.
 */
export async function grantAccess(url: string, redirectUri: string): Promise<string> {
  let next = url;
  for (let hop = 0; hop < 10; hop += 1) {
    const response = await fetch(next, { redirect: 'manual', signal: AbortSignal.timeout(30_000) });
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (location === null) {
      if (response.status >= 400) throw new Error(`The identity server refused the request for access (HTTP ${String(response.status)}). Check VISMA_CLIENT_ID and the redirect URI ${redirectUri}.`);
      return askPerson(url, redirectUri);
    }
    next = new URL(location, next).href;
    if (next.startsWith(redirectUri)) return next;
  }
  throw new Error('The identity server redirected ten times without an end.');
}

async function askPerson(url: string, redirectUri: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new Error('Visma asks a person to log in. Run this on a terminal.');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    console.log(`\nOpen this address, log in and allow access:\n\n  ${url}\n`);
    return await terminal.question(`Paste the address that you land on (it begins with ${redirectUri}):\n`);
  } finally {
    terminal.close();
  }
}
