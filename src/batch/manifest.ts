import { hash } from 'node:crypto'
import { closeSync, createReadStream, existsSync, openSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { version } from '../version.ts'
import { writeThrough, writeWhole, writing } from './files.ts'
import { type DocumentOptions, type Outcome, outcomeSchema } from './outcome.ts'

/** Name of the manifest in an output folder. */
export const MANIFEST = 'manifest.jsonl'

/** Folder in an output folder where recognised pages are kept, so that doing a scan again costs nothing. */
export const OCR_CACHE = '.ocr'

/** What decides the result of a document: its bytes, this program, and what the user chose. */
export const keyOf = (sha256: string, { ocrCache: _, ...options }: DocumentOptions): string =>
  hash('sha256', JSON.stringify([sha256, version, Object.entries(options).sort()])).slice(0, 16)

const line = (outcome: Outcome): string => `${JSON.stringify(outcome)}\n`

function outcomeOf(text: string): Outcome | null {
  try {
    const { data } = outcomeSchema.safeParse(JSON.parse(text))
    return data ?? null
  } catch {
    return null
  }
}

/** Whether a name is that of a folder below the output folder; a manifest may have been tampered with. */
const isWithin = (name: string): boolean =>
  name !== '' && !/[\\\0]/.test(name) && name.split('/').every(part => part !== '' && part !== '.' && part !== '..')

/**
 * The outcomes of an output folder, one a document, the last where there are several. Lines that another version wrote
 * in another form, or that a power cut tore, or that lead out of the folder, are left out: those documents are done again.
 */
export async function readManifest(out: string): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  const path = join(out, MANIFEST)
  if (!existsSync(path)) return outcomes
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const outcome = outcomeOf(text)
    if (outcome && isWithin(outcome.name)) outcomes.set(outcome.name, outcome)
  }
  return outcomes
}

/** Write a manifest anew, whole or not at all. */
export const writeManifest = (out: string, outcomes: Iterable<Outcome>): void =>
  writeWhole(join(out, MANIFEST), [...outcomes].map(line))

/** Open the manifest of an output folder for more lines: one is on the disk when `add` returns; one that could not be written whole is taken back. */
export function openManifest(out: string) {
  const path = join(out, MANIFEST)
  const handle = writing(path, () => openSync(path, 'a'))
  return {
    add: (outcome: Outcome): void =>
      writing(path, () => {
        const { size } = statSync(path)
        try {
          writeThrough(handle, line(outcome))
        } catch (error) {
          truncateSync(path, size)
          throw error
        }
      }),
    close: (): void => closeSync(handle),
  }
}

export type Manifest = ReturnType<typeof openManifest>
