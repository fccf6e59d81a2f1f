import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { ACTIONS, type Correction } from '../corrections/correction.ts'
import type { DocumentJson } from '../write/document/document.ts'
import { AT_ONCE } from './wire.ts'

const LONGEST = 4000
const text = z.string().max(LONGEST)
const point = z.number().min(-1e5).max(1e5)

const correction = z.strictObject({
  action: z.enum(ACTIONS),
  table: text,
  page: z.int().min(0).max(1e6),
  box: z.tuple([point, point, point, point]),
  old: text,
  new: text,
  why: text,
})

/**
 * Of these a request may have so many: each says anew what all cells of a column hold, on all pages of its table, and the page
 * sends one at a time.
 */
const OF_COLUMNS: ReadonlySet<Correction['action']> = new Set(['border', 'add-border', 'drop-border'])
const COLUMNS_AT_ONCE = 10

/** Corrections of one document, stroke by stroke, on the version of it that the reader sees. */
export const requestSchema = z
  .strictObject({
    name: z.string().max(1000),
    version: z.string().max(200),
    who: z.string().trim().min(1).max(100),
    strokes: z.array(z.array(correction).min(1).max(AT_ONCE)).min(1).max(AT_ONCE),
  })
  .refine(({ strokes }) => strokes.flat().length <= AT_ONCE)
  .refine(({ strokes }) => strokes.flat().filter(({ action }) => OF_COLUMNS.has(action)).length <= COLUMNS_AT_ONCE)

export type Request = z.infer<typeof requestSchema>

/**
 * What a reader asked for as lines of the patch file. Those of one stroke have one time, so that they can be taken back at once;
 * strokes that waited for each other are told apart by a millisecond each.
 */
export function correctionsOf({ who, strokes }: Request, { file, sha256 }: DocumentJson['source']): Correction[] {
  const now = Date.now()
  return strokes.flatMap((stroke, at) => {
    const when = new Date(now - (strokes.length - 1 - at)).toISOString()
    return stroke.map(said => ({ id: randomBytes(6).toString('hex'), when, who, file, sha256, ...said }))
  })
}
