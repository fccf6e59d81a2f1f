import type { Agreement } from '../../sums.ts'

/** What stands at the top of a list, in the order of print: a row of its forest, or a total. */
export interface Top {
  readonly row: number
  readonly isTotal: boolean
}

/** A total with what it adds up. */
export interface Total {
  readonly whole: number
  readonly parts: readonly number[]
  readonly agreement: Agreement
}

const isHolding = ({ held, weight }: Agreement): boolean => held > 0 && weight > 0

/**
 * What each total of a list adds up: all that is still open above it, what came since the last total, what follows it, the
 * whole list, or another total. The figures choose; where none holds, a total at the head sums what follows and any other
 * what is open above. One at the head of a list whose parts another list tells, 本年收入合计 over 上级补助收入 and 收入总计, or
 * 本年支出合计 below that total and over 支出总计, is a row of the next.
 */
export function totalsOf(tops: readonly Top[], agree: (whole: number, parts: readonly number[]) => Agreement): Total[] {
  const totals: Total[] = []
  const consumed = new Set<number>()
  let open: number[] = []
  let since: number[] = []
  tops.forEach(({ row, isTotal }, at) => {
    if (!isTotal) {
      if (consumed.has(row)) return
      open.push(row)
      since.push(row)
      return
    }
    const next = tops.findIndex((other, index) => index > at && other.isTotal)
    const after = tops.slice(at + 1, next < 0 ? undefined : next).map(top => top.row)
    const rest = tops.slice(at + 1).flatMap(top => (top.isTotal ? [] : [top.row]))
    const whole = tops.flatMap(top => (top.isTotal ? [] : [top.row]))
    const earlier = tops.slice(0, at).findLast(top => top.isTotal)
    const choices = [open, since, after, rest, whole, ...(earlier ? [[earlier.row]] : [])].filter(parts => parts.length > 0)
    const tried = choices.map(parts => ({ whole: row, parts, agreement: agree(row, parts) }))
    const holding = tried.filter(({ agreement }) => isHolding(agreement))
    const following = holding.length === 0 && since.length === 0 ? tops[next]?.row : undefined
    if (following !== undefined && isHolding(agree(following, [row, ...after]))) {
      open.push(row)
      since.push(row)
      return
    }
    const [best] = holding.sort((a, b) => b.agreement.weight - a.agreement.weight)
    const isLast = since.length > 0 || after.length === 0
    const usual = tried.find(({ parts }) => (isLast ? parts === open : parts === after && !earlier))
    const total = best ?? usual
    if (total !== undefined) totals.push(total)
    if (total?.parts === after || total?.parts === rest || total?.parts === whole)
      for (const part of total.parts) consumed.add(part)
    open = total?.parts === since && since !== open ? [...open.filter(part => !since.includes(part)), row] : [row]
    since = []
  })
  return totals
}
