import { type Band, bandsOf } from './breaks.ts'
import { belowRows, type CaptionRow, continuedRows, labelRows, type Names, namesOf, titleRows } from './caption.ts'
import { type Content, contentOf } from './content.ts'
import { captionHeight, frameOf, pieceMarks } from './draw.ts'
import type { Knobs } from './knobs.ts'
import type { TruePiece, Truth } from './layout.ts'
import type { Sheet } from './marks.ts'
import { type Metrics, metricsOf, rowHeight } from './metrics.ts'
import { type Piece, partsOf, piecesOf } from './pieces.ts'
import type { Plan } from './plans.ts'
import { add, addLines, MARGIN, newPage, type Press, paperOf, roomLeft, sheetsOf, startPress } from './press.ts'
import { type Random, randomOf } from './random.ts'
import { PROSE } from './words.ts'

/** A table with its sizes, ready to be printed between two margins. */
interface Job {
  readonly index: number
  readonly content: Content
  readonly metrics: Metrics
  readonly names: Names
  readonly width: number
}

/** Between two tables beside each other, and below a table, in points. */
const GAP = { beside: 30, below: 14 } as const
/** Lines that a row of a table with long remarks has on average. */
const REMARK_LINES = 2.4
/** A table begins on a page that has room for this many rows below its caption. */
const FEWEST_ROWS = 5

/** All pages of a plan (its knobs settled) and what is true of them. */
export function printed(plan: Plan): { readonly sheets: Sheet[]; readonly truth: Truth } {
  const { knobs } = plan
  const random = randomOf(plan.seed)
  const isBeside = knobs.flow === 'side by side'
  const room = (paperOf(knobs)[0] - 2 * MARGIN.side - (isBeside ? GAP.beside : 0)) / (isBeside ? 2 : 1)
  const jobs = Array.from({ length: isBeside ? 2 : plan.tables }, (_, index) => jobOf(plan, { index, room }, random))
  const widths = jobs.map(({ width }) => width)
  const total = isBeside ? widths.reduce((sum, width) => sum + width, Number(GAP.beside)) : Math.max(...widths)
  const press = startPress(knobs, total)
  const pieces: TruePiece[] = []
  const [left, right] = jobs
  if (isBeside && left !== undefined && right !== undefined) {
    const from = (press.width - total) / 2
    newPage(press)
    const top = press.y
    pieces.push(...printTable(press, left, { knobs, random, left: from, known: 0 }))
    press.y = top
    pieces.push(...printTable(press, right, { knobs, random, left: from + left.width + GAP.beside, known: pieces.length }))
  } else
    for (const job of jobs)
      pieces.push(...printTable(press, job, { knobs, random, left: (press.width - job.width) / 2, known: pieces.length }))
  const tables = jobs.map(({ content, names }) => {
    const { headerRows, rowCount, columns, cells } = content
    return { ...names, headerRows, rowCount, columnCount: columns.length, cells }
  })
  return { sheets: sheetsOf(press, knobs), truth: { tables, pieces } }
}

function jobOf(
  { knobs, ...plan }: Plan,
  { index, room }: { readonly index: number; readonly room: number },
  random: Random,
): Job {
  const height = paperOf(knobs)[1] - MARGIN.head - MARGIN.foot
  const fit = Math.floor(height / rowHeight(knobs.remark === 'text' ? REMARK_LINES : 1, Number(knobs.size)))
  const full = Number(knobs.pages) - 1 - (knobs.lastPage === 'rows' ? 0 : 1)
  const extent = { index, rows: plan.rows + full * fit, amounts: plan.columns * Number(knobs.parts) }
  const content = contentOf(knobs, extent, random)
  const parts = partsOf(content, knobs)
  const metrics = metricsOf(content, knobs, { parts, room })
  const width = Math.max(...parts.map(part => part.reduce((sum, column) => sum + (metrics.columns[column] ?? 0), 0)))
  return { index, content, metrics, names: namesOf(content, knobs, index), width }
}

