import { entryOf } from '../budget/catalog/catalog.ts'
import learned from '../budget/code-names.json' with { type: 'json' }
import type { BudgetTable, Dataset } from '../budget/dataset.ts'
import { plain } from '../budget/label.ts'
import { type Finding, findingFrom } from '../finding.ts'
import { itemAt } from '../geometry.ts'
import { CODES } from './finding-codes.ts'

/** Names of a code as documents print them: name, first and last year, documents. */
type Names = readonly (readonly [name: string, from: number, to: number, documents: number])[]

const LISTS = learned as unknown as Readonly<Record<string, Readonly<Record<string, Names>>>>

/** Documents that must agree on a name before another one is worth a word. */
const ENOUGH = 3

/** Codes whose printed name is not the one that published documents of their year or before give them; only where enough of them agree, and once a document. */
export function nameFindings({ tables, metadata: { fiscalYear } }: Dataset): Finding[] {
  if (fiscalYear === null) return []
  const alike = Map.groupBy(unusualNames(tables, fiscalYear), ({ message }) => message.zh)
  return [...alike.values()].map(all => ({
    ...itemAt(all, 0),
    tables: [...new Set(all.flatMap(one => one.tables))],
    cells: all.flatMap(({ cells }) => cells),
  }))
}

/** Whether two names are one: documents leave the 的 of 对个人和家庭的补助 out. */
const isSame = (known: string, printed: string): boolean => plain(known).replaceAll('的', '') === printed.replaceAll('的', '')

/** A finding for each row with such a name. */
function unusualNames(tables: readonly BudgetTable[], year: number): Finding[] {
  // In other tables projects and goods stand under the code of what they are paid from.
  const trees = tables.filter(table => entryOf(table.kind)?.form === 'tree')
  return trees.flatMap(table => {
    const cells = Map.groupBy(table.table.cells, ({ row }) => row)
    return table.lines.flatMap((line): Finding[] => {
      if (line.code === null || line.codeKind === null || line.codeInferred || line.role === 'project' || line.name === '')
        return []
      // The list was revised for 2018 and is changed from year to year: a later name says nothing of an earlier one.
      const names = (LISTS[line.codeKind]?.[line.code] ?? []).filter(([, from]) => from <= year)
      const documents = names.reduce((sum, [, , , count]) => sum + count, 0)
      const [known] = [...names].sort((a, b) => b[3] - a[3])
      if (!known || documents < ENOUGH || names.some(([name]) => isSame(name, line.name))) return []
      const cell = cells.get(line.row)?.find(({ text }) => plain(text).includes(line.name))
      return [
        findingFrom({
          ...{ code: 'name-unusual', severity: CODES['name-unusual'], verdict: 'structure', table: table.table.id },
          cells: cell ? [{ table: table.table.id, row: cell.row, column: cell.column }] : [],
          ...{ page: cell?.page ?? null, box: cell?.box ?? null, expected: known[0], actual: line.name },
          zh: `科目名称与通行名称不同：${line.code} ${line.name}（学习过的 ${documents} 份公开文件中，${known[3]} 份为“${known[0]}”，${known[1]}—${known[2]}年）`,
          en: `the name of a subject is not the usual one: ${line.code} ${line.name} (“${known[0]}” in ${known[3]} of ${documents} published documents it was learned from, ${known[1]} to ${known[2]})`,
        }),
      ]
    })
  })
}
