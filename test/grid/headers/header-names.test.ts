import { expect, test } from 'vitest'
import { gridsOf } from '../../../src/grid/grids.ts'
import { headWords } from '../../../src/grid/headers/header-names.ts'
import { wordLinesOf } from '../../../src/grid/texts/words.ts'
import { across, centred, ending, page, shown, text } from '../page.ts'

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

test('a name right over the middle one of three is that of their group, though two of them are wrapped and one is not', () => {
  const head = [
    ...[...centred(80, 138, '项目名称'), ...centred(190, 138, '合计'), ...centred(350, 126, '财政拨款')],
    ...centred(270, 145, '一般公共预算'),
    ...[...centred(350, 139, '政府性基金预'), ...centred(350, 151, '算')],
    ...[...centred(430, 139, '国有资本经营'), ...centred(430, 151, '预算')],
  ]
  const rows = ['系统维护', '统计调查', '法律顾问', '业务培训'].flatMap((name, at) => [
    ...text(44, 175 + 20 * at, name),
    ...[190, 270, 350, 430].flatMap(x => centred(x, 175 + 20 * at, `${at + 1}1.04`)),
  ])
  const [grid] = gridsOf(
    page(
      [...head, ...rows],
      [114, 157, 245].map(y => across(y, 40, 480)),
    ),
  )
  expect(shown(grid).slice(0, 2)).toEqual([
    ['项目名称 2x1', '合计 2x1', '财政拨款 1x3'],
    ['一般公共预算', '政府性基金预算', '国有资本经营预算'],
  ])
})

test('letters set to the right below names in the middle are a row of their own, and part no name from its group', () => {
  const middles = [180, 250, 320]
  const figures = (y: number, name: string) => [
    ...text(44, y, name),
    ...middles.flatMap((at, index) => ending(at + 30, y, `${index + 1}4,291.97`)),
  ]
  const rules = [100, 190].flatMap(y => across(y, 40, 355))
  const [grid] = gridsOf(
    page(
      [
        ...[...centred(250, 112, '2022年债务限额'), ...centred(75, 119, '地区')],
        ...['小计', '一般债务', '专项债务'].flatMap((name, at) => centred(middles[at] ?? 0, 128, name)),
        ...[
          ...text(44, 144, '公式'),
          ...['A=B+C', 'B', 'C'].flatMap((letter, at) => ending((middles[at] ?? 0) + 30, 144, letter)),
        ],
        ...[...figures(162, '宁塘区'), ...figures(180, '宁塘区本级')],
      ],
      rules,
    ),
  )
  expect(shown(grid).slice(0, 3)).toEqual([
    ['地区 2x1', '2022年债务限额 1x3'],
    ['小计', '一般债务', '专项债务'],
    ['公式', 'A=B+C', 'B', 'C'],
  ])
})

/** Two characters over the first columns of a table ruled between its rows, with codes or figures in those. */
function pair(names: readonly (readonly [x: number, name: string])[], values: readonly [string, string]) {
  const [one, other] = values
  const head = [
    ...names.flatMap(([x, name]) => centred(x, 114, name)),
    ...centred(200, 114, '名称'),
    ...centred(320, 114, '合计'),
  ]
  const rows = ['工资', '津贴', '奖金', '补贴'].flatMap((name, at) => [
    ...(at === 0 ? text(40, 134, one) : text(68, 134 + 20 * at, other)),
    ...[...text(154, 134 + 20 * at, name), ...ending(340, 134 + 20 * at, `${at + 1},597.49`)],
  ])
  const rules = [100, 120, 140, 160, 180, 200].map(y => across(y, 36, 344))
  return shown(gridsOf(page([...head, ...rows], rules))[0])[0]
}

test('类 and 款 in the middle of a column of codes each are two names; a word set wide over two columns is one', () => {
  const codes = ['301', '01'] as const
  expect(
    pair(
      [
        [48, '类'],
        [74, '款'],
      ],
      codes,
    ),
  ).toEqual(['类', '款', '名称', '合计'])
  const wide = pair(
    [
      [54, '编'],
      [66, '码'],
    ],
    codes,
  )
  expect(wide).not.toContain('编')
  const over = [...centred(48, 114, '编'), ...centred(74, 114, '码')]
  const lines = wordLinesOf([...over, ...centred(48, 128, '大类'), ...centred(74, 128, '小类')])
  const columns = [
    { left: 40, right: 55 },
    { left: 68, right: 79 },
  ]
  expect(headWords(lines, columns)[0]?.phrases.map(phrase => phrase.text)).toEqual(['编 码'])
})

test('what stands below the numbers of the columns is no name: the first line of a text that is wrapped around its amount', () => {
  const head = ['科目编码', '科目名称', '决算数'].flatMap((name, at) => centred(70 + 100 * at, 114, name))
  const numbers = ['**', '**', '1'].flatMap((name, at) => centred(70 + 100 * at, 130, name))
  const rows = ['30201', '30202', '30203'].flatMap((code, at) => [
    ...[...text(50, 156 + 24 * at, code), ...ending(300, 156 + 24 * at, `${at + 1},597.49`)],
    ...[...text(140, 150 + 24 * at, '商品和服务'), ...text(140, 162 + 24 * at, '支出')],
  ])
  const rules = [100, 220].map(y => across(y, 40, 310))
  const grid = shown(gridsOf(page([...head, ...numbers, ...rows], rules))[0])
  expect(grid.slice(0, 3)).toEqual([
    ['科目编码', '科目名称', '决算数'],
    ['**', '**', '1'],
    ['30201', '商品和服务支出', '1,597.49'],
  ])
})

test('the first line of a name beside its amounts is none of the header of a table between three rules', () => {
  const head = ['单位名称', '合计', '会议费', '培训费'].flatMap((name, at) => centred(80 + 100 * at, 114, name))
  const row = [
    ...text(45, 140, '市农业农村'),
    ...text(45, 152, '局'),
    ...[200, 300, 400].flatMap(x => ending(x, 146, `${x}.50`)),
  ]
  const grid = shown(
    gridsOf(
      page(
        [...head, ...row],
        [100, 160].map(y => across(y, 40, 410)),
      ),
    )[0],
  )
  expect(grid).toEqual([
    ['单位名称', '合计', '会议费', '培训费'],
    ['市农业农村局', '200.50', '300.50', '400.50'],
  ])
})

test('an amount alone between the lines of its name begins the rows of a ruled table: what follows without figures is no header', () => {
  const head = [
    ...['项目', '预算数', '项目', '合计'].flatMap((name, at) => centred(90 + 100 * at, 114, name)),
    ...[...text(45, 134, '公共预算'), ...text(45, 146, '拨款'), ...ending(230, 140, '731.52')],
    ...[...text(245, 134, '公共服务'), ...text(245, 146, '支出')],
    ...[...text(45, 164, '基金拨款'), ...text(245, 164, '外交支出')],
    ...['教育支出', '卫生支出'].flatMap((name, at) => [
      ...text(245, 184 + 20 * at, name),
      ...ending(430, 184 + 20 * at, '4.94'),
    ]),
  ]
  const rules = [100, 120, 150, 170, 190, 210].map(y => across(y, 40, 440))
  const grid = shown(gridsOf(page(head, rules))[0])
  expect(grid.slice(0, 4)).toEqual([
    ['项目', '预算数', '项目', '合计'],
    ['公共预算拨款', '731.52', '公共服务支出', ''],
    ['基金拨款', '', '外交支出', ''],
    ['', '', '教育支出', '4.94'],
  ])
})
