import { expect, test } from 'vitest'
import { underOneName } from '../../src/batch/offices.ts'
import type { Outcome } from '../../src/index.ts'
import { outcomeOf } from './archive-outcome.ts'

type Subject = Partial<NonNullable<Outcome['subject']>>

/** The names that the archive has for the departments of documents, in their order. */
const named = (...subjects: readonly (string | Subject)[]): (string | null | undefined)[] =>
  underOneName(
    subjects.map((one, at) =>
      outcomeOf(`${at}`, { fiscalYear: 2020 + at, ...(typeof one === 'string' ? { department: one } : one) }),
    ),
  ).map(({ subject }) => subject?.department)

test('a department that is named with and without its city or county is one, under the fullest name', () => {
  expect(named('青阳市川宁区民政局', '川宁区民政局')).toEqual(['青阳市川宁区民政局', '青阳市川宁区民政局'])
  expect(named('白石镇人民政府', '临溪县白石镇人民政府')).toEqual(['临溪县白石镇人民政府', '临溪县白石镇人民政府'])
  expect(named('中共川宁区委宣传部', '中共青阳市川宁区委宣传部')[0]).toBe('中共青阳市川宁区委宣传部')
  expect(named('县交通运输局', '泷水县交通运输局')[0]).toBe('泷水县交通运输局')
  expect(named('临溪县委组织部', '中共临溪县委组织部')[0]).toBe('中共临溪县委组织部')
})

test('a name that may be in two places stays as it is, as does one of another region', () => {
  expect(named('白石镇人民政府', '临溪县白石镇人民政府', '泷水县白石镇人民政府')[0]).toBe('白石镇人民政府')
  const [own] = named(
    { department: '鼓楼区民政局', region: '江苏省南京市鼓楼区' },
    { department: '福州市鼓楼区民政局', region: '福建省福州市鼓楼区' },
  )
  expect(own).toBe('鼓楼区民政局')
})

test('two documents of one year are not made one department by their names', () => {
  const year = { fiscalYear: 2024 }
  expect(named({ department: '白石镇人民政府', ...year }, { department: '临溪县白石镇人民政府', ...year })[0]).toBe(
    '白石镇人民政府',
  )
})

test('an office is not the one that its name ends like', () => {
  expect(named('水利局', '临溪县水利局')).toEqual(['水利局', '临溪县水利局'])
  expect(named('市场监督管理局', '川宁区市场监督管理局')[0]).toBe('市场监督管理局')
  expect(named('东区管理站', '临溪县水利局东区管理站')[0]).toBe('东区管理站')
})

test('the region that goes with the name is that of all', () => {
  const [first] = underOneName([
    outcomeOf('a', { department: '白石镇人民政府', fiscalYear: 2023 }),
    outcomeOf('b', { department: '宣汉县白石镇人民政府', region: '四川省达州市宣汉县' }),
  ])
  expect(first?.subject).toMatchObject({ department: '宣汉县白石镇人民政府', region: '四川省达州市宣汉县', fiscalYear: 2023 })
})
