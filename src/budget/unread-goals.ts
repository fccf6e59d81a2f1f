import { isDashes } from '../dashes.ts'
import { type Finding, findingFrom } from '../finding.ts'
import type { Cell } from '../table/table.ts'
import type { BudgetTable, Indicator } from './dataset.ts'
import { GOAL_WORDS, LEVEL_NAMES } from './indicator-words.ts'
import { goalOf, isOfGoals } from './indicators.ts'
import { plain } from './label.ts'

/** Tables of performance whose rows are like goals, and of which none could be understood. */
export function unreadGoals(tables: readonly BudgetTable[], indicators: readonly Indicator[]): Finding[] {
  const understood = new Set(indicators.map(({ table }) => table))
  return tables.flatMap(one => {
    const goals = isOfGoals(one) && !understood.has(one.table.id) ? goalsLike(one.table.cells) : []
    return goals.length === 0 ? [] : [findingOf(one, goals)]
  })
}

/** A name and a value behind the names of its levels. */
const NAME_AND_VALUE = 2

/** A dash, a stroke and 无 are no goal. */
const isFilled = ({ text }: Cell): boolean => !/^[无/]?$/.test(plain(text)) && !isDashes(plain(text))

/** The first cell of each row that is like a goal: a value below a head of values, an operator with a figure, a name and a value behind a level. */
function goalsLike(cells: readonly Cell[]): Cell[] {
  const isHead = ({ text }: Cell): boolean => GOAL_WORDS.value.test(plain(text))
  const heads = new Map(cells.filter(isHead).map(cell => [cell.column, cell]))
  const isValue = (cell: Cell): boolean => {
    const head = heads.get(cell.column)
    return head !== undefined && !isHead(cell) && cell.row > head.row && cell.columnSpan <= head.columnSpan
  }
  const isBound = ({ text }: Cell): boolean => {
    const { operator, value } = goalOf(text)
    return operator !== null && /^\d/.test(value)
  }
  const rows = Map.groupBy(cells.filter(isFilled), ({ row }) => row)
  return [...rows.values()].flatMap(row => {
    const level = row.findLast(({ text }) => LEVEL_NAMES.test(plain(text)))
    const behind = level ? row.filter(({ column }) => column > level.column) : []
    const goal = row.find(cell => isValue(cell) || isBound(cell)) ?? (behind.length >= NAME_AND_VALUE ? behind[0] : undefined)
    return goal ?? []
  })
}

function findingOf({ table }: BudgetTable, goals: readonly Cell[]): Finding {
  const name = table.title ?? table.id
  return findingFrom({
    ...{ code: 'goals-unread', severity: 'warning', verdict: 'structure', table: table.id, actual: `${goals.length}` },
    cells: goals.map(({ row, column }) => ({ table: table.id, row, column })),
    ...{ page: goals[0]?.page ?? null, box: table.regions[0]?.box ?? null },
    message: {
      zh: `绩效表“${name}”有${goals.length}行像绩效指标，但没有读懂表头，未列入绩效指标`,
      en: `the performance table “${name}” has ${goals.length} rows like goals, but its header was not understood: none is given as a goal`,
    },
  })
}
