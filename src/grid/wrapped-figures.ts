import { meets, type TextColumn } from './columns.ts'
import { isAmount, type Phrase, type TextLine } from './words.ts'

/** The digits that a figure without room for more in its column had to leave to the line below: only with them has it the decimals that others have. */
export function restsOfFigures(lines: readonly TextLine[], columns: readonly TextColumn[]): ReadonlySet<Phrase> {
  const most = Math.max(0, ...lines.flatMap(({ phrases }) => phrases.map(({ text }) => decimalsOf(text) ?? 0)))
  return new Set(columns.flatMap(column => restsIn(lines, column, most)))
}

const decimalsOf = (text: string): number | undefined => /\.(\d*)$/.exec(text)?.[1]?.length

/** Whether a text is not the piece of a number that a narrow cell wrapped: its thousands are complete. */
export const isWhole = ({ text }: Pick<Phrase, 'text'>): boolean =>
  !isAmount(text) || !text.includes(',') || /^[^\d]*\d{1,3}(,\d{3})+(\.\d+)?[^\d,]*$/.test(text)

function restsIn(lines: readonly TextLine[], column: TextColumn, most: number): Phrase[] {
  const isFull = ({ text, left, right }: Phrase): boolean =>
    ((right - left) * (text.length + 1)) / text.length > column.right - column.left
  const own = lines.flatMap(({ phrases }) => phrases.filter(phrase => meets(phrase, column)))
  return own.slice(1).filter(({ text }, index) => {
    const above = own[index]
    if (above === undefined || !isFull(above)) return false
    const decimals = decimalsOf(above.text)
    return decimals === undefined ? isRest(above, text, most) : /^\d+$/.test(text) && decimals + text.length === most
  })
}

/** Whether a text without decimals and the one below are one number whose thousands are complete, as those of one of them alone are not. */
function isRest(above: Phrase, text: string, most: number): boolean {
  const figure = above.text + text
  return (
    most > 0 &&
    decimalsOf(figure) === most &&
    isAmount(figure) &&
    figure.includes(',') &&
    isWhole({ text: figure }) &&
    !(isAmount(text) && isWhole(above))
  )
}
