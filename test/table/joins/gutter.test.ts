import { expect, test } from 'vitest'
import { paragraphsOf } from '../../../src/budget/prose/lines.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { textOf } from '../../../src/table/captions/page-text.ts'
import { page, text } from '../../grid/page.ts'

const LEFT = [
  '　　二零二六年收入预算一千万元，其中一般公共',
  '预算拨款收入八百万元，占百分之八十；政府性',
  '基金预算拨款收入一百万元，占百分之十；事业',
  '收入一百万元，占百分之十；上年结转没有金额',
  '安排，收入合计与支出合计相等，没有差额，各',
  '项数字均以批复的预算为准，不再另行说明，但',
  '执行中如有追加或者调剂的项目，按照程序办理',
  '以后再予以公开，有关情况将在决算中说明原因',
]
const RIGHT = [
  '和安排情况。',
  '　　“三公”经费预算十万元，其中公务用车运行',
  '维护费六万元，公务接待费四万元，没有安排因',
  '公出国境费，也没有安排公务用车购置费，与上',
  '一年度的预算相比没有变化，继续按照厉行节约',
  '的要求从严控制各项支出，加强预算绩效管理并',
  '按时公开部门预算，公开的内容完整准确，主动',
  '回应社会关切，公开的范围包括收支总表和各项',
  '支出明细，涉密的内容按照规定不予公开，主动',
  '接受监督。',
]

/** A title over the page and lines in two columns below it, `shift` lower in the right one. */
const printed = (left: readonly string[], right: readonly string[], shift: number): Glyph[] => [
  ...text(60, 60, '某某县水务局二零二六年部门预算的编制情况和其他事项说明以及名词解释等内容'),
  ...left.flatMap((line, at) => text(50, 100 + 18 * at, line)),
  ...right.flatMap((line, at) => text(300, 100 + shift + 18 * at, line)),
]

const paragraphs = (glyphs: Glyph[]): string[] => paragraphsOf([textOf(page(glyphs), [])]).map(({ text: words }) => words)

test.each([0, 7])('a page set in two columns is read one column after the other, lines %d points apart', shift => {
  const told = paragraphs(printed(LEFT, RIGHT, shift))
  expect(told.find(words => words.includes('收入预算'))).toMatch(/^二零二六年收入预算一千万元.*没有差额.*说明原因和安排情况。$/)
  expect(told.find(words => words.includes('三公'))).toMatch(/^“三公”经费预算十万元.*接受监督。$/)
})

test('names and amounts side by side are no columns of text', () => {
  const { gutter } = textOf(
    page(
      printed(
        LEFT,
        RIGHT.map((_, at) => `${at + 1},000.00万元`),
        0,
      ),
    ),
    [],
  )
  expect(gutter).toBe(null)
})
