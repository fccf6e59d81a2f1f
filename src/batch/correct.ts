import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Corrected, correctDocument } from '../corrections/correct.ts'
import type { Correction } from '../corrections/correction.ts'
import type { DocumentJson } from '../write/document/document.ts'
import { checkedPieces } from '../write/document/json.ts'
import { readDocumentFile } from './archive.ts'
import { writeDocument, writeWhole } from './files.ts'
import { withLock } from './lock.ts'
import { openManifest, readManifest } from './manifest.ts'
import { type Outcome, resultOf, succeeded } from './outcome.ts'
import { addCorrections, PATCH, readCorrections } from './patch.ts'

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

/** A document of an archive as its corrections leave it. */
export interface CorrectedOutcome extends Corrected {
  readonly name: string
}

/** Replay the corrections of one document of an output folder and record how it ends now. */
function corrected(out: string, outcome: Outcome, corrections: readonly Correction[]): CorrectedOutcome {
  const folder = join(out, outcome.name)
  const result = writeCorrected(folder, firstReading(folder), corrections)
  const manifest = openManifest(out)
  try {
    manifest.add({ ...outcome, ...resultOf(result.document), modified: outcome.modified })
  } finally {
    manifest.close()
  }
  return { name: outcome.name, ...result }
}

/**
 * Add corrections to the patch file of an output folder, those it has already left out, and replay all corrections of the
 * documents named by `only` (hashes; every one with corrections when left out). An error while another run writes there.
 */
export async function correctArchive(
  out: string,
  more: readonly Correction[],
  only?: ReadonlySet<string>,
): Promise<CorrectedOutcome[]> {
  return await withLock(out, async () => {
    const path = join(out, PATCH)
    const known = readCorrections(path)
    const ids = new Set(known.map(({ id }) => id))
    const added = more.filter(({ id }) => !ids.has(id))
    if (added.length > 0) addCorrections(path, added)
    const all = [...known, ...added]
    const wanted = only ?? new Set(all.map(({ sha256 }) => sha256))
    const outcomes = [...(await readManifest(out)).values()]
    return outcomes
      .filter(({ sha256, duplicateOf }) => sha256 !== null && wanted.has(sha256) && duplicateOf === null)
      .filter(succeeded)
      .map(outcome => corrected(out, outcome, all))
  })
}
