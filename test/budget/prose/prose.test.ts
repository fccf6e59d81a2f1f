import { expect, test } from 'vitest'
import { regionOf } from '../../../src/budget/document/region.ts'
import { proseFacts } from '../../../src/budget/prose/facts.ts'
import { paragraph } from '../paragraph.ts'

test('amounts, shares and changes of a sentence with what they are about', () => {
  const facts = proseFacts([
    paragraph('一、收入情况'),
    paragraph('某局2023年收入预算1,215.75万元,其中:上年结转18.00万元,占1.48%;一般公共预算拨款收入1197.75万元,占98.52%。'),
    paragraph('机关运行经费预算为170.26万元,比2022年预算增加44.96万元,增长35.88%。'),
  ])
  expect(facts.map(({ kind, subject, value, of, whole, page }) => [kind, subject, value, of, whole, page])).toEqual([
    ['amount', '收入预算', '1215.75', null, null, 3],
    ['amount', '上年结转', '18.00', null, 0, 3],
    ['share', '', '1.48', 1, null, 3],
    ['amount', '一般公共预算拨款收入', '1197.75', null, 0, 3],
    ['share', '', '98.52', 3, null, 3],
    ['year', '', '2022', null, null, 3],
    ['amount', '机关运行经费', '170.26', null, null, 3],
    ['change', '机关运行经费', '44.96', 6, null, 3],
    ['growth', '机关运行经费', '35.88', 6, null, 3],
  ])
  expect(facts[0]?.section).toBe('一、收入情况')
})

test('a subject is known by 类款项 or by its code', () => {
  const facts = proseFacts([
    paragraph('1.卫生健康支出(类)行政事业单位医疗(款)行政单位医疗(项):2023年预算数为43.30万元。'),
    paragraph('2.行政运行(2010801)2,338.24万元。'),
    paragraph('(一)2080501-行政单位离退休178.51万元。'),
  ])
  expect(facts.map(({ item }) => item)).toEqual([
    { code: null, names: { 类: '卫生健康支出', 款: '行政事业单位医疗', 项: '行政单位医疗' }, classCode: '210' },
    { code: '2010801', names: {}, classCode: '201' },
    { code: '2080501', names: {}, classCode: '208' },
  ])
})

test('a 类 is named behind a number in brackets, and without its 支出', () => {
  const facts = proseFacts([
    paragraph('(1)公共安全支出(类)司法(款)普法宣传(项)119.63万元,主要用于普法。'),
    paragraph('卫生健康(类)支出2,434.95万元,占2.7%;一般公共服务(类)支出12,868.19万元,占14.0%。'),
  ])
  expect(facts.flatMap(({ item }) => item ?? [])).toEqual([
    { code: null, names: { 类: '公共安全支出', 款: '司法', 项: '普法宣传' }, classCode: '204' },
    { code: null, names: { 类: '卫生健康' }, classCode: '210' },
    { code: null, names: { 类: '一般公共服务' }, classCode: '201' },
  ])
  expect(facts.flatMap(({ item, code }) => (item ? [code] : []))).toEqual(['2040605', '210', '201'])
})

test('a name of a 科目 has no quotes, and a 、 where it stands behind the one above it', () => {
  const names = (text: string) => proseFacts([paragraph(text)])[0]?.item?.names
  expect(names('“节能环保支出(类)环境保护管理事务(款)环境保护法规、规划及标准(项)”7.50万元。')).toEqual({
    类: '节能环保支出',
    款: '环境保护管理事务',
    项: '环境保护法规、规划及标准',
  })
  expect(names('教育支出(类)、卫生健康支出(类)7.50万元。')).toEqual({ 类: '卫生健康支出' })
})

test('an amount under the heading of a 科目 is that of the 科目', () => {
  const facts = proseFacts([
    paragraph('2.社会保障和就业支出(类)行政事业单位养老支出(款)行政单位离退休(项)。年初预算为28.11万元,支出决算为28.11万元。'),
  ])
  expect(facts.map(({ item, code }) => [item?.names.项, code])).toEqual([
    ['行政单位离退休', '2080501'],
    ['行政单位离退休', '2080501'],
  ])
})

test('which way a figure went is said by the word before it', () => {
  const facts = proseFacts([paragraph('公务接待费支出6.00万元,比2024年度减增加2.00万元,增长50%;降低成本后减少1.00万元。')])
  expect(facts.flatMap(({ kind, direction }) => (kind === 'change' || kind === 'growth' ? [direction] : []))).toEqual([
    'more',
    'more',
    'less',
  ])
})

