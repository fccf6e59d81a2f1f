import { runsOf } from '../../geometry.ts'
import type { BudgetColumn, CodeBeside } from '../dataset.ts'
import { labelOf, plain } from '../label.ts'
import { codeInLabel, codeKindOf } from '../subjects/code.ts'

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
  const found = blocksOf(cells).map(codeOfBlock)
  return { ...(found.find(isCoded) ?? NOTHING), unitCode: found.find(({ unitCode }) => unitCode !== null)?.unitCode ?? null }
}

const isCoded = ({ pieces, whole }: PrintedCode): boolean => whole !== null || pieces.some(piece => piece !== null)
/** Code cells that stand side by side. */
const blocksOf = (cells: readonly CodeCell[]): CodeCell[][] =>
  runsOf(cells, (cell, last) => last.column.index === cell.column.index - 1)

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

/** A list of rows: its columns, its rows with their own codes, and what is printed at a place. */
export interface CodedList {
  readonly columns: readonly BudgetColumn[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly CodeCell[]; readonly code: string | null }[]
  readonly textAt: (row: number, column: number) => string | undefined
}

/** By row, the codes that stand beside its own, one a list of subjects, each with its name: those in blocks of code columns of another list, and those in front of names. */
export function codesBeside(list: CodedList): CodeBeside[][] {
  const blocks = codesInBlocks(list)
  const inNames = codesInNames(list)
  return list.rows.map(({ code: own }, at) => {
    const found = [...(blocks[at] ?? []), ...(inNames[at] ?? [])].filter(({ kind }) => own === null || codeKindOf(own) !== kind)
    return found.filter(({ kind }, index) => found.findIndex(other => other.kind === kind) === index)
  })
}

/** By row, the codes in blocks of code columns where there are several, each with the name to its right. */
function codesInBlocks({ columns, rows, textAt }: CodedList): CodeBeside[][] {
  const level = ({ key }: BudgetColumn): number => PIECES.indexOf(key ?? '')
  // 款 goes on with the 类 to its left; the 类 of the next list does not, nor does a whole code beside another.
  const blocks = runsOf(
    columns.filter(({ role }) => role === 'code'),
    (column, last) => last.index === column.index - 1 && level(last) >= 0 && level(column) > level(last),
  )
  const beside = rows.map((): CodeBeside[] => [])
  if (blocks.length < 2) return beside
  for (const block of blocks) {
    const codes = codesOfRows(rows.map(({ cells }) => codeOfBlock(cells.filter(({ column }) => block.includes(column)))))
    const end = (block.at(-1)?.index ?? -1) + 1
    const named = columns.find(({ role, index }) => role === 'name' && index === end)
    rows.forEach(({ row }, at) => {
      const code = codes[at] ?? null
      const kind = code === null ? null : codeKindOf(code)
      if (code === null || kind === null) return
      const name = named === undefined ? '' : labelOf(plain(textAt(row, named.index) ?? '')).name
      beside[at]?.push({ kind, code, name: name || null })
    })
  }
  return beside
}

/** By row, the codes in front of the names of its columns, 50205委托业务费. */
const codesInNames = ({ columns, rows, textAt }: CodedList): CodeBeside[][] =>
  rows.map(({ row }) =>
    columns.flatMap(({ role, index }): CodeBeside[] => {
      const found = role === 'name' ? codeInLabel(plain(textAt(row, index) ?? '')) : null
      const kind = found && codeKindOf(found.code)
      return found && kind ? [{ kind, code: found.code, name: found.name }] : []
    }),
  )

/** By row, what its code is called in the column behind it where the row itself goes by another column, `labelColumns`: the 功能科目 of a project; null elsewhere. */
export function codeNames({ columns, rows, textAt }: CodedList, labelColumns: readonly (number | null)[]): (string | null)[] {
  return rows.map(({ row, cells, code }, at) => {
    const last =
      code === null
        ? undefined
        : blocksOf(cells)
            .find(block => isCoded(codeOfBlock(block)))
            ?.at(-1)
    const named = columns.find(({ role, index }) => role === 'name' && index - 1 === last?.column.index)
    if (named === undefined || named.index === labelColumns[at]) return null
    return labelOf(plain(textAt(row, named.index) ?? '')).name || null
  })
}
