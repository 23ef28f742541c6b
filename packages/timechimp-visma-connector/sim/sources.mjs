// Lets Node run the packages from their sources: `@x/...` is what src/index.ts of that package says, never a stale build.
import { registerHooks } from 'node:module';

const packages = new URL('../../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const found = /^@x\/([a-z-]+)(?:\/([a-z]+))?$/.exec(specifier);
    if (!found) return next(specifier, context);
    const [, name, entry] = found;
    return next(new URL(`${name}/src/${entry ? `${entry}/` : ''}index.ts`, packages).href, context);
  },
});
