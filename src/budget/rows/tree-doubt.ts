import { type Finding, findingFrom } from '../../finding.ts'
import { entryOf } from '../catalog/catalog.ts'
import type { BudgetTable, Line, RowTree } from '../dataset.ts'

/** Lists of standard tables in which rows with figures may as well be parts of other rows: nothing that rests on their tree is claimed. */
export const treeDoubts = (tables: readonly BudgetTable[]): Finding[] =>
  tables
    .filter(({ kind }) => kind !== null && entryOf(kind)?.form !== 'performance')
    .flatMap(table => table.trees.flatMap(tree => doubtIn(table, tree)))

/** Whether sums depend on where a row stands: it has figures, and is no 其中 that no sum counts. */
const isCounted = ({ amounts, role }: Line): boolean =>
  role !== 'memo' && [...amounts.values()].some(({ money }) => money !== null && money.fen !== 0n)

function doubtIn({ table, lines }: BudgetTable, { doubts, decision }: RowTree): Finding[] {
  const doubted = doubts.flatMap(({ row, other }) => {
    const line = lines[row]
    return line && isCounted(line) ? [{ line, other: other === null ? null : (lines[other] ?? null) }] : []
  })
  const [first] = doubted
  if (first === undefined) return []
  const { line, other } = first
  const name = table.title ?? table.id
  const [amount] = line.amounts.values()
  const above = line.parent === null ? null : (lines[line.parent] ?? null)
  const percent = Math.round(100 * decision.margin)
  const [more, moreEn] = doubted.length > 1 ? [`等${doubted.length}行`, ` and ${doubted.length - 1} more rows`] : ['', '']
  return [
    findingFrom({
      ...{ code: 'tree-doubtful', table: table.id },
      cells: doubted.flatMap(one =>
        [...one.line.amounts.values()].map(({ row, column }) => ({ table: table.id, row, column })),
      ),
      ...{ page: amount?.cell.page ?? null, box: amount?.cell.box ?? null },
      zh: `${name}：“${line.label}”${more}归于哪一行存疑：按${inChinese(above)}处理（把握${percent}%），也可能${inChinese(other)}`,
      en: `${name}: of which row “${line.label}”${moreEn} is a part is in doubt: it is taken as ${inEnglish(above)} (${percent} % sure); it may be ${inEnglish(other)}`,
    }),
  ]
}

const inChinese = (above: Line | null): string => (above === null ? '不属于任何一行' : `属于“${above.label}”`)
const inEnglish = (above: Line | null): string => (above === null ? 'part of none' : `part of “${above.label}”`)
