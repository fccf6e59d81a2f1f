import { expect, test } from 'vitest'
import { recordEvidence, recordsOf } from '../../../src/table/joins/cut-cells.ts'
import { rowEvidence } from '../../../src/table/joins/cut-rows.ts'
import { type Break, breakOf } from '../../../src/table/joins/page-break.ts'
import type { Cell } from '../../../src/table/table.ts'
import { type Drawn, gridOf } from '../grids.ts'

/** Cells of a page whose first row is row `from` of the table; a header stands over those of the first. */
const cellsFrom = (drawing: string, from: number, how: Drawn = {}): Cell[] =>
  gridOf(drawing, how).cells.map(cell => ({ ...cell, page: from === 0 ? 1 : 2, row: cell.row + from }))

interface Told {
  readonly headerRows?: number
  readonly known?: readonly string[]
  readonly how?: Drawn
}

function cut(above: string, below: string, { headerRows = 1, known = [], how = {} }: Told = {}): Break {
  const row = above.trim().split('\n').length
  const place = { row, headerRows, known: new Set(known), earlier: new Map() }
  return breakOf(cellsFrom(above, 0, how), cellsFrom(below, row, how), place)
}

const signed = (all: readonly { readonly name: string; readonly strength: number }[]): string[] =>
  all.map(({ name, strength }) => `${strength > 0 ? '+' : '-'}${name}`)

/** What speaks for (+) and against (-) the first row below being the rest of the last one above. */
const ofRow = (above: string, below: string, told?: Told): string[] => signed(rowEvidence(cut(above, below, told)))

/** The same for the first record of cells at the break being one. */
function ofCells(above: string, below: string, told?: Told): string[] {
  const between = cut(above, below, told)
  const [record = []] = recordsOf(between)
  return signed(recordEvidence(between, record))
}

const ROWS = '编码|名称|合计\n201|公共服务|19.00\n205|教育|22.50'

test('a row with a label and an amount of its own is none that was cut', () => {
  expect(ofRow(ROWS, '210|医疗|2.00')).toEqual(['-amounts-blank', '-words-go-on', '-label-lost'])
})

test('a row without labels and amounts is a rest, and the more so where digits are missing above', () => {
  expect(ofRow(ROWS, '·|的管理|·')).toEqual(expect.arrayContaining(['+amounts-blank']))
  expect(ofRow(`${ROWS}\n208|养老|12,437.3`, '·|·|6')).toEqual(
    expect.arrayContaining(['+amounts-blank', '+digits-go-on', '+label-lost']),
  )
  const codes = '编码|名称|合计\n2010101|运行|9.00\n2020101|运行|8.00\n212080|城建|6.00'
  expect(ofRow(codes, '3|·|·')).toContain('+digits-go-on')
})

test('words go on from a full line of a column that wraps, and not from a short one', () => {
  const wraps = '编码|名称|合计\n201|一般公共服务/支出|9.00\n205|普通教育事业/支出|8.00\n208|社会保障和就|7.00'
  expect(ofRow(wraps, '·|业支出|·')).toContain('+words-go-on')
  expect(ofRow(wraps.replace('社会保障和就', '社保'), '·|业支出|·')).toContain('-words-go-on')
})

test('a sentence that the page above does not end, and an entry that begins with a number', () => {
  const goals = '项目|目标\n甲|完成验收，达到标准。\n乙|按期完工，保证质量。\n丙|组织培训，提高'
  expect(ofRow(goals, '·|服务水平。')).toContain('+sentence-goes-on')
  expect(ofRow(goals, '·|二、服务水平。')).toContain('-own-entry')
})

test('a blank row lower than any other is a rest, one as high is drawn blank', () => {
  const page = '·|·|·\n210|医疗|2.00\n221|住房|3.00'
  expect(ofRow(ROWS, page)).toContain('-blank-and-low')
  const [first, ...more] = cellsFrom(page, 3)
  if (first === undefined) throw new Error('a cell is wanted')
  const low = [first, ...more].map(cell =>
    cell.row === 3 ? { ...cell, box: [cell.box[0], cell.box[3] - 4, cell.box[2], cell.box[3]] as const } : cell,
  )
  const place = { row: 3, headerRows: 1, known: new Set<string>(), earlier: new Map() }
  expect(signed(rowEvidence(breakOf(cellsFrom(ROWS, 0), low, place)))).toContain('+blank-and-low')
})

test('columns that no other row leaves blank, and the label of a form', () => {
  const full = '单位|项目|依据|说明\n甲局|修缮|文件|一期\n乙局|采购|文件|二期\n丙局|培训|文件|三期\n丁局|宣传|文件|四期'
  expect(ofRow(full, '·|·|·|续')).toContain('+columns-lost')
  expect(ofRow('目标|建成', '·|投用', { headerRows: 0 })).toContain('+form-label-lost')
  expect(ofRow('目标|建成', '绩效|投用', { headerRows: 0 })).toContain('-form-label-lost')
})

const GROUPS = '单位|项目|合计\n甲市局|a|1.00\n^|b|2.00\n乙局|c|3.00\n^|d|4.00'

test('the label of a group on both sides is one where its column groups rows, another label is another', () => {
  expect(ofCells(GROUPS, '乙局|e|5.00\n^|f|6.00')).toEqual(['+same-label', '+over-rows', '+groups-rows'])
  const other = ofCells(GROUPS, '丙局|e|5.00\n^|f|6.00')
  expect(other).toEqual(expect.arrayContaining(['-other-label', '-label-goes-on', '+over-rows']))
  expect(ofCells(GROUPS, '乙局|e|5.00')).not.toContain('-other-label')
})

