import type { AmountCell } from '../../../budget/money/amount.ts'
import type { Verdict } from '../../../finding.ts'
import type { Cell } from '../../../table/table.ts'
import { placeName } from '../../check.ts'
import { cellTerm } from '../../relations/compare.ts'
import { digitsOf, identityOf } from '../kin.ts'
import { SURPRISING_DIGITS } from '../shift-between.ts'
import { type Shifted, shiftsThrough } from '../shifted.ts'
import { isClear, isSure } from '../structure.ts'
import type { Rival, Scene } from './rival.ts'

/** Amounts slipped against the names of their rows, and who is at fault is not known. */
export const shiftedRows: Rival = {
  name: 'shifted-rows',
  code: 'rows-shifted',
  zh: '不能确定是文件所印如此还是读取时错行',
  en: 'it is not known whether the document prints them so or its rows were read so',
  explains: (check, { shifted }) => shiftsThrough(check, shifted).length > 0,
}

/** Whether a figure that no row of the table prints stands on its pages outside its amounts: a row was lost, and those below it moved up. */
function isLost({ own, rows }: Shifted, scene: Scene): boolean {
  const printed = new Set(own.lines.flatMap(({ amounts }) => [...amounts.values()].map(({ money }) => money?.fen)))
  const loose = scene.loose(own.table.id)
  return rows
    .flatMap(({ should }) => should)
    .map(amount => cellTerm(amount))
    .some(term => digitsOf(term) >= SURPRISING_DIGITS && !printed.has(term.fen) && loose.has(term.fen))
}

/** Whether a row among them prints amounts beside neither a code nor the name of a total: the label of the row above may go on there. */
const isCut = ({ rows }: Shifted): boolean =>
  rows.some(({ line, cells }) => line.code === null && line.role !== 'total' && cells.some(({ state }) => state === 'value'))

const isCertainCell = ({ source, confidence, rowSpan }: Cell): boolean => source === 'pdf' && confidence >= 1 && rowSpan === 1

/** Whether everything that the slipped rows print was read for sure, each cell in a row of its own. */
function areRowsCertain({ own, rows }: Shifted, scene: Scene): boolean {
  const { unread, rows: cells } = scene
  const id = own.table.id
  const isSure = (row: number): boolean => (cells(id).get(row) ?? []).every(isCertainCell) && !unread(id).rows.has(row)
  return rows.every(({ line: { row } }) => isSure(row))
}

/** Whether nothing about the tables that show it is in doubt. */
function isShownClearly(amounts: readonly AmountCell[], scene: Scene): boolean {
  const failing = amounts
    .flatMap(amount => scene.through.get(placeName(cellTerm(amount))) ?? [])
    .filter(check => check.outcome === 'broken' && identityOf(check).form === 'by-code')
  return failing.length > 0 && failing.every(check => isClear(check, { scene, proven: false, nearly: true }))
}

/** Whose fault it is that amounts slipped: the reading's where a row of it was lost or cut, nobody's where it is not sure how its table goes on, the document's where nothing that was read is in doubt. */
export function faultOfShift(shift: Shifted, scene: Scene): Verdict {
  if (isCut(shift) || isLost(shift, scene))
    return shift.own.table.decisions.every(isSure) ? 'extraction-suspect' : 'unexplained'
  const isPrintedSo = !shift.isEither && areRowsCertain(shift, scene) && isShownClearly(shift.amounts, scene)
  return isPrintedSo ? 'published-inconsistency' : 'unexplained'
}
