import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs'
import type { Correction } from '../corrections/correction.ts'
import { parseCorrections, patchHead, patchLines } from '../corrections/patch-file.ts'
import { writeThrough, writing } from './files.ts'

/** The patch file of an output folder: one line a correction of any of its documents. */
export const PATCH = 'corrections.csv'

/** The corrections of an output folder in the order in which they were made. A folder of that name, of a document that an older version called so, holds none. */
export function readCorrections(path: string): Correction[] {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? parseCorrections(readFileSync(path, 'utf8')) : []
}

/** Add corrections to the patch file of an output folder; they are on the disk when it returns. */
export function addCorrections(path: string, corrections: readonly Correction[]): void {
  writing(path, () => {
    const isNew = !existsSync(path) || statSync(path).size === 0
    const handle = openSync(path, 'a')
    try {
      writeThrough(handle, (isNew ? patchHead() : '') + patchLines(corrections))
    } finally {
      closeSync(handle)
    }
  })
}