test('a blank label below a group is its rest where the column leaves none blank, and not above a total', () => {
  expect(ofCells(GROUPS, '·|e|5.00\n^|f|6.00')).toContain('+blank-half')
  expect(ofCells(GROUPS, '·|合计|10.00')).toContain('-total-row')
})

test('halves that stand elsewhere as one are one, and each for itself are two', () => {
  const page = '利局|e|5.00\n^|f|6.00'
  const above = GROUPS.replace('乙局', '示例市水')
  expect(ofCells(above, page, { known: ['示例市水利局'] })).toContain('+known-whole')
  expect(ofCells(above, page, { known: ['示例市水', '利局'] })).toContain('-known-parts')
})

test('a label that goes on from a full line, and one that begins as those of its column do', () => {
  const above = '单位|项目|合计\n示例市水/文站|a|1.00\n^|b|2.00\n示例市防/汛队|c|1.00\n^|d|2.00\n示例市水|e|3.00\n^|f|4.00'
  const how = { column: 48 }
  expect(ofCells(above, '利局|g|5.00\n^|h|6.00', { how })).toContain('+label-goes-on')
  expect(ofCells(above, '示例市园/林所|g|5.00\n^|h|6.00', { how })).toEqual(
    expect.arrayContaining(['-other-label', '-begins-alike']),
  )
  expect(ofCells(above, '利局|g|5.00\n^|h|6.00', { how })).toContain('+begins-alike')
})

test('two figures of a row each are two cells, whatever else of their column is drawn over several rows', () => {
  const goals = '指标|值|权重\n数量|10|20\n质量|90|^\n时效|5|4'
  expect(recordsOf(cut(goals, '成本|8|4'))).toEqual([])
  expect(recordsOf(cut(goals, '成本|8|·'))).toHaveLength(1)
  expect(recordsOf(cut(goals, '成本|8|4\n效益|6|^'))).toHaveLength(1)
})

test('a name that fills its line, in a column whose whole names do, is none that goes on; nor does a mark for nothing', () => {
  const level =
    '指标|名称|值\n成本指标|a|1.00\n^|b|2.00\n满意度指/标|c|3.00\n^|d|4.00\n效益指标|e|5.00\n^|f|6.00\n产出指标|g|7.00\n^|h|8.00'
  const between = cut(level, '质量指标|i|9.00\n^|j|1.00')
  const [record = []] = recordsOf(between)
  const found = (name: string): number => recordEvidence(between, record).find(one => one.name === name)?.strength ?? 0
  expect(found('label-goes-on')).toBeLessThan(0.5)
  expect(found('ends-alike')).toBe(-1)
  const wraps = '名称|值\n可持续影响指标|9\n服务对象满意度/指标|8\n社会治安长效机|7'
  expect(ofRow(wraps, '制|·')).toContain('+words-go-on')
  expect(ofRow(wraps, '无|·')).toContain('-words-go-on')
})

test('the end of a label does not speak of a column whose labels end in many ways', () => {
  const above = GROUPS.replace('乙局', '示例市水利局').replace('甲市局', '示例市文旅中心')
  expect(ofCells(above, '利局|e|5.00\n^|f|6.00')).not.toContain('-ends-alike')
})

test('what closes a bracket that stands open above goes on from it, whatever room there was', () => {
  const form = '项目名称|储备|<\n主管部门及代码|水务局|<\n资金（万|总额|3.00'
  expect(ofCells(form, '元）|拨款|3.00\n^|其他|0.00', { headerRows: 0 })).toContain('+label-goes-on')
  expect(ofCells(form.replace('（万', '万'), '元|拨款|3.00\n^|其他|0.00', { headerRows: 0 })).toContain('-label-goes-on')
})

test('a label on one page only, between that of a group over both and the names of two rows, is asked for', () => {
  const form = '一级指标|二级指标|三级指标\n·|·|户数'
  const below = '产出指标|数量指标|公里\n^|质量指标|合格率'
  const asked = recordsOf(cut(form, below)).flatMap(pairs => pairs.map(([, { text }]) => text))
  expect(asked).toEqual(['产出指标', '数量指标'])
  expect(recordsOf(cut(form, '产出指标|数量指标|公里'))).toEqual([])
  const asks = (above: string, under: string): boolean =>
    recordsOf(cut(above, under)).some(pairs => pairs.some(([, { text }]) => text === '数量指标'))
  expect(asks(form, below)).toBe(true)
  expect(asks(form.replace('户数', '·'), below)).toBe(false)
  expect(asks(form.replace('·', '效益指标'), below)).toBe(false)
})

test('a label that goes on takes that beside it with it, and not two names that are no halves of one', () => {
  const levels = '一级|二级|三级\n产出|时效|a\n^|数量|b\n成本|经济|c\n^|^|d'
  const of = (below: string): string[] => {
    const between = cut(levels, below)
    return signed(recordEvidence(between, recordsOf(between).find(([pair]) => pair?.[0].column === 1) ?? []))
  }
  expect(of('·|·|d\n效益|质量|e')).toContain('+record-goes-on')
  expect(of('·|质量|d\n效益|社会|e')).not.toContain('+record-goes-on')
})

test('a label again beside a full line that may go on is no other record, beside one that had room it is', () => {
  const rows = [
    '甲|建成一处|9.00',
    '^|^|8.00',
    '乙|完成验收并/投用|7.00',
    '^|^|6.00',
    '丙|按期完成任务|5.00',
    '^|^|4.00',
    '丁|开展培训|3.00',
    '^|^|2.00',
  ]
  const of = (goal: string): string[] =>
    ofCells(`项目|目标|金额\n${rows.join('\n')}\n戊|${goal}|1.00`, '戊|学员若干|1.00\n^|^|2.00')
  expect(of('全年组织培训')).not.toContain('-record-differs')
  expect(of('培训')).toContain('-record-differs')
})
