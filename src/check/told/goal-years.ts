import { entryOf } from '../../budget/catalog/catalog.ts'
import type { BudgetTable, Dataset } from '../../budget/dataset.ts'
import { plain } from '../../budget/label.ts'
import { PLANNED_IN } from '../../budget/words.ts'
import { type Finding, findingFrom } from '../../finding.ts'
import type { Cell } from '../../table/table.ts'
import { CODES } from '../finding-codes.ts'
import { textsQuoted } from './quoted.ts'

/** A text of goals that plans for an earlier year. */
interface Planned extends Pick<Cell, 'page' | 'box'> {
  readonly table: string
  readonly text: string
}

/** Texts of a table of goals that plan for an earlier year than its own, which it names elsewhere; a text that goes on to that year tells of several. */
function plannedIn({ table: { id, title, cells }, kind }: BudgetTable, year: number): Planned[] {
  const form = entryOf(kind)?.form
  const own = `${year}年`
  if (form !== 'performance' && form !== 'form') return []
  if (![title ?? '', ...cells.map(({ text }) => text)].some(text => plain(text).includes(own))) return []
  return cells.flatMap(({ text, page, box }) => {
    const words = plain(text).replaceAll('，', ',')
    const [said, planned] = PLANNED_IN.exec(words) ?? []
    return said === undefined || Number.parseInt(`${planned}`, 10) >= year || words.includes(own)
      ? []
      : [{ table: id, text: said, page, box }]
  })
}

/** Goals of a budget that plan for a year before it in a form that names its own year, once a document: they may be left from that year, and nobody is blamed. */
export function goalYearFindings({ tables, metadata: { kind, fiscalYear } }: Dataset): Finding[] {
  if (kind !== 'budget' || fiscalYear === null) return []
  const goals = tables.flatMap(table => plannedIn(table, fiscalYear))
  const [first] = goals
  if (!first) return []
  const { zh, en } = textsQuoted(goals.map(goal => [`${goal.text}…`, [goal]]))
  return [
    findingFrom({
      ...{ code: 'goal-year-doubtful', severity: CODES['goal-year-doubtful'], page: first.page, box: first.box },
      ...{ table: first.table, expected: `${fiscalYear}`, actual: first.text },
      zh: `${fiscalYear}年预算的绩效目标所说的是以前年度的打算，而同表另写${fiscalYear}年：${zh}。`,
      en: `goals of the budget of ${fiscalYear} plan for an earlier year in forms that name ${fiscalYear} too: ${en}.`,
    }),
  ]
}
