import { expect, test } from 'vitest'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import { findingFrom } from '../../../src/finding.ts'
import { toDocument } from '../../../src/write/document/to-document.ts'
import { factRows } from '../../../src/write/relations/facts.ts'
import { tableOf } from '../../budget/table.ts'

function documentOf(rows: readonly (readonly string[])[], headerRows: number, title: string, unit: string | null = null) {
  const dataset = readBudget([tableOf(rows, headerRows, { title, unit })], [])
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  return toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] })
}

const factsOf = (...table: Parameters<typeof documentOf>) => [...factRows({ name: 'a', document: documentOf(...table) })]

test('an amount over several named rows is of what is named over the same rows, and one over the rows of its name is of that', () => {
  const rows = [
    ['主管部门', '项目名称', '预算金额', '部门小计'],
    ['水利局', '河道清淤', '10.00', '30.00'],
    ['^', '堤防加固', '20.00', '^'],
    ['文化馆', '免费开放', '5.00', '5.00'],
    ['民政局', '养老补贴', '40.00', '40.00'],
    ['^', '^', '2.00', '^'],
  ]
  const facts = factsOf(rows, 1, '专项资金分部门安排表', '万元')
  expect(facts.map(({ label, header, text }) => [label, header, text])).toEqual([
    ['河道清淤', '预算金额', '10.00'],
    ['水利局', '部门小计', '30.00'],
    ['堤防加固', '预算金额', '20.00'],
    ['免费开放', '预算金额', '5.00'],
    ['免费开放', '部门小计', '5.00'],
    ['养老补贴', '预算金额', '40.00'],
    ['养老补贴', '部门小计', '40.00'],
    ['养老补贴', '预算金额', '2.00'],
  ])
})

test('a figure of a form goes by its label and the head it stands under, never by another figure', () => {
  const rows = [
    ['项目资金（万元）', '', '年初预算数', '全年执行数', '分值'],
    ['^', '年度资金总额', '1,286.40', '1,250.00', '10'],
    ['^', '其中：财政拨款', '1,286.40', '1,250.00', ''],
  ]
  const facts = factsOf(rows, 0, '项目支出绩效自评表')
  expect(facts.map(({ label, header, text, unit }) => [label, header, text, unit])).toEqual([
    ['年度资金总额', '年初预算数', '1,286.40', '万元'],
    ['年度资金总额', '全年执行数', '1,250.00', '万元'],
    ['财政拨款', '年初预算数', '1,286.40', '万元'],
    ['财政拨款', '全年执行数', '1,250.00', '万元'],
  ])
})

test('what an expenditure is paid from is no income', () => {
  const rows = [
    ['单位名称', '项目名称', '总计', '财政拨款收入', '事业收入'],
    ['运输服务中心', '日常保障', '60.00', '50.00', '10.00'],
  ]
  const facts = factsOf(rows, 1, '项目支出预算表', '万元')
  expect(facts.map(({ side, source, expense_type }) => [side, source, expense_type])).toEqual([
    ['expense', null, 'project'],
    ['expense', 'fiscal', 'project'],
    ['expense', 'business', 'project'],
  ])
})

test('a source under the head of several is the one that it is called', () => {
  const rows = [
    ['科目编码', '科目名称', '合计', '财政拨款', '单位资金', '<', '<', '其他资金', '<'],
    ['^', '^', '^', '^', '小计', '事业收入', '其他收入', '上级补助收入', '财政专户管理资金'],
    ['205', '教育支出', '60.00', '20.00', '15.00', '10.00', '5.00', '15.00', '10.00'],
  ]
  const sources = ['fiscal', 'own', 'business', 'other', 'superior', 'special']
  expect(factsOf(rows, 2, '部门收入总表', '万元').map(({ source }) => source)).toEqual([null, ...sources])
})

test('a table of basic expenditure, or of 财政拨款, says so of each amount in it', () => {
  const rows = [
    ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
    ['301', '工资福利支出', '30.00', '25.00', '5.00'],
  ]
  const said = (title: string) => factsOf(rows, 1, title, '万元').map(({ source, expense_type }) => [source, expense_type])
  expect(said('一般公共预算基本支出表')).toEqual([
    [null, 'basic'],
    [null, 'personnel'],
    [null, 'public'],
  ])
  expect(said('财政拨款基本支出表')).toEqual([
    ['fiscal', 'basic'],
    ['fiscal', 'personnel'],
    ['fiscal', 'public'],
  ])
  expect(said('支出总表')[0]).toEqual([null, null])
})

