import { itemAt } from '../../geometry.ts'
import { HAN, textOfReading } from '../engine/engine.ts'
import type { Layout } from '../layout.ts'
import { AMOUNT } from '../lines/side-by-side.ts'
import { paneOf } from '../rulings/panes.ts'
import { inColumns } from './columns.ts'
import { isDash } from './figures.ts'
import { atMost, BESIDE_DIRT, type ReadLine } from './read-line.ts'

/** So many cells of a column, and this share of those with figures, are amounts alone: in columns of goals signs stand beside them, and are meant. */
const ENOUGH = 2
const MOSTLY = 0.5
/** What may be meant beside an amount: a sign or a digit. */
const MAY_BE_MEANT = /[\d≥≤=＝><＞＜%]/u

/** A mark in one cell with an amount, where none can be meant or its column holds amounts alone, is no print: a tick, the ring around a figure, dirt. It goes, and the amount is in doubt. */
export const penMarks = (lines: readonly ReadLine[], { panes, em }: Pick<Layout, 'panes' | 'em'>): readonly ReadLine[] => {
  const homes = Map.groupBy(lines, ({ line }) => paneOf(line.ink, panes))
  const cells = [...homes].flatMap(([pane, own]) => (pane === undefined ? [] : [{ box: pane.box, own }]))
  const marked = inColumns(cells, ({ box }) => box, em).flatMap(column => {
    const figures = column.filter(({ own }) => !own.some(line => HAN.test(textOfReading(line)) || isDash(line)))
    const alone = figures.filter(({ own }) => own.every(isAmount)).length
    const isOfAmounts = alone >= Math.max(ENOUGH, MOSTLY * figures.length)
    return column.flatMap(({ own }) => marksBeside(own, isOfAmounts) ?? [])
  })
  const gone = new Set(marked.flatMap(({ marks }) => marks))
  const doubted = new Set(marked.map(({ amount }) => amount))
  return lines.flatMap(line => (gone.has(line) ? [] : [doubted.has(line) ? atMost(line, BESIDE_DIRT) : line]))
}

/** The amount of a cell and the lone marks beside it that are no print; null where there is anything else. */
function marksBeside(lines: readonly ReadLine[], isOfAmounts: boolean) {
  const [amounts, marks] = [lines.filter(isAmount), lines.filter(line => !isAmount(line))]
  const isNoPrint = (mark: ReadLine): boolean => isMark(mark) && (isOfAmounts || !MAY_BE_MEANT.test(textOfReading(mark)))
  return amounts.length === 1 && marks.length > 0 && marks.every(isNoPrint) ? { amount: itemAt(amounts, 0), marks } : null
}

const isAmount = (line: ReadLine): boolean => AMOUNT.test(textOfReading(line))

/** Whether a line is a lone mark. */
const isMark = (line: ReadLine): boolean => line.characters.length === 1 && !HAN.test(textOfReading(line))
