import { runsOf } from '../geometry.ts'
import { codeKindOf } from './code.ts'
import type { BudgetColumn } from './dataset.ts'

/** What the code columns of a row print, before the rows above say what it leaves out. */
export interface PrintedCode {
  /** Digits of 类, 款 and 项 where these have columns of their own; null where a column is blank. */
  readonly pieces: readonly [string | null, string | null, string | null]
  /** A whole code of a list of subjects. */
  readonly whole: string | null
  readonly unitCode: string | null
}

/** A code cell: its column and its text. */
export interface CodeCell {
  readonly column: BudgetColumn
  readonly text: string
}

const PIECES = ['class', 'section', 'item']
const NOTHING: PrintedCode = { pieces: [null, null, null], whole: null, unitCode: null }

/** The codes a row prints. 部门经济 and 政府经济 stand side by side in some tables, each with its codes: the first block with a code counts. */
export function printedCode(cells: readonly CodeCell[]): PrintedCode {
  const found = runsOf(cells, (cell, last) => last.column.index === cell.column.index - 1).map(codeOfBlock)
  const first = found.find(({ pieces, whole }) => whole !== null || pieces.some(piece => piece !== null)) ?? NOTHING
  return { ...first, unitCode: found.find(({ unitCode }) => unitCode !== null)?.unitCode ?? null }
}

function codeOfBlock(cells: readonly CodeCell[]): PrintedCode {
  const digits = cells.filter(({ text }) => /^\d{1,9}$/.test(text))
  const piece = (key: string): string | null =>
    digits.find(({ column }) => column.role === 'code' && column.key === key)?.text ?? null
  const pieces = [piece('class'), piece('section'), piece('item')] as const
  const others = digits.filter(({ column, text }) => !PIECES.includes(column.key ?? '') && text.length > 1)
  const whole =
    [...pieces].reverse().find(text => text !== null && text.length > 3 && codeKindOf(text) !== null) ??
    others.find(({ column, text }) => column.role === 'code' && codeKindOf(text) !== null)?.text ??
    null
  const hasCode = whole !== null || pieces.some(text => text !== null)
  const unit = others.find(({ column, text }) => {
    if (column.role === 'unit-code') return text !== whole && !(codeKindOf(text) === 'economic' && hasCode)
    return column.role === 'code' && !hasCode && codeKindOf(text) === null && text.length >= 3
  })
  return { pieces, whole, unitCode: unit?.text ?? null }
}

/** 款 and 项 have two digits each; a spreadsheet that took them for numbers lost the zero in front. */
const two = (piece: string): string => piece.padStart(2, '0')

/**
 * The full codes of the rows of a list, top to bottom, null where what is printed makes none. Where 类 款 项 have columns of their own a row may print all of its
 * code or only its own level: what it leaves out on the left is that of the rows above.
 */
export function codesOfRows(rows: readonly PrintedCode[]): (string | null)[] {
  let above: readonly [string | null, string | null] = [null, null]
  return rows.map(({ pieces, whole }) => {
    if (whole !== null) {
      above = [whole.slice(0, 3), whole.length > 3 ? whole.slice(3, 5) : null]
      return whole
    }
    const [own, section, item] = pieces
    if (own === null && section === null && item === null) return null
    const first = own ?? above[0]
    const second = section ?? (item !== null && first === above[0] ? above[1] : null)
    above = [first, second]
    const isWhole = first !== null && (item === null || second !== null)
    const code = isWhole ? [first, ...[second, item].flatMap(text => (text === null ? [] : [two(text)]))].join('') : ''
    return codeKindOf(code) === null ? null : code
  })
}
