import { magnitude, moneyOf } from '../../../budget/money/amount.ts'
import { type Check, sumOf, type Term } from '../../check.ts'
import { directionOf, identityOf, termsOf } from '../kin.ts'
import { isGap, isOver, lineOfTerm, type Rival, type Scene } from './rival.ts'

/** The row adds up when its figures are read one column over: one part is the sum of all the others, or of the whole and the others. */
export const oneColumnOver: Rival = {
  name: 'one-column-over',
  against: ['across'],
  ...{ zh: '整行向旁错一列读则相等', en: 'the row adds up when it is read one column over' },
  outweighed: true,
  explains: check => {
    const [first, ...rest] = check.right.terms
    const sum = rest.reduce((fen, term) => fen + term.fen, 0n)
    const isSum = (wanted: bigint): boolean => magnitude((first?.fen ?? 0n) - wanted) <= check.tolerance
    return first !== undefined && first.fen !== 0n && (isSum(sum) || isSum(sum + sumOf(check.left)))
  },
}

/** What figures of a row that were read as no amounts make together: those of columns whose words are not known. */
function unreadIn(term: Term | undefined, scene: Scene): bigint {
  const [line, table] = [lineOfTerm(term, scene), scene.table(term?.place?.table ?? '')]
  if (!line || !table) return 0n
  const cells = scene.rows(table.table.id).get(line.row) ?? []
  const unread = cells.filter(({ column }) => !line.amounts.has(column))
  return unread.reduce((sum, { text }) => sum + (moneyOf(text, table.unit ?? '')?.fen ?? 0n), 0n)
}

/** The figures of a relation in whose rows another column may be meant: the whole of a sum across, all of one that a table has in itself. */
function columned(check: Check): readonly (Term | undefined)[] {
  if (directionOf(check) === 'across') return check.left.terms.slice(0, 1)
  return check.tables.length === 1 ? termsOf(check) : []
}

/** The difference is a figure of another column of the row, or all that columns of unknown words print there: the columns may belong together otherwise. */
export const otherColumn: Rival = {
  name: 'other-column',
  against: ['across', 'between'],
  ...{ zh: '差额等于同一行另一列', en: 'the difference is another column of the row' },
  outweighed: true,
  explains: (check, scene) => {
    const used = new Set(termsOf(check).map(term => term.place?.column))
    return columned(check).some(term => {
      const others = [...(lineOfTerm(term, scene)?.amounts ?? [])].filter(([column]) => !used.has(column))
      return [...others.map(([, { money }]) => money?.fen ?? 0n), unreadIn(term, scene)].some(fen => isGap(fen, check))
    })
  },
}

/** A whole among its parts is their average, a rate or a term: in a table of any kind such a row stands below those that add up. */
export const averageOfParts: Rival = {
  name: 'average-of-parts',
  against: ['across'],
  ...{ zh: '该数介于各项之间：可能是平均数或比率', en: 'it lies between its parts: it may be an average or a rate' },
  outweighed: true,
  explains: check => {
    const [[whole], identity] = [check.left.terms, identityOf(check)]
    const parts = check.right.terms.filter(({ fen }) => fen !== 0n).map(({ fen }) => fen)
    if (!whole || identity.form !== 'row-sum' || identity.kinds !== 'rest' || parts.length < 2) return false
    return parts.some(fen => fen <= whole.fen) && parts.some(fen => fen >= whole.fen) && parts.every(fen => fen > 0n)
  },
}

/** The last group of a table has fewer columns than another of the same names: what it comes short of may stand on a sheet beside it. */
export const lostColumn: Rival = {
  name: 'lost-column',
  against: ['across'],
  zh: '表的最后一组比同样的另一组少一列：该列可能印在另一页',
  en: 'the last group of the table has fewer columns than another like it: one may stand on another page',
  explains: (check, scene) => {
    const place = check.left.terms[0]?.place
    const columns = scene.table(place?.table ?? '')?.columns ?? []
    const group = columns[place?.column ?? -1]?.path[0]
    if (isOver(check) || group === undefined || columns.at(-1)?.path[0] !== group) return false
    const groups = Map.groupBy(columns, ({ path: [head] }) => head)
    const [own = new Set<string>(), ...others] = [group, ...groups.keys()].map(
      head => new Set(groups.get(head)?.flatMap(({ path: [, name] }) => name ?? [])),
    )
    return own.size > 1 && others.some(names => names.size > own.size && [...own].every(name => names.has(name)))
  },
}
