import { moneyOf } from '../../src/budget/money/amount.ts'
import type { Side, Term } from '../../src/check/check.ts'

/** A figure as it would be printed, in its unit. */
const term = (text: string, unit: string): Term => {
  const money = moneyOf(text, unit)
  return {
    sign: 1n,
    fen: money?.fen ?? 0n,
    step: money?.step ?? 0n,
    text,
    unit,
    page: 1,
    box: [0, 0, 1, 1],
    place: null,
    certain: true,
  }
}

/** A side of an identity from figures of one unit. */
export const side = (unit: string, ...texts: string[]): Side => ({ label: '', terms: texts.map(text => term(text, unit)) })
