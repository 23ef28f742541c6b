import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** For benchmarks, which run outside of the test runner: our packages are their sources there too, never a stale build. */
const packages = new URL('../../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const [, name, entry] = /^@x\/([^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
    if (name === undefined) return next(specifier, context);
    const source = new URL(`${name}/src/${entry === undefined ? '' : `${entry}/`}index.ts`, packages);
    return existsSync(source) ? { url: source.href, format: 'module-typescript', shortCircuit: true } : next(specifier, context);
  },
});
