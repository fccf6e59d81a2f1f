import { hasWholeThousands, lacksDigits } from '../thousands.ts'
import { meets, type TextColumn } from './columns.ts'
import { isAmount, joined, type Phrase, type TextLine } from './words.ts'

/** The digits that a figure without room for more in its column had to leave to the line below: only with them has it the decimals that others have. */
export function restsOfFigures(lines: readonly TextLine[], columns: readonly TextColumn[]): ReadonlySet<Phrase> {
  const most = Math.max(0, ...lines.flatMap(({ phrases }) => phrases.map(({ text }) => decimalsOf(text) ?? 0)))
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

/** Whether a text is not the piece of a number that a narrow cell wrapped: its thousands are complete. */
export const isWhole = ({ text }: Pick<Phrase, 'text'>): boolean =>
  !isAmount(text) || !text.includes(',') || /^[^\d]*\d{1,3}(,\d{3})+(\.\d+)?[^\d,]*$/.test(text)

/** Digits set off by spaces, and what of them stands on a line: ¥16 928 0. */
const GROUPS = /^[-−–(（¥￥]*\d[\d ]*([.．]\d+)?[)）]?$/
/** A sign of money that its figure was wrapped off. */
const SIGN = /^[¥￥]$/

/** Whether a text of itself goes on below: a sign of money alone, or a figure of which the digits that it lacks stand there, with the decimals that others have. */
function isCut({ text: above }: Phrase, text: string, most: number): boolean {
  const figure = above + text
  if (SIGN.test(above)) return /^\d/.test(text)
  return lacksDigits(above) && hasWholeThousands(figure) && (decimalsOf(figure) ?? 0) === most
}

function restsIn(lines: readonly TextLine[], column: TextColumn, most: number): Phrase[] {
  const isFull = ({ text, left, right, size }: Phrase): boolean =>
    ((right - left) * (text.length + 1)) / text.length > column.right - column.left - PADDING * size
  const own = lines.map(({ phrases }) => {
    const texts = phrases.filter(phrase => meets(phrase, column))
    return texts.length > 0 && texts.every(phrase => GROUPS.test(phrase.text)) ? [joined(texts)] : texts
  })
  const told = own.filter(texts => texts.length > 0)
  return told.slice(1).flatMap((texts, index) => {
    const above = told[index]?.at(-1)
    return texts.slice(0, 1).filter(({ text }) => {
      if (above === undefined) return false
      if (isCut(above, text, most)) return true
      if (!isFull(above)) return false
      const decimals = decimalsOf(above.text)
      if (decimals === undefined) return isRest(above, text, most)
      const digits = REST.exec(text)?.[1]
      return digits !== undefined && decimals + digits.length === most && OPENED.test(above.text) === /[)）]$/.test(text)
    })
  })
}

/** Whether a text without decimals and the one below are one number: its point begins the lower, or its thousands are complete, as those of one of them alone are not. */
function isRest(above: Phrase, text: string, most: number): boolean {
  const figure = above.text + text
  return (
    most > 0 &&
    decimalsOf(figure) === most &&
    isAmount(figure) &&
    (/^[.．]/.test(text) || (figure.includes(',') && isWhole({ text: figure }) && !(isAmount(text) && isWhole(above))))
  )
}
