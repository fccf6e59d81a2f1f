import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { ACTIONS, type Correction } from '../corrections/correction.ts'
import type { DocumentJson } from '../write/document.ts'

const LONGEST = 4000
const text = z.string().max(LONGEST)
const point = z.number().min(-1e5).max(1e5)

/** Corrections of one document, on the version of it that the reader sees. */
export const requestSchema = z.strictObject({
  name: z.string().max(1000),
  version: z.string().max(200),
  who: z.string().trim().min(1).max(100),
  corrections: z
    .array(
      z.strictObject({
        action: z.enum(ACTIONS),
        table: text,
        page: z.int().min(0).max(1e6),
        box: z.tuple([point, point, point, point]),
        old: text,
        new: text,
        why: text,
      }),
    )
    .min(1)
    .max(500),
})

export type Request = z.infer<typeof requestSchema>

/** What a reader asked for as lines of the patch file; those said at once have one time, so that they can be taken back at once. */
export function correctionsOf({ who, corrections }: Request, { file, sha256 }: DocumentJson['source']): Correction[] {
  const when = new Date().toISOString()
  return corrections.map(correction => ({
    id: randomBytes(6).toString('hex'),
    when,
    who,
    file,
    sha256,
    ...correction,
  }))
}