test('two figures that share a unit are not run together', () => {
  const facts = proseFacts([paragraph('收、支总计各是425.49,443.91万元。收入4.50万元,支出1,443.91万元,5.00万元。')])
  expect(facts.map(({ value }) => value)).toEqual(['4.50', '1443.91', '5.00'])
})

test('the amounts of an item are of the 科目 that it names, also where its first sentence goes on, and not of an item before', () => {
  const facts = proseFacts([
    paragraph('1、教育支出(类)普通教育(款)小学教育(项)30.00万元。主要用于:校舍。年初预算为31.00万元,支出决算为30.00万元。'),
    paragraph('2、卫生健康支出(类)行政事业单位医疗(款)行政单位医疗(项)43.30万元,主要用于:缴费。年初预算为50.00万元。'),
    paragraph('支出决算为43.30万元。其中:补贴3.00万元。'),
    paragraph('“卫生健康支出(类)行政事业单位医疗(款)事业单位医疗(项)”9.00万元,主要用于:缴费。支出决算为9.10万元。'),
    paragraph('3、其他。支出决算为1.00万元。'),
  ])
  expect(facts.map(({ code }) => code)).toEqual([
    ...['2050202', '2050202', '2050202'],
    ...['2101101', '2101101', '2101101', null],
    ...['2101102', '2101102', null],
  ])
})

test('what an item names by its code is what its amounts without a name are of', () => {
  const codes = (text: string) => proseFacts([paragraph(text)]).flatMap(({ kind, code }) => (kind === 'amount' ? [code] : []))
  expect(codes('10.“行政运行”(2080101):年初预算为1.88万元,支出决算为1.98万元。')).toEqual(['2080101', '2080101'])
  expect(codes('10.“行政运行”(2080101)。年初预算为1.88万元,支出决算为1.98万元。')).toEqual(['2080101', '2080101'])
  expect(codes('10.“行政运行”(2080101)。支出决算为1.98万元,其中:会议费0.50万元。')).toEqual(['2080101', null])
})

test('a heading that runs on in its text ends at the colon or the figure, and the next number ends it', () => {
  const facts = proseFacts([
    paragraph('第三部分2026年度部门预算情况说明一、“三公”经费情况'),
    paragraph('1.因公出国(境)费用:根据市本级管理模式,本部门年初不编制预算,与上年持平。'),
    paragraph(
      '2.公务接待费:2026年安排公务接待费预算74.00万元,与上年预算数持平,主要用于接待兄弟省市到本市指导、调研、交流等支出。',
    ),
    paragraph('(二)公用经费395.60万元。主要包括办公费29.00万元。'),
    paragraph('第四部分名词解释................................12'),
    paragraph('基本支出是指保障机构正常运转的支出,每人5.00万元。'),
  ])
  expect(facts.filter(({ kind }) => kind === 'amount').map(({ section }) => section)).toEqual([
    '第三部分2026年度部门预算情况说明 > 一、“三公”经费情况 > 2.公务接待费',
    '第三部分2026年度部门预算情况说明 > 一、“三公”经费情况 > (二)公用经费',
    '第三部分2026年度部门预算情况说明 > 一、“三公”经费情况 > (二)公用经费',
    '第四部分名词解释',
  ])
})

test('a long item of a list ends the heading of the one before it, and a definition is headed by what it defines', () => {
  const facts = proseFacts([
    paragraph('一、2026年“三公”经费情况'),
    paragraph('(一)公务接待费35.00万元,与上年预算持平。'),
    paragraph('(二)公务用车购置及运行费20.10万元,比上年预算减少23.10万元,主要原因是2026年度没有购置公务用车的需求。'),
    paragraph('(八)机关运行经费:指行政单位和参照公务员法管理的事业单位使用一般公共预算财政拨款安排的日常公用经费支出。'),
    paragraph('支出预算12.00万元。'),
  ])
  expect(facts.filter(({ kind }) => kind === 'amount').map(({ section }) => section)).toEqual([
    '一、2026年“三公”经费情况 > (一)公务接待费',
    '一、2026年“三公”经费情况',
    '一、2026年“三公”经费情况 > (八)机关运行经费',
  ])
})