test('a row says whose it is: by a column of units, merged or not, or by the row of the unit above it', () => {
  const listed = [
    ['单位名称', '项目名称', '预算数'],
    ['合计', '', '60.00'],
    ['运输服务中心', '日常保障', '10.00'],
    ['公路管理中心', '日常保障', '30.00'],
    ['^', '道路养护', '20.00'],
  ]
  const unitsOf = (rows: string[][]) =>
    factsOf(rows, 1, '项目支出预算表', '万元').map(({ label, unit_name }) => [label, unit_name])
  expect(unitsOf(listed)).toEqual([
    ['合计', null],
    ['日常保障', '运输服务中心'],
    ['日常保障', '公路管理中心'],
    ['道路养护', '公路管理中心'],
  ])
  const below = [
    ['预算单位', '科目编码', '科目名称', '支出总计'],
    ['某某市公路管理中心', '', '', '50.00'],
    ['', '214', '交通运输支出', '50.00'],
    ['', '21401', '公路水路运输', '50.00'],
  ]
  expect(unitsOf(below).map(([, unit]) => unit)).toEqual(below.slice(1).map(() => '某某市公路管理中心'))
})

test('a row with codes of several lists of subjects gives each amount all of them', () => {
  const rows = [
    ['科目编码', '<', '部门预算支出经济分类科目名称', '科目编码', '<', '政府预算支出经济分类科目名称', '基本支出预算'],
    ['类', '款', '^', '类', '款', '^', '^'],
    ['', '', '合计', '', '', '', '30.00'],
    ['301', '', '工资福利支出', '501', '', '机关工资福利支出', '30.00'],
    ['301', '01', '基本工资', '501', '01', '工资奖金津补贴', '10.00'],
    ['301', '08', '机关事业单位基本养老保险缴费', '501', '02', '社会保障缴费', '20.00'],
  ]
  const facts = factsOf(rows, 2, '一般公共预算基本支出情况表', '万元')
  const said = facts.map(row => [
    row['economic_code'],
    row['economic_name'],
    row['government_economic_code'],
    row['government_economic_name'],
  ])
  expect(said).toEqual([
    [undefined, undefined, undefined, undefined],
    ['301', '工资福利支出', '501', '机关工资福利支出'],
    ['30101', '基本工资', '50101', '工资奖金津补贴'],
    ['30108', '机关事业单位基本养老保险缴费', '50102', '社会保障缴费'],
  ])
  expect(facts.map(row => [row['code'], row['code_source']])).toEqual([
    [null, null],
    ['301', 'printed'],
    ['30101', 'printed'],
    ['30108', 'printed'],
  ])
})

test('what is bought of a project has the code it is paid from and those of both economic lists, and no name that is not printed', () => {
  const rows = [
    ['科目编码', '采购项目', '部门经济科目编码', '政府经济科目编码', '预算金额'],
    ['2014004', '接待中心安保服务', '30227', '50205', '49.98'],
  ]
  const [fact] = factsOf(rows, 1, '政府采购预算表', '万元')
  expect([fact?.['function_code'], fact?.['economic_code'], fact?.['government_economic_code']]).toEqual([
    '2014004',
    '30227',
    '50205',
  ])
  expect(fact?.['economic_name'] ?? null).toBeNull()
})

test('two lists with 类 and 款 right beside each other are told apart', () => {
  const rows = [
    ['采购项目', '部门预算支出经济科目编码', '<', '政府预算支出经济科目编码', '<', '预算金额'],
    ['^', '类', '款', '类', '款', '^'],
    ['物业管理服务', '302', '09', '502', '01', '89.70'],
  ]
  const [fact] = factsOf(rows, 2, '政府采购预算表', '万元')
  expect([fact?.['economic_code'], fact?.['government_economic_code']]).toEqual(['30209', '50201'])
})

