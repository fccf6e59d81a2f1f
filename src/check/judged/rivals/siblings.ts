import type { BudgetTable, Line } from '../../../budget/dataset.ts'
import { labelOf, plain } from '../../../budget/label.ts'
import { magnitude } from '../../../budget/money/amount.ts'
import { isUnder } from '../../../budget/subjects/code.ts'
import { addedUp, type Check, type Term } from '../../check.ts'
import { digitsOf, ENOUGH_DIGITS, identityOf } from '../kin.ts'
import { isByCode } from '../structure.ts'
import { isGap, isOver, lineOfTerm, linesOfTerms, type Scene } from './rival.ts'

/** Left edges this close (in points) are one indent: a step of indentation is at least half a character. */
const SAME_LEFT = 1.5
/** Fewer rows do not show how rows of a list are printed. */
const SEVERAL = 3

/** How a row is marked: by the length of its code, the level of its number, or its indent alone; null where it is marked as a part of another. `left` is where its label begins. */
function markOf({ label, code }: Line, left: number | null): string | null {
  const { level, memo } = labelOf(label)
  if (memo) return null
  if (code !== null) return `code ${code.length}`
  if (level !== null) return `number ${level}`
  return left === null ? null : `left ${Math.round(left / SAME_LEFT)}`
}

/** Where the labels of some rows begin, by row. */
function leftsOf({ table: { cells } }: BudgetTable, lines: readonly Line[]): ReadonlyMap<number, number | null> {
  const labels = new Map(lines.map(({ row, label }) => [row, label]))
  const labelling = cells.filter(({ row, text }) => labels.get(row) === plain(text))
  return new Map(labelling.reverse().map(({ row, textLeft }) => [row, textLeft]))
}

/** Whether a row prints what the row above or below it does: one may stand for the other. */
function isRepeated({ lines }: BudgetTable, at: number, column: number): boolean {
  const fenOf = (line: Line | undefined): bigint | undefined => line?.amounts.get(column)?.money?.fen
  const own = fenOf(lines[at])
  return own === fenOf(lines[at - 1]) || own === fenOf(lines[at + 1])
}

const NONE = { rows: new Set<number>(), mark: 'left' }

/**
 * Rows of a total that are marked like all its other parts, or have codes under that of their whole, so that they belong to
 * it as those do: a whole that is less by one of them leaves it out.
 */
export const siblingsOf = (check: Check, scene: Scene): ReadonlySet<number> => alikeIn(check, scene).rows

function alikeIn(check: Check, scene: Scene): { readonly rows: ReadonlySet<number>; readonly mark: string } {
  const place = check.left.terms[0]?.place
  const table = place && scene.table(place.table)
  if (!place || !table || identityOf(check).form !== 'tree-sum' || !isOver(check)) return NONE
  const whole = lineOfTerm(check.left.terms[0], scene)
  if (!whole) return NONE
  const isTotal = whole.role === 'total' || whole.role === 'subtotal'
  const rows = new Map(check.right.terms.flatMap(({ place: at }) => (at ? [[at.row, at.column]] : [])))
  const parts = table.lines.flatMap((line, at) => {
    const column = rows.get(line.row)
    return column !== undefined && line.amounts.has(column) ? [{ line, at, column }] : []
  })
  const lefts = leftsOf(
    table,
    parts.map(({ line }) => line),
  )
  const [mark = null, ...others] = new Set(parts.map(({ line }) => markOf(line, lefts.get(line.row) ?? null)))
  if (mark === null || others.length > 0) return NONE
  const isCoded = whole.code !== null && parts.every(({ line: { code } }) => code !== null && isUnder(code, whole.code ?? ''))
  if (!isCoded && (!isTotal || parts.length < SEVERAL)) return NONE
  return { rows: new Set(parts.flatMap(({ line, at, column }) => (isRepeated(table, at, column) ? [] : [line.row]))), mark }
}

/** How the parts are marked of which one is what a total is less by; null where it is none of them. */
function markOfGap(check: Check, scene: Scene): string | null {
  const { rows, mark } = alikeIn(check, scene)
  return check.right.terms.some(({ fen, place }) => isGap(fen, check) && rows.has(place?.row ?? -1)) ? mark : null
}

/** Whether a total is the sum of all its parts but one, to so many digits that it cannot be chance. */
export function isAllButOne(check: Check, scene: Scene): boolean {
  const [whole] = check.left.terms
  return whole !== undefined && digitsOf(whole) >= ENOUGH_DIGITS && markOfGap(check, scene) !== null
}

/** Other parts that add up to a whole without the one that prints it again: beside one alone it is only printed twice. */
const SEVERAL_OTHERS = 2

/**
 * The part of a sum that prints its whole again, where the others add up to it by themselves and all of them print codes of one length
 * under that of the whole: no level was added up twice, and no figure that was read into another row is there once more.
 */
export function totalAgain(check: Check, scene: Scene): Term | null {
  const [whole, ...more] = check.left.terms
  const table = whole?.place && scene.table(whole.place.table)
  if (!table || more.length > 0 || !isByCode(check, table)) return null
  const printed = check.right.terms.filter(({ fen }) => fen !== 0n)
  const [again, ...others] = printed.filter(({ fen }) => fen === whole.fen)
  const rest = printed.filter(term => term !== again)
  const lines = linesOfTerms([whole, ...check.right.terms], scene)
  if (lines.some(({ codeInferred }) => codeInferred)) return null
  const lengths = new Set(lines.slice(1).map(({ code }) => code?.length))
  if (!again || others.length > 0 || rest.length < SEVERAL_OTHERS || lengths.size > 1) return null
  return magnitude(addedUp(rest) - whole.fen) <= check.tolerance ? again : null
}

/** Whether codes or numbers, which say more than any figures how rows are nested, say that the one part which a total is less by is a part of it. */
export const isNumberedGap = (check: Check, scene: Scene): boolean => markOfGap(check, scene)?.startsWith('left') === false
