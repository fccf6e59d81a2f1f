import { type Observation, STRENGTH, seen } from '../../evidence.ts'
import { narrowDigits } from '../../full-width.ts'
import { mean } from '../../geometry.ts'
import { columnCount, rowCount } from '../../grid/grid.ts'
import { namesCompared, otherLine, SAME_TITLE } from '../captions/same-title.ts'
import { titleOver } from '../captions/title-over-parts.ts'
import { provedBy, type Tally } from '../doubts/tally.ts'
import type { Repetition } from '../headers/repeated-header.ts'
import { amountOf, isTotal, isWords, likeness, squash } from '../words.ts'
import { amountColumns, amountShares, counts, numbersIn } from './column-content.ts'
import { isNamed, type Piece } from './piece.ts'
import { bordersOfRow, columnsLikeness, columnsSeen, isWithin, nestedColumns, sameFrame } from './same-columns.ts'

/** A piece and the strip of pages that it may go on with. */
export interface Seam {
  /** The piece before it in the document, whatever table it is of. */
  readonly previous: Piece
  /** First and last piece of the strip; where it may stand beside, the first of the part left of it is the one above. */
  readonly first: Piece
  readonly above: Piece
  readonly piece: Piece
  /** Header rows of the strip; 0 for a form. */
  readonly headerRows: number
  readonly repetition: Repetition
  /** Sums of the strip without and with the piece. */
  readonly tally: Tally
  readonly tallyWith: Tally
}

type Evidence = (seam: Seam) => Observation | null

const said = (text: string): string => `“${text.slice(0, 24)}”`

/** Where it stands: what goes on stands on the next page, first there and after the last before. */
const apart: Evidence = ({ previous, piece }) => {
  if (piece.pagesOn === 1 && previous.closesPage && piece.opensPage) return null
  return piece.pagesOn === 0
    ? seen('on-one-page', -1, 'both stand on one page')
    : seen('apart', -1, `${piece.pagesOn - 1} printed pages lie between`)
}

/** Text between two grids, other than a caption, parts them; prose over a grid more than a stray line, unless it says below the prose that it goes on (接上表). */
const textBetween: Evidence = ({ previous, piece }) => {
  if (piece.caption.hasProse && !piece.caption.isContinued) return seen('prose-between', -1, 'prose stands over it')
  const lines = (previous.grid.page === piece.grid.page ? 0 : previous.linesAfter) + piece.linesBefore
  return seen('text-between', lines === 0 ? 0 : lines === 1 ? -STRENGTH.most : -1, `${lines} lines of other text stand between`)
}

/** The same title or number again, or another one: as the table begins, or as its last page was named. */
const sameName: Evidence = ({ first, above, piece }) => {
  if (!isNamed(piece)) {
    const line = otherLine(first, piece)
    return line === null ? seen('nameless', 1, 'nothing names it') : seen('other-line', -1, `${said(line)} stands over it`)
  }
  const byScore = (one: { score: number }, other: { score: number }): number => one.score - other.score
  const alike = [first, above]
    .flatMap(named => namesCompared(named, piece).sort(byScore)[0] ?? [])
    .sort(byScore)
    .at(-1)
  if (alike === undefined)
    return seen('other-name', -STRENGTH.half, `${said(piece.caption.title ?? piece.caption.number ?? '')} names it`)
  const { score, names } = alike
  return seen(score < 0 ? 'other-name' : 'same-name', score, `${said(names[0])} and ${said(names[1])}`)
}

/** A title that begins over the part left of it is the same title. */
const nameBeside: Evidence = seam => {
  const title = titleOver(seam.above, seam.piece)
  return title === null ? sameName(seam) : seen('same-name', 1, `${said(title)} stands over both`)
}

/** （续） or 续表 in its caption. */
const continued: Evidence = ({ piece }) =>
  seen('continued-mark', Number(piece.caption.isContinued), 'its caption says that it goes on')

/** Another department in its caption. */
const department: Evidence = ({ first, piece }) => {
  const [a, b] = [first.caption.department, piece.caption.department]
  return a === null || b === null
    ? null
    : seen('other-department', likeness(a, b) >= SAME_TITLE ? 0 : -1, `${said(a)} and ${said(b)}`)
}

/** The same beside it: a line over all columns of a sheet, cut by the paper, names what is left of the department on each part. */
const departmentBeside: Evidence = seam =>
  seam.first.caption.department?.includes(seam.piece.caption.department ?? '') === true ? null : department(seam)

