import type { SecretBox } from '../ports/secret-box.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { SecretBoxError } from './secret-box-error.ts';

/** A key of 256 bits with the name that sealed texts carry. */
export interface SecretBoxKey {
  /** 1 to 32 of A-Z, a-z, 0-9, `_` and `-`. Never give a new key an old name. */
  readonly id: string;
  /** 32 bytes, or their base64 or base64url text, such as `openssl rand -base64 32` prints. */
  readonly key: string | Uint8Array;
}

/** A `SecretBox` that tells which sealed texts are due to be sealed anew. */
export interface RotatingSecretBox extends SecretBox {
  /** Whether the text was sealed with another key than the first, so that opening and sealing it again is worthwhile. */
  isOutdated(sealed: string): boolean;
}

const version = 'v1';
const ivLength = 12;

/**
 * AES-256-GCM through WebCrypto. The first key seals; all of them open, so a key is rotated by putting a new one first.
 * Sealed texts look like `v1.<key id>.<nonce>.<data>`; version, key id and context are authenticated with the data.
 * @throws TypeError when there is no key, or one of a wrong length or name, or two of the same name.
 */
export function createSecretBox(keys: readonly SecretBoxKey[]): RotatingSecretBox {
  const checked = new Map(keys.map((key) => [checkedId(key), checkedBytes(key)]));
  const [current] = checked.keys();
  if (current === undefined) throw new TypeError('A secret box needs at least one key.');
  if (checked.size !== keys.length) throw new TypeError('Two keys of a secret box have the same id.');
  const imported = new Map<string, Promise<CryptoKey>>();
  const keyOf = (id: string): Promise<CryptoKey> => {
    const bytes = checked.get(id);
    if (!bytes) throw new SecretBoxError('unknown-key');
    const key = imported.get(id) ?? globalThis.crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
    imported.set(id, key);
    return key;
  };
  return {
    seal: async (plain, context) => {
      const { crypto } = globalThis;
      const iv = crypto.getRandomValues(new Uint8Array(ivLength));
      const algorithm = { name: 'AES-GCM', iv, additionalData: boundData(current, context) };
      const data = await crypto.subtle.encrypt(algorithm, await keyOf(current), new TextEncoder().encode(plain));
      return [version, current, toBase64url(iv), toBase64url(new Uint8Array(data))].join('.');
    },
    open: async (sealed, context) => {
      const { id, iv, data } = partsOf(sealed);
      const key = await keyOf(id);
      const algorithm = { name: 'AES-GCM', iv, additionalData: boundData(id, context) };
      try {
        return new TextDecoder().decode(await globalThis.crypto.subtle.decrypt(algorithm, key, data));
      } catch {
        // The cause says nothing more, and must not carry anything along.
        throw new SecretBoxError('wrong');
      }
    },
    isOutdated: (sealed) => partsOf(sealed).id !== current,
  };
}

function partsOf(sealed: string): { readonly id: string; readonly iv: Uint8Array<ArrayBuffer>; readonly data: Uint8Array<ArrayBuffer> } {
  const [mark, id = '', iv = '', data = '', ...rest] = sealed.split('.');
  const [ivBytes, dataBytes] = [fromBase64url(iv), fromBase64url(data)];
  if (mark !== version || rest.length > 0 || ivBytes?.length !== ivLength || !dataBytes || dataBytes.length < 16) {
    throw new SecretBoxError('malformed');
  }
  return { id, iv: ivBytes, data: dataBytes };
}

/** Bound to the data: it cannot be opened under another version, key name or context. */
function boundData(id: string, context: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([version, id, context]));
}

function checkedId({ id }: SecretBoxKey): string {
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(id)) throw new TypeError('The id of a key is 1 to 32 letters, digits, _ or -.');
  return id;
}

function checkedBytes({ id, key }: SecretBoxKey): Uint8Array<ArrayBuffer> {
  const bytes = typeof key === 'string' ? fromBase64url(key) : Uint8Array.from(key);
  if (bytes?.length !== 32) throw new TypeError(`The key "${id}" must have 32 bytes.`);
  return bytes;
}