interface Place {
  readonly knobs: Knobs
  readonly random: Random
  readonly left: number
  /** Pieces printed before. */
  readonly known: number
}

function printTable(press: Press, job: Job, { knobs, random, left, known }: Place): TruePiece[] {
  const { content, metrics, names, width, index } = job
  const across = { size: metrics.size, left, right: left + width }
  const caption = openTable(press, job, { knobs, across })
  const below = captionHeight(belowRows(knobs, true), metrics.size)
  const first = roomLeft(press) - captionHeight(caption, metrics.size) - below
  const next = press.height - MARGIN.head - MARGIN.foot - captionHeight(continuedRows(names, knobs, 1), metrics.size) - below
  const bands = bandsOf(content, metrics, knobs, [first, next])
  const pieces = piecesOf(content, metrics, knobs, bands)
  return pieces.map((piece, n) => {
    if (n > 0) newPage(press)
    if (n === 1 && knobs.blankPage === 'yes') newPage(press)
    const above = n === 0 ? caption : continuedRows(names, knobs, n)
    addLines(press, above, across)
    const frame = frameOf(piece, metrics, { left, top: press.y, knobs, random })
    add(press, pieceMarks(frame, metrics, knobs))
    const box = [left, press.y, frame.xs.at(-1) ?? 0, frame.ys.at(-1) ?? 0] as const
    press.y = box[3]
    addLines(press, belowRows(knobs, n === pieces.length - 1), across)
    press.y += GAP.below
    const relation = relationOf(pieces, n)
    const continues = relation.to === null ? null : known + relation.to
    return {
      page: press.pages.length,
      box,
      table: index,
      relation: relation.kind,
      continues,
      ...topOf(piece, content, bands),
      captionLines: above.length,
    }
  })
}

/** Turn to the page on which a table begins; what of its caption stands above it there is still to be printed. */
function openTable(
  press: Press,
  { names, metrics }: Job,
  {
    knobs,
    across,
  }: { readonly knobs: Knobs; readonly across: { readonly size: number; readonly left: number; readonly right: number } },
): CaptionRow[] {
  const titles = titleRows(names, knobs)
  const labels = labelRows(names, knobs)
  const needed = captionHeight([...titles, ...labels], metrics.size) + FEWEST_ROWS * rowHeight(1, metrics.size) * 1.5
  const isHere =
    press.pages.length > 0 && (knobs.flow === 'side by side' || (knobs.flow === 'same page' && roomLeft(press) > needed))
  if (!isHere) newPage(press)
  const isFoot = knobs.title === 'foot of the page before'
  if (knobs.prose === 'yes' || isFoot)
    addLines(
      press,
      PROSE.map(left => ({ left, isTitle: false })),
      across,
    )
  if (!isFoot) return [...titles, ...labels]
  press.y = Math.max(press.y, press.height - MARGIN.foot - captionHeight(titles, metrics.size))
  addLines(press, titles, across)
  newPage(press)
  return labels
}

/** Which piece of the table a piece goes on with, and how: downwards in its part, else to the right of the part before. */
function relationOf(pieces: readonly Piece[], n: number): { readonly kind: TruePiece['relation']; readonly to: number | null } {
  const { band = 0, part = 0 } = pieces[n] ?? {}
  const find = (b: number, p: number): number => pieces.findIndex(one => one.band === b && one.part === p)
  if (band > 0) return { kind: 'down', to: find(band - 1, part) }
  return part > 0 ? { kind: 'sideways', to: find(band, part - 1) } : { kind: 'new', to: null }
}

function topOf(
  { rows, headerRows, part, columns }: Piece,
  content: Content,
  bands: readonly Band[],
): Pick<TruePiece, 'headerRows' | 'repeatedColumns' | 'beginsInRow'> {
  const repeatedColumns = part > 0 && bands.length > 0 && columns[0] === 0 ? content.labelColumns : 0
  return { headerRows, repeatedColumns, beginsInRow: rows[headerRows]?.part === 'rest' }
}