test('the title of a page of text ends the headings before it, and goes on with the number of its part', () => {
  const title = (words: string) => ({ ...paragraph(words), isTitle: true as const })
  const facts = proseFacts([
    paragraph('(八)机关运行经费:指日常公用经费。'),
    title('2026年单位预算编制说明'),
    paragraph('收入预算12.00万元。'),
    paragraph('第三部分'),
    title('其他情况说明'),
    paragraph('一、政府采购情况'),
    paragraph('政府采购预算3.00万元。'),
  ])
  expect(facts.filter(({ kind }) => kind === 'amount').map(({ section }) => section)).toEqual([
    '2026年单位预算编制说明',
    '第三部分其他情况说明 > 一、政府采购情况',
  ])
})

test('a time told in days or months counts nothing', () => {
  const facts = proseFacts([paragraph('公示期不少于5个工作日,工期为3个月,共2个项目。')])
  expect(facts.map(({ text }) => text)).toEqual(['2个'])
})

test('the brackets of 因公出国(境) belong to its name', () => {
  const [abroad] = proseFacts([paragraph('其中:因公出国(境)费用3.00万元;公务接待费1.00万元。')])
  expect(abroad?.subject).toBe('因公出国(境)费用')
})

test('regions by the prefix of a name', () => {
  expect(regionOf('达州市达川区人民政府办公室')).toEqual({ code: '511703', name: '四川省达州市达川区' })
  expect(regionOf('中共上海市普陀区委社会工作部')).toEqual({ code: '310107', name: '上海市普陀区' })
  expect(regionOf('上海交通职业技术学院')).toEqual({ code: '310000', name: '上海市' })
  expect(regionOf('普陀区商务委员会')).toBeNull()
  expect(regionOf('迪庆州财政局')).toEqual({ code: '533400', name: '云南省迪庆藏族自治州' })
  expect(regionOf('云南省大理州')?.code).toBe('532900')
  expect(['巴州财政局', '巴州区财政局'].map(name => regionOf(name)?.code)).toEqual(['652800', '511902'])
  expect(regionOf('财政局')).toBeNull()
})

const said = (text: string) =>
  proseFacts([paragraph(text)])
    .filter(({ kind }) => kind !== 'year')
    .map(({ kind, value, unit, direction, of }) => [kind, `${value}${unit}`, direction, of])

test('the year before may be told without 年, and less be 减低', () => {
  expect(said('公务接待费10万元,与2025持平;办公费3.00万元,和2025年相比减低1.00万元。')).toEqual([
    ['amount', '10万元', null, null],
    ['change', '0万元', 'same', 0],
    ['amount', '3.00万元', null, null],
    ['change', '1.00万元', 'less', 2],
  ])
})

test('what did not change is a change of nothing; what is about the same may have changed', () => {
  expect(said('“三公”经费预算3.20万元,与上年预算持平。')).toEqual([
    ['amount', '3.20万元', null, null],
    ['change', '0万元', 'same', 0],
  ])
  expect(said('“三公”经费预算3.20万元,较上年无变化,增长0%。')[1]).toEqual(['change', '0万元', 'same', 0])
  expect(said('“三公”经费预算3.20万元,与上年基本持平。')).toHaveLength(1)
  expect(said('“三公”经费预算3.20万元,其口径与部门决算一致。')).toHaveLength(1)
})

test('a change is of the amount it is told of, not of the one of the year before that stands between', () => {
  expect(said('“三公”经费预算5.20万元,比上年预算数5.40万元减少0.20万元,降幅3.70%。')).toEqual([
    ['amount', '5.20万元', null, null],
    ['amount', '5.40万元', null, null],
    ['change', '0.20万元', 'less', 0],
    ['growth', '3.70%', 'less', 0],
  ])
  expect(said('“三公”经费预算5.20万元。较上年减少0.20万元。')[1]).toEqual(['change', '0.20万元', 'less', 0])
  expect(said('公务接待费1.00万元,公务用车运行费4.20万元。较上年减少0.20万元。')[2]).toEqual([
    'change',
    '0.20万元',
    'less',
    null,
  ])
})

test('people of the staff are counted, others are not; visits, groups and areas are', () => {
  expect(said('行政编制15名,离退休人员20人;培训30人次,补助贫困户12人。')).toEqual([
    ['count', '15名', null, null],
    ['count', '20人', null, null],
    ['count', '30人次', null, null],
  ])
  expect(said('公务接待12批次,房屋1200平方米。')).toEqual([
    ['count', '12批次', null, null],
    ['count', '1200平方米', null, null],
  ])
})

