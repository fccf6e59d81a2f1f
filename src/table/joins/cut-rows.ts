import { type Observation, seen } from '../../evidence.ts'
import { heightOf } from '../../geometry.ts'
import { hasWholeThousands, lacksDigits } from '../../thousands.ts'
import type { Cell } from '../table.ts'
import { decimalsOf, isAmount, isNil, isWords, squash } from '../words.ts'
import { MOSTLY } from './column-content.ts'
import { SENTENCE_END } from './full-line.ts'
import { type Break, beginsEntry, columnOf, goesOn, isBlank, isTall, type Pair } from './page-break.ts'

/** The empty rest of a cut row is lower than this share of the lowest row with text; press draws rests of a third. */
const LOW_ROW = 0.8

/** What sentences have in them. */
const CLAUSES = /[，。；]/

/** The first row below, but for labels over several rows. */
const rowOf = ({ pairs }: Break): Pair[] => pairs.filter(pair => !isTall(pair))

/** Amounts: a rest prints none, or the last digits of one. */
const amountsAgain = (seam: Break): Observation | null => {
  const pairs = rowOf(seam).filter(([a]) => isAmount(a.text) || isNil(a.text))
  const own = pairs.filter(pair => !isBlank(pair[1]) && !isDigitsRest(seam, pair))
  return pairs.length === 0
    ? null
    : seen('amounts-blank', own.length === 0 ? 1 : -1, `${own.length} of ${pairs.length} amounts stand below the break too`)
}

/** Digits that an amount or a code above lacks: it has fewer than its column, and they stand below. */
const digitsRest = (seam: Break): Observation | null => {
  const found = rowOf(seam).find(pair => isDigitsRest(seam, pair))
  return found ? seen('digits-go-on', 1, `${found[0].text} lacks the digits ${found[1].text}`) : null
}

const isDigitsRest = (seam: Break, pair: Pair): boolean => isDecimalsRest(seam, pair) || isCodeRest(seam, pair)

/** Digits that make a code, of a length that no other code of its column has, as long as others are. */
function isCodeRest(seam: Break, [a, b]: Pair): boolean {
  const [code, missing] = [squash(a.text), squash(b.text)]
  if (!/^\d{3,}$/.test(code) || !/^\d{1,2}$/.test(missing)) return false
  const lengths = columnOf(seam, a).map(({ text }) => (/^\d+$/.test(squash(text)) ? squash(text).length : 0))
  return !lengths.includes(code.length) && lengths.includes(code.length + missing.length)
}

/** The last decimals of an amount, its point and all of them, or the digits that its thousands lack. */
function isEndOf(amount: string, missing: string): boolean {
  const whole = `${amount}${missing}`
  return isAmount(whole) && (/^(?:\d{1,2}|[.．]\d+)[)）]?$/.test(missing) || (lacksDigits(amount) && hasWholeThousands(whole)))
}

function isDecimalsRest(seam: Break, [a, b]: Pair): boolean {
  const missing = squash(b.text)
  if (!isEndOf(a.text, missing)) return false
  const others = columnOf(seam, a).filter(({ text }) => isAmount(text) && /\d/.test(text))
  const usual = Math.max(0, ...others.map(decimalsOf))
  const same = others.filter(other => decimalsOf(other) === usual).length
  return (
    (decimalsOf(a) < usual || lacksDigits(a.text)) &&
    decimalsOf({ text: a.text + missing }) === usual &&
    same >= MOSTLY * others.length
  )
}

/** Words that go on: each from a full last line; words without a beginning above are an entry of their own, and so is 无 below words. */
const wordsGoOn = (seam: Break): Observation | null => {
  const words = rowOf(seam).filter(([a, b]) => isWords(b.text) || (isWords(a.text) && isNil(b.text)))
  if (words.length === 0) return null
  // Prose leaves room at the ends of its lines, for marks that may not begin one: what ends within a sentence is not complete.
  const least = Math.min(...words.map(pair => Math.max(goesOn(seam, pair), isOpen(pair[0]) && !beginsEntry(pair[1]) ? 0 : -1)))
  return seen('words-go-on', least, least > 0 ? 'its words go on from full lines' : 'its words are complete in themselves')
}

/** Whether a cell holds sentences and ends within one. */
const isOpen = ({ text }: Cell): boolean => CLAUSES.test(text) && !SENTENCE_END.test(text)

