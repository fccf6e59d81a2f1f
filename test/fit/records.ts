import type { Mark, Sheet } from '../fuzz/marks.ts'
import { wrapped } from '../fuzz/measure.ts'
import { type Random, randomOf } from '../fuzz/random.ts'
import { PROJECTS, SENTENCES, UNITS } from '../fuzz/words.ts'
import { pdfOfSheets } from '../fuzz/write-pdf.ts'
import type { KnownCell, KnownTable } from './seams.ts'

/** Sizes in points: A4 upright, print, lines, padding of a cell, where grids begin. */
const PAGE = { width: 595, height: 842, size: 9, line: 12, padding: 4, left: 60, top: 90, foot: 60 } as const
const LABELS = ['项目概况', '立项依据', '实施方案', '绩效目标', '资金安排', '保障措施', '风险分析', '其他说明']
const GOALS = ['维护设施数量', '故障处置及时率', '验收合格率', '服务对象满意度', '成本控制', '培训期数']

/** A table before it is printed: what stands in its cells, and how wide its columns are. */
interface Drawn {
  readonly cells: readonly KnownCell[]
  readonly widths: readonly number[]
  readonly headerRows: number
}

/** Documents of forms and of records over several rows, which the layouts of the fuzzer do not have: every other seed is a form. */
export function recordsOf(seed: number): { readonly pdf: Uint8Array; readonly tables: readonly KnownTable[] } {
  const random = randomOf(seed)
  const drawn = seed % 2 === 0 ? formOf(random) : goalsOf(random)
  const sheets = printed(drawn, random)
  const pages = sheets.map((_, page) => page + 1)
  return { pdf: pdfOfSheets(sheets, false), tables: [{ ...drawn, pages }] }
}

const cell = (r: number, c: number, text: string, rs = 1): KnownCell => ({ r, c, rs, cs: 1, text })

/** Labels at the left with paragraphs or a few words beside them. */
function formOf(random: Random): Drawn {
  const texts = Array.from({ length: 24 }, () => {
    const sentences = random.chance(0.4) ? random.integer(4, 14) : 1
    return Array.from({ length: sentences }, () => random.pick(SENTENCES)).join('')
  })
  const labels = texts.map((_, row) => `${LABELS[row % LABELS.length]}${'甲乙丙'[Math.floor(row / LABELS.length)]}`)
  const head = [cell(0, 0, '项目名称'), cell(0, 1, random.pick(PROJECTS))]
  const cells = [...head, ...texts.flatMap((text, row) => [cell(row + 1, 0, labels[row] ?? ''), cell(row + 1, 1, text)])]
  return { cells, widths: [70, 250], headerRows: 0 }
}

/** Units over their projects, and projects over the rows of their goals. */
function goalsOf(random: Random): Drawn {
  const cells = ['单位', '项目', '指标', '指标值', '备注'].map((text, column) => cell(0, column, text))
  let row = 1
  for (let unit = 0; row < 60; unit++) {
    const projects = Array.from({ length: random.integer(1, 3) }, () => random.integer(1, 6))
    const all = projects.reduce((sum, rows) => sum + rows, 0)
    cells.push(cell(row, 0, UNITS[unit % UNITS.length] ?? '', all))
    projects.forEach((rows, project) => {
      cells.push(cell(row, 1, `${random.pick(PROJECTS)}${unit + 1}${'甲乙丙'[project]}`, rows))
      for (const end = row + rows; row < end; row++)
        cells.push(
          cell(row, 2, random.pick(GOALS)),
          cell(row, 3, `≥${random.integer(1, 99)}%`),
          cell(row, 4, random.chance(0.5) ? random.pick(SENTENCES) : ''),
        )
    })
  }
  return { cells, widths: [80, 90, 90, 50, 130], headerRows: 1 }
}

/** A row, or what of it stands on a page. */
interface Band {
  readonly row: number
  /** Its lines from one to the next. */
  readonly from: number
  readonly to: number
}

