import type { BudgetTable, Line } from '../../../budget/dataset.ts'
import { isMoneyUnit, magnitude } from '../../../budget/money/amount.ts'
import { isUnder } from '../../../budget/subjects/code.ts'
import { endsInTable, squash } from '../../../table/words.ts'
import { type Check, sumOf } from '../../check.ts'
import { roundedTerms } from '../../relations/compare.ts'
import { directionOf, identityOf, isOfNamedParts, termsOf } from '../kin.ts'
import { gapOf, isGap, isOver, linesOfTerms, type Rival, type Scene } from './rival.ts'

/** A figure of fewer digits stands on any page. */
const SOME = 100n

/** What a side would have to be for the check to hold: the sum of the other. */
const wantedOf = (check: Check): readonly bigint[] => [sumOf(check.left), sumOf(check.right)]

/** The difference, or a whole side, is printed on the page, or the next one, and no amount of a standard table: a row or a cell was lost. */
export const lostRow: Rival = {
  name: 'lost-row',
  against: ['across', 'down', 'between'],
  zh: '差额等于页上表外的一个数字：可能漏读一行',
  en: 'the difference is printed outside the tables: a row may be lost',
  verdict: 'extraction-suspect',
  outweighed: true,
  explains: (check, scene) =>
    check.tables.some(table =>
      [...scene.loose(table)].some(
        figure => figure >= SOME && (isGap(figure, check) || wantedOf(check).some(wanted => wanted === figure)),
      ),
    ),
}

/** What the narrative says stands in the header of a table: a row of figures was taken for a header, and the figure is compared with another table's. */
export const rowInHeader: Rival = {
  name: 'row-in-header',
  against: ['words'],
  zh: '该数印在一张表的表头里：可能有一行数据被当作表头',
  en: 'the figure stands in the header of a table: a row of figures may have been taken for a header',
  verdict: 'extraction-suspect',
  explains: (check, { heads }) => {
    const said = sumOf(check.left)
    return isMoneyUnit(check.unit) && check.tables.length > 0 && said >= SOME && heads.has(said)
  },
}

/** The table that a relation holds against words by which it is empty. */
const saidEmpty = (check: Check, scene: Scene): BudgetTable | undefined =>
  identityOf(check).form === 'empty' ? scene.table(check.tables[0] ?? '') : undefined

/** What is said to be empty has rows with figures, and none of a subject where a column is one of codes, or the caption of another table among its cells: the rows below it may be read into it. */
export const rowsBelow: Rival = {
  name: 'rows-below',
  against: ['words'],
  zh: '表中有数字的行没有科目编码，或表内印有另一张表的表名：这些行可能属于其下的另一张表',
  en: 'its rows with figures print no code of a subject, or it holds the caption of another table: they may be those of a table below',
  verdict: 'extraction-suspect',
  explains: (check, scene) => {
    const table = saidEmpty(check, scene)
    if (table === undefined) return false
    const filled = table.lines.filter(({ amounts }) => [...amounts.values()].some(({ state }) => state === 'value'))
    const lacksCodes = table.columns.some(({ role }) => role === 'code') && filled.every(({ code }) => code === null)
    return lacksCodes || table.table.cells.some(({ text }) => endsInTable(squash(text)) && text !== table.table.title)
  },
}

/** The class of what is spent of the state capital budget. */
const STATE_CAPITAL = '223'

/** What is said to be empty has rows of another fund alone, by their codes: it may bear the title of a table beside it. */
export const otherFund: Rival = {
  name: 'other-fund',
  against: ['words'],
  zh: '表中各行的科目编码属于另一本预算：表名可能是相邻一张表的',
  en: 'the codes of its rows are those of another fund: its title may be that of a table beside it',
  verdict: 'extraction-suspect',
  explains: (check, scene) => {
    const table = saidEmpty(check, scene)
    const codes = table?.lines.flatMap(({ code, codeKind }) => (codeKind === 'function' && code !== null ? [code] : [])) ?? []
    const isOfCapital = /soe|fin\.09/.test(table?.kind ?? '')
    return codes.length > 0 && codes.every(code => code.startsWith(STATE_CAPITAL) !== isOfCapital)
  },
}

/** Rows of codes like those of the parts that another table of the same money prints, and this one does not, make up the difference. */
export const rowsOfOther: Rival = {
  name: 'rows-of-other',
  against: ['down'],
  zh: '差额等于另一张表中有、本表没有的科目之和：可能漏读几行',
  en: 'the difference is what another table prints of subjects that this one lacks: their rows may be lost',
  outweighed: true,
  explains: (check, scene) => {
    if (isOver(check) || isOfNamedParts(check) || gapOf(check) < SOME) return false
    const [whole] = linesOfTerms(check.left.terms, scene)
    const parts = linesOfTerms(check.right.terms, scene)
    const lacks = ({ code, codeKind }: Line): boolean =>
      code !== null &&
      isUnder(code, whole?.code ?? '') &&
      parts.every(part => part.codeKind === codeKind && part.code !== code && part.code?.length === code.length)
    return comparedWith(check, scene).some(({ columns, lines }) => {
      const more = lines.filter(lacks)
      return columns.some(({ index }) =>
        isGap(
          more.reduce((sum, { amounts }) => sum + (amounts.get(index)?.money?.fen ?? 0n), 0n),
          check,
        ),
      )
    })
  },
}