/** The figures of a text by the names that they are given. */
const named = (...text: readonly string[]): string[] =>
  proseFacts(text.map(line => paragraph(line))).flatMap(({ kind, subject, text: printed }) =>
    kind === 'year' ? [] : [`${kind} ${subject} ${printed}`],
  )

test('what is counted may stand behind its number', () => {
  expect(named('本部门共设置24个内设机构和机关党办。下属12个二级预算单位。')).toEqual([
    'count 内设机构 24个',
    'count 下属二级预算单位 12个',
  ])
  expect(named('所属事业单位2个不在统计范围之内。')).toEqual(['count 所属事业单位 2个'])
  expect(named('主要原因是增加6辆公务用车,存量11辆公务车的车辆保险,设置5个正科级处室。')).toEqual([
    'count 增加公务用车 6辆',
    'count 公务车 11辆',
    'count 正科级处室 5个',
  ])
  expect(proseFacts([paragraph('培训养老护理员不少于2000人次,房屋50平方米。')]).map(({ aside }) => aside)).toEqual([
    true,
    false,
  ])
  expect(named('采购5个通过项目验收的系统。')).toEqual(['count 采购 5个'])
})

test('an amount that says only how it is counted has the name of its heading, in its own paragraph or sentence', () => {
  expect(named('(一)收入预算。2026年年初预算数5.00万元。')).toEqual(['amount 收入预算 5.00万元'])
  expect(named('(二)支出预算:2026年年初预算数5.00万元。')).toEqual(['amount 支出预算 5.00万元'])
  expect(named('(三)绩效目标:2026年年初预算数5.00万元。')).toEqual(['amount  5.00万元'])
})

test('an amount that says only its time has the name of the one before it', () => {
  expect(named('2026年“三公”经费预算数为7.00万元,2025年预算数为9.00万元。')[1]).toBe('amount 三公经费 9.00万元')
  expect(named('基本支出年初预算为0万元,全年预算为3.00万元。')[1]).toBe('amount 基本支出 3.00万元')
  expect(named('基本支出5.00万元,项目支出预算为3.00万元。')[1]).toBe('amount 项目支出 3.00万元')
  // What its item names is what it is of.
  expect(named('1.其他支出(类)。2022年当年预算执行数为0万元,2023年预算安排60.13万元。')[1]).toBe('amount  60.13万元')
})

test('a list goes on with what is left, and what is defined is no list', () => {
  const stated = (text: string) => proseFacts([paragraph(text)]).some(({ kind }) => kind === 'statement')
  expect(stated('项目支出15.23万元,其余为上缴上级支出。')).toBe(true)
  expect(stated('财政拨款结余是指当年剩余的财政拨款资金。')).toBe(false)
})

test('paragraphs behind 其中 tell the parts of the amount before, by their numbers or by none', () => {
  const parts = (sentences: readonly string[]) =>
    proseFacts(sentences.map(sentence => paragraph(sentence))).flatMap(({ kind, subject, whole }) =>
      kind === 'amount' ? [[subject, whole]] : [],
    )
  expect(
    parts(['支出预算合计9.00万元,其中:', '基本支出8.00万元,占88.89%;', '项目支出1.00万元。', '二、其他收入2.00万元。']),
  ).toEqual([
    ['支出预算合计', null],
    ['基本支出', 0],
    ['项目支出', 0],
    ['其他收入', null],
  ])
  const numbered = [
    '支出9.00万元,其中:',
    '(1)教育支出(类)8.00万元。主要用于学校5.00万元。',
    '(2)其他支出(类)1.00万元。',
    '(三)结余2.00万元。',
  ]
  expect(parts(numbered).map(([, whole]) => whole)).toEqual([null, 0, null, 0, null])
})

test('a list of its own behind an item tells the parts of what that told, but not where it told them itself', () => {
  const wholes = (...texts: readonly string[]) => {
    const amounts = proseFacts(texts.map(text => paragraph(text))).filter(({ kind }) => kind === 'amount')
    return amounts.map(({ whole }) => (whole === null ? null : amounts[whole]?.text))
  }
  expect(
    wholes(
      '(一)收入预算总计100万元。包括:',
      '1.本年收入合计90万元。',
      '(1)一般公共预算拨款收入60万元。',
      '(2)其他收入30万元。',
      '2.上年结转结余10万元。',
    ),
  ).toEqual([null, '100万元', '90万元', '90万元', '100万元'])
  expect(
    wholes('支出预算90万元。包括:', '1.基本支出80万元,其中:人员经费60万元,公用经费20万元。', '(1)人员经费60万元。'),
  ).toEqual([null, '90万元', '80万元', '80万元', null])
  expect(wholes('收入预算90万元。包括:', '1.事业收入80万元。', '一、其他收入60万元。')).toEqual([null, '90万元', null])
  expect(wholes('收入预算90万元。包括:', '1.事业收入80万元。', '(1)项目支出60万元。')).toEqual([null, '90万元', null])
})

