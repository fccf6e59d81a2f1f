import { type Box, widthOf } from '../../geometry.ts'
import { departmentOf, endsLikeTitle, isLabel, isPeriod, isUnitOrPeriod, numberOf, unitOf, withoutLabels } from './labels.ts'
import { beginsTitle, type Segment } from './surroundings.ts'

/** A line of a caption, white space removed; `inside` when it is drawn in the frame of the table. */
export interface CaptionLine extends Segment {
  readonly inside: boolean
}

/** A title is set over the middle of its table, within this share of the table's width. */
const CENTRED = 0.12
/** A line that is no title by its words is one by its place only when it is narrower than this share of the table. */
const NARROW = 0.9
/** Prose and introductions end like this; a title does not, though its first line may end with a comma. */
const PROSE = /[。；]|[;：:]$/
const UNFINISHED = /[，,、]$/
/** A title says something in words, and does not begin with a figure of the table above. */
const WORDS = /^(?!\d[\d,]*\.\d).*\p{Script=Han}{2}/u
/** A line in brackets under a title says what kind it is: （按经济分类科目）. */
const QUALIFIER = /^[(（][^()（）]+[)）]$/

/** Whether a line reads like prose rather than like a caption. */
export const isProse = (text: string): boolean => PROSE.test(text) && !isLabel(text)

/** The nearest line that reads like a title, with the line above that it ends and the bracket below; null when none does. */
export function titleOf(lines: readonly CaptionLine[], box: Box): string | null {
  const candidates = lines.filter(line => isTitleLike(line, box))
  const chosen =
    candidates.find(line => line.inside) ?? candidates.findLast(line => endsLikeTitle(line.text)) ?? candidates.at(-1)
  if (chosen === undefined) return null
  const at = lines.indexOf(chosen)
  const [above, below] = chosen.inside ? [] : [lines[at - 1], lines[at + 1]]
  const beginning = above !== undefined && isBeginning(above, chosen, box) ? above.text : ''
  const isQualified = below !== undefined && QUALIFIER.test(below.text) && !isPeriod(below.text) && unitOf(below.text) === null
  return withoutLabels(beginning + chosen.text + (isQualified ? below.text : ''))
}

function isTitleLike(line: CaptionLine, box: Box): boolean {
  const { text } = line
  if (PROSE.test(text) || UNFINISHED.test(text) || isUnitOrPeriod(text) || !WORDS.test(text)) return false
  if (departmentOf(text) !== null || withoutLabels(text) === '') return false
  if (line.inside) return true
  if (endsLikeTitle(text)) return isCentred(line, box) || numberOf(text) !== null || withoutLabels(text).endsWith('表')
  return unitOf(text) === null && isCentred(line, box) && widthOf(line.box) < NARROW * widthOf(box)
}

const isCentred = (line: Segment, box: Box): boolean =>
  Math.abs(line.box[0] + line.box[2] - box[0] - box[2]) / 2 < CENTRED * widthOf(box)

/** Whether `line` is the first line of a title that `last` ends: the same size, just above, and no title by itself. */
const isBeginning = (line: Segment, last: Segment, box: Box): boolean =>
  beginsTitle(line, last) &&
  (isCentred(line, box) || isOver(line, last)) &&
  !endsLikeTitle(line.text) &&
  !PROSE.test(line.text) &&
  !isPeriod(line.text) &&
  !isLabel(line.text) &&
  (numberOf(line.text) === null || withoutLabels(line.text) !== '')

/** Whether two lines are set about the same middle, to half a character. */
const isOver = (a: Segment, b: Segment): boolean => Math.abs(a.box[0] + a.box[2] - b.box[0] - b.box[2]) / 2 < b.size / 2
