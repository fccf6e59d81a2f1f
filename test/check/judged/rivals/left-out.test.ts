import { expect, test } from 'vitest'
import { readTable } from '../../../../src/budget/read-table.ts'
import { isOfLeftOut } from '../../../../src/check/judged/rivals/left-out.ts'
import { sceneOf } from '../../../../src/check/judged/scene.ts'
import { tableOf } from '../../../budget/table.ts'
import { checksOf, narrated } from '../../checked.ts'

/** Which shares of a text that do not hold are those of what its list leaves out, as printed. */
function leftOut(...sentences: readonly string[]): string[] {
  const dataset = narrated(sentences)
  const checks = checksOf('share', dataset)
  const scene = sceneOf(dataset, checks)
  const wrong = checks.filter(({ difference }) => difference !== 0n)
  expect(wrong.length).toBeGreaterThan(0)
  return wrong.filter(check => isOfLeftOut(check, scene)).flatMap(({ left }) => left.terms.map(({ text }) => text))
}

/** A whole with two parts that tell their shares, and the amount and share of a third. */
const list = (amount: string, share: string, first = '60.00%', whole = '1,000.00'): string =>
  `本年支出合计${whole}万元,其中:基本支出600.00万元,占${first};项目支出200.00万元,占20.00%;经营支出${amount}万元,占${share}。`

test('a share behind an amount of which a clause is missing is that of the clause', () => {
  // …经营支出75.00万元，占7.50%；上缴上级支出125.00万元，占12.50%, read without what lies between.
  expect(leftOut(list('75.00', '12.50%'))).toEqual(['12.50%'])
})

test('a wrong share in a list that leaves nothing out is not', () => {
  expect(leftOut(list('200.00', '30.00%'))).toEqual([])
  expect(leftOut(list('75.00', '17.50%'))).toEqual([])
})

test('nor is one where another part does not have its share of what is left', () => {
  expect(leftOut(list('75.00', '12.50%', '61.00%'))).not.toContain('12.50%')
})

test('nor is one whose whole is not what the parts and what is missing make', () => {
  expect(leftOut(list('75.00', '12.50%', '60.00%', '1,100.00'))).not.toContain('12.50%')
})

test('shares say it as far as their last place tells', () => {
  const rounded = (share: string): string[] =>
    leftOut(`本年支出合计1,000.00万元,其中:基本支出601.00万元,占60%;项目支出199.00万元,占20%;经营支出75.00万元,占${share}。`)
  expect(rounded('13%')).toContain('13%')
  expect(rounded('19%')).toEqual([])
})

test('a figure of a column of rates is no money that a row lost', () => {
  const rows = [
    ['项目', '上年数', '预算数', '增减%'],
    ['合计', '39.00', '42.00', '7.30'],
    ['教育支出', '20.00', '24.70', '23.5'],
    ['住房保障支出', '19.00', '10.00', '-47.4'],
  ]
  const { tables, prose, ...others } = narrated([])
  const table = readTable(tableOf(rows, 1, { title: '一般公共预算支出表', unit: '万元' }), null)
  const scene = sceneOf({ ...others, prose, tables: [...tables, table] }, [])
  expect(scene.loose(table.table.id).has(73_000_00n)).toBe(false)
})