/** A sentence above that does not end there, in a column of which at least every other text does. */
const sentenceGoesOn = (seam: Break): Observation | null => {
  const open = rowOf(seam).find(([a, b]) => {
    if (!isOpen(a) || !isWords(b.text)) return false
    const told = columnOf(seam, a).filter(({ text }) => isWords(text))
    return 2 * told.filter(({ text }) => SENTENCE_END.test(text)).length >= told.length
  })
  return open ? seen('sentence-goes-on', 1, `“…${open[0].text.slice(-12)}” is no end of a sentence`) : null
}

/** An entry begins with a number or a mark of its own. */
const ownEntry = (seam: Break): Observation | null =>
  seen(
    'own-entry',
    rowOf(seam).some(([, b]) => beginsEntry(b) && isWords(b.text)) ? -1 : 0,
    'it begins with a mark of an entry',
  )

/** A blank row: low, it is the rest of the one before; as high as others, it is drawn blank. */
const blankRow = (seam: Break): Observation | null => {
  const first = rowOf(seam).map(pair => pair[1])
  if (first.length === 0 || !first.every(isBlank)) return null
  const others = seam.below
    .filter(cell => cell.row > seam.row && cell.rowSpan === 1 && !isBlank(cell))
    .map(({ box }) => heightOf(box))
  const height = Math.max(...first.map(({ box }) => heightOf(box)))
  const isLow = others.length > 0 && height < LOW_ROW * Math.min(...others)
  return seen(
    'blank-and-low',
    isLow ? 1 : -1,
    isLow ? 'it is blank and lower than any row' : 'it is blank and as high as a row',
  )
}

/** What is printed in each of so many rows away from the break is printed in every row. */
const ALWAYS = 3
/** One column may be blank once; two that never are tell a rest. */
const SURE = 2

/** A figure of a goal has an operator before it and a unit behind: ≤100%, ≥18次. */
const isFigure = (text: string): boolean => isAmount(text) || /^[≤≥<>=＝＜＞]?\d[\d.,]*\D{0,3}$/.test(squash(text))

/** Columns that no other row leaves blank, and this one does; what prints an amount of its own is a row, and one that prints nothing is known by its height. */
const columnsLost = (seam: Break): Observation | null => {
  const row = rowOf(seam)
  const isEmpty = row.every(([, b]) => isBlank(b))
  const hasOwn = row.some(pair => isFigure(pair[1].text) && !isDigitsRest(seam, pair))
  if (isEmpty || hasOwn) return null
  const lost = row.filter(([a, b]) => {
    const others = columnOf(seam, a)
    return isBlank(b) && !isBlank(a) && others.length >= ALWAYS && !others.some(isBlank)
  })
  return seen('columns-lost', lost.length / SURE, `${lost.length} columns are blank that no other row leaves blank`)
}

/** Labels that each row has, and this one has not; one that goes on says nothing. */
const unlabelled = (seam: Break): Observation | null => {
  const always = labelsOf(seam).filter(([a]) => !isBlank(a) && !columnOf(seam, a).some(isBlank))
  const own = always.filter(pair => !isBlank(pair[1]) && goesOn(seam, pair) <= 0).length
  const lost = always.filter(pair => isBlank(pair[1])).length
  return own > 0
    ? seen('label-lost', -1, 'it has a label as each row has')
    : seen('label-lost', Number(lost > 0), `${lost} labels that each row has are blank`)
}

/** The first row below as far as it labels the row: codes and ordinals up to the first words. */
function labelsOf(seam: Break): Pair[] {
  const row = rowOf(seam).sort(([a], [b]) => a.column - b.column)
  return row.slice(0, 1 + row.findIndex(([a]) => isWords(a.text)))
}

/** In a form rows have no amounts to tell them: the label at the left does. */
const formLabel = (seam: Break): Observation | null => {
  const label = rowOf(seam).find(([a]) => a.column === 0)
  if (seam.headerRows > 0 || label === undefined || isBlank(label[0])) return null
  return seen('form-label-lost', isBlank(label[1]) ? 1 : -1, 'the label at the left of the form')
}

/** What speaks for and against the first row below being the rest of the last row above. */
export const rowEvidence = (seam: Break): Observation[] =>
  [amountsAgain, digitsRest, wordsGoOn, sentenceGoesOn, ownEntry, blankRow, columnsLost, unlabelled, formLabel].flatMap(
    look => look(seam) ?? [],
  )
