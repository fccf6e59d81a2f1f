import { moneyOf } from '../../../budget/money/amount.ts'
import { placeName, type Term } from '../../check.ts'
import { fits } from '../culprit.ts'
import { termsOf } from '../kin.ts'
import type { Rival, Scene } from './rival.ts'

/** By how much a figure is another than the program had read before a person corrected it, in 分, with the name of its place; none where nobody did. */
function changesOf(term: Term, scene: Scene): readonly (readonly [name: string, change: bigint])[] {
  const { place } = term
  const amount = place && scene.amounts(place.table).get(`${place.row} ${place.column}`)
  const first = amount?.cell.firstReading
  if (first === undefined) return []
  const before = first === '' ? 0n : moneyOf(first, amount?.unit ?? '')?.fen
  return before === undefined ? [] : [[placeName(term), before - term.fen]]
}

/** A relation that held until a figure was typed over tells of a slip in typing: who means that the document is wrong says so. */
export const typedOver: Rival = {
  name: 'typed-over',
  ...{ zh: '更正前的读数使之成立', en: 'what was read before the correction makes it hold' },
  verdict: 'extraction-suspect',
  explains: (check, scene) => {
    const changes = new Map(termsOf(check).flatMap(term => changesOf(term, scene)))
    return changes.size > 0 && fits(check, changes)
  },
}
