import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A package as it would be published. */
export interface PackedPackage {
  readonly name: string;
  readonly folder: string;
  readonly tarball: string;
  readonly manifest: Manifest;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** Packs the three packages exactly as publishing would, into a fresh folder. */
export function packAll(): readonly PackedPackage[] {
  const destination = mkdtempSync(join(tmpdir(), 'packed-'));
  return readdirSync('packages').map((directory) => {
    const folder = join('packages', directory);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    const output = execFileSync(
      'npx',
      ['-y', 'pnpm@12.21.0', 'pack', '--pack-destination', destination, '--json'],
      { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const { filename } = JSON.parse(output.slice(output.indexOf('{'))) as { filename: string };
    return { name: manifest.name, folder, manifest, tarball: filename };
  });
}
