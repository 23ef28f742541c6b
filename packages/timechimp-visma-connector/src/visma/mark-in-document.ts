interface MarkedDocument {
  readonly OurReference?: string | null | undefined;
  readonly Rows?: readonly { readonly Text?: string | null | undefined }[] | null | undefined;
}

const pattern = /TC-[0-9A-HJKMNP-TV-Z]{6,26}(?:-\d{1,4})?(?![0-9A-Z])/g;

/** All marks that a document carries, in row texts and in OurReference. A copied or merged document may carry several. */
export function marksOf(document: MarkedDocument): readonly string[] {
  const texts = [document.OurReference ?? '', ...(document.Rows ?? []).map((row) => row.Text ?? '')];
  return [...new Set(texts.flatMap((text) => text.match(pattern) ?? []))];
}

/** The mark of one export on a document, with its generation; null when it carries none of this export. */
export function markOf(document: MarkedDocument, baseMark: string): string | null {
  return marksOf(document).find((mark) => mark === baseMark || mark.startsWith(`${baseMark}-`)) ?? null;
}
