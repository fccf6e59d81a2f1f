import type { BudgetTable } from '../../../budget/dataset.ts'
import { type AmountCell, isMoneyUnit, magnitude, tellingDigits } from '../../../budget/money/amount.ts'
import { type Check, sumOf, type Term } from '../../check.ts'
import type { Culprit } from '../culprit.ts'
import { directionOf, identityOf, kinOf, vouches } from '../kin.ts'
import { tablesOf } from '../scene.ts'
import { gapOf, isGap, lineOfTerm, type Rival, type Scene } from './rival.ts'
import { siblingsOf } from './siblings.ts'

const amountColumns = (table: BudgetTable, list: number): number[] =>
  table.columns.filter(column => column.list === list && column.role === 'amount').map(column => column.index)

/** The figures of the column in which a check adds up rows, from top to bottom, with their labels; none for other checks. */
export function figuresOf(check: Check, scene: Scene): readonly (AmountCell & { readonly label: string })[] {
  const [whole] = check.left.terms
  const table = scene.table(whole?.place?.table ?? '')
  if (!whole?.place || !table) return []
  const nth = amountColumns(table, lineOfTerm(whole, scene)?.list ?? 0).indexOf(whole.place.column)
  return table.lines.flatMap(line => {
    const amount = line.amounts.get(amountColumns(table, line.list)[nth] ?? -1)
    return amount?.money ? [{ ...amount, label: line.label }] : []
  })
}

/** Rows with a figure in another column in which the same rows add up: that they belong where they stand is shown there. */
function provenRows(check: Check, scene: Scene): ReadonlySet<number> {
  const [table] = tablesOf(check, scene)
  const [rows] = kinOf(check)
  if (table === undefined || rows === undefined) return new Set()
  const columns = scene.held(table.table.id).flatMap(other => {
    const isShown = vouches(other) && directionOf(other) === 'down' && kinOf(other)[0] === rows
    return isShown ? (other.left.terms[0]?.place?.column ?? []) : []
  })
  return new Set(
    table.lines.flatMap(({ row, amounts }) =>
      columns.some(column => (amounts.get(column)?.money?.fen ?? 0n) !== 0n) ? [row] : [],
    ),
  )
}

/** Whether another column shows that all rows of a sum belong to it. */
export function isProvenThere(check: Check, scene: Scene): boolean {
  const proven = provenRows(check, scene)
  return check.right.terms.every(({ place, fen }) => fen === 0n || (place !== null && proven.has(place.row)))
}

/** Rows of which another column, or how they are marked, shows that they belong where they stand. */
const rowsAtHome = (check: Check, scene: Scene): ReadonlySet<number> =>
  new Set([...provenRows(check, scene), ...siblingsOf(check, scene)])

/** The difference is a row of the column: it was left out, counted twice, or stands under another head. */
export const oneRow: Rival = {
  name: 'one-row',
  against: ['down'],
  zh: '差额等于同列某一行：该行的归属可能读错',
  en: 'the difference is a row of the column, which may belong elsewhere',
  outweighed: true,
  explains: (check, scene) => {
    const proven = rowsAtHome(check, scene)
    // Parts that come to twice the whole are more by the whole itself, which is no row among them.
    const whole = check.left.terms[0]?.place?.row
    return figuresOf(check, scene).some(({ row, money }) => row !== whole && isGap(money?.fen ?? 0n, check) && !proven.has(row))
  },
}

/** Digits of a difference that no misprinted digit makes, and no row has by chance. */
const NO_CHANCE = 4

/** The difference is a row of the column to so many digits that relations which ask for one figure ask for that row to stand elsewhere. */
export const rowElsewhere: Rival = {
  name: 'row-elsewhere',
  against: ['down'],
  ...{ zh: oneRow.zh, en: oneRow.en },
  explains: (check, scene) =>
    scene.culprit(check)?.term.step !== 0n && tellingDigits(`${gapOf(check)}`) >= NO_CHANCE && oneRow.explains(check, scene),
}

/** Two parts of one name: a unit and the department of its name, a 款 and its only 项. */
export const sameName: Rival = {
  name: 'same-name',
  against: ['down'],
  ...{ zh: '相加的几行中有同名两行，可能是上下级', en: 'two of the parts have one name and may be one inside the other' },
  outweighed: true,
  explains: (check, scene) => {
    // Lists that stand side by side print one name in one row: only what was added up is a part.
    const isPart = ({ row, column }: AmountCell): boolean =>
      check.right.terms.some(({ place }) => place?.row === row && place.column === column)
    const labels = figuresOf(check, scene).flatMap(figure => (isPart(figure) && figure.label !== '' ? [figure.label] : []))
    return new Set(labels).size < labels.length
  },
}

/** Whether the figure that relations ask for in two ways is a blank: it may have been lost. */
const isAskedFor = (culprit: Culprit | null): boolean => culprit !== null && culprit.term.step === 0n && culprit.ways.size > 1

/** Whether some figures are blank, and those that are not are nothing. */
const isBlank = (terms: readonly Term[]): boolean =>
  terms.every(({ fen }) => fen === 0n) && (terms.length === 0 || terms.some(({ step }) => step === 0n))

/** A blank is not 0.00: a head whose figure is not printed says nothing about its parts. */
export const headWithoutFigure: Rival = {
  name: 'blank-head',
  ...{ zh: '有一处未印数字', en: 'a figure is not printed' },
  outweighed: true,
  explains: (check, scene) =>
    isMoneyUnit(check.unit) &&
    ([check.left, check.right].some(({ terms }) => isBlank(terms)) || isAskedFor(scene.culprit(check))),
}

/** A whole is more than its rows in a document that says that it leaves out secrets: it tells itself why they do not add up. */
export const secretRows: Rival = {
  name: 'secret-rows',
  against: ['down'],
  zh: '文件说明涉密内容不予公开，所列各行可能不全',
  en: 'the document says that it leaves out secrets: not all rows may be printed',
  outweighed: true,
  explains: (check, { withholds }) => withholds && magnitude(sumOf(check.right)) < magnitude(sumOf(check.left)),
}

/** A whole in rows, or of the funds of a form, with one part that is less: another may have been lost, or be printed nowhere. */
export const onlyPart: Rival = {
  name: 'only-part',
  zh: '只有一个组成部分且小于合计：可能另有部分漏读或未印',
  en: 'the only part is less than the whole: another may be lost or not printed',
  outweighed: true,
  explains: check => {
    const isSum = directionOf(check) === 'down' || identityOf(check).form === 'form-sum'
    return isSum && check.right.terms.length === 1 && magnitude(sumOf(check.right)) < magnitude(sumOf(check.left))
  },
}
