import { expect, test } from 'vitest'
import { goalOf, indicatorsOf } from '../../../src/budget/goals/indicators.ts'
import { unreadGoals } from '../../../src/budget/money/unread.ts'
import { readTable } from '../../../src/budget/read-table.ts'
import { tableOf } from '../table.ts'

test.each([
  ['≥98%', '≥', '98', '%'],
  ['>=1.2万人', '≥', '1.2', '万人'],
  ['不低于 95％', '≥', '95', '%'],
  ['小于等于30（万元）', '≤', '30', '万元'],
  ['3次', null, '3', '次'],
  ['≤30日', '≤', '30', '日'],
  ['2026年12月31日', null, '2026年12月31日', null],
  ['≤2026年12月底', '≤', '2026年12月底', null],
  ['有效提升', null, '有效提升', null],
  ['100-120场', null, '100-120', '场'],
  ['≥1.5～2万人次', '≥', '1.5~2', '万人次'],
  ['1-10月', null, '1-10月', null],
  ['2025-2026年', null, '2025-2026年', null],
  ['＝ 完成“一窗受理”，年底前（含）投用', '=', '完成“一窗受理”，年底前（含）投用', null],
])('%s is %s, %s, %s', (text, operator, value, unit) => {
  expect(goalOf(text)).toEqual({ operator, value, unit })
})

const SELF_EVALUATION = [
  ['项目名称', '<', '水毁修复工程', '<', '<', '<', '<', '<'],
  ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['^', '产出指标', '数量指标', '修复堤防处数', '≥3处', '3处', '20', '20'],
  ['^', '^', '质量指标', '验收合格率', '≥98%', '100%', '15', '15'],
  ['总分', '<', '<', '<', '<', '<', '100', '99.18'],
]

/** The goals of a table with so many rows of header. */
const goalsIn = (rows: readonly (readonly string[])[], headerRows: number, title = '项目支出绩效目标表') =>
  indicatorsOf(readTable(tableOf(rows, headerRows, { title }), null))

test('a head with the full stop of the text above is what its words say', () => {
  const rows = [
    ['项目名称', '某专项', '<', '<', '<'],
    ['指标名称', '指标性质', '指标值', '计量。单位', '指标权重(%)'],
    ['储煤量', '≥', '700', '万吨', '10'],
  ]
  expect(goalsIn(rows, 0).map(({ value, unit, weight }) => [value, unit, weight])).toEqual([['700', '万吨', '10']])
})

test('the goals of a form of self-evaluation with its project; 总分 is none', () => {
  const table = readTable(tableOf(SELF_EVALUATION, 0, { title: '项目支出绩效自评表' }), null)
  expect(table.kind).toBe('fin.perf_project')
  expect(
    indicatorsOf(table).map(({ project, level1, level2, level3, operator, value, unit, weight }) =>
      [project, level1, level2, level3, operator, value, unit, weight].join(' '),
    ),
  ).toEqual(['水毁修复工程 产出指标 数量指标 修复堤防处数 ≥ 3 处 20', '水毁修复工程 产出指标 质量指标 验收合格率 ≥ 98 % 15'])
})

test.each([
  ['实际完成值', '得分', '偏差原因分析及改进措施'],
  ['全年实际完成情况', '自评得分', '未完成原因分析'],
  ['实际完成指标值', '单位自评得分', '偏差原因及改进措施'],
  ['年度完成值', '实际得分', '原因分析及拟采取的改进措施'],
  ['指标完成情况', '评分', '偏差分析'],
  ['实际值', '指标得分（分）', '扣分原因'],
  ['实际完成值（B）', '得分', '未完成原因'],
  ['实际完成值', '得分', '备注（偏差原因）'],
])('what a goal came to, its score and why it was missed stand below %s, %s and %s', (...heads) => {
  const rows = [
    ['一级指标', '二级指标', '三级指标', '年度指标值', heads[0], '分值', heads[1], heads[2]],
    ['产出指标', '数量指标', '巡查次数', '≥48次', '41次', '20', '17.08', '汛期停航'],
    ['产出指标', '质量指标', '验收合格率', '=100%', '100%', '10', '10', ''],
  ]
  expect(
    goalsIn(rows, 1, '项目支出绩效自评表').map(({ value, actual, weight, score, reason }) => [
      value,
      actual,
      weight,
      score,
      reason,
    ]),
  ).toEqual([
    ['48', '41次', '20', '17.08', '汛期停航'],
    ['100', '100%', '10', '10', null],
  ])
})

