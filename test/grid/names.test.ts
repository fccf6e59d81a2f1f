import { expect, test } from 'vitest'
import { gridsOf } from '../../src/grid/grids.ts'
import { across, centred, ending, page, shown, text } from './page.ts'

test('a name of one line beside a name of two keeps its column, and the empty column beside it keeps its own', () => {
  const head = [
    ...centred(70, 134, '编码'),
    ...centred(150, 134, '名称'),
    ...centred(240, 134, '合计'),
    ...centred(320, 134, '项目支出'),
    ...[...centred(390, 128, '上缴上级支'), ...centred(390, 140, '出')],
    ...[...centred(460, 128, '对附属单位'), ...centred(460, 140, '补助支出')],
  ]
  const rows = ['201', '203', '205', '208'].flatMap((code, at) => [
    ...text(44, 160 + 20 * at, code),
    ...text(104, 160 + 20 * at, '教育支出'),
    ...[...ending(262, 160 + 20 * at, `${at + 1},597.49`), ...ending(346, 160 + 20 * at, `${at + 1},350.80`)],
  ])
  const rules = [118, 146, 230].map(y => across(y, 40, 500))
  const [grid] = gridsOf(page([...head, ...rows], rules))
  expect(shown(grid)[0]).toEqual(['编码', '名称', '合计', '项目支出', '上缴上级支出', '对附属单位补助支出'])
})