/** Tables that relations which hold compare with those of a check. */
function comparedWith({ tables }: Check, scene: Scene): readonly BudgetTable[] {
  const ids = new Set(tables.flatMap(table => scene.held(table)).flatMap(held => held.tables))
  return [...ids].filter(id => !tables.includes(id)).flatMap(id => scene.table(id) ?? [])
}

/** A figure of fewer digits that is printed somewhere on a page is no surprise. */
const SURPRISING_DIGITS = 3

/** What the figure should be is printed on its page and no amount of a table: it was lost. */
export const lostFigure: Rival = {
  name: 'lost-figure',
  zh: '应有的数字印在页上，但未被读入该格',
  en: 'the figure it should be is printed on the page and was not read into its cell',
  verdict: 'extraction-suspect',
  explains: (check, scene) => {
    const culprit = scene.culprit(check)
    const place = culprit?.term.place
    if (!culprit || !place) return false
    // A bare 0 beside 5.40 is printed to no place.
    const [step = 1n] = roundedTerms(culprit.mends.flatMap(termsOf).filter(term => term.place?.table === place.table)).map(
      term => term.step,
    )
    const slack = culprit.mends.reduce((sum, { tolerance }) => sum + tolerance, 0n)
    const isSurprising = `${magnitude(culprit.should) / step}`.length >= SURPRISING_DIGITS
    return isSurprising && [...scene.loose(place.table)].some(figure => magnitude(figure - culprit.should) <= slack)
  },
}

/** A page of the table may be missing: parts that run to its end, or over a page that belongs to no table, may not be all. */
export const openEnd: Rival = {
  name: 'open-end',
  against: ['down'],
  zh: '该表之间或之后有一页不属于任何表：可能缺页',
  en: 'a page within the table or behind it belongs to no table: a page of it may be missing',
  outweighed: true,
  explains: (check, scene) => {
    const [whole] = check.left.terms
    const table = scene.table(whole?.place?.table ?? '')
    if (isOfNamedParts(check) || isOver(check)) return false
    if (!whole || !table || !scene.isOpen(table.table.id)) return false
    const rows = table.lines.filter(({ amounts }) => amounts.size > 0).map(({ row }) => row)
    const ends = check.right.terms.some(({ place }) => isLastOf(table, place?.row ?? 0, Math.max(...rows)))
    return ends || check.right.terms.some(({ page }) => page !== whole.page)
  },
}

/** Whether nothing but parts of a row stands between it and the last row with figures. */
const isLastOf = ({ lines }: BudgetTable, row: number, last: number): boolean => {
  const at = lines.findIndex(line => line.row === row)
  const isInside = (index: number | null): boolean => index !== null && (index === at || isInside(lines[index]?.parent ?? null))
  return row === last || lines.filter(line => line.row > row && line.row <= last).every(line => isInside(line.parent))
}

/** A cell of the column, or of the row, has a text that is no amount: ########, 见附表. */
export const unreadCell: Rival = {
  name: 'unread-cell',
  against: ['across', 'down'],
  ...{ zh: '同列或同行有不能读作数字的内容', en: 'a cell of the column or row holds what is no figure' },
  explains: (check, scene) => {
    const place = check.left.terms[0]?.place
    if (!place) return false
    const { rows, columns } = scene.unread(place.table)
    return directionOf(check) === 'down' ? columns.has(place.column) : rows.has(place.row)
  },
}

/** Two digits are exchanged in all figures: the font says other digits than it shows. */
export const swappedDigits: Rival = {
  name: 'swapped-digits',
  ...{ zh: '字体把两个数字互换', en: 'the font exchanges two digits' },
  verdict: 'extraction-suspect',
  explains: (check, { swapped }) =>
    swapped !== null && termsOf(check).some(({ text }) => swapped.some(digit => text.includes(digit))),
}

/** So many different gaps of one relation in one table are no misprints: the genuine documents at hand have up to three. */
const MANY_GAPS = 4

/** The relation fails by many different amounts in one table: its rows or columns are not what they are taken for. */
export const manyGaps: Rival = {
  name: 'many-gaps',
  against: ['across', 'down'],
  zh: '同一关系在该表多处以不同数额不成立：行列结构可能理解有误',
  en: 'the relation fails by many different amounts in this table: its rows or columns may be misunderstood',
  isOfTable: true,
  explains: (check, { gaps }) => gaps(check) >= MANY_GAPS,
}
