import type { Leaf } from './header.ts'
import type { Knobs } from './knobs.ts'
import type { Random } from './random.ts'
import { CLASSES, ITEMS, PROJECTS, REMARKS, SECTIONS, SENTENCES, UNITS } from './words.ts'

/** A row below the header. */
export interface Line {
  /** Texts of the label columns. */
  readonly labels: readonly string[]
  /** Rows that the first label spans; 0 where the one above spans this row too. */
  readonly group: number
  /** Amounts in hundredths. */
  readonly values: readonly number[]
  readonly remark: string
  /** Whether the total counts it: not one that is part of another. */
  readonly counts: boolean
  readonly isTotal: boolean
  readonly isBlank: boolean
}

interface Wanted {
  readonly rows: number
  readonly leaves: readonly Leaf[]
}

const LINE = { group: 1, remark: '', counts: true, isTotal: false, isBlank: false } as const

/** Rows whose amounts add up: parents to their children, columns to their group, all to the total. */
export function linesOf(knobs: Knobs, { rows, leaves }: Wanted, random: Random): Line[] {
  const isTree = knobs.labels === 'code-name' || knobs.labels === 'kkx-name'
  const blank = Number(knobs.blankRows)
  const wanted = Math.max(1, rows - blank - (knobs.total === 'none' ? 0 : 1))
  const values = (): number[] => figures(leaves, knobs, random)
  const body = isTree ? tree(wanted, knobs, values, random) : list(wanted, knobs, values, random)
  const told = body.map(line =>
    knobs.remark === 'text' && random.chance(0.7)
      ? { ...line, remark: random.pick(knobs.remarkWords === 'sentences' ? SENTENCES : REMARKS) }
      : line,
  )
  const labels = Array.from(body[0]?.labels ?? [], (_, column, count = body[0]?.labels.length ?? 0) =>
    column === count - 1 ? '合计' : '',
  )
  const total: Line = { ...LINE, labels, values: sums(body.filter(({ counts }) => counts)), counts: false, isTotal: true }
  const empty: Line = { ...LINE, labels: labels.map(() => ''), values: leaves.map(() => 0), counts: false, isBlank: true }
  return [
    ...(knobs.total === 'first' ? [total] : []),
    ...told,
    ...Array.from({ length: blank }, () => empty),
    ...(knobs.total === 'last' ? [total] : []),
  ]
}

const sums = (lines: readonly Pick<Line, 'values'>[]): number[] =>
  (lines[0]?.values ?? []).map((_, column) => lines.reduce((sum, { values }) => sum + (values[column] ?? 0), 0))

/** Amounts of a row without children; the columns that are sums hold the sums. */
function figures(leaves: readonly Leaf[], knobs: Knobs, random: Random): number[] {
  const own = leaves.map(({ sumOf }) => {
    if (sumOf !== null || random.chance(0.25)) return 0
    const size = random.integer(1, 10 ** random.integer(3, 7))
    return knobs.negative !== 'none' && random.chance(0.15) ? -size : size
  })
  return leaves.map(({ sumOf }, n) => (sumOf === null ? (own[n] ?? 0) : sumOf.reduce((sum, part) => sum + (own[part] ?? 0), 0)))
}

/** 类 款 项 with their codes, each the sum of what follows under it. */
function tree(rows: number, knobs: Knobs, values: () => number[], random: Random): Line[] {
  const lines: Line[] = []
  let nextClass = 201
  while (lines.length < rows) {
    const children: Line[] = []
    const section = random.integer(1, 8)
    const code = `${nextClass}`
    nextClass += random.integer(1, 4)
    const items = Math.min(random.integer(1, 4), Math.max(0, rows - lines.length - 2))
    for (let n = 1; n <= items; n++) children.push(line([code, two(section), two(n)], random.pick(ITEMS), values(), knobs))
    const sum = children.length > 0 ? sums(children) : values()
    lines.push({ ...line([code], CLASSES[(nextClass - 202) % CLASSES.length] ?? '', sum, knobs), counts: true })
    if (children.length > 0) lines.push(line([code, two(section)], random.pick(SECTIONS), sum, knobs), ...children)
  }
  return lines
}

const two = (n: number): string => `${n}`.padStart(2, '0')

const line = (codes: readonly string[], name: string, values: readonly number[], knobs: Knobs): Line => ({
  ...{ ...LINE, values, counts: false },
  labels: knobs.labels === 'kkx-name' ? [...[0, 1, 2].map(n => codes[n] ?? ''), name] : [codes.join(''), name],
})

/** Rows beside each other: names, numbered names, or projects under their unit. */
function list(rows: number, knobs: Knobs, values: () => number[], random: Random): Line[] {
  const lines: Line[] = []
  let left = 0
  let unit = -1
  for (let n = 0; n < rows; n++) {
    const name = random.pick(PROJECTS)
    if (knobs.labels === 'name') lines.push({ ...LINE, labels: [name], values: values() })
    else if (knobs.labels === 'ordinal-name') lines.push({ ...LINE, labels: [`${n + 1}`, name], values: values() })
    else {
      const begins = left === 0
      if (begins) {
        left = Math.min(rows - n, random.integer(2, 6))
        unit++
      }
      lines.push({ ...LINE, labels: [UNITS[unit % UNITS.length] ?? '', name], group: begins ? left : 0, values: values() })
      left--
    }
  }
  return lines
}
