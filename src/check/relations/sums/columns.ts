import { CONTAINERS, FAMILIES, OF_WHICH } from '../../../budget/catalog/families.ts'
import type { BudgetColumn } from '../../../budget/dataset.ts'

/** Fewer rows cannot show how columns are worked out from each other where the header does not promise it. */
export const MANY_ROWS = 3

/** A column that may be the sum of others in its row. */
export interface Partition {
  readonly whole: BudgetColumn
  readonly parts: readonly BudgetColumn[]
  /** What is taken from them. */
  readonly less?: readonly BudgetColumn[]
}

/** A column with the words of its key, as far as they tell it from others of its set. */
interface Node {
  readonly words: readonly string[]
  readonly column: BudgetColumn
}

const isYear = (word: string | undefined): boolean => /^(?:y\d{4}|previous|change)$/.test(word ?? '')
const isAmount = ({ role }: BudgetColumn): boolean => role === 'amount'
const headOf = (node: Node, group: readonly string[]): string => node.words[group.length] ?? ''

/** Last words of a key that make columns a set of its own: 预算数 and 决算数 of the same table, or the money of each fund. */
const MEASURES = ['budget', 'final']
const FUNDS = ['gpb', 'fund', 'soe']

/** Columns of one year and one last word, which add up among themselves. */
interface ColumnSet {
  readonly last: string
  readonly nodes: readonly Node[]
}

/** Columns with known words by sets that add up each in itself. */
function setsOf(columns: readonly BudgetColumn[], lastWords: readonly string[]): ColumnSet[] {
  const nodes = columns
    .filter(isAmount)
    .flatMap(column => (column.key === null ? [] : [{ column, words: column.key.split('.') }]))
    .filter(({ words }) => !OF_WHICH.has(words.at(-1) ?? ''))
  const read = nodes.map(({ column, words }) => {
    const year = words.length > 1 && isYear(words[0]) ? (words[0] ?? '') : ''
    const end = words.length > 1 ? (words.at(-1) ?? '') : ''
    const last = lastWords.includes(end) ? end : ''
    return { year, last, node: { column, words: words.slice(year ? 1 : 0, last ? -1 : undefined) } }
  })
  const sets = Map.groupBy(read, ({ year, last }) => `${year}/${last}`)
  return [...sets.values()].map(set => ({ last: set[0]?.last ?? '', nodes: set.map(({ node }) => node) }))
}

/** Sets in which no two columns have the same words: of columns that do, each is tried in the place of all. */
function unambiguous(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const same = [...Map.groupBy(nodes, ({ words }) => words.join('.')).values()]
  const twice = same.find(group => group.length > 1)
  if (!twice) return [nodes]
  return twice.flatMap(one => unambiguous(nodes.filter(node => node === one || !twice.includes(node))))
}

const isUnder = (words: readonly string[], group: readonly string[]): boolean =>
  words.length > group.length && group.every((word, at) => words[at] === word)

/** Columns right below a group: not under another column of the group that is there itself. */
function membersOf(nodes: readonly Node[], group: readonly string[]): Node[] {
  const inside = nodes.filter(node => isUnder(node.words, group))
  return inside.filter(node => !inside.some(other => other !== node && isUnder(node.words, other.words)))
}

/** Members of one family, what a container contains taken out. */
function additive(members: readonly Node[], family: readonly string[]): Node[] {
  const here = members.filter(node => family.includes(headOf(node, [])))
  const alone = here.filter(({ words }) => words.length === 1).flatMap(({ words: [head = ''] }) => CONTAINERS[head] ?? [])
  return here.filter(node => !alone.includes(headOf(node, [])))
}

/** Whether the columns beside the total let a family be what it is made of. */
function mayAddUp(family: readonly string[], heads: readonly string[]): boolean {
  const has = (...words: readonly string[]): boolean => words.some(word => heads.includes(word))
  if (family.includes('advance') && !has('current', 'income')) return false
  if (family.includes('gpb') && has('current') && !has('gpb', 'fiscal')) return false
  // 三公、会议费、培训费 add up only where 三公 has a column of its own.
  const isWithMeetings = has('sangong') && has('meeting')
  return family.includes('meeting') === isWithMeetings || !(family.includes('meeting') || family.includes('reception'))
}

/** The total as the sum of each family of columns beside it. */
function totals(nodes: readonly Node[]): Partition[] {
  const total = nodes.find(({ words }) => words.length === 1 && words[0] === 'total')
  if (!total) return []
  const members = membersOf(
    nodes.filter(node => node !== total),
    [],
  )
  const heads = members.map(node => headOf(node, []))
  return FAMILIES.filter(family => mayAddUp(family, heads)).flatMap(family => {
    const parts = additive(members, family)
    return parts.length >= 2 ? [{ whole: total.column, parts: parts.map(({ column }) => column) }] : []
  })
}

