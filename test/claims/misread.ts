import type { BudgetTable, Dataset } from '../../src/budget/dataset.ts'
import { readBudget } from '../../src/budget/read-budget.ts'
import type { Cell, Table } from '../../src/table/table.ts'
import { otherDigit, some } from './random.ts'
import type { Reading } from './reading.ts'

/** A document read wrong in one place: what it says of itself then is no fault of the publisher. */
export interface Misreading {
  readonly kind: string
  readonly where: string
  readonly read: () => Dataset
}

/** A table and a place in its body where it is damaged. */
interface Damage {
  readonly table: Table
  readonly row: number
  readonly amounts: readonly number[]
  readonly others: readonly Table[]
  readonly next: () => number
}

const MOST = 1e6
const isFrom = (cell: Cell, row: number): boolean => cell.row >= row
const mapped = (table: Table, change: (cell: Cell) => Cell | null): Table => ({
  ...table,
  cells: table.cells.flatMap(cell => change(cell) ?? []),
})
const withText = (cell: Cell, text: string): Cell => ({ ...cell, text, lines: text === '' ? [] : [text] })
const textAt = ({ cells }: Table, row: number, column: number): string =>
  cells.find(cell => cell.row === row && cell.column === column)?.text ?? ''

/** First row of the last page of a table; null when it has one page. */
function lastPageOf({ cells, headerRows }: Table): number | null {
  const body = cells.filter(cell => cell.row >= headerRows)
  const [first, last] = [Math.min(...body.map(({ page }) => page)), Math.max(...body.map(({ page }) => page))]
  return first === last ? null : Math.min(...body.filter(({ page }) => page === last).map(({ row }) => row))
}

const cutAt = (table: Table, row: number): Table => ({
  ...table,
  rowCount: row,
  cells: table.cells.filter(cell => cell.row < row),
  regions: table.regions.slice(0, -1),
})

const restOf = (table: Table, row: number): Table => ({
  ...table,
  ...{ id: `${table.id}-rest`, number: null, title: null, headerRows: 0, rowCount: table.rowCount - row, form: null },
  columns: table.columns.map(({ index }) => ({ index, path: [] })),
  cells: table.cells.filter(cell => isFrom(cell, row)).map(cell => ({ ...cell, row: cell.row - row })),
  regions: table.regions.slice(-1),
})

/** Texts of amount columns of some rows taken from another place. */
const movedTexts = (
  { table, amounts }: Damage,
  isMoved: (cell: Cell) => boolean,
  from: (cell: Cell) => readonly [row: number, column: number],
): Table =>
  mapped(table, cell =>
    amounts.includes(cell.column) && cell.row >= table.headerRows && isMoved(cell)
      ? withText(cell, textAt(table, ...from(cell)))
      : cell,
  )

const beside = (amounts: readonly number[], column: number): number => amounts[amounts.indexOf(column) - 1] ?? MOST

