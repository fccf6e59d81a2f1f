import { neighbours, runsOf } from '../../geometry.ts'
import { BESIDE } from '../open/areas.ts'
import { distance, meets, middle, stretchOf, type TextColumn, touched } from '../texts/columns.ts'
import { isLineOfNumbers, joined, type Phrase, type TextLine } from '../texts/words.ts'

/** Single Han characters up to this far apart (in sizes) are one text, set wide: 项　　目. */
const WIDE_SET = 3.2
/** The characters of two words set wide, 收　　入 and 支　　出, stand this many times as far from each other's as from their own: 10 to 16 times in printed booklets, where columns called 类 款 项 differ by 1.3 at most. */
const UNEVEN = 3
const isHan = (phrase: Phrase): boolean => /^\p{Script=Han}$/u.test(phrase.text)

/** Whether three single characters or more are names of a column each, as 类 款 项 are: each stands over another, or those that stand over any do, where a page has no code of the others: more than one, or the last alone, over which no word of several is centred. */
function areNamesEach(words: readonly Phrase[], columns: readonly TextColumn[]): boolean {
  if (words.length < 3 || !words.every(isHan) || areInWords(words)) return false
  const over = columns.map(column => words.filter(word => meets(word, column))).filter(hits => hits.length > 0)
  const isEach = over.every(hits => hits.length === 1) && (over.length > 1 || over.flat()[0] === words.at(-1))
  return new Set(words.map(word => touched(word, columns)[0])).size === words.length || (over.length > 0 && isEach)
}

/** Whether single characters stand in groups, as those of several words set wide do. */
function areInWords(words: readonly Phrase[]): boolean {
  const gaps = neighbours(words).map(([{ right }, { left, size }]) => (left - right) / size)
  const nearest = Math.min(...gaps)
  return nearest <= WIDE_SET && Math.max(...gaps) > UNEVEN * nearest
}

/** The rest of a wrapped text stands under its middle, or its left end, to within this (in sizes): programs set them exactly. */
const EXACT = 0.1

/** Whether two single characters or more are rests of texts that two columns wrap, 社会组|织 and 12个|月: each set exactly as its column is. */
function areRestsEach(words: readonly Phrase[], columns: readonly TextColumn[]): boolean {
  const isSet = (word: Phrase, column: TextColumn): boolean =>
    Math.min(Math.abs(word.left - column.left), Math.abs(middle(word) - middle(column))) < EXACT * word.size
  const own = words.map(word => columns.findIndex(column => meets(word, column) && isSet(word, column)))
  return words.length > 1 && !own.includes(-1) && new Set(own).size === words.length
}

/** A name of one character stands in the middle of its column within this (in sizes): exactly where rules tell the column, half a code off where its texts do. */
const SET_OVER = 0.75

/** Whether two characters are names of a column each, as 类 and 款 are, and no word set wide over both: each in the middle of its own, which no other name is below. */
function areNamesOfTwo(words: readonly Phrase[], columns: readonly TextColumn[], below: readonly TextLine[]): boolean {
  const over = words.map(word => columns.filter(column => meets(word, column)))
  const [own, other] = over.flat()
  if (words.length !== 2 || over.some(({ length }) => length !== 1) || own === other) return false
  const isMiddle = words.every((word, at) => over[at]?.every(column => isOver(word, column)))
  const names = below.filter(line => !isLineOfNumbers(line)).flatMap(({ phrases }) => phrases)
  return isMiddle && !names.some(name => [own, other].some(column => column && meets(name, column)))
}

const isOver = (word: Phrase, column: TextColumn): boolean => Math.abs(middle(word) - middle(column)) <= SET_OVER * word.size

/** Join the single characters of words of a table's body that are set wide apart, unless each is the rest of a text of its column. */
export const withWideWordsOfBody = (line: TextLine, columns: readonly TextColumn[]): TextLine =>
  areRestsEach(line.phrases.filter(isHan), columns) ? line : withWideWords(line, columns)

/** The lines of a header with the single characters of words joined that are set wide apart. */
export const headWords = (lines: readonly TextLine[], columns: readonly TextColumn[]): TextLine[] =>
  lines.map((line, at) => withWideWords(line, columns, lines.slice(at + 1)))

/** Join the single characters of words that are set wide apart, unless each is the name of a column; `below` are the lines of the header below, where they are known. */
export function withWideWords(line: TextLine, columns: readonly TextColumn[], below?: readonly TextLine[]): TextLine {
  if (areNamesEach(line.phrases.filter(isHan), columns)) return line
  const groups = runsOf(
    line.phrases,
    (phrase, last) => isHan(last) && isHan(phrase) && phrase.left - last.right <= WIDE_SET * phrase.size,
  )
  const isEach = (group: readonly Phrase[]): boolean => below !== undefined && areNamesOfTwo(group, columns, below)
  return { ...line, phrases: groups.flatMap(group => (isEach(group) ? group : [joined(group)])) }
}

/**
 * Columns as header and body together tell them. A header text that stands between two columns is the name of the one
 * that has no other (names are centred, amounts stand at the right), or a group's, or else names a column that is empty.
 */
export function namedColumns(lines: readonly TextLine[], body: readonly TextColumn[]): TextColumn[] {
  const columns = [...body]
  let named = new Set<number>()
  const phrases = lines.flatMap((line, index) => line.phrases.map(phrase => ({ phrase, index })))
  const isNamed = (column: TextColumn, text: Phrase): boolean =>
    phrases.some(
      ({ phrase }) =>
        phrase.baseline > text.baseline - BESIDE * text.size &&
        meets(column, phrase) &&
        columns.filter(other => meets(other, phrase)).length === 1,
    )
  for (const { phrase, index } of [...phrases].sort((a, b) => b.index - a.index || a.phrase.left - b.phrase.left)) {
    const over = columns.flatMap((column, at) => (meets(column, phrase) ? [at] : []))
    const [own] = over
    if (own !== undefined) {
      const wide = stretchOf([columns[own] ?? phrase, phrase])
      const isFirst = over.length === 1 && !named.has(own) && columns.every((column, at) => at === own || !meets(column, wide))
      if (isFirst) columns[own] = wide
      if (over.length === 1) named.add(own)
      continue
    }
    const right = columns.findIndex(column => column.left >= phrase.right)
    const after = right < 0 ? columns.length : right
    const beside = [columns[after - 1], columns[after]]
    if (beside.every(column => column !== undefined && isOnlyBelow(phrases, column, phrase, index))) continue
    const unnamed = [after, after - 1].filter(at => {
      const column = columns[at]
      return column !== undefined && !isNamed(column, phrase)
    })
    const away = (at: number): number => distance(columns[at] ?? phrase, phrase)
    const [owner] = unnamed.sort((a, b) => away(a) - away(b))
    const column = owner === undefined ? undefined : columns[owner]
    if (owner === undefined || column === undefined) {
      columns.splice(after, 0, { left: phrase.left, right: phrase.right })
      named = new Set([...named].map(at => (at >= after ? at + 1 : at)))
    } else columns[owner] = stretchOf([column, phrase])
  }
  return columns
}

/** Whether a column has header texts below line `index` and, but for wider groups, none beside or above: then `text` is a group's. */
function isOnlyBelow(
  phrases: readonly { phrase: Phrase; index: number }[],
  column: TextColumn,
  text: Phrase,
  index: number,
): boolean {
  const over = phrases.filter(({ phrase }) => meets(column, phrase))
  return (
    over.some(other => other.index > index) &&
    over.every(other => other.index > index || (other.index < index && meets(other.phrase, text)))
  )
}
