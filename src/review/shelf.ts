import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { documentPath, readArchive } from '../batch/archive.ts'
import { writeWhole } from '../batch/files.ts'
import { isRead, type Outcome } from '../batch/outcome.ts'
import { version } from '../version.ts'
import type { DocumentJson } from '../write/document/document.ts'
import { entryOf, lostEntry } from './entry.ts'
import { lastUsed } from './last-used.ts'
import type { Entry } from './wire.ts'

/** Where the lines of the archive are kept between two visits; they are worked out again where a document changed. */
const KEPT = '.review.json'

/** Counted up when a line tells something else of the same document. */
const LINES = 3

/** A document and what changes when it is written again. */
export interface Held {
  readonly version: string
  readonly document: DocumentJson
}

/** Documents kept read: a page that is turned needs no file of megabytes anew. */
const HELD = 3

interface Line {
  readonly stamp: string
  readonly entry: Entry
}

/** Changes when a file is written again. */
export function stampOf(path: string): string {
  const { mtimeMs, size } = statSync(path)
  return `${version} ${mtimeMs} ${size}`
}

function keptLines(out: string): Map<string, Line> {
  const path = join(out, KEPT)
  if (!existsSync(path)) return new Map()
  try {
    return new Map(JSON.parse(readFileSync(path, 'utf8')) as [string, Line][])
  } catch {
    // A file that a power cut tore is worked out again.
    return new Map()
  }
}

const parsed = (path: string): DocumentJson => JSON.parse(readFileSync(path, 'utf8')) as DocumentJson

/** Reads documents, the last few of them only when they changed; `written` is one as it was just written. */
function readerOf(out: string): (name: string, written?: DocumentJson) => Held {
  const held = new Map<string, Held>()
  return (name, written) => {
    const path = documentPath(out, name)
    const version = stampOf(path)
    const known = held.get(name)
    const now = known?.version === version ? known : { version, document: written ?? parsed(path) }
    lastUsed(held, name, now, HELD)
    return now
  }
}

const stampOfLine = (out: string, { name, replacedBy }: Outcome): string =>
  `${LINES} ${stampOf(documentPath(out, name))} ${replacedBy ?? ''}`

function lineOf(out: string, outcome: Outcome, kept: Line | undefined): Line {
  const stamp = stampOfLine(out, outcome)
  return kept?.stamp === stamp ? kept : { stamp, entry: entryOf(outcome, parsed(documentPath(out, outcome.name))) }
}

/** Open an archive with its lines, read document after document in the background. A usage error when there is no manifest. */
export async function openShelf(out: string, signal: AbortSignal) {
  const outcomes = (await readArchive(out)).filter(({ duplicateOf }) => duplicateOf === null)
  const read = new Map(
    outcomes.filter(one => isRead(one) && existsSync(documentPath(out, one.name))).map(one => [one.name, one] as const),
  )
  const lines = new Map<string, Line>()
  for (const one of outcomes) if (!read.has(one.name)) lines.set(one.name, { stamp: '', entry: lostEntry(one) })
  const kept = keptLines(out)
  const fill = async (): Promise<void> => {
    for (const outcome of read.values()) {
      if (signal.aborted) return
      lines.set(outcome.name, lineOf(out, outcome, kept.get(outcome.name)))
      await breath()
    }
    writeWhole(join(out, KEPT), JSON.stringify([...lines].filter(([name]) => read.has(name))))
  }
  const heldOf = readerOf(out)
  return {
    out,
    /** The outcome of a document that was read; undefined for any other name, so that no name reaches a file of itself. */
    outcomeOf: (name: string): Outcome | undefined => read.get(name),
    /** A document that was read, as it is now. */
    read: (name: string): Held => heldOf(name),
    total: (): number => outcomes.length,
    entries: (): Entry[] => [...lines.values()].map(({ entry }) => entry),
    /** Take a document as it was just written. */
    renew: (name: string, document: DocumentJson): void => {
      const outcome = read.get(name)
      if (!outcome) return
      lines.set(name, { stamp: stampOfLine(out, outcome), entry: entryOf(outcome, document) })
      heldOf(name, document)
    },
    /** Settles when all documents are read; for tests and for reports. */
    filled: fill(),
  }
}

export type Shelf = Awaited<ReturnType<typeof openShelf>>
