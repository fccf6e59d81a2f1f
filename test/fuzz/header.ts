import type { ContentCell } from './content.ts'
import type { Knobs } from './knobs.ts'
import type { Random } from './random.ts'
import { GROUPS, LEAVES, LONG_LEAVES } from './words.ts'

/** A column of amounts. */
export interface Leaf {
  readonly text: string
  /** The group over it; null where the column stands alone. */
  readonly group: string | null
  /** Whether it is the first of its group. */
  readonly begins: boolean
  /** Columns whose sum it is; null for figures of their own. */
  readonly sumOf: readonly number[] | null
}

/** Columns of amounts, the first the sum of all; from depth 2 on in groups, some with a 小计. */
export function amountColumns(knobs: Knobs, count: number, random: Random): Leaf[] {
  const leaves: Leaf[] = [{ text: '合计', group: null, begins: true, sumOf: [] }]
  const groups = [...GROUPS, ...GROUPS.map(group => `${group}结余`)]
  const single = [...LEAVES, ...groups, '其他资金']
  while (leaves.length < count) {
    const left = count - leaves.length
    const size = knobs.depth === '1' || left === 1 ? 1 : Math.min(left, random.integer(2, 3))
    const from = leaves.length
    const group = size === 1 ? null : (groups[groupsOf(leaves)] ?? null)
    for (let n = 0; n < size; n++) {
      const isSum = size === 3 && n === 0
      const short = isSum ? '小计' : ((size === 1 ? single[from - 1] : LEAVES[n - (size === 3 ? 1 : 0)]) ?? '其他')
      const text = knobs.headings === 'long' && !isSum && random.chance(0.4) ? random.pick(LONG_LEAVES) : short
      leaves.push({ text, group, begins: n === 0, sumOf: isSum ? [from + 1, from + 2] : null })
    }
  }
  const own = leaves.flatMap(({ sumOf }, n) => (n > 0 && sumOf === null ? [n] : []))
  return leaves.map((leaf, n) => {
    const text = n === 0 && knobs.unit === 'in the header' ? `${leaf.text}（万元）` : leaf.text
    return n === 0 ? { ...leaf, text, sumOf: own } : leaf
  })
}

const groupsOf = (leaves: readonly Leaf[]): number => leaves.filter(({ begins, group }) => begins && group !== null).length

const HEADS: Readonly<
  Record<Knobs['labels'], { readonly group: string | null; readonly below: number; readonly texts: string[] }>
> = {
  'code-name': { group: '功能分类科目', below: 2, texts: ['科目编码', '科目名称'] },
  name: { group: null, below: 0, texts: ['项目'] },
  'kkx-name': { group: '科目编码', below: 3, texts: ['类', '款', '项', '科目名称'] },
  'ordinal-name': { group: null, below: 0, texts: ['序号', '项目名称'] },
  'unit-project': { group: null, below: 0, texts: ['单位名称', '项目名称'] },
}

type Place = Pick<ContentCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>
const head = (place: Place, text: string): ContentCell => ({ ...place, text, align: 'centre' })

/** The header over the label columns and these columns of amounts, a 备注 and a row of column numbers where `knobs` want them. */
export function headerOf(
  knobs: Knobs,
  leaves: readonly Leaf[],
  labels: number,
): { readonly rows: number; readonly cells: ContentCell[] } {
  const depth = Number(knobs.depth)
  const cells = [...labelHeads(knobs, depth), ...amountHeads(leaves, labels, depth)]
  const width = labels + leaves.length + (knobs.remark === 'text' ? 1 : 0)
  if (knobs.remark === 'text') cells.push(head({ row: 0, column: width - 1, rowSpan: depth, columnSpan: 1 }, '备注'))
  if (knobs.columnNumbers === 'none') return { rows: depth, cells }
  const one = { row: depth, rowSpan: 1, columnSpan: 1 }
  const text = (column: number): string => {
    if (column >= labels) return `${column - labels + 1}`
    return knobs.columnNumbers === '**' ? '**' : column === 0 ? '栏次' : ''
  }
  cells.push(...Array.from({ length: width }, (_, column) => head({ ...one, column }, text(column))))
  return { rows: depth + 1, cells }
}

function labelHeads(knobs: Knobs, depth: number): ContentCell[] {
  const { group, below, texts } = HEADS[knobs.labels]
  const isGrouped = group !== null && depth > 1
  const cells = texts.map((text, column) => {
    const isBelow = isGrouped && column < below
    return head({ row: isBelow ? depth - 1 : 0, column, rowSpan: isBelow ? 1 : depth, columnSpan: 1 }, text)
  })
  return isGrouped ? [head({ row: 0, column: 0, rowSpan: depth - 1, columnSpan: below }, group), ...cells] : cells
}

function amountHeads(leaves: readonly Leaf[], labels: number, depth: number): ContentCell[] {
  const top = depth === 3 ? 1 : 0
  const over = top > 0 ? [head({ row: 0, column: labels, rowSpan: 1, columnSpan: leaves.length }, '2025年预算数')] : []
  const cells = leaves.flatMap(({ text, group, begins }, n): ContentCell[] => {
    const column = labels + n
    if (group === null) return [head({ row: top, column, rowSpan: depth - top, columnSpan: 1 }, text)]
    const size = leaves.filter(leaf => leaf.group === group).length
    const leaf = head({ row: depth - 1, column, rowSpan: 1, columnSpan: 1 }, text)
    return begins ? [head({ row: top, column, rowSpan: depth - 1 - top, columnSpan: size }, group), leaf] : [leaf]
  })
  return [...over, ...cells]
}
