import { expect, test } from 'vitest'
import { outcomesOf } from '../../checked.ts'

/** How the shares of some sentences, a paragraph each, come out. */
const sharesIn = (...sentences: readonly string[]) => outcomesOf('share', sentences)

test('a share that rounds to nothing, or to one step, sets no bound to the whole it is of', () => {
  const nothing = '财政拨款收入6000.00万元,占60.00%;事业收入3999.94万元,占40.00%;其他收入0.06万元,占0.00%。'
  const oneStep = '财政拨款收入6000.00万元,占60.00%;事业收入3999.40万元,占39.99%;其他收入0.60万元,占0.01%。'
  expect(sharesIn(nothing)).toEqual(['holds', 'holds', 'holds'])
  expect(sharesIn(oneStep)).toEqual(['holds', 'holds', 'holds'])
})

test('shares are of the whole in which they hold: the one their list is told of or an earlier one of the name they say', () => {
  const all =
    '学校2023年度支出总计457676.75万元。按支出功能分类,教育支出425287.27万元,占总支出的92.92%;其他支出109.50万元,占总支出的0.02%。'
  const said = (share: string) =>
    `财政拨款支出总计为237100.00万元,其中:基本支出199015.13万元,占总支出的${share}%;项目支出38084.87万元,占总支出的16.06%。`
  expect(sharesIn(all, said('83.94'))).toEqual(['holds', 'holds', 'holds', 'holds'])
  expect(sharesIn(all, said('84.94')).filter(outcome => outcome === 'broken')).toHaveLength(1)
})

test('a rate that is to be handed in is no share of what was handed in', () => {
  const rates =
    '第一类收取比例25%,上交收入640.00亿元;第二类收取比例20%,上交收入870.50亿元;第三类收取比例15%,上交收入539.25亿元;第四类收取比例10%,上交收入181.19亿元。'
  expect(sharesIn(rates)).toEqual([])
})

test('a share that says whose it is speaks of that and not of the amount before it', () => {
  const said = (share: string) => `2019年区级收入完成40000万元,其中:税收收入34000万元,非税收入6000万元,${share}。`
  expect(sharesIn(said('区级收入税占比85.00%'))).toEqual([])
  expect(sharesIn(said('占16.00%'))).toEqual(['broken'])
})

test('coarse shares agree in one whole by chance, fine ones do not', () => {
  const coarse = '第一类收入640.00亿元,占20%;第二类收入870.50亿元,占15%;第三类收入539.25亿元,占10%。'
  const fine = '第一类收入640.00亿元,占20.01%;第二类收入870.50亿元,占15.02%;第三类收入579.56亿元,占10.00%。'
  expect(sharesIn(coarse)).toEqual([])
  expect(sharesIn(fine)).toEqual(['broken'])
})

test('a share that names what it is of is not measured by another amount', () => {
  const all = '2024年政府采购预算539.50万元,其中:面向中小企业采购420.00万元,占77.85%;'
  expect(sharesIn(`${all}小微企业采购180.00万元,占中小企业采购的42.86%。`)).toEqual(['holds', 'holds'])
  expect(sharesIn(`${all}小微企业采购180.00万元,占中小企业采购的47.86%。`)).toEqual(['holds', 'broken'])
  expect(sharesIn(`${all}进口产品采购180.00万元,占货物类的62.07%。`)).toEqual(['holds', 'not-evaluable'])
})

test('of several amounts that end in what a share names it is of the one in which it holds, and never of less than its part', () => {
  const all = '2016年我院支出合计20000.00万元,其中基本支出8000.00万元,项目支出11800.00万元,经营支出200.00万元。'
  const said = (share: string) => [
    `①基本支出:本年度我院基本支出8000.00万元,占总支出的${share}%。`,
    '②项目支出:本年度我院项目支出11800.00万元,占总支出的59.00%。',
    '③本年度我院经营支出为200.00万元,主要为食堂本年支出,占总支出1.00%。',
  ]
  expect(sharesIn(all, ...said('40.00'))).toEqual(['holds', 'holds', 'holds'])
  expect(sharesIn(all, ...said('45.00'))).not.toContain('broken')
})

