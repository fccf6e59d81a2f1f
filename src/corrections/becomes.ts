import type { Correction } from './correction.ts'

/** Actions that say where on the page a border stands, and below it what the cells beside it hold. */
const PLACES: ReadonlySet<string> = new Set<Correction['action']>(['border', 'add-border'])

/** Actions that put one thing in the place of another; the others say something of what stands there. */
const REPLACES: ReadonlySet<string> = new Set<Correction['action']>(['text', 'unit', 'kind'])

/** What a correction puts in the place of what was, for a reader: of a border its place alone; null where it replaces nothing. */
export const becomes = ({ action, new: text }: { readonly action: string; readonly new: string }): string | null =>
  PLACES.has(action) ? (text.split('\n')[0] ?? '') : REPLACES.has(action) ? text : null
