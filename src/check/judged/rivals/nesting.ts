import { isMoneyUnit, magnitude } from '../../../budget/money/amount.ts'
import { sumOf } from '../../check.ts'
import { MOSTLY_APART } from '../../relations/sums/tree-sum.ts'
import { directionOf, isOfNamedParts } from '../kin.ts'
import type { Rival } from './rival.ts'
import { figuresOf, isProvenThere } from './rows.ts'
import { isNumberedGap } from './siblings.ts'

/** Levels of a list that were all added up make the total two, three or four times. */
const MOST_LEVELS = 6n

/** The sum is a multiple of the whole: 类, 款 and 项, or a repeated subtotal, were taken for one level. */
export const multipleOfWhole: Rival = {
  name: 'multiple',
  zh: '各行之和是合计的整数倍：几级科目可能被重复相加',
  en: 'the sum is a multiple of the whole: levels may be added up twice',
  outweighed: true,
  explains: check => {
    // What is taken off makes a difference, and no sum of levels.
    if (!isMoneyUnit(check.unit) || check.right.terms.some(({ sign }) => sign < 0n)) return false
    const [left, right] = [magnitude(sumOf(check.left)), magnitude(sumOf(check.right))]
    // Of two tables either may have a row twice; a whole is less than parts that were added up twice.
    const [whole, sum] = directionOf(check) === 'between' && left > right ? [right, left] : [left, right]
    if (whole === 0n || sum <= whole) return false
    const times = (2n * sum + whole) / (2n * whole)
    return times >= 2n && times <= MOST_LEVELS && magnitude(sum - times * whole) <= times * (check.tolerance + 1n)
  },
}

/** Most heads of the table are not what stands below them: its rows may be no sums, whatever their codes say. */
export const mostlyApart: Rival = {
  name: 'mostly-apart',
  against: ['down'],
  zh: '该表多数上级科目与其下各项之和不符',
  en: 'most heads of the table are not the sum of what stands below them',
  explains: ({ note }) => note === MOSTLY_APART,
}

/** A total that leaves out more than half of its parts, or counts them twice, is not printed by anybody. */
const NOWHERE_NEAR = 2n

/** The sum is less than half of the whole or more than twice: these are not the parts of this whole. */
export const nowhereNear: Rival = {
  name: 'nowhere-near',
  against: ['down'],
  zh: '两边相差一倍以上：相加的可能不是下级各行',
  en: 'one side is more than twice the other: these may not be its parts',
  outweighed: true,
  explains: check => {
    if (isOfNamedParts(check)) return false
    const [whole, sum] = [magnitude(sumOf(check.left)), magnitude(sumOf(check.right))]
    return whole > NOWHERE_NEAR * sum || sum > NOWHERE_NEAR * whole
  },
}

/** Rows by which the figures themselves say what is part of what: where each subtree ends. */
function endsOf(figures: readonly bigint[], step: bigint): readonly number[] {
  const ends: number[] = []
  for (let row = figures.length - 1; row >= 0; row--) {
    const whole = figures[row] ?? 0n
    let [next, sum, parts] = [row + 1, 0n, 0n]
    ends[row] = row + 1
    while (whole > 0n && next < figures.length && sum <= whole) {
      sum += figures[next] ?? 0n
      next = ends[next] ?? figures.length
      parts += 1n
      if (2n * magnitude(sum - whole) <= step * (parts + 1n)) {
        ends[row] = next
        break
      }
    }
  }
  return ends
}

/** Under the tree that the figures of the column make by themselves, the whole is the sum of its parts. */
export const otherTree: Rival = {
  name: 'other-tree',
  against: ['down'],
  ...{ zh: '按另一种层级相加则相等', en: 'adds up when the rows are nested in another way' },
  outweighed: true,
  explains: (check, scene) => {
    const whole = check.left.terms[0]
    const figures = figuresOf(check, scene)
    const at = figures.findIndex(({ row, column }) => row === whole?.place?.row && column === whole?.place?.column)
    if (!whole || at < 0 || isOfNamedParts(check)) return false
    if (isProvenThere(check, scene) || isNumberedGap(check, scene)) return false
    const rest = figures.filter((_, row) => row !== at)
    const ends = endsOf(
      rest.map(({ money }) => money?.fen ?? 0n),
      whole.step,
    )
    const adds = (from: number): boolean => {
      let [sum, parts, row] = [0n, 0n, from]
      while (row < rest.length) {
        sum += rest[row]?.money?.fen ?? 0n
        row = ends[row] ?? rest.length
        parts += 1n
        if (parts > 1n && 2n * magnitude(sum - whole.fen) <= whole.step * (parts + 1n)) return true
        if (sum > whole.fen + whole.step * parts) return false
      }
      return false
    }
    return adds(at) || adds(0)
  },
}
