import { expect, test } from 'vitest'
import { readBudget } from '../../src/budget/read-budget.ts'
import type { Check } from '../../src/check/check.ts'
import { coverageOf } from '../../src/check/guarded.ts'
import { cellTerm, compare, notEvaluable } from '../../src/check/relations/compare.ts'
import { tableOf } from '../budget/table.ts'

const DATASET = readBudget(
  [
    tableOf(
      [
        ['科目编码', '科目名称', '合计'],
        ['201', '一般公共服务支出', '1,124.80'],
        ['208', '社会保障和就业支出', '357.56'],
      ],
      1,
      { title: '部门支出总表' },
    ),
  ],
  [],
)

const terms = DATASET.tables.flatMap(({ lines }) =>
  lines.flatMap(({ amounts }) => [...amounts.values()].map(amount => cellTerm(amount))),
)

/** How many of two figures a relation between them guards that came out so. */
function guardedBy(how: (check: Check) => Check): number {
  const [left, right] = terms.map(term => ({ label: '', terms: [term] }))
  if (!left || !right) throw new Error('no figures')
  return coverageOf(DATASET, [how(compare({ identity: 'B12b', instance: '' }, left, right, 'same'))]).guarded
}

test.each<readonly [string, number, (check: Check) => Check]>([
  ['holds', 2, check => ({ ...check, outcome: 'holds', verdict: 'holds' })],
  ['holds within rounding', 2, check => ({ ...check, outcome: 'rounding', verdict: 'rounding' })],
  ['fails by the fault of the document', 2, check => ({ ...check, verdict: 'published-inconsistency' })],
  ['fails because a figure may be misread', 2, check => ({ ...check, verdict: 'extraction-suspect' })],
  ['fails and nobody knows why', 0, check => ({ ...check, verdict: 'unexplained' })],
  ['cannot be judged', 0, check => notEvaluable(check, '')],
])('a relation that %s guards %i of its figures', (_, guarded, how) => {
  expect(guardedBy(how)).toBe(guarded)
})
