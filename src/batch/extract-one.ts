import { hash } from 'node:crypto'
import { BudgetError } from '../errors.ts'
import { extractDocument } from '../pipeline.ts'
import type { OnPage } from '../reading.ts'
import { writeCorrected } from './correct.ts'
import { readBytes } from './files.ts'
import { tidy } from './memory.ts'
import { modifiedOf } from './modified.ts'
import { type Job, nothingOf, type Result, resultOf, verdictOfError } from './outcome.ts'
import { readCorrections } from './patch.ts'

/**
 * Read one PDF, write its output folder, and say how it went. Whatever is wrong with the document is in the result; what is
 * thrown is wrong with the output folder, and would be with the next document.
 */
export async function extractOne({ path, file, folder, options, threads, corrections }: Job, onPage?: OnPage): Promise<Result> {
  let sha256: string | null = null
  try {
    const bytes = readBytes(path)
    sha256 = hash('sha256', bytes)
    const read = await extractDocument(bytes, { ...options, file, threads }, (done, total) => {
      onPage?.(done, total)
      if (done === total) tidy()
    })
    // What reading and checking leave behind is more than the document: 1,000 pages peak at 717 MB this way, and at 823 otherwise.
    tidy()
    const patch = corrections === undefined ? [] : readCorrections(corrections)
    const document = folder === null ? read : writeCorrected(folder, read, patch).document
    return { ...resultOf(document), modified: modifiedOf(bytes), ...(folder === null && { document }) }
  } catch (error) {
    if (error instanceof BudgetError && error.code === 'unwritable') throw error
    return nothingOf(verdictOfError(error), sha256)
  }
}
