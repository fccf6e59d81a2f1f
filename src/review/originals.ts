import { hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { originalPaths, type Stands } from '../batch/original-paths.ts'
import type { Outcome } from '../batch/outcome.ts'

/** Where PDFs may be: by their paths, or by their names in `pdfs`. */
export interface Places extends Stands {
  readonly pdfs: string | null
}

const isPrinted = /\.(?:pdf|png|jpe?g|tiff?)$/i

function namesIn(folder: string): ReadonlyMap<string, readonly string[]> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => isPrinted.test(path))
  return Map.groupBy(
    paths.map(path => join(folder, path)),
    path => basename(path),
  )
}

/** A function that gives the bytes a document was read from, or null when no file with its hash is found. */
export function originalsOf({ cwd, out, pdfs }: Places): (outcome: Pick<Outcome, 'file' | 'sha256'>) => Uint8Array | null {
  let names: ReadonlyMap<string, readonly string[]> | null = null
  return ({ file, sha256 }) => {
    if (pdfs !== null) names ??= namesIn(pdfs)
    for (const path of [...originalPaths(file, { cwd, out }), ...(names?.get(basename(file)) ?? [])]) {
      if (!existsSync(path)) continue
      const bytes = readFileSync(path)
      if (hash('sha256', bytes) === sha256) return bytes
    }
    return null
  }
}