test('a row that says that there is no goal is none', () => {
  const rows = [
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '无', '无'],
    ['^', '质量指标', '/', '/'],
    ['^', '时效指标', '按时完成', '/'],
  ]
  expect(goalsIn(rows, 1, '项目支出绩效目标表').map(({ level3 }) => level3)).toEqual(['按时完成'])
})

test('a cell over the goal and what it came to is no actual value', () => {
  const rows = [
    ['一级指标', '三级指标', '指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '巡查次数', '48次', '<', '20', '20'],
  ]
  expect(goalsIn(rows, 1, '项目支出绩效自评表')[0]).toMatchObject({ value: '48', actual: null, score: '20' })
})

test('heads are known whatever stands around what they say; 指标值单位 is the unit of the value', () => {
  const rows = [
    ['项目名称', '指标类型（一级）', '绩效二级指标名称', '具体指标', '关系符号', '指标值单位', '指标值', '绩效指标权重'],
    ['河道整治', '产出指标', '数量指标', '清淤长度', '≥', '公里', '12', '20'],
    ['河道整治', '产出指标', '质量指标', '验收合格率', '≥', '%', '98', '15'],
  ]
  expect(
    goalsIn(rows, 1).map(({ level1, level2, level3, operator, value, unit, weight }) =>
      [level1, level2, level3, operator, value, unit, weight].join(' '),
    ),
  ).toEqual(['产出指标 数量指标 清淤长度 ≥ 12 公里 20', '产出指标 质量指标 验收合格率 ≥ 98 % 15'])
})

test('指标值类型 holds operators and no values, before the values or behind them; 单位（项目）名称 names the project', () => {
  const goalsOf = (order: readonly number[]): string[] => {
    const rows = [
      ['单位（项目）名称', '一级指标', '三级指标', '指标值类型', '指标值', '度量单位'],
      ['河道整治', '产出指标', '清淤长度', '≥', '12', '公里'],
      ['河道整治', '产出指标', '审批规范性', '定性', '合规', ''],
    ]
    return goalsIn(
      rows.map(row => order.map(column => row[column] as string)),
      1,
    ).map(({ project, operator, value, unit }) => [project, operator, value, unit].join(' '))
  }
  const found = ['河道整治 ≥ 12 公里', '河道整治 定性 合规 ']
  expect(goalsOf([0, 1, 2, 3, 4, 5])).toEqual(found)
  expect(goalsOf([0, 1, 2, 4, 5, 3])).toEqual(found)
})

test.each(['张', '万副', '元/社区/年', '个工作日', '件次/年'])('the unit in brackets behind a name may be %s', unit => {
  const rows = [
    ['一级指标', '三级指标', '指标值'],
    ['产出指标', `制证数量（${unit}）`, '30000'],
  ]
  expect(goalsIn(rows, 1).map(goal => goal.unit)).toEqual([unit])
})

test('a table under an unknown title is one of goals by its header; a spelling of ≥ in its own column is one', () => {
  const rows = [
    ['项目名称', '一级指标', '二级指标', '三级指标', '绩效指标性质', '绩效指标值', '度量单位'],
    ['堤防维护', '产出指标', '数量指标', '巡查次数', '大于等于', '12', '次'],
    ['堤防维护', '效益指标', '社会效益指标', '居民安全感', '定性', '提高', ''],
  ]
  const goals = goalsIn(rows, 1, '附表')
  expect(goals.map(({ operator, value, unit }) => [operator, value, unit])).toEqual([
    ['≥', '12', '次'],
    ['定性', '提高', null],
  ])
})

test('goals whose header names no level, and square metres', () => {
  const rows = [
    ['序号', '项目名称', '指标名称', '指标性质', '指标值', '计量单位', '指标权重(%)'],
    ['1', '办公楼租用', '租用面积', '≥', '10010.89㎡', '', '20'],
    ['^', '^', '保障人数', '≥', '2900', '人', '20'],
  ]
  expect(
    goalsIn(rows, 1).map(({ project, level3, operator, value, unit }) => [project, level3, operator, value, unit]),
  ).toEqual([
    ['办公楼租用', '租用面积', '≥', '10010.89', 'm2'],
    ['办公楼租用', '保障人数', '≥', '2900', '人'],
  ])
})

test('绩效指标 beside 指标值 heads the names of goals, and over rows of goals it is their label', () => {
  const rows = [
    ['部门名称', '<', '示例局', '<', '<', '<'],
    ['整体绩效目标', '总体目标', '做好各项工作', '<', '<', '<'],
    ['^', '活动', '绩效指标', '指标性质', '指标值', '度量单位'],
    ['^', '综合保障', '按时办结率', '≥', '95', '%'],
    ['^', '综合管理', '检查次数', '≥', '9', '次'],
  ]
  const shown = (goals: ReturnType<typeof goalsIn>) =>
    goals.map(({ level3, operator, value, unit }) => [level3, operator, value, unit])
  expect(shown(goalsIn(rows, 0, '部门整体支出绩效目标申报表'))).toEqual([
    ['按时办结率', '≥', '95', '%'],
    ['检查次数', '≥', '9', '次'],
  ])
  const labelled = rows.map(([first = '', second = '', ...more], at) => [
    first,
    at === 2 ? '绩效指标' : at > 2 ? '^' : second,
    ...more,
  ])
  expect(
    goalsIn(
      labelled.map((row, at) => (at === 2 ? row.with(2, '活动') : row)),
      0,
      '部门整体支出绩效目标申报表',
    ),
  ).toEqual([])
})

test('an operator and its figure in cells of their own below one head, and units that stand behind the names', () => {
  const rows = [
    ['项目名称', '一级指标', '二级指标', '三级指标', '指标值', '<', '权重'],
    ['文化惠民', '产出指标', '数量指标', '演出场次（场）', '≥', '120', '20'],
    ['^', '^', '质量指标', '演出完成率（%）', '=', '100', '20'],
    ['^', '效益指标', '社会效益指标', '群众满意程度（较上年）', '≥', '90', '20'],
    ['^', '产出指标', '质量指标', '案卷评审(件/每人每日)', '≥', '20', '10'],
    ['^', '^', '数量指标', '文件印制数量（千印）', '≥', '7121', '10'],
  ]
  const goals = goalsIn(rows, 1)
  expect(goals.map(({ operator, value, unit }) => [operator, value, unit])).toEqual([
    ['≥', '120', '场'],
    ['=', '100', '%'],
    ['≥', '90', null],
    ['≥', '20', '件/每人每日'],
    ['≥', '7121', '千印'],
  ])
})

test('a bound behind the figure is its operator', () => {
  expect(goalOf('12公里以上')).toEqual({ operator: '≥', value: '12', unit: '公里' })
  expect(goalOf('95%及以上')).toEqual({ operator: '≥', value: '95', unit: '%' })
  expect(goalOf('30日以内')).toEqual({ operator: '≤', value: '30', unit: '日' })
  expect(goalOf('≥95%以上')).toEqual({ operator: '≥', value: '95', unit: '%' })
  expect(goalOf('5000以下')).toEqual({ operator: '≤', value: '5000', unit: null })
  expect(goalOf('2级以上医院3家')).toMatchObject({ operator: null })
})

test('of the goals of several years and of the year, which share their names, those of the year; the project under 专项名称', () => {
  const rows = [
    ['专项名称', '<', '河道整治', '<', '<'],
    ['一级指标', '二级指标', '三级指标', '实施期指标值', '年度指标值'],
    ['产出指标', '数量指标', '清淤长度', '≥55公里', '≥18.6公里'],
  ]
  const goals = goalsIn(rows, 0, '专项资金绩效目标表')
  expect(goals.map(({ project, level3, value }) => [project, level3, value])).toEqual([['河道整治', '清淤长度', '18.6']])
})

test('a table that tells the goal of each project in one text has a row for each, also where several share it', () => {
  const rows = [
    ['单位名称', '一级项目名称', '预算数（万元）', '绩效目标'],
    ['水务局', '1.污水处理', '117.68', '保障43座水质净化厂运行。'],
    ['水务局', '水务发展', '5.10', '^'],
    ['水务局', '预备费', '1.00', ''],
  ]
  const goals = goalsIn(rows, 1, '部门预算项目支出绩效目标表')
  expect(goals.map(({ sequence, project, level3, value, row }) => [sequence, project, level3, value, row])).toEqual([
    [1, '污水处理', null, '保障43座水质净化厂运行。', 1],
    [2, '水务发展', null, '保障43座水质净化厂运行。', 2],
  ])
})

test('a header over two rows: the project beside it, operator, value and unit below one head', () => {
  const rows = [
    ['项目名称', '绩效指标', '<', '<', '<', '<', '<'],
    ['^', '一级指标', '二级指标', '三级指标', '指标值', '<', '<'],
    ['^', '^', '^', '^', '运算符号', '目标值', '计量单位'],
    ['河道养护', '产出指标', '数量指标', '养护长度', '≥', '37.6', '公里'],
  ]
  const goals = goalsIn(rows, 3)
  expect(goals.map(({ project, level3, operator, value, unit }) => [project, level3, operator, value, unit])).toEqual([
    ['河道养护', '养护长度', '≥', '37.6', '公里'],
  ])
})

test('levels that are printed once are those of the blank rows below, until a level above begins anew', () => {
  const rows = [
    ['项目名称', '一级指标', '二级指标', '三级指标', '指标值'],
    ['河道养护', '产出指标', '数量指标', '养护长度', '≥37公里'],
    ['', '', '', '收割面积', '≥15万平方米'],
    ['', '', '质量指标', '岸坡完好率', '≥96%'],
    ['', '效益指标', '', '反弹条数', '=0条'],
    ['农村供水', '', '', '管网长度', '≥48公里'],
  ]
  const goals = goalsIn(rows, 1)
  expect(goals.map(({ project, level1, level2 }) => [project, level1, level2])).toEqual([
    ['河道养护', '产出指标', '数量指标'],
    ['河道养护', '产出指标', '数量指标'],
    ['河道养护', '产出指标', '质量指标'],
    ['河道养护', '效益指标', null],
    ['农村供水', null, null],
  ])
})

test.each(['专项（项目）名称', '项目(政策)名称', '转移支付名称'])('the project is named under %s', label => {
  const rows = [
    [label, '<', '水利发展资金', '<'],
    ['绩效指标', '一级指标', '三级指标', '指标值'],
    ['^', '产出指标', '除险加固水库', '=36座'],
  ]
  const [goal] = goalsIn(rows, 0, '区域绩效目标表')
  expect(goal?.project).toBe('水利发展资金')
})

test.each(['数值', '全年目标值', '考核值'])('what stands behind the operator is the value, also under %s', head => {
  const rows = [
    ['一级指标', '三级指标', '符号', head, '单位', '实际完成值', '评分标准'],
    ['产出指标', '养护长度', '≥', '37.6', '公里', '38', '完成得满分。'],
    ['效益指标', '周边环境', '定性', '改善', '', '改善', '完成得满分。'],
  ]
  const goals = goalsIn(rows, 1, '项目支出绩效自评表')
  expect(goals.map(({ operator, value, unit }) => [operator, value, unit])).toEqual([
    ['≥', '37.6', '公里'],
    ['定性', '改善', null],
  ])
})

test.each([
  ['2026年目标值', '三级指标'],
  ['年初设定目标值', '三级指标内容'],
  ['标准值', '考核指标'],
  ['预期指标值（目标值）', '指标名称及内容'],
])('a header of goals with %s and %s', (value, name) => {
  const rows = [
    ['一级指标', '二级指标', name, value, '权重'],
    ['产出指标', '数量指标', '养护长度', '≥37.6公里', '10'],
  ]
  const goals = goalsIn(rows, 1)
  expect(goals.map(({ level3, operator, value, unit }) => [level3, operator, value, unit])).toEqual([
    ['养护长度', '≥', '37.6', '公里'],
  ])
})

const UNKNOWN_HEADS = [
  ['项目名称', '堤防维护', '<', '<'],
  ['类别', '方面', '内容', '要求'],
  ['产出指标', '数量指标', '巡查次数', '12次'],
  ['^', '质量指标', '合格率', '≥98%'],
  ['效益指标', '社会效益指标', '居民安全感', '提高'],
]

test('rows like goals under heads that are not understood are told, and blank forms are not', () => {
  const toldOf = (rows: readonly (readonly string[])[]): (string | null)[] => {
    const table = readTable(tableOf(rows, 0, { title: '项目支出绩效目标表' }), null)
    return unreadGoals([table], indicatorsOf(table)).map(({ code, actual }) => `${code} ${actual}`)
  }
  expect(toldOf(UNKNOWN_HEADS)).toEqual(['goals-unread 3'])
  expect(
    toldOf([
      ['任务', '指标符号', '年度指标值', '计量单位'],
      ['居民安全感', '定性', '提高', ''],
    ]),
  ).toEqual(['goals-unread 1'])
  const blank = UNKNOWN_HEADS.map(row => row.map((text, column) => (row[0] === '类别' || column < 2 ? text : '')))
  expect(toldOf(blank)).toEqual([])
  expect(
    toldOf([
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '', ''],
      ['说明', '无', '<', '<'],
    ]),
  ).toEqual([])
})

