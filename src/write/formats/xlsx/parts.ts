import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'

/** What files of a workbook may be made of. */
export type Content = Stream | Buffer | Blob

/** What the parts of a workbook are to each other. */
export const LINKS_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The name of a column: A, B, … Z, AA. */
const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** The name of a cell; row and column count from 0. */
export const refOf = (row: number, column: number): string => `${lettersOf(column)}${row + 1}`