/** The pages of a table: rows are cut by the foot of the page, or moved as a whole, and cells over a break print their text above it, below it or on both sides. */
function printed({ cells, widths, headerRows }: Drawn, random: Random): Sheet[] {
  const [isCutting, isRepeating, again] = [random.chance(0.6), random.chance(0.5), random.pick(['above', 'below', 'both'])]
  const linesOf = ({ text, c }: KnownCell): string[] =>
    wrapped(text, ((widths[c] ?? 0) - 2 * PAGE.padding) / PAGE.size, 'same font')
  const count = Math.max(...cells.map(({ r, rs }) => r + rs))
  const heights = Array.from({ length: count }, (_, row) =>
    Math.max(1, ...cells.filter(({ r, rs }) => r === row && rs === 1).map(one => linesOf(one).length)),
  )
  const header = heights.slice(0, headerRows).map((to, row): Band => ({ row, from: 0, to }))
  const pages = paged(heights, { header, isCutting, isRepeating })
  return pages.map(bands => {
    const shown = cells.flatMap(one => {
      const own = bands.filter(({ row }) => one.r <= row && row < one.r + one.rs)
      const [first, last] = [own[0], own.at(-1)]
      if (first === undefined || last === undefined) return []
      const [isFirst, isLast] = [first.row === one.r, last.row === one.r + one.rs - 1]
      const isShown = one.rs === 1 || (isFirst && isLast) || again === 'both' || (again === 'above' ? isFirst : isLast)
      const lines = isShown ? linesOf(one).slice(...(one.rs === 1 ? [first.from, first.to] : [0])) : []
      return [{ column: one.c, first, last, lines }]
    })
    return { width: PAGE.width, height: PAGE.height, marks: marksOf(bands, shown, widths) }
  })
}

interface Breaking {
  readonly header: readonly Band[]
  readonly isCutting: boolean
  readonly isRepeating: boolean
}

/** The rows of each page. */
function paged(heights: readonly number[], { header, isCutting, isRepeating }: Breaking): Band[][] {
  const room = Math.floor((PAGE.height - PAGE.top - PAGE.foot) / PAGE.line)
  const pages: Band[][] = [[...header]]
  const top = isRepeating ? header : []
  let left = room - header.length
  for (let row = header.length; row < heights.length; row++) {
    let [from, to] = [0, heights[row] ?? 1]
    while (to - from > left - 1 && from < to) {
      if (isCutting && left > 3 && to - from > 3) {
        pages.at(-1)?.push({ row, from, to: from + left - 2 })
        from += left - 2
      }
      pages.push([...top])
      left = room - top.length
      if (to - from >= room - 3) to = from + room - 4
    }
    pages.at(-1)?.push({ row, from, to })
    left -= to - from + 0.7
  }
  return pages
}

interface Shown {
  readonly column: number
  readonly first: Band
  readonly last: Band
  readonly lines: readonly string[]
}

function marksOf(bands: readonly Band[], shown: readonly Shown[], widths: readonly number[]): Mark[] {
  const tops = [PAGE.top as number]
  for (const { from, to } of bands) tops.push((tops.at(-1) ?? 0) + (to - from + 0.7) * PAGE.line)
  const lefts = [PAGE.left as number]
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width)
  return shown.flatMap(({ column, first, last, lines }): Mark[] => {
    const [left = 0, right = 0] = [lefts[column], lefts[column + 1]]
    const [top = 0, bottom = 0] = [tops[bands.indexOf(first)], tops[bands.indexOf(last) + 1]]
    const texts = lines.map((text, n): Mark => {
      const baseline = (top + bottom - lines.length * PAGE.line) / 2 + (n + 0.8) * PAGE.line
      return { kind: 'text', x: left + PAGE.padding, baseline, size: PAGE.size, text, latin: false, grey: 0 }
    })
    return [{ kind: 'box', box: [left, top, right, bottom], width: 0.5 }, ...texts]
  })
}
