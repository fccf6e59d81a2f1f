import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Corrected, correctDocument } from '../corrections/correct.ts'
import type { Correction } from '../corrections/correction.ts'
import type { DocumentJson } from '../write/document.ts'
import { checkedPieces } from '../write/json.ts'
import { readDocumentFile } from './archive.ts'
import { writeDocument, writeWhole } from './files.ts'

/** What the program itself read, beside a document.json that people corrected. */
const FIRST_READING = 'first-reading.json'

/** Write the folder of a document as its corrections leave it; the first reading stays beside it. */
export function writeCorrected(folder: string, first: DocumentJson, corrections: readonly Correction[]): Corrected {
  const path = join(folder, FIRST_READING)
  const corrected = correctDocument(first, corrections)
  if (corrected.replayed.length > 0) writeWhole(path, checkedPieces(first))
  const document = writeDocument(folder, corrected.document)
  if (corrected.replayed.length === 0) rmSync(path, { force: true })
  return { ...corrected, document }
}

/** What the program itself read of a document, whatever people made of it. */
export function firstReading(folder: string): DocumentJson {
  const kept = join(folder, FIRST_READING)
  return readDocumentFile(existsSync(kept) ? kept : join(folder, 'document.json'))
}
