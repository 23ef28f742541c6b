import { expect, it } from 'vitest';
import { createConnector, createSecretBox, type Connector, type SecretBoxKey } from '../../src/index.ts';
import { createWorld, tenantId } from '../support/connected-world.ts';

it('seals the tokens with the new key at the first use after their hour, after which the old key is not needed', async () => {
  const world = createWorld();
  await world.connect();
  const old: SecretBoxKey = { id: 'test', key: new Uint8Array(32).fill(7) };
  const fresh: SecretBoxKey = { id: 'fresh', key: new Uint8Array(32).fill(8) };
  const withKeys = (keys: readonly SecretBoxKey[]): Connector =>
    createConnector({
      state: world.state,
      source: world.source,
      visma: { ...world.fake.client, redirectUri: 'http://localhost:44300/callback', fetch: world.fake.fetch },
      clock: world.clock,
      secretBox: createSecretBox(keys),
    });
  const isOutdated = async (): Promise<boolean> => {
    const sealed = (await world.state.connections.load(tenantId))?.sealedTokens ?? '';
    return createSecretBox([fresh, old]).isOutdated(sealed);
  };

  const rotating = withKeys([fresh, old]);
  expect(await rotating.connectionHealth({ tenantId })).toMatchObject({ status: 'good' });
  expect(await isOutdated()).toBe(true);
  world.clock.advance(3_600_000);
  expect(await rotating.connectionHealth({ tenantId })).toMatchObject({ status: 'good' });
  expect(await isOutdated()).toBe(false);
  expect(await withKeys([fresh]).connectionHealth({ tenantId })).toMatchObject({ status: 'good' });
});