test('levels that stand in front of the name of a goal, in its cell, are its levels; one alone is part of the name', () => {
  const namesIn = (name: string) => {
    const head = ['活动', '绩效指标', '指标性质', '指标值', '度量单位']
    return goalsIn([head, ['养老服务', name, '≥', '90', '%']], 1).map(({ level1, level2, level3 }) => [level1, level2, level3])
  }
  expect(namesIn('产出指标数量指标护理床位数')).toEqual([['产出指标', '数量指标', '护理床位数']])
  expect(namesIn('数量指标完成率')).toEqual([[null, null, '数量指标完成率']])
})

test('goals of several years beside those of the year say what they are for', () => {
  const rows = [
    ['项目名称', '<', '河道整治', '<', '<', '<'],
    ['总体目标', '<', '实施期目标（2022—2024年）', '<', '年度目标', '<'],
    ['一级指标', '二级指标', '三级指标', '指标值', '三级指标', '指标值'],
    ['产出指标', '数量指标', '期内清淤长度', '≥55公里', '清淤长度', '≥18.6公里'],
  ]
  expect(goalsIn(rows, 0).map(({ term, level2, level3, value }) => [term, level2, level3, value])).toEqual([
    ['实施期目标（2022—2024年）', '数量指标', '期内清淤长度', '55'],
    [null, '数量指标', '清淤长度', '18.6'],
  ])
})

