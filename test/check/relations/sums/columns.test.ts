import { expect, test } from 'vitest'
import type { BudgetColumn } from '../../../../src/budget/dataset.ts'
import { nearTo, type Partition, promised, proposed, unknownGroups } from '../../../../src/check/relations/sums/columns.ts'

/** Columns of amounts by their keys; `?小计` is one of unknown words, its head before it in `?工资福利支出/小计`. */
const columnsOf = (...keys: readonly string[]): BudgetColumn[] =>
  keys.map((key, index) => ({
    ...{ index, role: 'amount', subject: null, list: 0, unit: null },
    key: key.startsWith('?') ? null : key,
    path: key.replace('?', '').split('/'),
  }))

/** Sums as `whole = part + part`, by the last words of their heads. */
const told = (sums: readonly Partition[]): string[] => {
  const nameOf = ({ path }: BudgetColumn): string => path.at(-1) ?? ''
  return sums.map(({ whole, parts }) => `${nameOf(whole)} = ${parts.map(nameOf).join(' + ')}`)
}
const says = (...keys: readonly string[]): string[] => told(promised(columnsOf(...keys)))

test('the total is the sum of a family of columns beside it, of two at least', () => {
  expect(says('total', 'basic', 'project')).toEqual(['total = basic + project'])
  expect(says('total', 'basic')).toEqual([])
  expect(says('basic', 'project')).toEqual([])
  expect(says('total', 'basic', 'project', 'business')).toEqual(['total = basic + project'])
})

test('a group is the sum of what stands right below it, and the total of the groups alone', () => {
  expect(says('total', 'basic', 'basic.personnel', 'basic.public', 'project')).toEqual([
    'total = basic + project',
    'basic = basic.personnel + basic.public',
  ])
})

test('what a column contains is none of its neighbours, wherever it stands', () => {
  expect(says('total', 'sangong', 'abroad', 'vehicles', 'purchase', 'running', 'reception')).toContain(
    'vehicles = purchase + running',
  )
  expect(says('total', 'abroad', 'vehicles', 'purchase', 'running', 'reception')).toContain(
    'total = abroad + vehicles + reception',
  )
})

test('三公 and meetings add up where 三公 has a column of its own, and its parts do not add up beside it then', () => {
  expect(says('total', 'sangong', 'abroad', 'reception', 'meeting', 'training')).toEqual([
    'total = sangong + meeting + training',
    'sangong = abroad + reception',
  ])
  expect(says('total', 'abroad', 'reception', 'meeting', 'training')).toEqual(['total = abroad + reception'])
})

test('money told in advance is part of a total with that of the year, and what is of the year is no fund', () => {
  expect(says('total', 'carry', 'advance')).toEqual([])
  expect(says('total', 'current', 'carry', 'advance')).toEqual(['total = current + carry + advance'])
  expect(says('total', 'current', 'business')).toEqual([])
  expect(says('total', 'current', 'business', 'gpb')).toContain('total = current + business + gpb')
})

test('columns of years and of budget and account add up each among themselves', () => {
  expect(says('total', 'basic', 'project', 'previous.total', 'previous.basic', 'previous.project')).toEqual([
    'total = basic + project',
    'previous.total = previous.basic + previous.project',
  ])
  expect(says('total.budget', 'total.final', 'basic.budget', 'basic.final', 'project.budget', 'project.final')).toEqual([
    'total.budget = basic.budget + project.budget',
    'total.final = basic.final + project.final',
  ])
})

test('of two columns of one name the header does not say which is meant; rows may', () => {
  const keys = ['total', 'basic', 'project', 'project'] as const
  expect(says(...keys)).toEqual([])
  const both = proposed(columnsOf(...keys))
  expect(both.map(({ parts }) => parts.map(({ index }) => index))).toEqual([
    [1, 2],
    [1, 3],
  ])
})

test('the money of each fund is a sum that rows may prove, once, and not one that is promised already', () => {
  const ofFund = columnsOf('total', 'total.gpb', 'basic.gpb', 'project.gpb')
  expect(told(proposed(ofFund))).toEqual(['total.gpb = basic.gpb + project.gpb'])
  expect(proposed(columnsOf('total', 'basic', 'project'))).toEqual([])
})

test('columns of texts, and those of which another tells only a part, are no parts', () => {
  const [total, basic, project, more] = columnsOf('total', 'basic', 'project', 'basic')
  const text = { ...more, role: 'name' } as BudgetColumn
  expect(told(promised([total, basic, project, text].flatMap(column => column ?? [])))).toEqual(['total = basic + project'])
  expect(says('total', 'basic', 'project', 'basic.reserved', 'basic.reservedSmall')).toEqual(['total = basic + project'])
})

test('小计 of unknown words is the sum of its group, 合计 that of several 小计', () => {
  const wages = ['?工资/小计', '?工资/基本工资', '?工资/津贴补贴']
  const goods = ['?商品/小计', '?商品/办公费', '?商品/水费']
  const sums = (...keys: readonly string[]): string[] => told(unknownGroups(columnsOf(...keys)))
  expect(sums('total', ...wages, ...goods)).toEqual([
    '小计 = 基本工资 + 津贴补贴',
    '小计 = 办公费 + 水费',
    'total = 小计 + 小计',
  ])
  expect(sums('total', ...wages)).toEqual(['小计 = 基本工资 + 津贴补贴'])
  expect(sums(...wages.slice(0, 2))).toEqual([])
  expect(sums('?工资/小计', ...wages)).toEqual([])
  expect(sums('?小计', '?基本工资', '?津贴补贴')).toEqual([])
})

test('near to a sum are those in which whole and part changed places, and those with columns of unknown words', () => {
  const columns = columnsOf('total', 'basic', 'project', '?其他', '?另列')
  const [sum] = promised(columns)
  expect(sum && told(nearTo(sum, columns))).toEqual([
    'basic = total + project',
    'project = basic + total',
    'total = basic + project + 其他',
    'total = basic + project + 另列',
    'total = basic + project + 其他 + 另列',
  ])
  const [one] = promised(columns.slice(0, 4))
  expect(one && told(nearTo(one, columns.slice(0, 4))).slice(2)).toEqual(['total = basic + project + 其他'])
})
