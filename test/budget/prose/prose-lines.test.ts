import { expect, test } from 'vitest'
import { paragraphsOf } from '../../../src/budget/prose/lines.ts'
import { linesOf } from '../../../src/lines.ts'
import { text } from '../../grid/page.ts'

const HEAD = '某某市水务局2026年部门预算公开'

/** A page whose running head stands further left than its text. */
const withHead = (number: number, ...lines: readonly (readonly [left: number, words: string])[]) => ({
  ...{ page: number, width: 595, height: 842, gutter: null, inCells: [], stray: [] },
  lines: linesOf([...text(20, 40, HEAD), ...lines.flatMap(([left, words], at) => text(left, 80 + 20 * at, words))]),
})

test('what runs along the pages and what stands left of the text breaks no paragraph', () => {
  const pages = [
    withHead(
      1,
      [120, '安排的三公经费支出预算十万元，其中公务接'],
      [100, '待费支出三万元，占百分之三十，比上一年度的'],
      [100, '预算增加一万元，公务用车购置及运行维护费支'],
    ),
    withHead(
      2,
      [100, '出七万元。'],
      [120, '会议费预算一万元，比上一年度的预算减少一些'],
      [100, '原因是会议少了而且参加会议的人员比上一年度要'],
      [100, '少许多。'],
      [60, '注'],
    ),
    withHead(3, [120, '培训费预算一万元，与上一年度的预算没有差别'], [100, '并且'], [100, '没有其他。']),
  ]
  expect(
    paragraphsOf(pages)
      .map(({ text: words }) => words)
      .filter(words => words !== HEAD),
  ).toEqual([
    '安排的三公经费支出预算十万元,其中公务接待费支出三万元,占百分之三十,比上一年度的预算增加一万元,公务用车购置及运行维护费支出七万元。',
    '会议费预算一万元,比上一年度的预算减少一些原因是会议少了而且参加会议的人员比上一年度要少许多。',
    '注',
    '培训费预算一万元,与上一年度的预算没有差别并且',
    '没有其他。',
  ])
})

test('a part of the page that is set in as a whole has paragraphs as the rest has', () => {
  const page = withHead(
    1,
    [140, '（一）收入预算一百万元，其中财政拨款八十万'],
    [120, '元，其他收入二十万元，比上一年度增加了一些'],
    [140, '（二）支出预算一百万元，其中基本支出八十万'],
    [120, '元，项目支出二十万元，比上一年度增加了一些'],
    [140, '（三）收支预算比上一年度增加的主要的原因是'],
    [120, '人员多了。'],
    [120, '三公经费预算三万元，比上一年度的预算减少了'],
    [100, '一万元，因为会议少了而且参加会议的人员也比'],
    [100, '上一年度要少许多，公务接待费因此也减少了一'],
    [100, '些。'],
  )
  expect(paragraphsOf([page]).map(({ text: words }) => words)).toEqual([
    HEAD,
    '(一)收入预算一百万元,其中财政拨款八十万元,其他收入二十万元,比上一年度增加了一些',
    '(二)支出预算一百万元,其中基本支出八十万元,项目支出二十万元,比上一年度增加了一些',
    '(三)收支预算比上一年度增加的主要的原因是人员多了。',
    '三公经费预算三万元,比上一年度的预算减少了一万元,因为会议少了而且参加会议的人员也比上一年度要少许多,公务接待费因此也减少了一些。',
  ])
})

test('an item on a line of its own goes on with the list above it, and a numbered one begins', () => {
  const page = withHead(
    1,
    [120, '支出合计九万元,其中:基本支出五万元,占一半还要多一些;'],
    [120, '项目支出四万元;'],
    [120, '经营支出没有。'],
    [120, '1.项目支出用于会议;'],
    [120, '2.经营支出没有。'],
  )
  expect(paragraphsOf([page]).map(({ text: words }) => words)).toEqual([
    HEAD,
    '支出合计九万元,其中:基本支出五万元,占一半还要多一些;项目支出四万元;经营支出没有。',
    '1.项目支出用于会议;',
    '2.经营支出没有。',
  ])
})

