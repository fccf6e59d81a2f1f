import { parse } from 'csv-parse/sync'
import { BudgetError, messageOf } from '../errors.ts'
import { csvHead, csvRows } from '../write/relations/relation.ts'
import { ACTIONS, CORRECTIONS, type Correction } from './correction.ts'

/** The apostrophe that keeps a spreadsheet from running a text is no part of it. */
const printed = (text: string): string => text.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')

/** Longest text of a patch: the cells of a column of a long table on both sides of a new border; the longest column of 71 published documents has 28,000 characters. */
const LONGEST = 1_000_000

/** One line of a patch file with every field looked at; a usage error that names the line. */
function correctionOf(fields: Readonly<Record<string, string>>, line: number): Correction {
  const wrong = (what: string): BudgetError => new BudgetError('usage', `line ${line} of the corrections: ${what}`)
  const text = (name: string): string => {
    const value = printed(fields[name] ?? '')
    if (value.length > LONGEST) throw wrong(`${name} is too long`)
    return value
  }
  const number = (name: string): number => {
    const value = Number(fields[name])
    if (!fields[name]?.trim() || !Number.isFinite(value)) throw wrong(`${name} is no number`)
    return value
  }
  const action = ACTIONS.find(known => known === fields['action'])
  if (action === undefined) throw wrong(`no action ${fields['action']}; ${ACTIONS.join(', ')}`)
  if (!/^[0-9a-f]{64}$/.test(fields['sha256'] ?? '')) throw wrong('sha256 is none')
  if (!fields['id']) throw wrong('id is missing')
  return {
    id: text('id'),
    when: text('when'),
    who: text('who'),
    file: text('file'),
    sha256: text('sha256'),
    action,
    table: text('table'),
    page: number('page'),
    box: [number('x0'), number('top'), number('x1'), number('bottom')],
    old: text('old'),
    new: text('new'),
    why: text('why'),
  }
}

/** Columns without which a table is no patch file; other tables have hardly all of them. */
const TELLING = ['id', 'action', 'sha256']

/** The names in the header line of a patch file; a usage error where it is that of another file. */
function headOf(names: string[]): string[] {
  const missing = TELLING.find(name => !names.includes(name))
  if (missing === undefined) return names
  throw new BudgetError('usage', `this is no file of corrections: its first line names no ${missing}`)
}

/** The corrections of a patch file, CSV with a header line, in the order in which they were made; a usage error when it is none. */
export function parseCorrections(text: string): Correction[] {
  let rows: Record<string, string>[]
  try {
    rows = parse(text, { columns: headOf, bom: true, skip_empty_lines: true, relax_column_count: true })
  } catch (cause) {
    if (cause instanceof BudgetError) throw cause
    throw new BudgetError('usage', `the corrections are no CSV: ${messageOf(cause)}`, { cause })
  }
  return rows.map((row, index) => correctionOf(row, index + 2))
}

/** The header line of a new patch file. */
export const patchHead = (): string => csvHead(CORRECTIONS)

/** Corrections as lines of a patch file. */
export const patchLines = (corrections: readonly Correction[]): string =>
  csvRows(
    CORRECTIONS,
    corrections.map(({ box: [x0, top, x1, bottom], ...correction }) => ({ ...correction, x0, top, x1, bottom })),
  )
