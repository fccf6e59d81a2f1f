import type { BudgetColumn, BudgetTable, Line } from '../../budget/dataset.ts'
import { CONTAINERS, FAMILIES } from '../../budget/families.ts'
import type { Check } from '../check.ts'
import { cellTerm, compare, isTrivial, notEvaluable } from './compare.ts'
import { ifMostHold } from './most.ts'

/** A column that is the sum of others in its row. */
export interface Partition {
  readonly whole: BudgetColumn
  readonly parts: readonly BudgetColumn[]
}

/** 预算数 and 决算数 of the same table are two tables of columns. */
const FACETS = new Set(['budget', 'final'])

interface Node {
  readonly words: readonly string[]
  readonly column: BudgetColumn
}

const isYear = (word: string | undefined): boolean => /^(?:y\d{4}|previous|change)$/.test(word ?? '')
const yearOf = (words: readonly string[]): string => (words.length > 1 && isYear(words[0]) ? (words[0] ?? '') : '')
const wordOf = (words: readonly string[]): string =>
  words.length > 1 && FACETS.has(words.at(-1) ?? '') ? (words.at(-1) ?? '') : ''
/** Year in front and 预算数 or 决算数 behind: each is a set of columns of its own. */
const facetOf = (words: readonly string[]): string => `${yearOf(words)}/${wordOf(words)}`
const without = (words: readonly string[]): readonly string[] =>
  words.slice(yearOf(words) === '' ? 0 : 1, wordOf(words) === '' ? undefined : -1)
const isUnder = (words: readonly string[], group: readonly string[]): boolean =>
  words.length > group.length && group.every((word, at) => words[at] === word)

/** Columns right below a group: not under another column of the group that is there itself. */
function membersOf(nodes: readonly Node[], group: readonly string[]): Node[] {
  const inside = nodes.filter(node => isUnder(node.words, group))
  return inside.filter(node => !inside.some(other => other !== node && isUnder(node.words, other.words)))
}

const headOf = (node: Node, group: readonly string[]): string => node.words[group.length] ?? ''

/** Members of one family, what a container contains taken out. */
function additive(members: readonly Node[], group: readonly string[], family: readonly string[]): Node[] {
  const here = members.filter(node => family.includes(headOf(node, group)))
  const heads = new Set(here.map(node => headOf(node, group)))
  const contained = new Set(
    [...heads].flatMap(head =>
      here.some(node => node.words.length === group.length + 1 && headOf(node, group) === head) ? (CONTAINERS[head] ?? []) : [],
    ),
  )
  return here.filter(node => !contained.has(headOf(node, group)))
}

/** All sums that the header of one list promises. */
export function partitionsOf(columns: readonly BudgetColumn[]): Partition[] {
  const amounts = columns.filter(column => column.role === 'amount' && column.key !== null)
  const words = amounts.map(column => ({ column, words: (column.key ?? '').split('.') }))
  const partitions: Partition[] = []
  for (const facet of new Set(words.map(node => facetOf(node.words)))) {
    const nodes = words.filter(node => facetOf(node.words) === facet).map(node => ({ ...node, words: without(node.words) }))
    if (new Set(nodes.map(node => node.words.join('.'))).size < nodes.length) continue
    const total = nodes.find(node => node.words.length === 1 && node.words[0] === 'total')
    const rest = nodes.filter(node => node !== total)
    if (total) {
      const members = membersOf(rest, [])
      for (const family of FAMILIES) {
        if (family.includes('advance') && !members.some(node => node.words[0] === 'current' || node.words[0] === 'income'))
          continue
        if (
          family.includes('gpb') &&
          members.some(node => node.words[0] === 'current') &&
          !members.some(node => node.words[0] === 'gpb' || node.words[0] === 'fiscal')
        )
          continue
        const heads = members.map(node => node.words[0])
        // 三公、会议费、培训费 add up only where 三公 has a column of its own.
        if (family.includes('meeting') !== (heads.includes('sangong') && heads.includes('meeting'))) {
          if (family.includes('meeting') || family.includes('reception')) continue
        }
        const parts = additive(members, [], family)
        if (parts.length >= 2) partitions.push({ whole: total.column, parts: parts.map(node => node.column) })
      }
    }
    for (const node of rest) {
      const nested = membersOf(rest, node.words)
      if (nested.length >= 2) partitions.push({ whole: node.column, parts: nested.map(member => member.column) })
      const contained = CONTAINERS[node.words.at(-1) ?? ''] ?? []
      const siblings = rest.filter(
        other => other.words.length === node.words.length && other.words.slice(0, -1).join() === node.words.slice(0, -1).join(),
      )
      const parts = siblings.filter(other => contained.includes(other.words.at(-1) ?? ''))
      if (nested.length < 2 && parts.length >= 2)
        partitions.push({ whole: node.column, parts: parts.map(member => member.column) })
    }
  }
  return partitions
}

const groupOf = ({ path }: BudgetColumn): string => path.slice(0, -1).join('\u0000')

