import { exactRow, report } from '../../../tooling/bench/measure.ts';
import { ownSizes } from './sizes.ts';

const kibibytes = (count: number): number => count * 1024;
const limits = [kibibytes(8), kibibytes(32), kibibytes(32), kibibytes(9)];
const names = ['the limit', 'the limit of all operations', 'the limit', 'the limit'];
report((await ownSizes()).map(({ program, gzipped }, at) => exactRow(`client bundle, ${program}`, gzipped, limits[at] ?? NaN, names[at])));
