import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InvalidInputError } from '../errors/invalid-input-error.ts';
import { fileUpload } from './file-upload.ts';

const contentType = 'application/pdf';
const data = new TextEncoder().encode('%PDF');

it('encodes bytes and blobs alike', async () => {
  const upload = { FileName: 'Report (1)_a-b.pdf', ContentType: contentType, Data: 'JVBERg==' };
  expect(await fileUpload({ fileName: 'Report (1)_a-b.pdf', contentType, data })).toEqual(upload);
  expect(await fileUpload({ fileName: 'Report (1)_a-b.pdf', contentType, data: new Blob([data]) })).toEqual(upload);
});

it('loses no byte, also of large files', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 100_000 }), async (bytes) => {
      const { Data } = await fileUpload({ fileName: 'a.png', contentType: 'image/png', data: bytes });
      expect(Buffer.from(Data, 'base64').equals(Buffer.from(bytes))).toBe(true);
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 20) },
  );
});

it.each([
  ['a/b\\c:d*e.pdf', 'a_b_c_d_e.pdf'],
  ['  übersicht.pdf ', 'übersicht.pdf'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(124)}.pdf`],
  ['x'.repeat(300), 'x'.repeat(128)],
  [`${'x'.repeat(123)}\u{20000}.pdf.pdf`, `${'x'.repeat(123)}.pdf`],
])('makes %s acceptable', async (fileName, expected) => {
  expect((await fileUpload({ fileName, contentType, data })).FileName).toBe(expected);
});

it.each([[{ fileName: ' ', contentType, data }, 'fileName'], [{ fileName: 'a.pdf', contentType, data: new Uint8Array() }, 'data']] as const)('refuses %j', async (file, path) => {
  await expect(fileUpload(file)).rejects.toSatisfy((error) => error instanceof InvalidInputError && error.fields[0]?.path === path);
});