test('a bracket behind an amount tells its parts, and a per cent in it the change before', () => {
  const facts = proseFacts([
    paragraph(
      '其中:公务用车费5.00万元(购置费2.00万元,运行费3.00万元),较上年增加2.00万元,公务接待费1.00万元,较上年减少3.00万元(75.00%)。',
    ),
  ])
  expect(facts.map(({ kind, value, direction, of, whole }) => [kind, value, direction, of, whole])).toEqual([
    ['amount', '5.00', null, null, null],
    ['amount', '2.00', null, null, 0],
    ['amount', '3.00', null, null, 0],
    ['change', '2.00', 'more', 0, null],
    ['amount', '1.00', null, null, null],
    ['change', '3.00', 'less', 4, null],
    ['growth', '75.00', 'less', 4, null],
  ])
})

test('what was spent of a budget is a completion, and an account without a name is of what its budget is', () => {
  const facts = proseFacts([paragraph('公务接待费支出预算为9.84万元,支出决算为6.14万元,完成预算的62.4%,决算数小于预算数。')])
  expect(facts.map(({ kind, subject, direction, of }) => [kind, subject, direction, of])).toEqual([
    ['amount', '公务接待费支出', null, null],
    ['amount', '公务接待费支出', null, null],
    ['completion', '完成预算的', 'less', 1],
  ])
})

test('an amount is called by what stands before its year, or by the heading right before it, where its own words give no name', () => {
  const facts = proseFacts([
    paragraph('3.公务用车购置和运行维护费。2026年预算数95.05万元,其中:公务用车购置费2026年预算数20.00万元。'),
    paragraph('2026年预算数11.25万元。'),
    paragraph('某局2026年预算数30.20万元,比2025年预算数增加1.00万元。'),
  ])
  const amounts = facts.filter(({ kind }) => kind === 'amount')
  expect(amounts.map(({ subject }) => subject)).toEqual(['公务用车购置和运行维护费', '公务用车购置费', '', ''])
})

test('a bracket right before a figure belongs to the name before it', () => {
  const facts = proseFacts([
    paragraph('2.污水处理服务费(政府性基金)52,765.99万元,物业费预算数(含水电)3.00万元。'),
    paragraph('3.公务接待费年初预算为9.84万元,支出决算(含上年结转)6.14万元,比上年减少(同口径)2.00万元。'),
  ])
  expect(facts.flatMap(({ kind, subject, unit }) => (unit === '' ? [] : [[kind, subject]]))).toEqual([
    ['amount', '污水处理服务费(政府性基金)'],
    ['amount', '物业费(含水电)'],
    ['amount', '公务接待费'],
    ['amount', '公务接待费'],
    ['change', '公务接待费'],
  ])
})

test('an amount right behind a count is what the counted things cost', () => {
  const facts = proseFacts([paragraph('2026年计划购置车辆2辆、57.00万元,其他设备3.00万元。')])
  expect(facts.map(({ kind, subject }) => [kind, subject])).toEqual([
    ['count', '计划购置车辆'],
    ['amount', '计划购置车辆'],
    ['amount', '其他设备'],
  ])
})

test('digits behind the star of a seal are no figure of their own', () => {
  const facts = proseFacts([paragraph('2023年支出预算7886.34万元,其中:基本支出50★70.59万元,占64.30%。')])
  expect(facts.filter(({ kind }) => kind === 'amount').map(({ value }) => value)).toEqual(['7886.34'])
})

test.each(['因公出国(境)费用', '公务接待费', '公务用车购置和运行维护费用'])(
  'a heading names the money of its text: %s',
  name => {
    const facts = proseFacts([paragraph(`1.${name}。2026年预算数36.14万元,较2025年年初预算增加18.26万元。`)])
    expect(facts.flatMap(({ kind, subject }) => (kind === 'year' ? [] : [[kind, subject]]))).toEqual([
      ['amount', name],
      ['change', name],
    ])
  },
)

