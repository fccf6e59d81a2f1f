import type { Mark, Sheet } from '../fuzz/marks.ts'
import { widthOf } from '../fuzz/measure.ts'
import { printedAmount } from '../fuzz/money.ts'
import { type Random, randomOf } from '../fuzz/random.ts'
import { ITEMS, LEAVES, PROJECTS, SECTIONS, UNITS } from '../fuzz/words.ts'
import { pdfOfSheets } from '../fuzz/write-pdf.ts'
import type { KnownCell, KnownTable } from './seams.ts'

/** Sizes in points: A4 upright, print, row, padding of a cell, margins and the room between two cards. */
const PAGE = { width: 595, height: 842, size: 8, row: 15, padding: 4, margin: 50, gutter: 14 } as const
const MONEY = { nil: '-', negative: '-', thousands: ',' } as const

/** How a document prints its cards. */
interface Style {
  readonly name: 'none' | 'line' | 'numbered' | 'band'
  readonly kind: 'list' | 'kinds' | 'form'
  readonly abreast: number
  /** Rows below the header; null where each card has its own. */
  readonly rows: number | null
  readonly hasTotal: boolean
  /** Whether all cards list the same items. */
  readonly isAlike: boolean
  /** Whether columns are as wide as their texts, card by card. */
  readonly isFitted: boolean
  readonly gap: number
}

/** A small table with its name and where it stands. */
interface Card {
  readonly name: string | null
  readonly rows: readonly (readonly string[])[]
  readonly headerRows: number
  /** Columns, from the left, that the part to the right of the table prints on its own, below: none for a card of one part. */
  readonly parts: readonly (readonly number[])[]
}

/** Documents of several small tables of one shape, below and beside each other, each of one project or unit; one in six is one table whose parts stand below each other. */
export function cardsOf(seed: number): { readonly pdf: Uint8Array; readonly tables: readonly KnownTable[] } {
  const random = randomOf(seed)
  const style: Style = {
    name: random.pick(['none', 'line', 'numbered', 'numbered', 'band'] as const),
    kind: random.pick(['list', 'list', 'kinds', 'form'] as const),
    abreast: random.pick([1, 1, 2, 3]),
    rows: random.chance(0.7) ? random.integer(2, 7) : null,
    hasTotal: random.chance(0.6),
    isAlike: random.chance(0.4),
    isFitted: random.chance(0.4),
    gap: random.integer(8, 24),
  }
  const subjects = random.chance(0.5) ? UNITS : PROJECTS
  const isParted = seed % 6 === 0
  const count = isParted ? random.integer(1, 2) : random.integer(4, 10)
  const cards = Array.from({ length: count }, (_, at) =>
    isParted ? wideOf(random, at) : cardOf(random, style, { at, subject: subjects[at % subjects.length] ?? '' }),
  )
  return printed(cards, isParted ? { ...style, abreast: 1, isFitted: false } : style)
}

const amount = (random: Random): string =>
  printedAmount(random.chance(0.1) ? 0 : random.integer(100, 10 ** random.integer(4, 8)), MONEY)

const items = (random: Random, count: number): string[] =>
  Array.from({ length: count }, (_, at) => [...ITEMS, ...SECTIONS][(at + random.integer(0, 1)) % 19] ?? '')

const HEADS = [
  ['项目', '上年预算', '本年预算', '增减'],
  ['内容', '数量', '单价', '金额'],
  ['资金来源', '财政拨款', '自有资金', '小计'],
  ['用途', ...LEAVES.slice(0, 3)],
] as const