test('an amount that is itself a part of what a share names is not the whole of the next', () => {
  const said =
    '2月,全县实现财政收入5682.00万元。从收入结构看:税收收入15348.00万元,占收入的89.99%;非税收入1708.00万元,占收入的10.01%。从层级看:上划中央收入7716.00万元,占收入的45.24%;上划省级收入2432.00万元,占收入的14.26%。'
  expect(sharesIn(said)).not.toContain('broken')
})

test('an amount behind a list that is more than its whole is no part of it', () => {
  const list = '项目支出2200.00万元,占总支出的44.00%。其中:信息化800.00万元,占36.36%;课题1400.00万元,占63.64%。'
  expect(sharesIn(`${list}基本支出2800.00万元,占总支出的56.00%。`)).not.toContain('broken')
})

test('a share that holds in three digits says what they are of: two others that are wrong are told', () => {
  const said = (one: string, other: string, last: string) =>
    `2024年收入预算5169.06万元,其中:一般公共预算拨款收入3291.33万元,占${one}%;政府性基金预算拨款收入1723.87万元,占${other}%;上年结转153.86万元,占${last}%。`
  expect(sharesIn(said('63.67', '34.45', '2.98'))).toEqual(['holds', 'broken', 'holds'])
  expect(sharesIn(said('68.67', '34.45', '2.98'))).toEqual(['broken', 'broken', 'holds'])
  expect(sharesIn(said('68.67', '34.45', '3'))).toEqual(['not-evaluable', 'not-evaluable', 'holds'])
})

test('shares told together are not all of the amount before them', () => {
  const said =
    '2019年采购规模为33067.00亿元。货物、工程和服务采购金额分别为8607.00亿元、15004.40亿元和9455.60亿元,占采购规模的26.0%、45.4%和28.6%。'
  expect(sharesIn(said)).not.toContain('broken')
})

test('what a share is of stands in front of its part: 在500亿元采购规模中', () => {
  const said = (part: string) =>
    `全省实施政府采购预算489亿元,实际支付426.79亿元。在426.79亿元采购规模中,集中采购为${part}亿元,占采购金额的89.4%。`
  expect(outcomesOf('share', [said('381.6')])).toEqual(['holds'])
  expect(outcomesOf('share', [said('351.6')])).toEqual(['broken'])
})

test('the whole of a share is known by its name however it is said to have come in or been spent', () => {
  const said = (share: string) => [`全市公共财政支出完成494亿元,增长16.1%。民生支出达到287.6亿元,占公共财政支出的${share}%。`]
  expect(outcomesOf('share', said('58.2'))).toEqual(['holds'])
  expect(outcomesOf('share', said('55.2'))).toEqual(['broken'])
})

test('a share told with the amount of its whole is of that, whatever else is called so', () => {
  const said = (share: string) => `项目支出800.00万元。委托业务费69.24万元,占项目支出385.83万元的${share}%。`
  expect(sharesIn(said('17.95'))).toEqual(['holds'])
  expect(sharesIn(said('8.66'))).toEqual(['broken'])
})

test('a share is tried in what its section calls so by more than the name before it is said to be wrong', () => {
  const said = '一般公共预算财政拨款基本支出1487.56万元。工资福利支出1454.13万元,占基本支出的97.8%。'
  expect(sharesIn('基本支出1747.69万元。', said)).toEqual(['holds'])
})

test('an amount that its parts are listed behind is what their shares may be of', () => {
  const list = ['1.工资福利支出600.00万元,占基本支出的86%。', '2.商品和服务支出100.00万元,占基本支出的14%。']
  const said = sharesIn('其中:基本支出800.00万元。', '一般公共预算财政拨款基本支出700.00万元,按经济科目分类:', ...list)
  expect(said).toEqual(['holds', 'holds'])
})

test('what there is of something in all is its whole, whether it is called 总量 or 总额', () => {
  const said = (share: string) =>
    `本单位固定资产总量为4295.98万元,房屋和构筑物3773.63万元,占固定资产总额的87.84%;设备335.24万元,占固定资产总额的${share}%。`
  expect(sharesIn(said('7.80'))).toEqual(['holds', 'holds'])
  expect(sharesIn(said('7.90'))).toEqual(['holds', 'broken'])
})
