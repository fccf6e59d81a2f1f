import type { ProseFact } from '../../../budget/prose.ts'
import { type Check, fromOf } from '../../check.ts'
import { decimals } from '../../relations/ratio.ts'
import type { Scene } from './rival.ts'

/** A part of a list and its share in per cent, as printed. */
interface Part {
  readonly fen: number
  readonly percent: number
  /** One step of the last place of the percentage. */
  readonly step: number
}

const partOf = (amount: ProseFact, share: ProseFact): Part => ({
  fen: Number(amount.fen),
  percent: Number(share.value),
  step: 10 ** -decimals(share.value),
})

/** The other parts of a list that tell their shares: each right behind its amount, in the sentence of a share or of the same whole. */
function partsBeside(share: ProseFact, scene: Scene): readonly Part[] {
  let amount: ProseFact | undefined
  return scene.around(share).flatMap(fact => {
    if (fact.kind === 'amount') amount = fact
    const isOther = fact.kind === 'share' && fact !== share && amount?.sentence === fact.sentence
    return isOther && amount && fact.sentence === share.sentence ? [partOf(amount, fact)] : []
  })
}

/**
 * Whether the percentage of a part is that of what its list leaves out: a clause was not read, and with what is missing made as much
 * as it says, all other parts have the shares that are printed. Then no figure is wrong.
 */
export function isOfLeftOut(check: Check, scene: Scene): boolean {
  const [term] = check.left.terms
  const share = term && scene.fact(term)
  const [amount, whole] = [check.from?.part[0], check.from?.whole]
  if (!share || !amount || !whole || fromOf(check).some(({ place }) => place !== null)) return false
  const own = { fen: Number(amount.fen), percent: Number(share.value), step: 10 ** -decimals(share.value) }
  const rest = 100 - own.percent
  if (rest <= 0) return false
  const parts = partsBeside(share, scene)
  const told = [own, ...parts].reduce((sum, { fen }) => sum + fen, 0)
  const all = (100 * told) / rest
  const [said, ...more] = whole
  const known = said && more.length === 0 ? [{ fen: Number(said.fen), percent: 100, step: own.step }] : []
  return [...parts, ...known].every(
    ({ fen, percent, step }) => Math.abs((100 * fen) / all - percent) <= step + (percent * own.step) / rest,
  )
}
