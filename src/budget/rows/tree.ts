import type { BudgetColumn, Line, RowTree } from '../dataset.ts'
import { codeKindOf } from '../subjects/code.ts'
import { areOfGovernments, classCode } from '../subjects/subjects.ts'
import { headOf } from '../words.ts'
import { type Judged, judge, placeOf, subjectsAmong } from './roles.ts'
import { type FoundTree, type Place, treeOf } from './row-tree.ts'
import { isOfProjects, type PrintedRow } from './rows.ts'

/** The lines of a table with the trees they stand in. */
export interface Lines {
  readonly lines: Line[]
  readonly trees: readonly RowTree[]
}

interface Part {
  readonly rows: readonly PrintedRow[]
  readonly places: readonly Place[]
  readonly found: FoundTree
  /** Columns of names under a head that says they are of units, or of projects. */
  readonly heads: ReadonlyMap<number | null, 'unit' | 'project' | null>
  /** Whether a head says that its names are of the economic list. */
  readonly ofEconomy: boolean
}

/** A head of names that are of units alone; 单位名称（科目） is of both. */
const UNIT_NAMES = /^(?:[一二三]级)?(?:预算|主管)?(?:单位|部门|单位\(部门\)|部门\(单位\))(?:名称)?$/

/** Rows with their roles, codes and places in the tree that the sums of their list prove. */
export function linesOf(rows: readonly PrintedRow[], columns: readonly BudgetColumn[]): Lines {
  const amounts = Map.groupBy(
    columns.filter(({ role }) => role === 'amount'),
    ({ list }) => list,
  )
  const columnsOf = (row: PrintedRow): number[] => (amounts.get(row.list) ?? []).map(({ index }) => index)
  const namedBy = (column: BudgetColumn): 'unit' | 'project' | null =>
    UNIT_NAMES.test(headOf(column)) ? 'unit' : isOfProjects(column) ? 'project' : null
  const partOf = (lists: readonly number[]): Part => {
    const names = columns.filter(({ role, list }) => role === 'name' && lists.includes(list))
    const heads = new Map(names.map(column => [column.index, namedBy(column)]))
    const members = rows.filter(row => lists.includes(row.list))
    const ofEconomy = names.length > 0 && names.every(({ path }) => path.some(text => /经济/.test(text)))
    return { rows: members, ...foundIn(members, columnsOf), heads, ofEconomy }
  }
  const lists = [...new Set(rows.map(row => row.list))]
  const apart = lists.map(list => partOf([list]))
  const together = goOn(rows, lists, list => amounts.get(list)?.length ?? 0) ? partOf(lists) : null
  const weight = apart.reduce((sum, { found }) => sum + found.weight, 0)
  const parts = together !== null && together.found.weight >= weight ? [together] : apart
  let first = 0
  const read = parts.map(part => {
    const lines = linesOfPart(part, first)
    const tree = treeOfPart(part, first)
    first += lines.length
    return { lines, tree }
  })
  return { lines: read.flatMap(({ lines }) => lines), trees: read.map(({ tree }) => tree) }
}

/** Log-odds by which rows called sums must explain more as totals that follow what they add up than as rows that hold it. */
const AS_TOTALS = 4

/** The tree of rows; those that are called a sum of something stand for totals in it where far more adds up. */
function foundIn(rows: readonly PrintedRow[], columns: (row: PrintedRow) => readonly number[]): Pick<Part, 'places' | 'found'> {
  const places = rows.map((_, at) => placeOf(rows, at))
  const found = treeOf(rows, places, columns)
  const asTotals = rows.map((_, at) => placeOf(rows, at, true))
  if (asTotals.join() === places.join()) return { places, found }
  const other = treeOf(rows, asTotals, columns)
  return other.weight > found.weight + AS_TOTALS ? { places: asTotals, found: other } : { places, found }
}

/** Whether lists side by side may read on in each other (公开06) and stand in one tree: all are lists of codes with as many amount columns. */
const goOn = (rows: readonly PrintedRow[], lists: readonly number[], width: (list: number) => number): boolean =>
  lists.length > 1 &&
  lists.every(list => width(list) === width(lists[0] as number) && rows.some(row => row.list === list && row.code !== null))

const treeOfPart = ({ found }: Part, first: number): RowTree => ({
  decision: found.decision,
  proof: found.proof,
  sums: found.sums.map(sum => ({ ...sum, whole: sum.whole + first, parts: sum.parts.map(part => part + first) })),
  doubts: found.doubts.map(({ row, other }) => ({ row: row + first, other: other === null ? null : other + first })),
})

/** Whether nothing in a tree that has parts adds up: the tree is then a guess. */
const isUnknown = ({ sums }: FoundTree): boolean => sums.some(sum => sum.broken > 0) && !sums.some(sum => sum.held > sum.broken)

function linesOfPart({ rows, places, found, heads, ofEconomy }: Part, first: number): Line[] {
  const { parents } = found
  const children = Map.groupBy(parents.keys(), at => parents[at] ?? null)
  const coded = rows.some(row => row.code !== null)
  const isNamed = (name: string): boolean => classCode(name, '3') !== null && (ofEconomy || classCode(name, '2') === null)
  const isEconomic = rows.some(({ code, name }) => code?.startsWith('3') ?? (!coded && isNamed(name)))
  const isOfGovernments = !coded && areOfGovernments(rows.map(({ name }) => name))
  const list = isOfGovernments ? '5' : isEconomic ? '3' : '2'
  const subjects = subjectsAmong(rows, list)
  const unknown = isUnknown(found)
  const judged: Judged[] = []
  const depths: number[] = []
  return rows.map((row, at): Line => {
    const parent = parents[at] ?? null
    const above = parent === null ? null : (judged[parent] as Judged)
    const own = judge({
      rows,
      at,
      place: places[at] as Place,
      children: (children.get(at) ?? []).map(part => rows[part] as PrintedRow),
      parent: above,
      parentName: parent === null ? null : (rows[parent]?.name ?? null),
      list,
      subjects,
      coded,
      head: heads.get(row.labelColumn) ?? null,
    })
    const depth = parent === null ? 0 : (depths[parent] as number) + 1
    judged.push(own)
    depths.push(depth)
    return { ...lineOf(row, own, above), depth: unknown ? null : depth, parent: parent === null ? null : parent + first }
  })
}

/** What a row says by itself, and by what it was judged to be. */
const lineOf = (
  { row, list, label, name, key, unitCode, amounts, codeName, codesBeside }: PrintedRow,
  { role, code, inferred }: Judged,
  above: Judged | null,
): Omit<Line, 'depth' | 'parent'> => ({
  ...{ row, list, role, label, name, code, codeName, codesBeside, unitCode, amounts },
  key: above?.role === 'carry' && key !== null ? `carry.${key}` : key,
  codeKind: code === null ? null : codeKindOf(code),
  codeInferred: inferred,
})