/** The same columns; for a form, columns that fit into each other. */
const columns: Evidence = ({ first, above, piece, headerRows }) => {
  if (headerRows === 0) {
    const strength = nestedColumns(first.grid, piece.grid)
      ? 1
      : sameFrame(above.grid, piece.grid) && !isNamed(piece)
        ? STRENGTH.half
        : -1
    return seen('form-columns', strength, `${columnCount(first.grid)} and ${columnCount(piece.grid)} columns of a form`)
  }
  const [own, whole] = [columnCount(piece.grid), columnCount(first.grid)]
  const isNested = own < whole && nestedColumns(first.grid, piece.grid)
  const isPart = own !== whole && own > 2 && (isNested || columnsSeen(piece.grid, first.grid) !== null)
  const strength = isPart
    ? STRENGTH.most
    : Math.max(columnsLikeness(first.grid, piece.grid), columnsLikeness(above.grid, piece.grid))
  return seen('same-columns', strength, `${whole} and ${own} columns`)
}

/** Most rows of any form are a label and its value: as many borders say nothing. */
const FEW_BORDERS = 3

/** Whether a label stands beside several rows at the top, their heads among them: no table begins so, a band of a form does. */
const beginsBand = ({ rows, headerRows }: Piece): boolean => (rows[0]?.[0]?.rowSpan ?? 1) > Math.max(1, headerRows)

const formBand: Evidence = ({ piece, headerRows }) => {
  if (headerRows > 0 || isNamed(piece) || !beginsBand(piece)) return null
  return seen('form-band', 1, `${said(piece.rows[0]?.[0]?.text ?? '')} stands beside all of its first rows`)
}

/** A row of a form is parted as its labels and values need: the first row here as the last above, but for the label of a group left of them, or otherwise; a band has borders of its own. */
const rowBorders: Evidence = ({ above, piece, headerRows }) => {
  if (headerRows > 0) return null
  const last = bordersOfRow(above.rows.at(-1) ?? [], above.grid, above.grid)
  const next = bordersOfRow(piece.rows[0] ?? [], piece.grid, above.grid)
  const [few, many] = last.length <= next.length ? [last, next] : [next, last]
  const isSame = many.length - few.length <= 1 && isWithin(few, many)
  if (isSame ? few.length <= FEW_BORDERS : beginsBand(piece)) return null
  const because = `the row above has ${last.length - 1} cells, the one below ${next.length - 1}`
  return seen('row-borders', isSame ? 1 : -STRENGTH.faint, because)
}

/** The header printed again at its top. */
const header: Evidence = ({ repetition, piece }) => {
  const first = piece.rows[0]?.find(cell => cell !== undefined && cell.text !== '')
  return seen(
    'header-repeated',
    repetition.rows === 0 ? 0 : repetition.likeness,
    `${repetition.rows} header rows from ${said(first?.text ?? '')} again`,
  )
}

/** A header that the document prints over several grids of one page: each is a table of its own. */
const series: Evidence = ({ piece }) =>
  seen('one-of-series', -Number(piece.isOfSeries), 'other grids of one page have its header, or its labels')

/** A header of its own: words over columns that hold amounts above. Without any header nothing can begin. */
const ownHeader: Evidence = ({ above, piece, headerRows, repetition }) => {
  if (headerRows === 0 || repetition.rows > 0) return null
  const amounts = amountColumns(above)
  const top = piece.rows.slice(0, Math.max(1, piece.headerRows)).filter(row => !isTotalRow(row))
  const headed = amounts.filter(column => top.some(row => isWords(row[column]?.text ?? '') && row[column]?.columnSpan === 1))
  if (amounts.length > 0 && headed.length > 0)
    return seen(
      'own-header',
      -Math.min(1, (2 * headed.length) / amounts.length),
      `words stand over ${headed.length} amount columns`,
    )
  return piece.headerRows === 0
    ? seen('no-header', 1, 'it has no header')
    : seen('own-header', -STRENGTH.faint, 'its first rows may be a header')
}

/** Whether a row says that it is a total and has its figures: the name 合计 over a column stands beside other names. */
const isTotalRow = (row: Piece['rows'][number]): boolean =>
  row.some(cell => isTotal(cell?.text ?? '')) && row.some(cell => amountOf(cell?.text ?? '') !== null)

/** A form that begins with the label the one before began with. */
const formBegins: Evidence = ({ first, piece, headerRows }) => {
  const [a, b] = [first, piece].map(one => squash(one.grid.cells.find(cell => cell.text !== '')?.text ?? ''))
  return headerRows === 0 && a !== '' && a === b ? seen('form-begins-again', -1, `${said(a ?? '')} begins both`) : null
}