/** A group as the sum of the columns below it, or of those beside it that it contains. */
function groups(nodes: readonly Node[]): Partition[] {
  const rest = nodes.filter(({ words }) => words.length > 1 || words[0] !== 'total')
  return rest.flatMap(node => {
    const below = membersOf(rest, node.words)
    const [own = '', above] = [node.words.at(-1), node.words.slice(0, -1).join()]
    const isBeside = ({ words }: Node): boolean =>
      words.length === node.words.length &&
      words.slice(0, -1).join() === above &&
      Boolean(CONTAINERS[own]?.includes(words.at(-1) ?? ''))
    const parts = below.length >= 2 ? below : rest.filter(isBeside)
    return parts.length >= 2 ? [{ whole: node.column, parts: parts.map(({ column }) => column) }] : []
  })
}

const sumsIn = (nodes: readonly Node[]): Partition[] => [...totals(nodes), ...groups(nodes)]

/** Sums that the header promises: its columns are told apart by their words. */
export const promised = (columns: readonly BudgetColumn[]): Partition[] =>
  setsOf(columns, MEASURES).flatMap(({ nodes }) => {
    const [only, ...more] = unambiguous(nodes)
    return only && more.length === 0 ? sumsIn(only) : []
  })

const groupOf = ({ path }: BudgetColumn): string => path.slice(0, -1).join('\u0000')

/**
 * Groups of columns whose words are not known (明细表 with a column for each 经济科目): 小计 is the sum of the rest of its group,
 * 合计 the sum of the 小计. Only tables of many rows can prove it.
 */
export function unknownGroups(columns: readonly BudgetColumn[]): Partition[] {
  const unknown = columns.filter(column => isAmount(column) && column.key === null && column.path.length > 1)
  const sums = [...Map.groupBy(unknown, groupOf).values()].flatMap((group): Partition[] => {
    const [whole, ...more] = group.filter(column => /^(?:小计|合计)$/.test(column.path.at(-1) ?? ''))
    return whole && more.length === 0 && group.length > 2 ? [{ whole, parts: group.filter(column => column !== whole) }] : []
  })
  const total = columns.find(column => column.key === 'total' && column.path.length <= 1)
  return total && sums.length > 1 ? [...sums, { whole: total, parts: sums.map(sum => sum.whole) }] : sums
}

/** Sums that the header does not promise, but rows may prove: one of two columns of the same words or the money of each fund by itself. */
export function proposed(columns: readonly BudgetColumn[]): Partition[] {
  const doubtful = setsOf(columns, MEASURES).flatMap(({ nodes }) => {
    const ways = unambiguous(nodes)
    return ways.length > 1 ? ways.flatMap(sumsIn) : []
  })
  const ofFunds = setsOf(columns, FUNDS).filter(({ last }) => last !== '')
  const found = [...doubtful, ...ofFunds.flatMap(({ nodes }) => unambiguous(nodes).flatMap(sumsIn))]
  const named = found.map(partition => [nameOf(partition), partition] as const)
  const known = new Set(promised(columns).map(nameOf))
  return [...new Map(named)].flatMap(([name, partition]) => (known.has(name) ? [] : [partition]))
}

const nameOf = ({ whole, parts }: Partition): string => `${whole.index}=${parts.map(({ index }) => index).join('+')}`

/** Whether one column is under another, or the other way round, by their words. */
function isWithin({ key: one }: BudgetColumn, { key: other }: BudgetColumn): boolean {
  const [words, others] = [one, other].map(key => `${key}.`) as [string, string]
  return words.startsWith(others) || others.startsWith(words)
}

/** Columns of a list that are no parts of a sum as further ones, of unknown words one by one, and all together, those of known words too. */
function furtherParts(columns: readonly BudgetColumn[], { whole, parts }: Partition): (readonly BudgetColumn[])[] {
  const isLeft = (column: BudgetColumn): boolean =>
    isAmount(column) && column !== whole && !parts.some(part => part === column || isWithin(part, column))
  const left = columns.filter(isLeft)
  const unknown = left.filter(({ key }) => key === null)
  const all = (left.length > unknown.length ? [unknown, left] : [unknown]).filter(some => some.length > 1)
  return [...unknown.map(column => [column]), ...all]
}

/** Sums near the one that the header promises: the whole and a part called by each other's name, the columns beside it as further parts. */
export const nearTo = (partition: Partition, columns: readonly BudgetColumn[]): Partition[] => [
  ...partition.parts.map(part => ({
    whole: part,
    parts: partition.parts.map(other => (other === part ? partition.whole : other)),
  })),
  ...furtherParts(columns, partition).map(more => ({ ...partition, parts: [...partition.parts, ...more] })),
]