test('heads of units are such above the numbers of their columns, too', () => {
  const rows = [
    ['单位编码', '单位名称', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['1', '2', '3', '4', '5', '6', '7'],
    ['', '', '合计', '', '90.00', '30.00', '60.00'],
    ['448001', '某某市交通运输局本级', '214', '交通运输支出', '60.00', '20.00', '40.00'],
    ['448001', '某某市交通运输局本级', '21401', '公路水路运输', '60.00', '20.00', '40.00'],
    ['448001', '某某市交通运输局本级', '2140101', '行政运行', '60.00', '20.00', '40.00'],
    ['448002', '某某市公路管理中心', '214', '交通运输支出', '30.00', '10.00', '20.00'],
    ['448002', '某某市公路管理中心', '21401', '公路水路运输', '30.00', '10.00', '20.00'],
    ['448002', '某某市公路管理中心', '2140106', '公路养护', '30.00', '10.00', '20.00'],
  ]
  const facts = factsOf(rows, 2, '部门支出总表', '万元').filter(({ column }) => column === 4)
  expect(facts.map(({ label, role, unit_name, beside }) => [label, role, unit_name, beside]).slice(0, 3)).toEqual([
    ['合计', 'total', null, null],
    ['交通运输支出', 'class', '某某市交通运输局本级', '单位名称：某某市交通运输局本级'],
    ['公路水路运输', 'section', '某某市交通运输局本级', '单位名称：某某市交通运输局本级'],
  ])
})

test('a code that stands in a column of units is no unit', () => {
  const rows = [
    ['单位名称', '单位名称', '科目名称', '预算数'],
    ['某某市文化馆', '207', '文化旅游支出', '30.00'],
    ['^', '', '文化和旅游', '30.00'],
    ['某某市档案馆', '201', '一般公共服务支出', '20.00'],
  ]
  expect(factsOf(rows, 1, '部门支出总表', '万元').map(({ unit_name }) => unit_name)).toEqual([
    '某某市文化馆',
    '某某市文化馆',
    '某某市档案馆',
  ])
})

test('a project has its unit and the codes in front of the names of every list of subjects', () => {
  const rows = [
    ['项目单位', '项目内容', '支出功能科目', '政府预算经济科目', '部门预算支出经济科目', '金额'],
    ['示例市文旅局', '旅游宣传项目专家评审费', '2070113旅游宣传', '50205委托业务费', '30226-劳务费', '0.09'],
    ['合计', '<', '<', '', '', '0.09'],
  ]
  const [fact, total] = factsOf(rows, 1, '2025年文化和旅游项目资金安排表', '万元')
  expect([fact?.['label'], fact?.['unit_name'], fact?.['function_code'], fact?.['function_name']]).toEqual([
    '旅游宣传项目专家评审费',
    '示例市文旅局',
    ...['2070113', '旅游宣传'],
  ])
  expect([fact?.['economic_code'], fact?.['economic_name'], fact?.['government_economic_code']]).toEqual([
    '30226',
    '劳务费',
    '50205',
  ])
  expect([total?.['label'], total?.['economic_code'] ?? null]).toEqual(['合计', null])
})

test('what was spent of a budget is told apart from the budget', () => {
  const rows = [
    ['项目名称', '预算批复', '2026年执行数', '实际执行'],
    ['河道清淤', '30.00', '28.00', '29.00'],
  ]
  expect(factsOf(rows, 1, '项目支出情况表', '万元').map(({ measure }) => measure)).toEqual(['budget', 'executed', 'executed'])
})

test('a figure under the year before is of that year, and no figure of the year of the document', () => {
  const rows = [
    ['2025年预算数', '<', '2026年预算数', '<'],
    ['合计', '公务接待费', '合计', '公务接待费'],
    ['107.05', '9.85', '42.26', '5.01'],
  ]
  const facts = factsOf(rows, 2, '2026年一般公共预算“三公”经费支出情况表', '万元')
  expect(facts.map(({ fiscal_year, header, period }) => [fiscal_year, header, period])).toEqual([
    [2026, '2025年预算数/合计', 'previous'],
    [2026, '2025年预算数/公务接待费', 'previous'],
    [2026, '2026年预算数/合计', null],
    [2026, '2026年预算数/公务接待费', null],
  ])
})

test('a row that prints only its year is of what is named above it, and of that year; what changed is no budget', () => {
  const rows = [
    ['预算单位', '年度', '总计', '公务接待费'],
    ['水务局', '2025年', '382.64', '14.07'],
    ['', '2026年', '469.17', '14.27'],
    ['', '增减变化金额', '86.53', '0.20'],
    ['水务局（本级）', '2025年', '39.87', '14.07'],
    ['', '2026年', '146.77', '14.27'],
    ['', '增减变化金额', '106.90', '0.20'],
  ]
  const facts = factsOf(rows, 1, '2026年财政拨款“三公”经费支出表', '万元').filter(({ header }) => header === '总计')
  expect(facts.map(({ label, period, measure, text }) => [label, period, measure, text])).toEqual([
    ['水务局', 'previous', 'budget', '382.64'],
    ['水务局', null, 'budget', '469.17'],
    ['水务局', null, 'change', '86.53'],
    ['水务局(本级)', 'previous', 'budget', '39.87'],
    ['水务局(本级)', null, 'budget', '146.77'],
    ['水务局(本级)', null, 'change', '106.90'],
  ])
})

test('projects called by a year are no years of what stands above them', () => {
  const rows = [
    ['单位名称', '项目名称', '总计'],
    ['水务局', '2022年', '5.00'],
    ['', '2026年河道清淤', '7.00'],
    ['', '河道清淤', '9.00'],
  ]
  const facts = factsOf(rows, 1, '2026年项目支出预算表', '万元')
  expect(facts.map(({ period, measure }) => [period, measure])).toEqual([
    [null, 'budget'],
    [null, 'budget'],
    [null, 'budget'],
  ])
})

test('a doubt about a page of a table is told of the figures that it puts in doubt, and of no other', () => {
  const dataset = readBudget(
    [
      tableOf(
        [
          ['科目编码', '科目名称', '合计'],
          ['201', '一般公共服务支出', '3.00'],
          ['205', '教育支出', '4.00'],
        ],
        1,
        { title: '部门支出总表' },
      ),
    ],
    [],
  )
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const whole = toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] })
  const [table] = whole.tables
  if (table === undefined) throw new Error('no table')
  const message = { zh: '', en: '' }
  const doubt = findingFrom({
    code: 'join-doubtful',
    severity: 'warning',
    verdict: 'structure',
    table: table.id,
    page: 1,
    message,
  })
  const cells = table.cells.map(cell => (cell.row === 2 ? { ...cell, confidence: 0.85 } : cell))
  const document = { ...whole, tables: [{ ...table, cells }], findings: [doubt] } as unknown as typeof whole
  expect([...factRows({ name: 'a', document })].map(({ text, findings }) => [text, findings])).toEqual([
    ['3.00', ''],
    ['4.00', 'join-doubtful'],
  ])
})

