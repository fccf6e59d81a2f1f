import { describe, expect, test } from 'vitest'
import type { DocumentJson, TableJson } from '../../../../src/write/document/document.ts'
import { panelRow } from '../../../../src/write/relations/panel/panel.ts'
import { saying } from './saying.ts'

const FINAL = { kind: 'final-accounts' } as const
const UNIT = { scope: 'unit' } as const

/** Running costs and procurement of a document, in 元. */
function money(document: DocumentJson): (number | null)[] {
  const { operations, procurement } = panelRow({ name: 'a', current: true, document })
  return [operations, procurement].map(fen => (typeof fen === 'bigint' ? Number(fen) / 100 : null))
}

describe('running costs are those of the office, its year and measure, whichever way they are put', () => {
  test.each([
    ['2024年本部门机关运行经费财政拨款预算166.45万元，比2023年预算增加3.20万元，增长1.96%。', {}],
    ['2024年云泽县水利局下属1家机关和2家参公事业单位财政拨款的机关运行经费预算为166.45万元。', {}],
    ['2024年云泽县水利局、云泽县河道管理处等2家行政单位以及云泽县水利站1家参公事业单位的机关运行经费预算166.45万元。', {}],
    ['2024年云泽县水利局(本级)机关运行经费预算166.45万元。', UNIT],
    ['机关运行经费支出166.45万元，比上年减少2.00万元。', FINAL],
    ['2024年度机关运行经费年初预算180.00万元，支出决算166.45万元，完成年初预算的92.47%，比上年170.00万元减少3.55万元。', FINAL],
    ['本部门2024年度机关运行经费支出1664500元，较2023年度增加100元。', FINAL],
  ] as const)('%s', (line, office) => {
    expect(money(saying(['(一)机关运行经费情况', line], office))[0]).toBe(1664500)
  })
})

describe('what is of another office, year or measure is not that of the document, nor is a part of it', () => {
  test.each([
    ['2024年下属单位机关运行经费预算12.00万元。', {}],
    ['2024年云泽县水利站机关运行经费预算12.00万元。', {}],
    ['2024年云泽县水利局下属2家参公事业单位机关运行经费预算12.00万元。', {}],
    ['2024年云泽县水利局(本级)机关运行经费预算12.00万元。', {}],
    ['机关本级(不含下属单位)机关运行经费12.00万元。', {}],
    ['2023年本部门机关运行经费支出12.00万元。', {}],
    ['2024年机关运行经费比上年增加12.00万元。', {}],
    ['2024年本部门机关运行经费决算12.00万元。', {}],
    ['2024年本部门机关运行经费预算12.00万元。', FINAL],
    ['2024年本部门机关运行经费中办公费12.00万元。', {}],
    ['2024年本部门公用经费200.00万元，其中：机关运行经费12.00万元。', {}],
    ['2024年本部门防汛物资仓库运行经费12.00万元。', {}],
  ] as const)('%s', (line, office) => {
    expect(money(saying(['(一)机关运行经费情况', line], office))[0]).toBeNull()
  })

  test('under the heading of another office 本单位 is that one', () => {
    const line = '2024年本单位机关运行经费预算12.00万元。'
    expect(money(saying(['二、云泽县水利站', line]))[0]).toBeNull()
    expect(money(saying(['二、云泽县水利局', line]))[0]).toBe(120000)
  })
})

test('运行经费 of some fund are those of the office where the heading says so', () => {
  const line = '2024年一般公共预算财政拨款运行经费12.00万元。'
  expect(money(saying(['(一)机关运行经费', line]))[0]).toBe(120000)
  expect(money(saying(['(一)食堂', line]))[0]).toBeNull()
})

describe('procurement is its total: no class of it, nothing left for small firms, nothing that one fund pays', () => {
  test.each([
    ['本部门2024年度政府采购支出总额75.19万元，其中：政府采购货物支出5.19万元、政府采购服务支出70.00万元。', FINAL],
    ['云泽县水利局2024年度政府采购金额(以合同签订为准)为75.19万元，其中：货物采购金额5.19万元。', FINAL],
    ['云泽县水利局纳入2024年部门预算的政府采购项目共有75.19万元，其中：货物类项目75.19万元。', {}],
    ['所属各预算单位政府采购预算总额75.19万元；其中一般公共预算拨款政府采购70.00万元。', {}],
    ['2024年云泽县水利局及下属单位政府采购预算总额75.19万元。', {}],
    ['2024年本部门政府采购预算75.19万元。面向中小企业预留政府采购项目预算金额30.00万元。', {}],
  ] as const)('%s', (line, office) => {
    expect(money(saying(['(二)政府采购情况', line], office))[1]).toBe(751900)
  })

  test.each([
    ['2024年本部门政府采购货物预算5.00万元，政府采购服务预算7.00万元。', {}],
    ['2024年本部门面向中小企业预留政府采购项目预算金额30.00万元。', {}],
    ['2024年本部门一般公共预算拨款政府采购30.00万元。', {}],
    ['2023年本部门政府采购支出总额30.00万元。', {}],
    ['2024年本部门政府采购预算总额30.00万元。', FINAL],
    ['2024年市本级政府采购业务费30.00万元。', {}],
  ] as const)('not from %s', (line, office) => {
    expect(money(saying(['(二)政府采购情况', line], office))[1]).toBeNull()
  })

  test('an amount under the heading of projects is that of one', () => {
    expect(money(saying(['(二)项目支出', '2024年政府采购支出30.00万元。']))[1]).toBeNull()
  })
})

