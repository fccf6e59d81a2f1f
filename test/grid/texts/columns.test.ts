import { expect, test } from 'vitest'
import { gridsOf } from '../../../src/grid/grids.ts'
import { bordersOf, columnsOf, cutAtColumns, touched } from '../../../src/grid/texts/columns.ts'
import { phrasesOf, wordLinesOf } from '../../../src/grid/texts/words.ts'
import { centred, ending, page, shown, text } from '../page.ts'

const lines = (...glyphs: ReturnType<typeof text>) => wordLinesOf(glyphs).map(line => phrasesOf(line))
const rows = ['教育', '卫生健康', '住房'].flatMap((name, index) => [
  ...text(50, 100 + 20 * index, name),
  ...ending(200, 100 + 20 * index, `${index + 1}.00`),
  ...ending(260, 100 + 20 * index, `1,23${index}.00`),
])

test('amounts that end at one place are a column, texts that begin at one place too', () => {
  expect(columnsOf(lines(...rows))).toEqual([
    { left: 50, right: 90 },
    { left: 180, right: 200 },
    { left: 220, right: 260 },
  ])
})

test('a title of a section that runs over the columns does not join them', () => {
  expect(columnsOf(lines(...rows, ...text(50, 160, '第一类其他城乡社区公共设施支出合计')))).toHaveLength(3)
})

test('a text without width makes no column that has none', () => {
  const [line] = lines(...text(50, 100, '教育'), ...ending(200, 100, '1.00'), ...ending(260, 100, '2.00'))
  const pieces = line?.phrases ?? []
  const flat = pieces.map(piece => ({ ...piece, text: '·', left: piece.right, right: piece.right }))
  expect(line && columnsOf([{ ...line, phrases: [...pieces, ...flat] }])).toHaveLength(pieces.length)
})

test('a text is cut between columns where a gap lies between them', () => {
  const columns = columnsOf(lines(...rows))
  const [line] = lines(...text(50, 200, '社会保障和就业'), ...text(125, 200, '等'), ...ending(200, 200, '5.00'))
  expect(line && cutAtColumns(line, columns).phrases.map(piece => [piece.text, touched(piece, columns)])).toEqual([
    ['社会保障和就业', [0]],
    ['等', [0]],
    ['5.00', [1]],
  ])
})

test('borders stand in the middle of the white', () => {
  expect(bordersOf(columnsOf(lines(...rows)), 45, 265)).toEqual([45, 135, 210, 265])
})

const services = ['社区矫正|助服务', '垃圾分类|传', '绩效评价|务', '食堂劳务|包'].flatMap((name, index) => {
  const [first = '', rest = ''] = name.split('|')
  const at = 100 + 30 * index
  return [
    ...[...centred(70, at, first), ...centred(122, at, '政府履职辅'), ...centred(186, at, '社会组')],
    ...[
      ...centred(230, at, '12个'),
      ...ending(300, at + 6, `${index + 1},234.00`),
      ...ending(360, at + 6, `${index + 1},034.00`),
    ],
    ...[...centred(70, at + 12, rest), ...centred(122, at + 12, '助性服务'), ...centred(186, at + 12, '织')],
    ...centred(230, at + 12, '月'),
  ]
})

test('the name of a total across two columns of wrapped texts does not make them one', () => {
  const [grid] = gridsOf(
    page([
      ...[...centred(70, 70, '项目名称'), ...centred(122, 70, '目录'), ...centred(186, 70, '承接主体')],
      ...[...centred(230, 70, '期限'), ...centred(280, 70, '预算金额'), ...centred(340, 70, '财政拨款')],
      ...services,
      ...[...centred(96, 226, '合计'), ...ending(300, 226, '9,999.00'), ...ending(360, 226, '9,099.00')],
    ]),
  )
  expect(shown(grid).slice(0, 3)).toEqual([
    ['项目名称', '目录', '承接主体', '期限', '预算金额', '财政拨款'],
    ['社区矫正助服务', '政府履职辅助性服务', '社会组织', '12个月', '1,234.00', '1,034.00'],
    ['垃圾分类传', '政府履职辅助性服务', '社会组织', '12个月', '2,234.00', '2,034.00'],
  ])
})
