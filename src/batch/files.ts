import { accessSync, constants, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BudgetError } from '../errors.ts'
import { csvFiles } from '../write/csv.ts'
import type { DocumentJson } from '../write/document.ts'
import { documentText } from '../write/json.ts'

/** The short reason in a system error, such as `EACCES`. */
const reason = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error))

/** Run a file operation; a failure becomes one line that names the place. */
function writing(what: string, work: () => void): void {
  try {
    work()
  } catch (cause) {
    throw new BudgetError('unwritable', `cannot write ${what} (${reason(cause)})`, { cause })
  }
}

/** The bytes of a file. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    if (reason(cause) === 'ENOENT') throw new BudgetError('no-such-file', 'no such file', { cause })
    throw new BudgetError('unreadable', `cannot be read (${reason(cause)})`, { cause })
  }
}

/** Make a folder and see that files can be put there. */
export const prepareFolder = (folder: string): void =>
  writing(`to folder ${folder}`, () => {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  })

/** Write a file whole or not at all: under a temporary name in the same folder, then renamed. */
export const writeWhole = (path: string, text: string): void =>
  writing(path, () => {
    const temporary = `${path}.${process.pid}.tmp`
    try {
      writeFileSync(temporary, text)
      renameSync(temporary, path)
    } finally {
      rmSync(temporary, { force: true })
    }
  })

/** Write the output folder of a document: its CSVs, then document.json; CSVs and left-overs of an earlier run go. */
export function writeDocument(folder: string, document: DocumentJson): void {
  prepareFolder(folder)
  const csvs = csvFiles(document.tables)
  for (const { name, text } of csvs) writeWhole(join(folder, name), text)
  writeWhole(join(folder, 'document.json'), documentText(document))
  const current = new Set(csvs.map(csv => csv.name))
  for (const name of readdirSync(folder))
    if ((name.endsWith('.csv') && !current.has(name)) || name.endsWith('.tmp')) rmSync(join(folder, name), { force: true })
}