test('a number begins a paragraph where the line above it is short, whether or not it is set in', () => {
  const lines = [
    '一、收入预算一百万元比上一年度增加了二十万元',
    '主要是拨款增加',
    '（二）支出预算一百万元，其中项目支出二十万元',
    '（三）的',
  ]
  const page = withHead(1, ...lines.map(words => [100, words] as const))
  expect(paragraphsOf([page]).map(({ text: words }) => words)).toContain('(二)支出预算一百万元,其中项目支出二十万元(三)的')
})

test('a title in larger type is no part of the sentence below it, however wide it is', () => {
  const page = {
    ...{ page: 1, width: 595, height: 842, gutter: null, inCells: [], stray: [] },
    lines: linesOf([
      ...text(110, 40, '关于二〇一八年某某县国有资本经营决算说明', 20),
      ...text(100, 80, '本年度国有资本经营收入预算数为十万元，收入决算数为九万元，完成预算的百分之九十，国有资本经营支出'),
      ...text(100, 100, '预算数八万元。'),
    ]),
  }
  expect(paragraphsOf([page]).map(({ text: words }) => words)).toEqual([
    '关于二〇一八年某某县国有资本经营决算说明',
    '本年度国有资本经营收入预算数为十万元,收入决算数为九万元,完成预算的百分之九十,国有资本经营支出预算数八万元。',
  ])
})

test('a running head does not stand between a total that ends its page and the list of its parts', () => {
  const page = (number: number, words: string) => withHead(number, [100, words])
  const read = paragraphsOf([
    page(1, '二〇二六年支出预算合计五万元,其中:'),
    page(2, '基本支出三万元;项目支出二万元。'),
    page(3, '没有其他。'),
  ]).map(({ text: words }) => words)
  expect(read.filter(words => words !== HEAD)).toEqual(read.slice(0, read.indexOf(HEAD)))
  expect(read).toContain(HEAD)
})

test('a larger line first on a page of text is its title, on a cover it is none', () => {
  const page = (number: number, ...lines: readonly (readonly [size: number, words: string])[]) => ({
    ...{ page: number, width: 595, height: 842, gutter: null, inCells: [], stray: [] },
    lines: linesOf(lines.flatMap(([size, words], at) => text(100, 80 + 30 * at, words, size))),
  })
  const pages = [
    page(1, [22, '部门预算公开'], [12, '公开']),
    page(2, [16, '预算编制说明'], [12, '收入预算十万元。'], [12, '支出预算十万元。']),
    page(3, [12, '其他说明'], [12, '没有其他。']),
  ]
  expect(paragraphsOf(pages).flatMap(({ text: words, isTitle }) => (isTitle ? [words] : []))).toEqual(['预算编制说明'])
})

test('a circled number stays the number of an item and is no digit of its name', () => {
  const page = withHead(1, [120, '①会议费１．５万元；'], [120, '②培训费2.5万元。'])
  expect(paragraphsOf([page]).map(({ text: words }) => words)).toEqual([HEAD, '①会议费1.5万元;', '②培训费2.5万元。'])
})

test('what a table parts is no paragraph: the unit above it and the note below', () => {
  const glyphs = [
    ...text(100, 80, '本部门二〇二六年度的预算编制工作已经完成并且按照规定向社会公开'),
    ...text(300, 110, '单位：万元'),
    ...text(100, 300, '河口县大坪镇人民政府本年度没有安排这项经费，所以这张表'),
    ...text(100, 320, '是空的。'),
  ]
  const page = { page: 1, width: 595, height: 842, gutter: null, inCells: [], stray: [], lines: linesOf(glyphs) }
  expect(paragraphsOf([page]).map(({ text: words }) => words)).toContain(
    '河口县大坪镇人民政府本年度没有安排这项经费,所以这张表是空的。',
  )
})