test('a bound is told in passing, with or without a bracket that says it is included', () => {
  const facts = proseFacts([paragraph('单价100.00万元(含)以上设备2个,单位价值50.00万元及以上的设备1个,设备费3.00万元。')])
  expect(facts.flatMap(({ kind, value, aside }) => (kind === 'amount' ? [[value, aside]] : []))).toEqual([
    ['100.00', true],
    ['50.00', true],
    ['3.00', false],
  ])
})

test('a figure is no code of what is told behind it', () => {
  const facts = proseFacts([paragraph('某局预算985万元,包括人员经费245万元、增人增资370万元、项目支出370万元。')])
  expect(facts.map(({ subject, item, code }) => [subject, item, code])).toEqual(
    ['某局预算', '人员经费', '增人增资', '项目支出'].map(subject => [subject, null, null]),
  )
})

test('a bracket within a name is a part of it', () => {
  const facts = proseFacts([paragraph('2026年,某局(本级)收入预算为49.92万元,(一)办公费2.00万元,公用经费(30201)支出3.00万元。')])
  expect(facts.map(({ label }) => label)).toEqual(['某局(本级)收入预算为', '办公费', '支出'])
})

test('equipment is counted, and is no part of the vehicles before it', () => {
  const facts = proseFacts([
    paragraph('共有车辆6辆,其中:其他用车6辆;单价100万元(含)以上设备(不含车辆)3台(套)。'),
    paragraph('2026年计划购置单价100万元以上设备2台(件、套)、300.00万元。'),
  ])
  expect(facts.flatMap(({ kind, label, text, whole }) => (kind === 'count' ? [[label, text, whole]] : []))).toEqual([
    ['共有车辆', '6辆', null],
    ['其他用车', '6辆', 0],
    ['单价100万元〔含〕以上设备(不含车辆)', '3台', null],
    ['2026年计划购置单价100万元以上设备', '2台', null],
  ])
})

test('what is spent is no part of a list of what came in', () => {
  const facts = proseFacts([
    paragraph('收入预算为2249.92万元,比上年增加61.71万元。其中:一般公共预算拨款收入2219.92万元、上年结转结余30.00万元。'),
    paragraph('相应安排支出预算2249.92万元,比上年增加61.71万元。其中:基本支出1451.64万元、项目支出798.28万元。'),
  ])
  expect(facts.flatMap(({ kind, subject, whole }) => (kind === 'amount' ? [[subject, whole]] : []))).toEqual([
    ['收入', null],
    ['一般公共预算拨款收入', 0],
    ['上年结转结余', 0],
    ['支出预算', null],
    ['基本支出', 4],
    ['项目支出', 4],
  ])
})

test('an item is of the 类 that the heading above it names, and a 科目 that is used for something is no use', () => {
  const facts = proseFacts([
    paragraph('(一)卫生健康支出(类)'),
    paragraph('1.行政事业单位医疗(款)行政单位医疗(项)支出43.30万元,增加43.30万元(去年预算数为0万元)。主要用于缴费5.00万元。'),
    paragraph('(二)其他支出(类)'),
    paragraph('彩票公益金安排的支出(款)用于社会福利的彩票公益金支出(项)支出770万元。'),
  ])
  expect(facts.map(({ subject, code, whole, aside }) => [subject.slice(0, 4), code, whole, aside])).toEqual([
    ['行政事业', '2101101', null, false],
    ['行政事业', null, null, false],
    ['', '2101101', null, false],
    ['主要用于', null, null, true],
    ['彩票公益', '2296002', null, false],
  ])
})

test('digits behind a point or a separator that is another sign are no figure of their own', () => {
  const valuesOf = (figure: string) => proseFacts([paragraph(`某局2023年收入预算${figure}万元。`)]).map(({ value }) => value)
  for (const figure of ['35·20', '35・20', "1'204.50", '1’204.50', '1‚204.50', '1٬204٫50'])
    expect(valuesOf(figure), figure).toEqual([])
  expect(valuesOf('1,204.50')).toEqual(['1204.50'])
  expect(proseFacts([paragraph('一、1、55.20万元用于维修。')]).map(({ value }) => value)).toEqual(['55.20'])
})

test('what stands behind a character that nobody can tell is the rest of a figure, and none', () => {
  for (const unknown of ['\uFFFD', '\uE012', '\u0378', '.\uFFFD', '\uFFFD\uFFFD'])
    expect(proseFacts([paragraph(`2023年支出预算13${unknown}6万元。`)])).toEqual([])
})
