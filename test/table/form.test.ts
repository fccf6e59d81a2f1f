import { expect, test } from 'vitest'
import { formOf } from '../../src/table/form.ts'
import { gridOf } from './grids.ts'

const form = (drawing: string) => {
  const { cells, rowEdges } = gridOf(drawing)
  return formOf(
    cells.map(cell => ({ ...cell, page: 1 })),
    rowEdges.length - 1,
  )
}

test('labels stand beside their values, those of a band behind its label', () => {
  const { fields } = form(
    '项目名称|会议费|<|<\n主管部门|信访局|实施单位|信访局\n资金（万元）|资金总额：|9.00|<\n^|其他资金|·|<',
  )
  expect(fields.map(({ path, value }) => [path.join('/'), value])).toEqual([
    ['项目名称', '会议费'],
    ['主管部门', '信访局'],
    ['实施单位', '信访局'],
    ['资金（万元）/资金总额', '9.00'],
    ['资金（万元）/其他资金', ''],
  ])
})

test('heads whose brackets tell years are as short as others', () => {
  const { fields, blocks } = form(
    '总体目标|中期目标（2026年—2028年）|年度目标（2026年）\n^|完成两癌筛查238人，资料齐备。|完成两癌筛查18人，资料齐备。',
  )
  expect(fields).toEqual([])
  expect(blocks).toMatchObject([{ label: '总体目标', columns: ['中期目标（2026年—2028年）', '年度目标（2026年）'] }])
})

test('rows with columns of their own are a block, merged cells in each row', () => {
  const { fields, blocks } = form(
    '年度目标|<|<|<\n做好接待工作，按时完成各项任务，群众满意。|<|<|<\n绩效指标|一级指标|二级指标|指标值\n^|产出|数量|≥3次\n^|^|质量|优',
  )
  expect(fields).toMatchObject([{ path: ['年度目标'], value: '做好接待工作，按时完成各项任务，群众满意。' }])
  expect(blocks).toEqual([
    {
      label: '绩效指标',
      row: 2,
      columns: ['一级指标', '二级指标', '指标值'],
      rows: [
        ['产出', '数量', '≥3次'],
        ['产出', '质量', '优'],
      ],
    },
  ])
})