/** A form whose first label is followed by something else than that of the form before: another project, another unit. */
const formOfAnother: Evidence = ({ first, piece, headerRows }) => {
  const [[label, value], [again, other]] = [firstEntry(first), firstEntry(piece)]
  if (headerRows > 0 || label !== again || value === '' || other === '' || value === other) return null
  return seen('form-of-another', -1, `${said(label)} is ${said(other)} and was ${said(value)}`)
}

/** The first label of a form and what stands right of it. */
function firstEntry({ rows }: Piece): readonly [label: string, value: string] {
  const cells = [...new Set(rows.find(row => row.some(cell => cell !== undefined && cell.text !== '')))]
  const at = cells.findIndex(cell => cell !== undefined && cell.text !== '')
  return [squash(cells[at]?.text ?? ''), squash(cells[at + 1]?.text ?? '')]
}

/** A total row first, where the table has had one. */
const totals: Evidence = ({ first, piece, headerRows, repetition }) => {
  const isFirst = (one: Piece, from: number): boolean => (one.rows[from] ?? []).some(cell => isTotal(cell?.text ?? ''))
  if (headerRows === 0 || !isFirst(piece, repetition.rows)) return null
  if (isFirst(first, headerRows)) return seen('total-again', -1, 'both begin with a total')
  return rowCount(piece.grid) - repetition.rows === 1 ? seen('total-alone', 1, 'it is nothing but a total row') : null
}

/** A printed total that the rows of both pages give, or that was complete before. */
const arithmetic: Evidence = ({ tally, tallyWith }) => {
  const strength = provedBy(tally, tallyWith)
  return seen('total-proved', strength, strength > 0 ? 'its rows make the total come out' : 'the total was complete without it')
}

/** Numbers of rows (行次) or codes that go on, or begin again. */
const ordinals: Evidence = ({ above, piece, headerRows, repetition }) => {
  const from = above.rows.slice(headerRows)
  for (let column = 0; column < columnCount(piece.grid); column++) {
    const before = numbersIn(from, column)
    const last = before.at(-1)
    if (last === undefined || !counts(before)) continue
    const [next] = numbersIn(piece.rows.slice(repetition.rows), column)
    if (next === undefined) continue
    if (next === last + 1) return seen('row-numbers', 1, `row ${next} follows row ${last}`)
    if (next === 1) return seen('row-numbers', -1, 'its rows are counted from 1 again')
  }
  return null
}

const codes: Evidence = ({ above, piece, repetition, headerRows }) => {
  const codesIn = (one: Piece, from: number): string[] =>
    one.rows.slice(from).flatMap(
      row =>
        row
          .slice(0, 3)
          .map(cell => narrowDigits(squash(cell?.text ?? '')))
          .find(text => /^[1-9]\d{2}(\d\d)*$/.test(text)) ?? [],
    )
  const [before, after] = [codesIn(above, headerRows).at(-1), codesIn(piece, repetition.rows)[0]]
  if (before === undefined || after === undefined) return null
  return seen('codes-go-on', after >= before ? 1 : -STRENGTH.half, `${after} after ${before}`)
}

/** The same kind of rows: amounts and words in the same columns. */
const rowKinds: Evidence = ({ above, piece, headerRows, repetition }) => {
  const a = amountShares(above.rows, above.opensPage ? 0 : headerRows)
  const b = amountShares(piece.rows, repetition.rows)
  const both = a.map((share, column) => Math.abs(share - (b[column] ?? Number.NaN))).filter(apart => !Number.isNaN(apart))
  if (both.length === 0 || a.length !== b.length) return null
  return seen('row-kinds', 1 - 2 * mean(both), 'amounts and words in their columns compared')
}

/** Room that the page before left: who has room does not break a table. */
const room: Evidence = ({ previous, piece }) =>
  piece.pagesOn === 0
    ? null
    : seen(
        'room-left',
        Math.max(-1, STRENGTH.half - 4 * previous.freeBelow),
        `${Math.round(100 * previous.freeBelow)} % of the page before is free below it`,
      )

/** What speaks for and against `piece` going on below its strip. */
export const downwards = (seam: Seam): Observation[] =>
  [
    apart,
    textBetween,
    sameName,
    continued,
    department,
    columns,
    formBand,
    rowBorders,
    header,
    series,
    ownHeader,
    formBegins,
    formOfAnother,
    totals,
    arithmetic,
    ordinals,
    codes,
    rowKinds,
    room,
  ].flatMap(look => look(seam) ?? [])

/** What a piece shares with its neighbours in the document, on whichever side of them it goes on. */
export const adjacency = (seam: Seam): Observation[] =>
  [apart, textBetween, nameBeside, continued, departmentBeside, room].flatMap(look => look(seam) ?? [])