/** Every way a reading is damaged; several tables where one falls apart, null where it does not apply. */
const DAMAGES: Readonly<Record<string, (damage: Damage) => readonly Table[] | null>> = {
  'row lost': ({ table, row }) => [
    {
      ...mapped(table, cell => (cell.row === row ? null : cell.row > row ? { ...cell, row: cell.row - 1 } : cell)),
      rowCount: table.rowCount - 1,
    },
  ],
  'row twice': ({ table, row }) => [
    {
      ...table,
      rowCount: table.rowCount + 1,
      cells: table.cells.flatMap(cell =>
        cell.row < row ? [cell] : cell.row > row ? [{ ...cell, row: cell.row + 1 }] : [cell, { ...cell, row: cell.row + 1 }],
      ),
    },
  ],
  'row one column over': damage => [
    movedTexts(
      damage,
      cell => cell.row === damage.row,
      cell => [cell.row, beside(damage.amounts, cell.column)],
    ),
  ],
  'page one column over': damage => {
    const from = lastPageOf(damage.table)
    return from === null
      ? null
      : [
          movedTexts(
            damage,
            cell => isFrom(cell, from),
            cell => [cell.row, beside(damage.amounts, cell.column)],
          ),
        ]
  },
  'column one row down': damage => {
    const column = damage.amounts[Math.floor(damage.next() * damage.amounts.length)] ?? 0
    return [
      movedTexts(
        damage,
        cell => cell.column === column && isFrom(cell, damage.row),
        cell => [cell.row === damage.row ? MOST : cell.row - 1, column],
      ),
    ]
  },
  'labels one row down': ({ table, row, amounts }) => [
    mapped(table, cell =>
      !amounts.includes(cell.column) && cell.row > row ? withText(cell, textAt(table, cell.row - 1, cell.column)) : cell,
    ),
  ],
  'two rows exchanged': damage => [
    movedTexts(
      damage,
      cell => cell.row === damage.row || cell.row === damage.row + 1,
      cell => [cell.row === damage.row ? damage.row + 1 : damage.row, cell.column],
    ),
  ],
  'page lost': ({ table }) => {
    const from = lastPageOf(table)
    return from === null ? null : [cutAt(table, from)]
  },
  'page not joined': ({ table }) => {
    const from = lastPageOf(table)
    return from === null ? null : [cutAt(table, from), restOf(table, from)]
  },
  'wrong page joined': ({ table, others, next }) => {
    const [other] = some(
      others.filter(({ columns }) => columns.length === table.columns.length),
      1,
      next,
    )
    if (!other) return null
    const more = other.cells.filter(cell => isFrom(cell, other.headerRows))
    const by = table.rowCount - other.headerRows
    return [
      {
        ...table,
        rowCount: table.rowCount + other.rowCount - other.headerRows,
        cells: [...table.cells, ...more.map(cell => ({ ...cell, row: cell.row + by }))],
      },
    ]
  },
  'header lost': ({ table }) => [{ ...table, columns: table.columns.map(({ index }) => ({ index, path: [] })) }],
  'headers exchanged': ({ table, amounts, next }) => {
    const [one, other] = some(amounts, 2, next)
    if (one === undefined || other === undefined) return null
    const path = (index: number): readonly string[] =>
      table.columns[index === one ? other : index === other ? one : index]?.path ?? []
    return [{ ...table, columns: table.columns.map(({ index }) => ({ index, path: path(index) })) }]
  },
  'a row taken for header': ({ table }) => [{ ...table, headerRows: table.headerRows + 1 }],
  'another unit': ({ table }) => {
    const other = table.unit === '元' ? '万元' : '元'
    return [{ ...table, unit: other, unitPlaces: (table.unitPlaces ?? []).map(place => ({ ...place, unit: other })) }]
  },
  'figure lost': ({ table, row, amounts, next }) => {
    const column = some(
      amounts.filter(at => textAt(table, row, at) !== ''),
      1,
      next,
    )[0]
    return [mapped(table, cell => (cell.row === row && cell.column === column ? withText(cell, '') : cell))]
  },
  'figures glued': ({ table, row, amounts }) => {
    const [one, other] = amounts.filter(at => /\d/.test(textAt(table, row, at)))
    if (one === undefined || other === undefined) return null
    const both = `${textAt(table, row, one)} ${textAt(table, row, other)}`
    return [
      mapped(table, cell => {
        if (cell.row !== row || (cell.column !== one && cell.column !== other)) return cell
        return withText(cell, cell.column === one ? both : '')
      }),
    ]
  },
  'doubtful digit': ({ table, row, amounts, next }) => {
    const column = some(
      amounts.filter(at => /[1-9]/.test(textAt(table, row, at))),
      1,
      next,
    )[0]
    return [
      mapped(table, cell =>
        cell.row === row && cell.column === column
          ? { ...withText(cell, otherDigit(cell.text, next)), source: 'ocr', confidence: 0.8 }
          : cell,
      ),
    ]
  },
}

/** Damages of one scan: every cell was recognised, one digit wrongly and without a doubt. */
const scanned = (tables: readonly Table[]): Table[] =>
  tables.map(table => mapped(table, cell => ({ ...cell, source: 'ocr', confidence: 0.99 })))

const isOpen = ({ kind, columns, table }: BudgetTable): boolean =>
  kind !== null &&
  table.headerRows > 0 &&
  columns.some(({ role }) => role === 'amount') &&
  table.rowCount > table.headerRows + 2

/** A document with its reading damaged in `count` places for each kind of damage. */
export function misreadingsOf(
  { text, tables }: Reading,
  dataset: Dataset,
  { count, next }: { readonly count: number; readonly next: () => number },
): Misreading[] {
  const open = dataset.tables.filter(isOpen)
  return Object.entries(DAMAGES).flatMap(([kind, damaged]) =>
    some(open, count, next).flatMap(({ table, columns, lines }): Misreading[] => {
      const rows = lines.filter(line => [...line.amounts.values()].some(({ money }) => (money?.fen ?? 0n) !== 0n))
      const row = some(rows, 1, next)[0]?.row
      const amounts = columns.filter(({ role }) => role === 'amount').map(({ index }) => index)
      const others = tables.filter(other => other !== table && other.headerRows > 0)
      const after = row === undefined ? null : damaged({ table, row, amounts, others, next })
      if (after === null) return []
      const source = { file: '', pageCount: text.length }
      const made = tables.flatMap(other => (other === table ? after : [other]))
      const read = (): Dataset => readBudget(made, text, source)
      const scan = (): Dataset => readBudget(scanned(made), text, source)
      return [
        { kind, where: `${table.id} row ${row}`, read },
        ...(kind === 'doubtful digit' ? [{ kind: 'digit of a scan', where: `${table.id} row ${row}`, read: scan }] : []),
      ]
    }),
  )
}
