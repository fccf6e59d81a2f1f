import { MINUS } from '../../dashes.ts'
import { narrow } from '../../full-width.ts'
import { neighbours } from '../../geometry.ts'
import { hasWholeThousands, lacksDigits } from '../../thousands.ts'
import { meets, type TextColumn } from './columns.ts'
import { isAmount, joined, type Phrase, type TextLine } from './words.ts'

/** The digits that a figure without room for more in its column had to leave to the line below: only with them has it the decimals that others have. */
export function restsOfFigures(lines: readonly TextLine[], columns: readonly TextColumn[]): ReadonlySet<Phrase> {
  const most = Math.max(0, ...lines.flatMap(({ phrases }) => phrases.map(({ text }) => decimalsOf(narrow(text)) ?? 0)))
  return new Set(columns.flatMap(column => restsIn(lines, column, most)))
}

const decimalsOf = (text: string): number | undefined => /\.(\d*)[)）]?$/.exec(text)?.[1]?.length

/** The last digits of a figure, and the bracket behind them where one is open before it: 0, 0), ). */
const REST = /^(?!$)(\d*)[)）]?$/
const OPENED = /^[(（][^)）]*$/

/**
 * White (in sizes) on both sides of a cell together, where a figure has no room: .4 to .5 as LibreOffice and browsers set it, of which
 * .3 is taken off where borders tell the column (looked-at county booklets in 元: .34 and .40 were left).
 */
const PADDING = 0.2
/** … and of 1.35 as word processors set it at 8 pt, where nothing but figures stands on the line right below. */
const WIDEST_PADDING = 1.1

/** Whether a text is not the piece of a number that a narrow cell wrapped: its thousands are complete. */
export function isWhole({ text }: Pick<Phrase, 'text'>): boolean {
  const figure = narrow(text)
  return !isAmount(figure) || !figure.includes(',') || /^[^\d]*\d{1,3}(,\d{3})+(\.\d+)?[^\d,]*$/.test(figure)
}

/** Digits set off by spaces, and what of them stands on a line: ¥16 928 0. */
const GROUPS = new RegExp(String.raw`^[${MINUS}(（¥￥]*\d[\d ]*(\.\d+)?[)）]?$`)
/** A figure of full-width digits, or what of one stands on a line: they are twice as wide as others, and cells that were made for those wrap them. */
const WIDE_PIECE = new RegExp(`^[${MINUS}(（¥￥]*[０-９．，]+[)）]?[%％]?$`)
/** Lines of a wrapped figure stand no further apart than this (in sizes): 1.14 and 1.2 as browsers and LibreOffice set them; rows have 1.5 at least. */
const LINE = 1.35
/** A sign of money that its figure was wrapped off. */
const SIGN = /^[¥￥]$/

/** A figure whose decimals were wrapped off; numbers of items end so too, and are shorter. */
const POINT_LAST = /\d{3}\.$/

/** What a column prints in a line, with ordinary digits, and whether nothing but figures of full width stands in that line: no row begins there. */
interface Piece {
  readonly phrase: Phrase
  readonly text: string
  /** White (in sizes) beside it with another digit behind it; none where its last sign asks for one. */
  readonly room: number
  readonly isBare: boolean
}

function restsIn(lines: readonly TextLine[], column: TextColumn, most: number): Phrase[] {
  const roomIn = ({ text, left, right, size }: Phrase): number =>
    /[,.，．]$/.test(text) ? 0 : (column.right - column.left - (right - left) - widthOfNext(text, right - left, size)) / size
  const told = lines.flatMap(({ phrases }) => {
    const texts = phrases.filter(phrase => meets(phrase, column))
    const own = texts.length > 0 && texts.every(({ text }) => GROUPS.test(narrow(text))) ? [joined(texts)] : texts
    const isBare = phrases.every(({ text }) => WIDE_PIECE.test(text))
    const pieces = own.map((phrase): Piece => ({ phrase, text: narrow(phrase.text), room: roomIn(phrase), isBare }))
    return pieces.length > 0 ? [pieces] : []
  })
  return neighbours(told).flatMap(([before, [rest]], index) => {
    const [above, last] = [before.at(-1), told[index + 2]?.[0]]
    if (above === undefined || rest === undefined) return []
    if (isCut(above.text, rest.text, most) || isRest(above, rest, most)) return [rest.phrase]
    return last !== undefined && areThree([above, rest, last], most) ? [rest.phrase, last.phrase] : []
  })
}

/** Whether a text of itself goes on below: a sign of money alone, a figure that ends with its point, or one of which the digits that it lacks stand there, with the decimals that others have. */
function isCut(above: string, text: string, most: number): boolean {
  const figure = above + text
  if (SIGN.test(above)) return /^\d/.test(text)
  if (POINT_LAST.test(above)) return REST.test(text)
  return lacksDigits(above) && hasWholeThousands(figure) && (decimalsOf(figure) ?? 0) === most
}

/** Whether a figure that fills its column goes on below, with the decimals that others have: with none of its own, where the two make one (its point begins the lower, or its thousands are complete, as those of one of them alone are not). */
function isRest(above: Piece, rest: Piece, most: number): boolean {
  if (!isFull(above, rest)) return false
  const { phrase, text, isBare } = rest
  const decimals = decimalsOf(above.text)
  if (decimals === undefined)
    return isOne([above.text, text], most, isBare) && (/^\./.test(text) || isBare || !(isAmount(text) && isWhole(above)))
  const digits = REST.exec(text)?.[1]
  const areAll = decimals + (digits?.length ?? 0) === most || (isBare && isNext(above.phrase, phrase))
  return digits !== undefined && areAll && OPENED.test(above.text) === /[)）]$/.test(text)
}

/** How wide a further digit is: as the others are, or as its size where they are of full width. */
const widthOfNext = (text: string, width: number, size: number): number => (/[０-９]/.test(text) ? size : width / text.length)

/** Whether a text has no room in its column for the first digit of the one below. */
const isFull = (above: Piece, below: Piece): boolean =>
  above.room < (below.isBare && isNext(above.phrase, below.phrase) ? WIDEST_PADDING : PADDING)

/** Whether a text stands on the line right below another of the same cell. */
const isNext = (above: Phrase, below: Phrase): boolean => below.baseline - above.baseline <= LINE * above.size

/** Whether three texts below each other are one figure, and the first two are none: 450, | 257. | 00. */
function areThree(pieces: readonly [Piece, Piece, Piece], most: number): boolean {
  const [first, second, last] = pieces
  if (!isFull(first, second) || !isFull(second, last)) return false
  const isBare = second.isBare && last.isBare
  return !isOne([first.text, second.text], most, isBare) && isOne([first.text, second.text, last.text], most, isBare)
}

/** Whether pieces make a figure with the decimals that others have: one with whole thousands, or any where no row begins beside them. */
function isOne(pieces: readonly string[], most: number, isBare: boolean): boolean {
  const figure = pieces.join('')
  const isPointed = pieces.some(piece => /^\./.test(piece))
  return (
    most > 0 &&
    decimalsOf(figure) === most &&
    isAmount(figure) &&
    (isPointed || (figure.includes(',') ? isWhole({ text: figure }) : isBare))
  )
}
