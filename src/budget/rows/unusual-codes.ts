import { type Finding, findingFrom } from '../../finding.ts'
import type { BudgetTable, Line, RowTree } from '../dataset.ts'
import { plain } from '../label.ts'
import { isUnder } from '../subjects/code.ts'
import { codesNamed, type SubjectList } from '../subjects/subjects.ts'
import { lookupOf } from './rows.ts'

/** Codes that are not those of the place at which the sums prove their rows to stand: the code is odd, not the sum. */
export const unusualCodes = (tables: readonly BudgetTable[]): Finding[] =>
  tables.flatMap(table => table.trees.flatMap(tree => (tree.proof === 'sums' ? unusualIn(table, tree) : [])))

function unusualIn(table: BudgetTable, tree: RowTree): Finding[] {
  const printed = printedCodes(table)
  return tree.sums.flatMap(({ whole, parts, what, held, broken }) => {
    const above = table.lines[whole]
    if (what !== 'children' || held === 0 || broken > 0 || above?.code == null) return []
    return parts.flatMap(part => {
      const line = table.lines[part] as Line
      const code = printed(line)
      const expected = expectedCode(line, above.code as string)
      if (code === '' || expected === null || isPlausible(code, line, above.code as string)) return []
      return [findingOf(table, line, { code, expected, above })]
    })
  })
}

/** What the code columns of a row print, 类 款 项 one behind the other. */
function printedCodes({ table, columns }: BudgetTable): (line: Line) => string {
  const lookup = lookupOf(table)
  return ({ row, list }) =>
    columns
      .filter(column => column.role === 'code' && column.list === list)
      .flatMap(({ index }) => {
        const cell = lookup(row, index)
        return cell !== undefined && cell.row === row && cell.column === index ? [plain(cell.text)] : []
      })
      .filter(text => /^\d+$/.test(text))
      .join('')
}

/** Whether a printed code fits the row that the sums put it under: inside it, the same (a project), of another list, or only its last digits. */
function isPlausible(code: string, line: Line, above: string): boolean {
  if (line.role === 'project' || line.unitCode !== null || line.code === null) return line.code !== null
  if (line.codeInferred) return line.code.endsWith(code)
  return isUnder(line.code, above) || line.code === above || line.code[0] !== above[0]
}

/** The lists whose names are known; of the classes of governments' economic list none are. */
const isKnownList = (list: string | undefined): list is SubjectList => list === '2' || list === '3'

/** The one code below another that carries the name of a row; null when none or several do. */
function expectedCode({ name }: Line, above: string): string | null {
  const [list] = above
  if (!isKnownList(list)) return null
  const codes = codesNamed(name, list).filter(code => isUnder(code, above) && code.length === above.length + 2)
  return codes.length === 1 ? (codes[0] ?? null) : null
}

function findingOf(
  { table, columns }: BudgetTable,
  line: Line,
  { code, expected, above }: { readonly code: string; readonly expected: string; readonly above: Line },
): Finding {
  const name = table.title ?? table.id
  const cells = columns
    .filter(column => column.role === 'code' && column.list === line.list)
    .map(({ index }) => ({ table: table.id, row: line.row, column: index }))
  const [first] = line.amounts.values()
  return findingFrom({
    ...{ code: 'code-unusual', severity: 'info', table: table.id, cells },
    ...{ page: first?.cell.page ?? null, box: first?.cell.box ?? null, expected, actual: code },
    zh: `${name}：“${line.name}”的科目编码印为 ${code}，按金额它属于 ${above.code} ${above.name}，应为 ${expected}`,
    en: `${name}: the code of “${line.name}” is printed as ${code}; by its amounts it is part of ${above.code} ${above.name} and should be ${expected}`,
  })
}
