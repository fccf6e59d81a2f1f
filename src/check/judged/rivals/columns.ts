import { magnitude } from '../../../budget/amount.ts'
import { identityOf, termsOf } from '../kin.ts'
import { isGap, lineOf, type Rival } from './rival.ts'

/** The row adds up when its figures are read one column over: the first part is the sum of the others. */
export const oneColumnOver: Rival = {
  name: 'one-column-over',
  against: ['across'],
  words: { zh: '整行向旁错一列读则相等', en: 'the row adds up when it is read one column over' },
  verdict: 'unexplained',
  outweighed: true,
  explains: check => {
    const [first, ...rest] = check.right.terms
    const sum = rest.reduce((fen, term) => fen + term.fen, 0n)
    return first !== undefined && first.fen !== 0n && magnitude(first.fen - sum) <= check.tolerance
  },
}

/** The difference is a figure of another column of the row: the columns may belong together otherwise. */
export const otherColumn: Rival = {
  name: 'other-column',
  against: ['across'],
  words: { zh: '差额等于同一行另一列', en: 'the difference is another column of the row' },
  verdict: 'unexplained',
  outweighed: true,
  explains: (check, scene) => {
    const used = new Set(termsOf(check).map(term => term.place?.column))
    const line = lineOf(check.left.terms[0], scene)
    return [...(line?.amounts ?? [])].some(
      ([column, { money }]) => !used.has(column) && money !== null && isGap(money.fen, check),
    )
  },
}

/** A whole among its parts is their average, a rate or a term: in a table of any kind such a row stands below those that add up. */
export const averageOfParts: Rival = {
  name: 'average-of-parts',
  against: ['across'],
  words: { zh: '该数介于各项之间：可能是平均数或比率', en: 'it lies between its parts: it may be an average or a rate' },
  verdict: 'unexplained',
  outweighed: true,
  explains: check => {
    const [[whole], identity] = [check.left.terms, identityOf(check)]
    const parts = check.right.terms.filter(({ fen }) => fen !== 0n).map(({ fen }) => fen)
    if (!whole || identity.form !== 'row-sum' || identity.kinds !== 'rest' || parts.length < 2) return false
    return parts.some(fen => fen <= whole.fen) && parts.some(fen => fen >= whole.fen) && parts.every(fen => fen > 0n)
  },
}
