import { magnitude } from '../../../budget/money/amount.ts'
import type { ProseFact } from '../../../budget/prose/prose.ts'
import { type Check, fromOf } from '../../check.ts'
import { decimals, HUNDRED_PERCENT, HUNDREDTHS, scaled } from '../../relations/sums/ratio.ts'
import type { Scene } from './rival.ts'

/** A part of a list in 分, and its share as printed. */
interface Part {
  readonly fen: bigint
  /** In hundredths of a per cent, as is one step of its last place. */
  readonly percent: bigint
  readonly step: bigint
}

const partOf = (fen: bigint, { value }: ProseFact): Part => ({
  fen,
  percent: scaled(value, HUNDREDTHS),
  step: 10n ** BigInt(Math.max(0, HUNDREDTHS - decimals(value))),
})

/** The other parts of a list that tell their shares: each right behind its amount, in the sentence of a share or of the same whole. */
function partsBeside(share: ProseFact, scene: Scene): readonly Part[] {
  let amount: ProseFact | undefined
  return scene.around(share).flatMap(fact => {
    if (fact.kind === 'amount') amount = fact
    const isOther = fact.kind === 'share' && fact !== share && amount?.sentence === fact.sentence
    const isBeside = isOther && fact.sentence === share.sentence
    return isBeside && typeof amount?.fen === 'bigint' ? [partOf(amount.fen, fact)] : []
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
  const own = partOf(amount.fen, share)
  const rest = HUNDRED_PERCENT - own.percent
  const parts = partsBeside(share, scene)
  const told = [own, ...parts].reduce((sum, { fen }) => sum + fen, 0n)
  if (rest <= 0n || told <= 0n) return false
  const [said, ...more] = whole
  const known = said && more.length === 0 ? [{ fen: said.fen, percent: HUNDRED_PERCENT, step: own.step }] : []
  // The parts told are what is left of all: a part is fen · rest / told of it, to a step of both percentages.
  return [...parts, ...known].every(
    ({ fen, percent, step }) => magnitude(fen * rest - percent * told) * rest <= told * (step * rest + percent * own.step),
  )
}
