/** A function of PDFium: pointers, numbers and flags in, one of them out. */
type Call = (...args: number[]) => number

/** The functions of PDFium that are used here, under their own names (public/fpdf*.h). */
export const NAMES = [
  ...['malloc', 'free', 'PDFiumExt_Init'],
  ...['FPDF_LoadMemDocument', 'FPDF_CloseDocument', 'FPDF_GetPageCount', 'FPDF_DocumentHasValidCrossReferenceTable'],
  ...['FPDF_CreateNewDocument', 'FPDFPage_New'],
  ...['FPDF_LoadPage', 'FPDF_ClosePage', 'FPDF_GetPageBoundingBox', 'FPDFPage_GetRotation'],
  ...['FPDFPage_GetAnnotCount', 'FPDFPage_GetAnnot', 'FPDFPage_CloseAnnot', 'FPDFAnnot_GetSubtype'],
  ...['FPDFPage_CountObjects', 'FPDFPage_GetObject', 'FPDFFormObj_CountObjects', 'FPDFFormObj_GetObject'],
  ...['FPDFPageObj_GetType', 'FPDFPageObj_GetMatrix', 'FPDFPageObj_GetFillColor', 'FPDFPageObj_GetStrokeColor'],
  ...['FPDFPageObj_GetStrokeWidth', 'FPDFPageObj_HasTransparency', 'FPDFPageObj_GetClipPath'],
  ...['FPDFClipPath_CountPaths', 'FPDFClipPath_CountPathSegments', 'FPDFClipPath_GetPathSegment'],
  ...['FPDFPath_CountSegments', 'FPDFPath_GetPathSegment', 'FPDFPath_GetDrawMode'],
  ...['FPDFImageObj_GetImagePixelSize'],
  ...['FPDFTextObj_GetFont', 'FPDFTextObj_GetFontSize', 'FPDFTextObj_GetTextRenderMode'],
  ...['FPDFFont_GetBaseFontName', 'FPDFFont_GetAscent', 'FPDFFont_GetDescent', 'FPDFFont_GetFontData'],
  ...['FPDF_RenderPageBitmap', 'FPDFBitmap_Create', 'FPDFBitmap_FillRect', 'FPDFBitmap_GetBuffer', 'FPDFBitmap_Destroy'],
  ...['FPDFPageObj_CreateTextObj', 'FPDFText_SetCharcodes', 'FPDFPageObj_SetMatrix', 'FPDFPage_InsertObject'],
  ...['FPDFPage_RemoveObject', 'FPDFPageObj_Destroy', 'FPDFText_LoadPage', 'FPDFText_ClosePage'],
  ...['FPDFText_CountChars', 'FPDFText_GetUnicode', 'FPDFText_GetTextObject', 'FPDFText_IsGenerated'],
  ...['FPDFText_GetCharBox', 'FPDFText_GetCharOrigin', 'FPDFText_HasUnicodeMapError'],
] as const

/** The functions of PDFium by name. */
export type Calls = Readonly<Record<(typeof NAMES)[number], Call>>

/** The memory of PDFium. A view is good until the next call that may take memory. */
export interface Heap {
  readonly bytes: Uint8Array
  readonly words: Uint32Array
  readonly floats: Float32Array
}
