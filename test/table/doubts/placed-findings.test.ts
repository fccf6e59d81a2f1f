import { expect, test } from 'vitest'
import { findingFrom } from '../../../src/finding.ts'
import { placedFindings } from '../../../src/table/doubts/placed-findings.ts'
import { tablesOf } from '../../../src/table/tables.ts'
import { gridOf, pageOf } from '../grids.ts'

const grid = gridOf('编码|名称|合计\n201|公共|9.00')
const { tables } = tablesOf([pageOf(1, ['支出总表', 100, 90, 12])], [grid])
const doubt = { code: 'columns-doubtful', severity: 'warning', verdict: 'structure', message: { zh: '', en: '' } } as const

test('a doubt about a part of a page names the table that was read there', () => {
  const [own] = tables
  expect(placedFindings([findingFrom({ ...doubt, page: 1, box: grid.box })], tables)).toMatchObject([
    { table: own?.id, tables: [own?.id] },
  ])
})

test('one about a page, and one of a place without a table, name none', () => {
  const [left, , right, bottom] = grid.box
  const below = findingFrom({ ...doubt, page: 1, box: [left, bottom + 10, right, bottom + 50] })
  const elsewhere = findingFrom({ ...doubt, page: 2, box: grid.box })
  const findings = [findingFrom({ ...doubt, page: 1 }), below, elsewhere]
  expect(placedFindings(findings, tables)).toEqual(findings)
})
