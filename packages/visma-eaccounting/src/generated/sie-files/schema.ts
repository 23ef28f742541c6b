// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, int, text } from '../../schemas/leaves.ts';
import { Model, list, nullable, required } from '../../schemas/model.ts';
import type { CommonBatchResponse, SeriesMappingInput, Sie4Input } from './types.ts';

export const commonBatchResponseModel = /* @__PURE__ */ new Model<CommonBatchResponse, never>(() => ({
  CreatedRows: int(),
}));

export const seriesMappingModel = /* @__PURE__ */ new Model<never, SeriesMappingInput>(() => ({
  OriginalSeries: [text(), nullable],
  NewSeries: [text(), nullable],
}));

export const sie4Model = /* @__PURE__ */ new Model<never, Sie4Input>(() => ({
  SieData: [text(Infinity, 1), required],
  Encoding: [int(), required],
  MapLedgerAccount: [bool(), required],
  ImportOpeningBalance: [bool(), required],
  EndYearAdjustment: [bool(), required],
  ImportAccountNames: [bool(), required],
  SeriesMappings: [list(seriesMappingModel), nullable],
}));
