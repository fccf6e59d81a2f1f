import { GROWTH_NAME } from '../../../budget/columns/money-words.ts'
import type { BudgetColumn, BudgetTable, Line } from '../../../budget/dataset.ts'
import { plain } from '../../../budget/label.ts'
import { decimalOf, magnitude } from '../../../budget/money/amount.ts'
import type { Cell } from '../../../table/table.ts'
import type { Check, Term } from '../../check.ts'
import { OTHER_BASIS } from '../../declared/words.ts'
import { cellTerm, ifMostHold, printedIn } from '../compare.ts'
import { MANY_ROWS } from './columns.ts'
import { exactly, HUNDRED_PERCENT, HUNDREDTHS, type PrintedPercent, type Ratio, ratioCheck, scaled } from './ratio.ts'

/** What a percentage is of, in the columns of its row. */
interface Formula {
  readonly part: readonly (readonly [BudgetColumn, 1n | -1n])[]
  readonly whole: BudgetColumn
}

/** The ways a percentage may be worked out from two amounts of its row: how large one is of the other, or by how much it is larger. */
const formulas = (whole: BudgetColumn, other: BudgetColumn): Formula[] => [
  { part: [[other, 1n]], whole },
  {
    part: [
      [other, 1n],
      [whole, -1n],
    ],
    whole,
  },
]

interface Row {
  readonly line: Line
  readonly printed: PrintedPercent
  readonly isExact: ReturnType<typeof exactly>
}

/** The percentage that a cell prints. */
export function percentIn(table: BudgetTable, cell: Cell, label: string): PrintedPercent | null {
  const value = decimalOf(cell.text.trim().replace(/[%％]$/, ''))
  if (value === null) return null
  const figure = { sign: 1n, fen: scaled(value, HUNDREDTHS), step: 1n, unit: '%', text: cell.text } as const
  return { term: printedIn(cell, { ...cell, table: table.table.id }, figure), value, label }
}

/** The figures of its row that a percentage would be worked out from. */
type Basis = Pick<Ratio, 'part' | 'whole' | 'slack'>

/** What one way to work a percentage out takes from its row; null where figures are missing. */
function basisOf({ line }: Row, { part, whole }: Formula): Basis | null {
  const base = line.amounts.get(whole.index)
  const terms = part.flatMap(([{ index }, sign]): Term[] => {
    const amount = line.amounts.get(index)
    return amount?.money ? [cellTerm(amount, sign)] : []
  })
  const [first] = terms
  if (!base?.money || base.money.fen <= 0n || first === undefined || terms.length < part.length) return null
  const slack = (first.step + (base.money.step * magnitude(first.fen)) / base.money.fen) / 2n
  return { part: terms, whole: [cellTerm(base)], slack }
}

/** Whether a percentage tells something: 0 and 100 are printed for many reasons. */
const isTelling = ({ printed: { term } }: Row): boolean => ![0n, HUNDRED_PERCENT].includes(term.fen)

/** Whether a way gives the percentage of a row to its last place: asked of so many ways that no terms are made for it. */
function isWorkedOut({ line, isExact }: Row, { part, whole }: Formula): boolean {
  const base = line.amounts.get(whole.index)?.money?.fen ?? 0n
  let sum = 0n
  for (const [{ index }, sign] of part) {
    const money = line.amounts.get(index)?.money
    if (!money) return false
    sum += sign * money.fen
  }
  return base > 0n && isExact(sum, base)
}

/** The way in which most different percentages are worked out, the first among equals, and how many; a way is left as soon as it cannot be the one. */
function bestWay(rows: readonly Row[], ways: readonly Formula[]): { readonly way: Formula; readonly held: number } | null {
  const byText = [...Map.groupBy(rows, ({ printed }) => printed.term.text).values()]
  let best: ReturnType<typeof bestWay> = null
  for (const way of ways) {
    let held = byText.length
    for (const same of byText) {
      if (!same.some(row => isWorkedOut(row, way))) held--
      if (best !== null && held <= best.held) break
    }
    if (best === null || held > best.held) best = { way, held }
  }
  return best
}

/** Where a head says itself that its figures are growths, so many rows that are worked out so show from which amounts, be they alike. */
const LEAST_SAID = 2

/** Columns that may print percentages of the amounts beside them. */
const mayBePercent = ({ role, path }: BudgetColumn): boolean => role === 'text' && !path.some(text => OTHER_BASIS.test(text))

/** Percentages down a column against the amounts of their rows, where enough rows show how they are worked out; no head is asked. */
export function percentColumns(identity: string, table: BudgetTable): Check[] {
  const cells = new Map(table.table.cells.map(cell => [`${cell.row} ${cell.column}`, cell]))
  return table.columns.filter(mayBePercent).flatMap(column => {
    const rows = table.lines.flatMap((line): Row[] => {
      const cell = line.list === column.list ? cells.get(`${line.row} ${column.index}`) : undefined
      const printed = cell && percentIn(table, cell, `${line.label}·${column.path.at(-1) ?? ''}`)
      return printed ? [{ line, printed, isExact: exactly(printed) }] : []
    })
    const telling = rows.filter(isTelling)
    if (telling.length < MANY_ROWS) return []
    const amounts = table.columns.filter(other => other !== column && other.list === column.list && other.role === 'amount')
    const ways = amounts.flatMap(one => amounts.flatMap(other => (one === other ? [] : formulas(one, other))))
    const best = bestWay(telling, ways)
    if (best === null) return []
    const isSaid = best.way.part.length > 1 && GROWTH_NAME.test(plain(column.path.at(-1) ?? ''))
    const isShown = isSaid && telling.filter(row => isWorkedOut(row, best.way)).length >= LEAST_SAID
    if (!isShown && best.held < MANY_ROWS) return []
    const checks = telling.flatMap(row => {
      const basis = basisOf(row, best.way)
      return basis ? [ratioCheck({ identity, printed: row.printed, ...basis })] : []
    })
    return ifMostHold(checks, 'percentages of other figures')
  })
}
