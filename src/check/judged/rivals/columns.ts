import { moneyOf } from '../../../budget/amount.ts'
import type { Term } from '../../check.ts'
import { identityOf, termsOf } from '../kin.ts'
import { isGap, lineOf, type Rival, type Scene } from './rival.ts'

/** What figures of a row that were read as no amounts make together: those of columns whose words are not known. */
function unreadIn(term: Term | undefined, scene: Scene): bigint {
  const [line, table] = [lineOf(term, scene), scene.table(term?.place?.table ?? '')]
  if (!line || !table) return 0n
  const cells = scene.rows(table.table.id).get(line.row) ?? []
  const unread = cells.filter(({ column }) => !line.amounts.has(column))
  return unread.reduce((sum, { text }) => sum + (moneyOf(text, table.unit ?? '')?.fen ?? 0n), 0n)
}

/** The difference is a figure of another column of the row, or all that columns of unknown words print there: the columns may belong together otherwise. */
export const otherColumn: Rival = {
  name: 'other-column',
  against: ['across'],
  words: { zh: '差额等于同一行另一列', en: 'the difference is another column of the row' },
  outweighed: true,
  explains: (check, scene) => {
    const used = new Set(termsOf(check).map(term => term.place?.column))
    const [whole] = check.left.terms
    const others = [...(lineOf(whole, scene)?.amounts ?? [])].filter(([column]) => !used.has(column))
    return [...others.map(([, { money }]) => money?.fen ?? 0n), unreadIn(whole, scene)].some(fen => isGap(fen, check))
  },
}

/** A whole among its parts is their average, a rate or a term: in a table of any kind such a row stands below those that add up. */
export const averageOfParts: Rival = {
  name: 'average-of-parts',
  against: ['across'],
  words: { zh: '该数介于各项之间：可能是平均数或比率', en: 'it lies between its parts: it may be an average or a rate' },
  outweighed: true,
  explains: check => {
    const [[whole], identity] = [check.left.terms, identityOf(check)]
    const parts = check.right.terms.filter(({ fen }) => fen !== 0n).map(({ fen }) => fen)
    if (!whole || identity.form !== 'row-sum' || identity.kinds !== 'rest' || parts.length < 2) return false
    return parts.some(fen => fen <= whole.fen) && parts.some(fen => fen >= whole.fen) && parts.every(fen => fen > 0n)
  },
}