test('学校 is what a school calls itself, and those below another office', () => {
  const line = '学校2024年度政府采购支出总额75.19万元。'
  expect(money(saying([line], { ...FINAL, department: '云泽大学' }))[1]).toBe(751900)
  expect(money(saying([line], { ...FINAL, department: '云泽县教育局' }))[1]).toBeNull()
})

test('of two amounts none is chosen, of one told twice the more exact', () => {
  const told = (...amounts: string[]) => money(saying(amounts.map(amount => `2024年本部门政府采购预算总额${amount}。`)))[1]
  expect(told('75.19万元', '76.19万元')).toBeNull()
  expect(told('75.2万元', '751900元')).toBe(751900)
})

describe('nothing is said of the whole office only', () => {
  test.each([
    ['(一)机关运行经费', '本单位为事业单位，2024年无机关运行经费。', [0, null]],
    ['(一)机关运行经费', '我局2024年没有机关运行经费支出。', [0, null]],
    ['(一)机关运行经费', '本单位2024年无此项支出。', [0, null]],
    ['(二)政府采购情况', '2024年未安排政府采购预算。', [null, 0]],
    ['(二)政府采购情况', '本部门2024年政府采购预算为零。', [null, 0]],
    ['(二)政府采购情况', '本部门2024年未安排政府采购工程预算。', [null, null]],
    ['(二)政府采购情况', '本部门2024年没有政府性基金预算安排的政府采购。', [null, null]],
    ['(二)政府采购情况', '如未安排政府采购预算，则不公开此表。', [null, null]],
    ['(一)机关运行经费', '云泽县水利站无机关运行经费。', [null, null]],
    ['(一)机关运行经费', '下属单位2024年没有机关运行经费。', [null, null]],
    ['(一)机关运行经费', '2023年本部门没有机关运行经费。', [null, null]],
    ['(三)绩效情况', '无机关运行经费。', [null, null]],
  ] as const)('%s %s', (heading, line, expected) => {
    expect(money(saying([heading, line]))).toEqual(expected)
  })

  test('what is said to be none and told beside is neither', () => {
    expect(
      money(saying(['(一)机关运行经费', '本部门无机关运行经费。', '2024年本部门机关运行经费预算2.00万元。']))[0],
    ).toBeNull()
  })
})

/** A table of a kind with one line, its total, and the amounts of its columns in 元. */
function tableOf(kind: string, columns: Readonly<Record<string, number>>, line = 'total'): TableJson {
  const names = Object.keys(columns)
  return {
    ...{ kind, title: null, department: null },
    columns: names.map((key, index) => ({ index, list: 0, path: [key], role: 'amount', key })),
    lines: [{ row: 1, list: 0, role: 'total', key: line, label: '合计', name: '合计', depth: 0 }],
    cells: names.map((name, column) => {
      const value = `${columns[name]}`
      return { row: 1, column, page: 7, text: value, amount: { value, unit: '元', fen: `${value}00` } }
    }),
  } as unknown as TableJson
}

describe('tables print them, and go before sentences', () => {
  test.each([
    [tableOf('bud.operations', { operations: 5 }), {}, [5, null]],
    [tableOf('bud.operations', { 'y2023.budget': 4, budget: 5, change: 1 }), {}, [5, null]],
    [tableOf('bud.sangong', { total: 9, operations: 5 }), {}, [5, null]],
    [tableOf('fin.operations', { budget: 9, final: 5 }, 'operations'), FINAL, [5, null]],
    [tableOf('fin.operations', { budget: 9, final: 5 }, 'procurement'), FINAL, [null, 5]],
    [tableOf('bud.procurement', { total: 5, gpb: 3 }), {}, [null, 5]],
    [tableOf('bud.expense', { total: 99, procurement: 5, 'procurement.reserved': 1 }), {}, [null, 5]],
  ] as const)('%#', (table, office, expected) => {
    expect(money({ ...saying([], office), tables: [table] })).toEqual(expected)
  })

  test('a sentence that rounds it bears it out; one that tells another amount leaves none', () => {
    const told = (amount: string) => ({
      ...saying(['(二)政府采购情况', `2024年本部门政府采购预算${amount}。`]),
      tables: [tableOf('bud.procurement', { total: 751934 })],
    })
    expect(money(told('75.19万元'))[1]).toBe(751934)
    expect(money(told('75.21万元'))[1]).toBeNull()
  })
})