function cardOf(random: Random, style: Style, { at, subject }: { readonly at: number; readonly subject: string }): Card {
  const ordinal = '一二三四五六七八九十'[at] ?? ''
  const name =
    style.name === 'none'
      ? null
      : style.name === 'line'
        ? subject
        : `${at % 2 === 0 ? `（${ordinal}）` : `${at + 1}.`}${subject}`
  if (style.kind === 'form') {
    const rows = ['项目类别', '预算总额', '上年结转', '绩效目标', '联系人'].slice(0, style.rows ?? random.integer(2, 5))
    const values = rows.map((label, row) => [
      label,
      row % 2 === 0 ? random.pick(SECTIONS) : amount(random),
      `${label.slice(0, 2)}说明`,
      row % 2 === 0 ? amount(random) : random.pick(ITEMS),
    ])
    return {
      name: style.name === 'band' ? null : name,
      rows: [['项目名称', subject, '', ''], ...values],
      headerRows: 0,
      parts: [],
    }
  }
  const head = [...(HEADS[style.kind === 'kinds' ? at % HEADS.length : 0] ?? [])]
  const labels = items(style.isAlike ? randomOf(7) : random, style.rows ?? random.integer(2, 9))
  const figures = labels.map(() => Array.from({ length: 3 }, () => random.integer(100, 10 ** random.integer(4, 8))))
  const body = figures.map((row, index) => [labels[index] ?? '', ...row.map(one => printedAmount(one, MONEY))])
  const sums = [0, 1, 2].map(column => figures.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  const total = style.hasTotal ? [['合计', ...sums.map(one => printedAmount(one, MONEY))]] : []
  const band = style.name === 'band' ? [[name ?? '', '', '', '']] : []
  return {
    name: style.name === 'band' ? null : name,
    rows: [...band, head, ...body, ...total],
    headerRows: band.length + 1,
    parts: [],
  }
}

/** A table that is too wide for its paper: its columns go on in a part below, with the labels again or without. */
function wideOf(random: Random, at: number): Card {
  const labels = items(random, random.integer(4, 12))
  const titles = Array.from({ length: 8 }, (_, column) => `${LEAVES[column % LEAVES.length]}${'甲乙丙丁'[column % 4]}`)
  const rows = [['科目名称', ...titles], ...labels.map(label => [label, ...titles.map(() => amount(random))])]
  const again = random.chance(0.7) ? [0] : []
  return {
    name: `示例支出明细${at + 1}表`,
    rows,
    headerRows: 1,
    parts: [
      [0, 1, 2, 3, 4],
      [...again, 5, 6, 7, 8],
    ],
  }
}

/** One grid to be drawn. */
interface Block {
  readonly table: number
  readonly name: string | null
  readonly rows: readonly (readonly string[])[]
}

/** Cards in rows of so many abreast, from the top of one page to the next. */
function printed(cards: readonly Card[], style: Style): { readonly pdf: Uint8Array; readonly tables: readonly KnownTable[] } {
  const blocks = cards.flatMap(({ name, rows, parts }, table): Block[] =>
    parts.length === 0
      ? [{ table, name, rows }]
      : parts.map((columns, part) => ({
          ...{ table, name: part === 0 ? name : null },
          rows: rows.map(row => columns.map(column => row[column] ?? '')),
        })),
  )
  const width = (PAGE.width - 2 * PAGE.margin - (style.abreast - 1) * PAGE.gutter) / style.abreast
  const sheets: Mark[][] = [[]]
  const pages = cards.map((): Set<number> => new Set())
  let y: number = PAGE.margin
  for (let at = 0; at < blocks.length; at += style.abreast) {
    const row = blocks.slice(at, at + style.abreast)
    const height = Math.max(...row.map(({ rows, name }) => (rows.length + Number(name !== null)) * PAGE.row)) + style.gap
    if (y + height > PAGE.height - PAGE.margin) {
      sheets.push([])
      y = PAGE.margin
    }
    row.forEach((block, index) => {
      const left = PAGE.margin + index * (width + PAGE.gutter)
      sheets.at(-1)?.push(...marksOf(block, { left, top: y, width, isFitted: style.isFitted }))
      pages[block.table]?.add(sheets.length)
    })
    y += height
  }
  const pdf = pdfOfSheets(
    sheets.map((marks): Sheet => ({ width: PAGE.width, height: PAGE.height, marks })),
    false,
  )
  return { pdf, tables: cards.map((card, table) => knownOf(card, [...(pages[table] ?? [])])) }
}

/** A cell stands over the empty ones right of it: a band over all columns, the name of a project over the rest. */
const spanAt = (row: readonly string[], column: number): number => {
  const next = row.findIndex((text, at) => at > column && text !== '')
  return (next < 0 ? row.length : next) - column
}

const knownOf = ({ rows, headerRows }: Card, pages: readonly number[]): KnownTable => ({
  headerRows,
  pages,
  cells: rows.flatMap((row, r) =>
    row.flatMap((text, c): KnownCell[] => (text === '' ? [] : [{ r, c, rs: 1, cs: spanAt(row, c), text }])),
  ),
})

interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly isFitted: boolean
}

function marksOf({ name, rows }: Block, { left, top, width, isFitted }: Frame): Mark[] {
  const text = (x: number, baseline: number, words: string): Mark => ({
    ...{ kind: 'text', x, baseline, size: PAGE.size, text: words, latin: false, grey: 0 },
  })
  const columns = rows.at(-1)?.length ?? 1
  const wanted = Array.from({ length: columns }, (_, column) =>
    isFitted ? Math.max(3, ...rows.slice(1).map(row => widthOf(row[column] ?? '', 'same font'))) : 1,
  )
  const all = wanted.reduce((sum, one) => sum + one, 0)
  const edges = [left]
  for (const one of wanted) edges.push((edges.at(-1) ?? 0) + (one / all) * width)
  const from = top + (name === null ? 0 : PAGE.row)
  const cells = rows.flatMap((row, r) =>
    row.flatMap((words, c): Mark[] => {
      if (words === '') return []
      const [x0 = 0, x1 = 0] = [edges[c], edges[c + spanAt(row, c)]]
      const y0 = from + r * PAGE.row
      return [{ kind: 'box', box: [x0, y0, x1, y0 + PAGE.row], width: 0.5 }, text(x0 + PAGE.padding, y0 + PAGE.row - 4, words)]
    }),
  )
  return [...(name === null ? [] : [text(left, top + PAGE.row - 5, name)]), ...cells]
}