test('in a book of several offices each amount is of the office of its table', () => {
  const rows = [
    ['科目编码', '科目名称', '合计'],
    ['201', '一般公共服务支出', '31.25'],
  ]
  const tables = ['达川区图书馆', '达川区文化馆'].map((department, at) => ({
    ...tableOf(rows, 1, { title: '支出决算表', department }),
    id: `t${at}`,
  }))
  const unitsIn = (book: typeof tables) => {
    const dataset = readBudget(book, [])
    const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
    const checked = checkDataset(dataset)
    const document = toDocument({ source, pages: [], dataset, checked, findings: checked.findings })
    return [...factRows({ name: 'a', document })].map(({ unit_name }) => unit_name)
  }
  expect(unitsIn(tables)).toEqual(['达川区图书馆', '达川区文化馆'])
  expect(unitsIn(tables.slice(1))).toEqual([null])
})

test('what else names a row stands beside its label, what describes it at length and what is a code of another list does not', () => {
  const rows = [
    ['支出功能分类科目', '部门支出经济分类科目', '一级目录', '二级目录', '说明', '合计', '备注'],
    ['2010401-行政运行', '30201-办公费', '公共服务', '展览', '为'.repeat(80), '14.00', '无'],
    ['2010401-行政运行', '30227-委托业务费', '^', '演出', '', '6.00', '无'],
  ]
  const facts = factsOf(rows, 1, '支出总表', '万元')
  expect(facts.map(({ label, beside, economic_code }) => [label, beside, economic_code])).toEqual([
    ['2010401-行政运行', '一级目录：公共服务；二级目录：展览', '30201'],
    ['2010401-行政运行', '一级目录：公共服务；二级目录：演出', '30227'],
  ])
})

test('the money of a form of one project is that of the project', () => {
  const form = (project: string) => [
    ['项目名称', project, '<', '<'],
    ['当年预算', '12.00', '补助区县', '8.00'],
    ['指标名称', '指标性质', '指标值', '权重'],
    ['项目数量', '≥', '86', '20'],
  ]
  const besideOf = (rows: readonly (readonly string[])[]) =>
    new Set(factsOf(rows, 0, '项目绩效目标表', '万元').map(({ beside }) => beside))
  expect(besideOf(form('移民扶持'))).toEqual(new Set(['项目名称：移民扶持']))
  expect(besideOf(form('移民扶持').slice(1))).toEqual(new Set([null]))
  expect(besideOf([...form('移民扶持'), ...form('水库建设')])).toEqual(new Set([null]))
  // Goals of the second that were not read say nothing of its money.
  expect(besideOf([...form('移民扶持'), ...form('水库建设').slice(0, 2)])).toEqual(new Set([null]))
})

test('what the labels and heads of a form say of its money is its key', () => {
  const rows = [
    ['项目资金（万元）', '年度资金总额', '30.00', '', ''],
    ['^', '其中：财政拨款', '25.00', '', ''],
    ['^', '其他资金', '5.00', '', ''],
  ]
  const facts = factsOf(rows, 0, '项目支出绩效目标表')
  expect(facts.map(({ label, column_key, source }) => [label, column_key, source])).toEqual([
    ['年度资金总额', 'total', null],
    ['财政拨款', 'fiscal', 'fiscal'],
    ['其他资金', 'other', 'other'],
  ])
})