test('the value of grades below one head is that of the best, and what it rests on is none', () => {
  const rows = [
    ['一级指标', '三级指标', '指标值', '<', '<', '指标值确定依据'],
    ['^', '^', '优', '良', '差', '^'],
    ['产出指标', '培训合格率', '≥92%', '≥82.8%', '<73.6%', '年度计划'],
  ]
  expect(goalsIn(rows, 2).map(({ level3, operator, value }) => [level3, operator, value])).toEqual([['培训合格率', '≥', '92']])
})

test('a level in a row of its own is that of the goals below it', () => {
  const rows = [
    ['序号', '指标名称', '指标目标值', '实际完成值', '分值', '得分'],
    ['产出指标（53分）', '<', '<', '<', '<', '<'],
    ['1', '清淤长度', '≥18.6公里', '19公里', '11', '11'],
    ['', '', '效益指标（35分）', '', '', ''],
    ['2', '受益人口', '≥2万人', '2万人', '13', '13'],
  ]
  expect(goalsIn(rows, 1, '项目支出绩效自评表').map(({ level1, level3 }) => [level1, level3])).toEqual([
    ['产出指标（53分）', '清淤长度'],
    ['效益指标（35分）', '受益人口'],
  ])
})

test('the form of the next project begins with its name, and its money is no goal', () => {
  const form = (project: string, money: string, goal: string) => [
    ['项目名称', project, '<', '<', '<', '<', '<'],
    ['资金（万元）', '全年预算数', money, '全年执行数', money, '执行率', '100%'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', goal, '≥3处', '3处', '20', '20'],
  ]
  const rows = [...form('河道整治', '50.38', '清淤段数'), ...form('水库除险', '80.48', '加固座数')]
  expect(goalsIn(rows, 0, '项目支出绩效自评表').map(({ project, level3 }) => [project, level3])).toEqual([
    ['河道整治', '清淤段数'],
    ['水库除险', '加固座数'],
  ])
})

test('完成 is what a goal aims at, and no head', () => {
  const rows = [
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '接访任务', '完成'],
  ]
  expect(goalsIn(rows, 1).map(({ level3, value }) => [level3, value])).toEqual([['接访任务', '完成']])
})

test('goals of a table that nothing names, whose header was lost, are told as unread', () => {
  const rows = [
    ['产出指标', '数量指标', '清淤长度', '公里', '≥18.6', '19', '10'],
    ['产出指标', '质量指标', '验收合格率', '%', '=100', '100', '10'],
  ]
  const table = readTable(tableOf(rows, 0, {}), null)
  expect(table.kind).toBeNull()
  expect(unreadGoals([table], []).map(({ code, actual }) => [code, actual])).toEqual([['goals-unread', '2']])
})
