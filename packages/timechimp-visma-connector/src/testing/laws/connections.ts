import { equals, race } from '../expect.ts';
import type { Law } from '../law.ts';
import { hostileTexts, sampleConnection, sampleTime, uniqueName, uniqueScope } from '../samples.ts';
import type { StateFixture } from '../state-fixture.ts';

const racers = 12;

/** Connections, settings, pairs. */
export const connectionLaws: readonly Law<StateFixture>[] = [
  {
    name: 'connections: what was saved is loaded, with the next version',
    why: 'a lost refresh token means that the customer must connect again',
    check: async ({ state, reopen }) => {
      const tenant = uniqueName('tenant');
      equals(await state.connections.load(tenant), null, 'a tenant without a connection');
      const record = sampleConnection(tenant, { scope: uniqueScope(), facts: { texts: hostileTexts }, version: 77 });
      equals(await state.connections.save(record, 0), 'saved', 'the first save');
      equals(await (await reopen()).connections.load(tenant), { ...record, version: 1 }, 'the record through another handle');
    },
  },
  {
    name: 'connections: of racing saves one wins',
    why: 'a refresh token works once: the token of the loser would overwrite the one that still works',
    check: async ({ state }) => {
      const tenant = uniqueName('tenant');
      const first = await race(racers, (index) => state.connections.save(sampleConnection(tenant, { connectionId: `c${index}` }), 0));
      equals(first.filter((each) => each === 'saved').length, 1, 'winners among racers for a new connection');
      const save = (index: number) => state.connections.save(sampleConnection(tenant, { sealedTokens: `t${index}` }), 1);
      const second = await race(racers, save);
      equals(second.filter((each) => each === 'saved').length, 1, 'winners among racers with the same version');
      const winner = `t${second.indexOf('saved')}`;
      equals((await state.connections.load(tenant))?.sealedTokens, winner, 'the tokens of the winner');
    },
  },
  {
    name: 'connections: a save with an old version changes nothing',
    why: 'an old refresh token in place of the new one ends the connection',
    check: async ({ state }) => {
      const tenant = uniqueName('tenant');
      await state.connections.save(sampleConnection(tenant), 0);
      await state.connections.save(sampleConnection(tenant, { sealedTokens: 'new' }), 1);
      equals(await state.connections.save(sampleConnection(tenant, { sealedTokens: 'old' }), 1), 'changed', 'an old version');
      equals(await state.connections.save(sampleConnection(tenant, { sealedTokens: 'old' }), 0), 'changed', 'as if new');
      equals((await state.connections.load(tenant))?.sealedTokens, 'new', 'the tokens');
    },
  },
  {
    name: 'connections: settings have a version of their own',
    why: 'saving settings must not make a token refresh fail, nor the other way round',
    check: async ({ state, reopen }) => {
      const tenant = uniqueName('tenant');
      const settings = { tenantId: tenant, version: 0, value: { article: null, accounts: ['8000'] }, updatedAt: sampleTime };
      equals(await state.connections.loadSettings(tenant), null, 'a tenant without settings');
      const results = await race(racers, () => state.connections.saveSettings(settings, 0));
      equals(results.filter((each) => each === 'saved').length, 1, 'winners among racing first saves');
      equals(await state.connections.save(sampleConnection(tenant), 0), 'saved', 'a connection beside it');
      equals(await state.connections.saveSettings({ ...settings, value: 'other' }, 0), 'changed', 'an old version');
      equals(await (await reopen()).connections.loadSettings(tenant), { ...settings, version: 1 }, 'the settings');
    },
  },
  {
    name: 'connections: a pair has one owner, also among racers',
    why: 'two tenants on one administration invoice the same hours twice',
    check: async ({ state, reopen }) => {
      const scope = uniqueScope();
      const tenants = Array.from({ length: racers }, () => uniqueName('tenant'));
      const results = await race(racers, (index) => state.connections.claimPair(tenants[index] ?? '', scope, sampleTime));
      equals(results.filter((each) => each === 'claimed').length, 1, 'owners after a race');
      const owner = tenants[results.indexOf('claimed')] ?? '';
      equals(await state.connections.claimPair(owner, scope, sampleTime), 'claimed', 'a second claim of the owner');
      const other = tenants.find((tenant) => tenant !== owner) ?? '';
      equals(await (await reopen()).connections.claimPair(other, scope, sampleTime + 9e9), 'taken', 'a claim long after');
    },
  },
  {
    name: 'connections: only the owner gives a pair up',
    why: 'a tenant that was refused could free the pair of the one who has it',
    check: async ({ state }) => {
      const [scope, owner, other] = [uniqueScope(), uniqueName('tenant'), uniqueName('tenant')];
      await state.connections.claimPair(owner, scope, sampleTime);
      await state.connections.releasePair(other, scope);
      equals(await state.connections.claimPair(other, scope, sampleTime), 'taken', 'a claim after a stranger gave it up');
      await state.connections.releasePair(owner, scope);
      equals(await state.connections.claimPair(other, scope, sampleTime), 'claimed', 'a claim after the owner gave it up');
    },
  },
  {
    name: 'connections: a pair is both parts together',
    why: 'one company with two time-tracking accounts is two pairs',
    check: async ({ state }) => {
      const [scope, first, second] = [uniqueScope(), uniqueName('tenant'), uniqueName('tenant')];
      await state.connections.claimPair(first, scope, sampleTime);
      const other = { ...scope, sourceAccountId: uniqueName('account') };
      equals(await state.connections.claimPair(second, other, sampleTime), 'claimed', 'the same company, another account');
    },
  },
  {
    name: 'connections: tenants are listed once, by status, page by page',
    why: 'a tenant that the nightly run passes over is never imported',
    check: async ({ state }) => {
      const prefix = uniqueName('nightly');
      const names = Array.from({ length: 7 }, (_, index) => `${prefix}-${index}`);
      for (const [index, name] of names.entries()) {
        await state.connections.save(sampleConnection(name, { status: index === 3 ? 'disconnected' : 'connected' }), 0);
      }
      const seen: string[] = [];
      let after: string | undefined = prefix;
      do {
        const page = await state.connections.listTenants(['connected', 'reconnect-needed'], { after, limit: 2 });
        seen.push(...page.items);
        after = page.next;
      } while (after !== undefined && seen.length < 1_000);
      const ours = seen.filter((name) => name.startsWith(prefix));
      equals(ours, names.filter((_, index) => index !== 3), 'the connected tenants, in order');
    },
  },
];
