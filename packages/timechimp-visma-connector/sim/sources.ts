// Lets Node run the packages from their sources: `@x/...` is what src/index.ts of that package says, never a stale build.
// With `--mutant <name>` one source file is changed while it is loaded.
import { registerHooks } from 'node:module';
import { mutantNamed } from './mutants.ts';

const packages = new URL('../../', import.meta.url);
const at = process.argv.indexOf('--mutant');
const mutant = at < 0 ? undefined : mutantNamed(process.argv[at + 1] ?? '');
const mutated = mutant && 'file' in mutant ? new URL(`../${mutant.file}`, import.meta.url).href : undefined;

registerHooks({
  resolve(specifier, context, next) {
    const found = /^@x\/([a-z-]+)(?:\/([a-z]+))?$/.exec(specifier);
    if (!found) return next(specifier, context);
    const [, name = '', entry] = found;
    return next(new URL(`${name}/src/${entry ? `${entry}/` : ''}index.ts`, packages).href, context);
  },
  load(url, context, next) {
    const loaded = next(url, context);
    if (!mutant || !('file' in mutant) || url !== mutated) return loaded;
    const source = sourceText(loaded.source);
    if (source.split(mutant.find).length !== 2) {
      throw new Error(`The mutant "${mutant.name}" does not fit ${mutant.file} any more.`);
    }
    return { ...loaded, source: source.replace(mutant.find, () => mutant.replace) };
  },
});

function sourceText(source: unknown): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source as Uint8Array);
}
