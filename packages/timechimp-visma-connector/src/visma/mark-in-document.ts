/** What of a document, or of the body of one, may carry marks. */
export interface MarkedDocument {
  readonly OurReference?: string | null | undefined;
  readonly Rows?: readonly { readonly Text?: string | null | undefined }[] | null | undefined;
}

/** As `markFor` makes them, with a generation: texts of people, such as "ticket TC-100234", hardly ever look like it. */
const pattern = /TC-[0-9A-HJKMNP-TV-Z]{12}(?:-\d{1,4})?(?![0-9A-Z])/g;

/** All marks that a document carries, in row texts and in OurReference. A copied or merged document may carry several. */
export function marksOf(document: MarkedDocument): readonly string[] {
  const texts = [document.OurReference ?? '', ...(document.Rows ?? []).map((row) => row.Text ?? '')];
  return [...new Set(texts.flatMap((text) => text.match(pattern) ?? []))];
}

/** Whether a document carries a mark that was not sent with ours: then it is another export's. */
export function hasForeignMark(document: MarkedDocument, sent: MarkedDocument): boolean {
  const own = new Set(marksOf(sent));
  return marksOf(document).some((mark) => !own.has(mark));
}

/** The mark of one export on a document, with its generation; null when it carries none of this export. */
export function markOf(document: MarkedDocument, baseMark: string): string | null {
  return marksOf(document).find((mark) => mark === baseMark || mark.startsWith(`${baseMark}-`)) ?? null;
}
