import type { SecretBox } from '../ports/secret-box.ts';
import { SecretBoxError } from './secret-box-error.ts';

/** Keys of a secret box. */
export interface SecretBoxOptions {
  /** Every key that something may still be sealed with: 32 random bytes each, under a name without dots. */
  readonly keys: Readonly<Record<string, Uint8Array>>;
  /** Name of the key that new texts are sealed with. To rotate: add a key, make it current, keep the old one. */
  readonly current: string;
}

const version = 'v1';
const nonceBytes = 12;

/**
 * A secret box on WebCrypto: AES-256-GCM, a fresh nonce per text, the context as additional data. The sealed text is
 * `v1.<key name>.<base64>`, so that keys can be rotated. Throws `SecretBoxError` for keys of a wrong length.
 */
export function createSecretBox(options: SecretBoxOptions): SecretBox {
  for (const [name, key] of Object.entries(options.keys)) {
    if (key.byteLength !== 32 || !/^[\w-]+$/.test(name)) {
      throw new SecretBoxError('A key has 32 bytes and a name of letters, digits, - and _.');
    }
  }
  if (!Object.hasOwn(options.keys, options.current)) {
    throw new SecretBoxError('The current key is not among the keys.');
  }
  const imported = new Map<string, Promise<CryptoKey>>();
  const keyOf = (name: string): Promise<CryptoKey> => {
    const bytes = Object.hasOwn(options.keys, name) ? options.keys[name] : undefined;
    if (!bytes) {
      throw new SecretBoxError('The text is sealed with a key that is not known.');
    }
    const known = imported.get(name) ?? crypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);
    imported.set(name, known);
    return known;
  };
  return {
    async seal(plain, context) {
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const cipher = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: bytesOf(context) },
        await keyOf(options.current),
        bytesOf(plain),
      );
      return `${version}.${options.current}.${toBase64(iv)}.${toBase64(new Uint8Array(cipher))}`;
    },
    async open(sealed, context) {
      const [found, name = '', iv = '', cipher = ''] = sealed.split('.');
      if (found !== version) {
        throw new SecretBoxError('The text was not sealed by this box.');
      }
      const key = await keyOf(name);
      try {
        const plain = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: fromBase64(iv), additionalData: bytesOf(context) },
          key,
          fromBase64(cipher),
        );
        return new TextDecoder().decode(plain);
      } catch {
        throw new SecretBoxError('The text cannot be opened: it is damaged, or belongs elsewhere.');
      }
    },
  };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += String.fromCharCode(byte);
  }
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