test('of which year a figure is, and whether it is planned, spent so far or a difference, its column says before its line', () => {
  const rows = [
    ['项目', '2024年执行数', '2025年预算数', '增减额'],
    ['本年收入合计', '80.00', '90.00', '10.00'],
  ]
  const facts = factsOf(rows, 1, '2025年一般公共预算收入预算表', '万元')
  expect(facts.map(({ period, measure }) => [period, measure])).toEqual([
    ['previous', 'executed'],
    ['current', 'budget'],
    ['current', 'change'],
  ])
})

test('what a table of final accounts tells was spent, whatever its heads are called, but where they or its title plan it', () => {
  const finals = ['收入支出决算总表', '收入决算表', '支出决算表'].map(title =>
    tableOf(
      [
        ['项目', '决算数'],
        ['合计', '9.00'],
      ],
      1,
      { id: title, title },
    ),
  )
  const tables = [
    tableOf(
      [
        ['资产', '价值（万元）'],
        ['房屋', '8.00'],
      ],
      1,
      { id: 'b', title: '国有资产占用情况表', unit: null },
    ),
    tableOf(
      [
        ['项目', '金额'],
        ['设备', '7.00'],
      ],
      1,
      { id: 'c', title: '政府采购预算表' },
    ),
    tableOf(
      [
        ['项目名称', '预算金额', '执行金额', '一般公共预算'],
        ['水库除险', '1.00', '2.00', '3.00'],
      ],
      1,
      { id: 'e', title: '专项资金自评结果表' },
    ),
    tableOf(
      [
        ['项目', '年初预算数', '全年预算数', '统计数'],
        ['（一）支出合计', '4.00', '5.00', '6.00'],
      ],
      1,
      { id: 'd', title: '机构运行信息表' },
    ),
  ]
  const dataset = readBudget([...finals, ...tables], [])
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const document = toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] })
  const said = [...factRows({ name: 'a', document })].map(({ text, measure }) => `${text} ${measure}`)
  expect(document.document.kind).toBe('final-accounts')
  expect(said.slice(finals.length)).toEqual([
    ...['8.00 final', '7.00 budget', '1.00 budget', '2.00 executed', '3.00 final'],
    ...['4.00 budget', '5.00 adjusted', '6.00 final'],
  ])
})

test('a figure of a plan for later years is of none of the year of the document', () => {
  const rows = [
    ['项目', '2025年', '2026年', '2024年'],
    ['合计', '90.00', '95.00', '80.00'],
  ]
  const document = documentOf(rows, 1, '2025年部门项目支出中期规划预算表', '万元')
  const facts = [...factRows({ name: 'a', document: { ...document, document: { ...document.document, fiscalYear: 2025 } } })]
  expect(facts.map(({ period, text }) => [period, text])).toEqual([
    [null, '90.00'],
    ['next', '95.00'],
    ['previous', '80.00'],
  ])
})

test('a project beside its 功能科目 gives the code its own name', () => {
  const rows = [
    ['项目代码', '项目名称', '功能科目编码', '功能科目名称', '合计'],
    ['530123251100000234567', '高标准农田建设', '2130122', '农业生产发展', '4,000.00'],
    ['530123251100000234568', '厕所革命补助', '2120814', '农业生产发展支出', '1,000.00'],
    ['合计', '', '', '', '5,000.00'],
  ]
  const facts = factsOf(rows, 1, '项目支出预算表', '元')
  expect(facts.map(row => [row['role'], row['name'], row['function_code'] ?? null, row['function_name'] ?? null])).toEqual([
    ['project', '高标准农田建设', '2130122', '农业生产发展'],
    ['project', '厕所革命补助', '2120814', '农业生产发展支出'],
    ['total', '合计', null, null],
  ])
})

test('a column headed by an economic subject gives its amounts the code, beside that of their row', () => {
  const rows = [
    ['科目编码', '科目名称', '总计', '工资福利支出', '<', '商品和服务支出'],
    ['^', '^', '^', '合计', '基本工资', '^'],
    ['2140101', '行政运行', '768.40', '605.80', '300.00', '162.60'],
  ]
  const facts = factsOf(rows, 2, '支出分类汇总表（按部门预算经济分类）', '万元')
  expect(
    facts.map(row => [row['function_code'], row['economic_code'] ?? null, row['economic_name'] ?? null, row['text']]),
  ).toEqual([
    ['2140101', null, null, '768.40'],
    ['2140101', '301', '工资福利支出', '605.80'],
    ['2140101', '30101', '基本工资', '300.00'],
    ['2140101', '302', '商品和服务支出', '162.60'],
  ])
  const trips = [
    ['单位', '因公出国（境）费', '公务接待费', '会议费'],
    ['水利局', '1.00', '2.00', '3.00'],
  ]
  expect(factsOf(trips, 1, '“三公”经费支出表', '万元').every(row => row['economic_code'] === undefined)).toBe(true)
})

