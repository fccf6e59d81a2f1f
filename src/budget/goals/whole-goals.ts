import type { Column } from '../../table/table.ts'
import type { BudgetTable, Indicator } from '../dataset.ts'
import { inOneLine, labelOf, plain } from '../label.ts'
import { type Lookup, lookupOf } from '../rows/rows.ts'
import { GOAL_WORDS, WHOLE_GOAL, WHOSE_GOAL } from './indicator-words.ts'

/** The goal of a row and whose it is; null where the row goes on with the one above, or prints none. */
function goalAt(row: number, { project, goal }: { project: Column; goal: Column }, lookup: Lookup) {
  const [cell, named] = [lookup(row, goal.index), lookup(row, project.index)]
  const of = plain(named?.text ?? '')
  const value = inOneLine(cell?.text)
  const begins = cell?.row === row || named?.row === row
  return cell && begins && value !== null ? { row, cell, value, project: of === '' ? null : labelOf(of).name } : null
}

/** Goals of a table that tells each project's in one text, under 项目名称 and 绩效目标, and no indicators: the text is the value, and no level is named. */
export function wholeGoals({ table }: BudgetTable): Indicator[] {
  const under = (words: RegExp): Column | undefined => table.columns.find(({ path }) => words.test(plain(path.at(-1) ?? '')))
  const [project, goal] = [under(WHOSE_GOAL), under(WHOLE_GOAL)]
  if (project === undefined || goal === undefined || under(GOAL_WORDS.level3) !== undefined) return []
  const lookup = lookupOf(table)
  const rows = Array.from({ length: table.rowCount - table.headerRows }, (_, at) => table.headerRows + at)
  const goals = rows.flatMap(row => goalAt(row, { project, goal }, lookup) ?? [])
  return goals.map(({ row, cell, value, project }, at) => ({
    ...{ table: table.id, row, page: cell.page, box: cell.box, sequence: at + 1, project, term: null, value },
    ...{ level1: null, level2: null, level3: null, operator: null, unit: null, weight: null, direction: null },
    ...{ actual: null, score: null, reason: null },
    places: [{ row: cell.row, column: cell.column }],
  }))
}