/**
 * Groups of columns whose words are not known (明细表 with a column for each 经济科目): 小计 is the sum of the rest of its group,
 * 合计 the sum of the 小计. Only tables of many rows can prove it.
 */
export function groupPartitions(columns: readonly BudgetColumn[]): Partition[] {
  const unknown = columns.filter(column => column.role === 'amount' && column.key === null && column.path.length > 1)
  const groups = [...Map.groupBy(unknown, groupOf).values()]
  const sums = groups.flatMap((group): Partition[] => {
    const wholes = group.filter(column => /^(?:小计|合计)$/.test(column.path.at(-1) ?? ''))
    const [whole] = wholes
    return whole && wholes.length === 1 && group.length > 2 ? [{ whole, parts: group.filter(column => column !== whole) }] : []
  })
  const total = columns.find(column => column.key === 'total' && column.path.length <= 1)
  return total && sums.length > 1 ? [...sums, { whole: total, parts: sums.map(sum => sum.whole) }] : sums
}

/** Whether a sum that fails leaves out columns of unknown words that hold money: what they are part of is not known. */
function isOpen(check: Check, lines: readonly Line[], columns: readonly BudgetColumn[]): boolean {
  const used = new Set([...check.left.terms, ...check.right.terms].map(({ place }) => place?.column))
  const row = lines.find(line => line.row === check.left.terms[0]?.place?.row)
  return (
    check.outcome === 'broken' &&
    columns.some(
      ({ role, key, index }) =>
        role === 'amount' && key === null && !used.has(index) && (row?.amounts.get(index)?.money?.fen ?? 0n) !== 0n,
    )
  )
}

/** Fewer rows cannot show that columns add up which the header does not promise to. */
const MANY_ROWS = 3

function tried(identity: string, table: BudgetTable, line: Line, partition: Partition): Check | null {
  const whole = line.amounts.get(partition.whole.index)
  const parts = partition.parts.flatMap(part => line.amounts.get(part.index) ?? [])
  if (!whole || parts.length < partition.parts.length) return null
  return compare(
    { identity, instance: `${table.table.id} row ${line.row} ${line.label}` },
    { label: partition.whole.path.join('>'), terms: [cellTerm(whole)] },
    { label: partition.parts.map(part => part.path.at(-1) ?? '').join('+'), terms: parts.map(part => cellTerm(part)) },
    'sum',
  )
}

/** Checks of one sum in every row of a list. */
type Rows = (partition: Partition) => readonly Check[]

const failing = (checks: readonly Check[]): number => checks.filter(({ outcome }) => outcome === 'broken').length

/** Unknown columns of a list are tried as further parts one by one and all together. */
const furtherParts = (columns: readonly BudgetColumn[], { whole, parts }: Partition): (readonly BudgetColumn[])[] => {
  const unknown = columns.filter(
    column => column.role === 'amount' && column.key === null && column !== whole && !parts.includes(column),
  )
  return unknown.length > 1 ? [...unknown.map(column => [column]), unknown] : unknown.map(column => [column])
}

/** Sums near the one that the header promises: the whole and a part called by each other's name, columns of unknown words as further parts. */
const nearTo = (partition: Partition, columns: readonly BudgetColumn[]): Partition[] => [
  ...partition.parts.map(part => ({
    whole: part,
    parts: partition.parts.map(other => (other === part ? partition.whole : other)),
  })),
  ...furtherParts(columns, partition).map(more => ({ ...partition, parts: [...partition.parts, ...more] })),
]

/** Checks of the sum that fails in the fewest rows: header paths propose which columns are parts of which, enough rows decide. */
function provenByRows(partition: Partition, columns: readonly BudgetColumn[], of: Rows): readonly Check[] {
  const promised = of(partition)
  if (failing(promised) === 0) return promised
  const others = nearTo(partition, columns)
    .map(of)
    .filter(found => found.length - failing(found) >= MANY_ROWS)
  return others.reduce((best, other) => (failing(other) < failing(best) ? other : best), promised)
}

/** Try the sums inside rows. When most rows of a table break one, its columns do not add up at all: it says nothing. */
export function rowSums(identity: string, table: BudgetTable): Check[] {
  const checks: Check[] = []
  for (const list of new Set(table.columns.map(column => column.list))) {
    const lines = table.lines.filter(line => line.list === list && line.role !== 'text' && line.role !== 'blank')
    const columns = table.columns.filter(column => column.list === list)
    const of: Rows = partition =>
      lines.flatMap(line => {
        const check = tried(identity, table, line, partition)
        return check && !isTrivial(check) ? [check] : []
      })
    const told = (found: readonly Check[]): Check[] =>
      ifMostHold(
        found.map(check => (isOpen(check, lines, columns) ? notEvaluable(check, 'columns whose words are not known') : check)),
        'columns do not add up in most rows',
      )
    for (const partition of partitionsOf(columns)) checks.push(...told(provenByRows(partition, columns, of)))
    for (const partition of groupPartitions(columns)) {
      const found = of(partition)
      if (found.length >= MANY_ROWS) checks.push(...told(found))
    }
  }
  return checks
}