test('an amount with its unit behind it, or what is a part of it in brackets, is one as any other', () => {
  const rows = [
    ['项目名称', '投资规模', '责任单位'],
    ['人行道硬化', '20万元', '彰北办事处'],
    ['饮水工程', '25万元（其中，灾情因素6万元）', '彰北办事处'],
    ['道路建设', '73.5万元', '柏庄镇'],
  ]
  expect(factsOf(rows, 1, '专项资金分配表').map(({ name, value, unit, state }) => [name, value, unit, state])).toEqual([
    ['人行道硬化', '20', '万元', 'value'],
    ['饮水工程', '25', '万元', 'value'],
    ['道路建设', '73.5', '万元', 'value'],
  ])
})

test('the unit of a row is that of its own list', () => {
  const rows = [
    ['单位', '金额', '单位', '金额'],
    ['杭州市小计', '554', '平湖市', '69'],
    ['杭州市', '544', '桐乡市', '70'],
    ['其中：市本级', '10', '嵊泗县', '21'],
  ]
  const facts = factsOf(rows, 1, '补助资金分配表', '万元')
  expect(facts.find(({ text }) => text === '10')?.['unit_name']).not.toBe('嵊泗县')
  expect(facts.find(({ text }) => text === '21')?.['unit_name']).toBe('嵊泗县')
})

test('how much more or less was spent is no money spent', () => {
  const rows = [
    ['经费项目', '2020年度支出', '支出减少情况', '增加额'],
    ['公务接待费', '71.53', '12.00', '1.00'],
  ]
  expect(factsOf(rows, 1, '2020年度“三公”经费决算情况', '万元').map(({ measure }) => measure)).toEqual([
    'final',
    'change',
    'change',
  ])
})

test('the list beside it names no row of a ledger', () => {
  const rows = [
    ['收入', '<', '支出', '<'],
    ['项目', '预算数', '项目', '预算数'],
    ['一、财政拨款收入', '14.00', '一、教育支出', '9.00'],
    ['二、事业收入', '6.00', '二、卫生健康支出', '11.00'],
  ]
  const facts = factsOf(rows, 2, '部门收支总表', '万元')
  expect(facts.map(({ label, beside }) => [label, beside])).toEqual([
    ['一、财政拨款收入', null],
    ['二、事业收入', null],
    ['一、教育支出', null],
    ['二、卫生健康支出', null],
  ])
})

test('what was done is told from what is planned by heads: bought, paid and collected so far, of last year, or as the accounts have it', () => {
  const said = (title: string, heads: readonly string[]) =>
    factsOf(
      [
        ['项目', ...heads],
        ['河道清淤', ...heads.map((_, at) => `${at + 1}0.00`)],
      ],
      1,
      title,
      '万元',
    ).map(({ period, measure }) => [period, measure].filter(word => word !== null).join(' '))
  const heads = ['采购计划金额', '实际采购金额', '截至6月底支出', '已支出', '预计执行', '实发金额', '决算数/统计数']
  const done = ['executed', 'executed', 'executed', 'executed', 'executed']
  expect(said('资金情况表', heads)).toEqual(['budget', ...done, 'final'])
  expect(said('资金决算表', heads)).toEqual(['budget', ...done, 'final'])
  expect(said('资金预算表', ['上年征收数', '上年预算金额', '上年实户资金余额', '预算数', '比上年预算增减', '调整数'])).toEqual([
    'previous executed',
    'previous budget',
    'budget',
    'budget',
    'change',
    'change',
  ])
})

test('a row says whether it is planned or spent where no head does, and heads do before it', () => {
  const rows = [
    ['年度', '类别', '合计', '其中：公务接待费', '执行数'],
    ['2023年', '决算数', '22.00', '8.00', '8.00'],
    ['2024年', '年初预算数', '24.00', '9.00', '9.00'],
    ['2024年', '调整预算数', '25.00', '9.50', '9.00'],
    ['2024年', '决算数', '20.00', '7.00', '7.00'],
  ]
  const said = factsOf(rows, 1, '2024年度“三公”经费决算统计表', '万元').map(({ measure }) => measure)
  expect(said).toEqual([
    ...['final', 'final', 'executed'],
    ...['budget', 'budget', 'executed'],
    ...['adjusted', 'adjusted', 'executed'],
    ...['final', 'final', 'executed'],
  ])
})

