import { type Box, contains, holdsMiddle, itemAt, unionAll } from '../../geometry.ts'
import { clustersOf, within } from '../open/areas.ts'
import { middle } from '../texts/columns.ts'
import { isAmount, isDash, isFormatted, middleOfLine, type Phrase, phrasesOf, type TextLine } from '../texts/words.ts'

/** The names of a level stand in its middle, which is this near (in sizes) to the colour above: half of a row of two lines. */
const HALF_LINE = 1.5
/** So many names in one coloured box are no cell: two may be a name and its unit. */
const LEAST_RUN_TOGETHER = 3

/** Phrases by the row of text that they stand in. */
type Rows = readonly (readonly Phrase[])[]

/** Coloured cells but for those of headers of which a level is not coloured: the columns are those of its names. */
export function withoutLevels(mosaics: readonly (readonly Box[])[], lines: readonly TextLine[]): readonly (readonly Box[])[] {
  const boxes = mosaics.flat()
  const isColoured = (phrase: Phrase): boolean => boxes.some(box => isIn(box, phrase))
  const headers = mosaics.flatMap((mosaic): Box[] => {
    const [left, top, right] = unionAll(mosaic)
    const rows = clustersOf(within(lines, left, right)).map(row => row.flatMap(line => phrasesOf(line).phrases))
    const body = rows.find(row => row.some(phrase => isOfBody(phrase) && middleOfLine(phrase) > top))
    if (body === undefined) return []
    const header = rows.slice(0, rows.indexOf(body))
    const names = header.map(row => row.filter(phrase => !isColoured(phrase)))
    const end = middleOfLine(itemAt(body, 0))
    const levels = boxes.filter(box => box[1] < end)
    // Without a figure below them nothing else tells that these are the names of columns.
    const isTold = rows.some(row => row.some(phrase => isFormatted(phrase.text) && middleOfLine(phrase) > top))
    const below = rows.slice(header.length)
    const hidesColumns = (box: Box): boolean => isDivided(box, names, levels) || (isTold && isRunTogether(box, header, below))
    return mosaic.some(hidesColumns) ? [[left, top, right, end]] : []
  })
  return mosaics.filter(mosaic => {
    const [left, top, right] = unionAll(mosaic)
    return !headers.some(header => holdsMiddle(header, [left, top, right, top]))
  })
}

const isIn = (box: Box, phrase: Phrase): boolean => contains(box, middle(phrase), middleOfLine(phrase))

const isOfBody = ({ text }: Phrase): boolean => isAmount(text) || isDash(text)

/** Whether one coloured box holds names of so many columns side by side, each with something below it: neighbours of one colour are painted as one, and the others tell no columns either. */
const isRunTogether = (box: Box, header: Rows, body: Rows): boolean =>
  header.some(row => row.filter(phrase => isIn(box, phrase)).length >= LEAST_RUN_TOGETHER) &&
  body.some(row => row.filter(phrase => middle(phrase) > box[0] && middle(phrase) < box[2]).length >= LEAST_RUN_TOGETHER)

/** Whether several of the names that stand without colour stand side by side right below a coloured cell, with fewer coloured cells below them: a line of numbers tells their columns, too. */
const isDivided = ([from, , to, bottom]: Box, names: Rows, boxes: readonly Box[]): boolean =>
  names.some(row => {
    const next = row.filter(({ left, right }) => left >= from && right <= to)
    const isRightBelow = next.every(phrase => Math.abs(middleOfLine(phrase) - bottom) <= HALF_LINE * phrase.size)
    const below = boxes.filter(([left, top, right]) => top >= bottom && left < to && right > from)
    return next.length > 1 && isRightBelow && below.length < next.length
  })
