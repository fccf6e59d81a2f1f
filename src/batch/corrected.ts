import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Corrected, correctDocument } from '../corrections/correct.ts'
import type { Correction } from '../corrections/correction.ts'
import { BudgetError } from '../errors.ts'
import { type DocumentJson, documentSchema } from '../write/document.ts'
import { checkedPieces } from '../write/json.ts'
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
  const [kept, written] = [FIRST_READING, 'document.json'].map(name => join(folder, name))
  const path = kept !== undefined && existsSync(kept) ? kept : (written ?? '')
  const parsed = existsSync(path) ? documentSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))) : null
  if (!parsed?.success)
    throw new BudgetError('unreadable', `${path} is no document of this version of yusuan; extract it again`)
  return parsed.data
}