test('parts of the money of a form are planned or spent as the label over theirs says', () => {
  const rows = [
    ['预算执行情况（万元）', '全年预算数', '310.00', '全年执行数', '301.20'],
    ['^', '其中：财政拨款', '300.00', '其中：财政拨款', '291.20'],
    ['^', '其他资金', '10.00', '其他资金', '10.00'],
  ]
  const facts = factsOf(rows, 0, '项目支出绩效自评表')
  expect(facts.map(({ label, measure, text }) => `${label} ${measure} ${text}`)).toEqual([
    '全年预算数 adjusted 310.00',
    '全年执行数 executed 301.20',
    '财政拨款 adjusted 300.00',
    '财政拨款 executed 291.20',
    '其他资金 adjusted 10.00',
    '其他资金 executed 10.00',
  ])
})

test.each([
  ['小计', '其中：一般公共预算安排数'],
  ['合计', '财政拨款', '其他资金'],
])('%s beside %s is of no fund', (...heads) => {
  const figures = ['62.30', '58.30', '4.00'].slice(0, heads.length)
  const rows = [
    ['项目', ...heads],
    ['“三公”经费合计', ...figures],
    ['公务接待费', ...figures],
  ]
  const facts = factsOf(rows, 1, '“三公”经费预算表', '万元').map(({ text, fund }) => [text, fund])
  const wanted = [['62.30', null] as const, ['58.30', 'gpb'] as const, ['4.00', null] as const]
  expect(facts.slice(0, heads.length)).toEqual(wanted.slice(0, heads.length))
})

test('what is counted has its number and the unit that its row names, also beside a column of counts that names its own, and no money', () => {
  const rows = [
    ['项目', '预算数', '决算数', '培训人数（人）'],
    ['公务用车运行维护费', '22.00', '20.10', '—'],
    ['公务用车保有量（辆）', '—', '7', '—'],
    ['国内公务接待人次（人）', '—', '1,204', '—'],
    ['培训费', '8.00', '6.40', '86'],
  ]
  const facts = factsOf(rows, 1, '“三公”经费支出决算表', '万元').filter(({ state }) => state === 'value')
  expect(facts.map(({ label, text, value, unit, yuan }) => [label, text, value, unit, yuan === null])).toEqual([
    ['公务用车运行维护费', '22.00', '22.00', '万元', false],
    ['公务用车运行维护费', '20.10', '20.10', '万元', false],
    ['公务用车保有量(辆)', '7', '7', '辆', true],
    ['国内公务接待人次(人)', '1,204', '1204', '人', true],
    ['培训费', '8.00', '8.00', '万元', false],
    ['培训费', '6.40', '6.40', '万元', false],
  ])
})

test('beside its own count a row tells what it costs', () => {
  const rows = [
    ['项目', '数量（辆）', '金额'],
    ['越野车（辆）', '2', '48'],
    ['轿车（辆）', '3', '54'],
  ]
  expect(factsOf(rows, 1, '公务用车购置情况表', '万元').map(({ text, yuan }) => [text, yuan])).toEqual([
    ['48', 48000000n],
    ['54', 54000000n],
  ])
})

test.each([
  ['2024年全县一般公共预算收入完成情况表', 'gpb'],
  ['国有资本经营收支情况表', 'soe'],
  ['一般公共预算和政府性基金收支情况表', null],
])('the money of %s is of the fund that it alone names', (title, fund) => {
  const rows = [
    ['项目', '年初预算数', '完成数'],
    ['一、契税', '1,083.76', '340.22'],
    ['二、罚没收入', '2,970.94', '1,449.53'],
  ]
  expect(new Set(factsOf(rows, 1, title, '万元').map(fact => fact['fund']))).toEqual(new Set([fund]))
})

test('a flash figure of last year is what was executed, and no budget', () => {
  const rows = [
    ['项目', '上年快报数', '预算数'],
    ['教育支出', '1,083.76', '340.22'],
    ['卫生健康支出', '2,970.94', '1,449.53'],
  ]
  const facts = factsOf(rows, 1, '一般公共预算支出预算表', '万元')
  expect(facts.slice(0, 2).map(({ measure, period }) => [measure, period])).toEqual([
    ['executed', 'previous'],
    ['budget', null],
  ])
})

test('the sum of all funds is of none, last year’s too', () => {
  const rows = [
    ['项目', '2022年预算数', '<', '<', '2023年预算数', '<', '<'],
    ['^', '小计', '一般公共预算', '政府性基金', '小计', '一般公共预算', '政府性基金'],
    ['因公出国(境)费', '17.37', '12.00', '5.37', '14.01', '14.01', '0.00'],
    ['公务接待费', '9.00', '9.00', '0.00', '8.00', '8.00', '0.00'],
  ]
  const facts = factsOf(rows, 2, '2023年“三公”经费预算表', '万元')
  expect(facts.slice(0, 6).map(({ fund }) => fund)).toEqual([null, 'gpb', 'fund', null, 'gpb', 'fund'])
})

