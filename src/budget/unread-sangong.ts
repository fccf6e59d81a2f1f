import { type Finding, findingFrom } from '../finding.ts'
import { printedAmount } from './amount.ts'
import type { BudgetTable } from './dataset.ts'
import { plain } from './label.ts'
import { SANGONG_TOTAL } from './money-words.ts'

/** Tables that their title, or the heading of one without a title, calls 三公, that print a figure, and of which no total could be understood. */
export const unreadSangong = (tables: readonly BudgetTable[]): Finding[] =>
  tables.filter(isUnread).map(({ table }) =>
    findingFrom({
      ...{ code: 'sangong-unread', severity: 'warning', verdict: 'structure', table: table.id },
      ...{ page: table.regions[0]?.page ?? null, box: table.regions[0]?.box ?? null },
      message: {
        zh: `三公经费表“${table.title ?? table.heading}”有数字，但没有读懂它的合计`,
        en: `the 三公 table “${table.title ?? table.heading}” prints figures, but its total was not understood`,
      },
    }),
  )

const isUnread = ({ table, sangong }: BudgetTable): boolean =>
  SANGONG_TOTAL.test(plain(table.title ?? table.heading ?? '')) &&
  table.headerRows > 0 &&
  !sangong.some(({ parts }) => parts.total) &&
  table.cells.some(({ row, text }) => row >= table.headerRows && /\.\d/.test(text) && printedAmount(text)?.state === 'value')