test('what all funds come to in rows of funds is of none', () => {
  const rows = [
    ['资金性质', '“三公”经费合计', '公务接待费'],
    ['合计', '42.73', '3.44'],
    ['一般公共预算财政拨款', '35.30', '2.59'],
    ['政府性基金预算财政拨款', '7.43', '0.85'],
  ]
  const facts = factsOf(rows, 1, '财政拨款“三公”经费支出表', '万元')
  expect(facts.map(({ text, fund }) => [text, fund])).toEqual([
    ...[
      ['42.73', null],
      ['3.44', null],
    ],
    ...[
      ['35.30', 'gpb'],
      ['2.59', 'gpb'],
    ],
    ...[
      ['7.43', 'fund'],
      ['0.85', 'fund'],
    ],
  ])
})

test('each list of a ledger is named by the texts in front of its figures', () => {
  const rows = [
    ['收入', '<', '支出', '<', '<', '<'],
    ['项目', '预算数', '按功能分类', '预算数', '按支出性质', '预算数'],
    ['一、一般公共预算拨款', '362.98', '一、教育支出', '340.37', '一、基本支出', '338.80'],
    ['二、单位资金', '2.76', '二、住房保障支出', '25.37', '二、项目支出', '26.94'],
    ['收入总计', '365.74', '支出总计', '365.74', '支出总计', '365.74'],
  ]
  expect(factsOf(rows, 2, '收支预算总表', '万元').map(({ label, text }) => `${label} ${text}`)).toEqual(
    expect.arrayContaining(['一、教育支出 340.37', '一、基本支出 338.80', '二、项目支出 26.94']),
  )
})

test('what an adjustment adds and takes away is no budget', () => {
  const rows = [
    ['科目名称', '年初预算', '调整数', '<', '<', '调整后预算'],
    ['^', '^', '小计', '调增', '调减', '^'],
    ['合计', '1,384.80', '7.05', '8.30', '-1.25', '1,391.85'],
  ]
  expect(factsOf(rows, 2, '部门预算调整情况表', '万元').map(({ text, measure }) => [text, measure])).toEqual([
    ['1,384.80', 'budget'],
    ['7.05', 'change'],
    ['8.30', 'change'],
    ['-1.25', 'change'],
    ['1,391.85', 'adjusted'],
  ])
})

test('the year of a figure is that of its head, of its row, of the title of its table, or of the document', () => {
  const rows = [
    ['项目', '2023年执行数', '上年决算数', '2024年预算数', '金额'],
    ['合计', '1.00', '2.00', '3.00', '4.00'],
    ['2021年末地方政府债务余额', '5.00', '6.00', '7.00', '8.00'],
    ['2021年中央衔接资金', '5.10', '6.10', '7.10', '8.10'],
  ]
  const yearsOf = (title: string): string[] => {
    const document = documentOf(rows, 1, title, '万元')
    const facts = factRows({ name: 'a', document: { ...document, document: { ...document.document, fiscalYear: 2024 } } })
    return [...facts].map(({ text, year, period }) => [text, year, period].filter(word => word !== null).join(' '))
  }
  expect(yearsOf('一般公共预算收入表')).toEqual([
    ...['1.00 2023 previous', '2.00 2023 previous', '3.00 2024', '4.00 2024'],
    ...['5.00 2023 previous', '6.00 2023 previous', '7.00 2024', '8.00 2021 previous'],
    ...['5.10 2023 previous', '6.10 2023 previous', '7.10 2024', '8.10 2024'],
  ])
  expect(yearsOf('2023年一般公共预算收入执行情况表').slice(0, 4)).toEqual([
    ...['1.00 2023 previous', '2.00 2022 previous', '3.00 2024', '4.00 2023 previous'],
  ])
  expect(yearsOf('2023年预算执行和2024年预算情况表')[3]).toBe('4.00 2024')
})

test('a column that says the year of each row does so before a group of columns that names one', () => {
  const rows = [
    ['预算单位', '年度', '2026年“三公”经费', '<'],
    ['^', '^', '合计', '公务接待费'],
    ['水务局', '2025年', '382.64', '14.07'],
    ['', '2026年', '469.17', '14.27'],
  ]
  const facts = factsOf(rows, 2, '2026年财政拨款“三公”经费支出表', '万元')
  expect(facts.map(({ text, year, period }) => [text, year, period])).toEqual([
    ['382.64', 2025, 'previous'],
    ['14.07', 2025, 'previous'],
    ['469.17', 2026, null],
    ['14.27', 2026, null],
  ])
})
