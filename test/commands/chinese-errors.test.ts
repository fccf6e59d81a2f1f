import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { main } from '../../src/commands/main.ts'
import { errorIn } from '../../src/commands/said.ts'

/** What the program tells of a wrong call in a language, on stderr. */
async function told(language: 'zh' | 'en', ...argv: string[]): Promise<string> {
  let said = ''
  let printed = ''
  const signal = new AbortController().signal
  await main(argv, {
    ...{ cwd: process.cwd(), program: 'yusuan', language, terminal: false, signal, stop: signal, stdin: process.stdin },
    ...{ print: text => (printed += text), say: text => (said += text) },
  })
  expect(printed, 'a wrong call prints no data').toBe('')
  expect(existsSync('none'), 'a wrong call makes no folder').toBe(false)
  return said
}

test.each([
  [['extract'], 'yusuan extract: 没有给出文件、文件夹或通配符', 'yusuan extract: no file, folder or glob given'],
  [['review', 'none', '--port', 'x'], '--port 须为不超过 65535 的数，不能是 x', '--port wants a number up to 65535, not x'],
  [['compare', 'none'], '请给出一个结果文件夹和一个部门', 'a folder of results and a department are wanted'],
  [['extract', 'a.pdf', '--pages', 'x'], '页码写法不对：x（应如 3-5,8）', 'not a page list: x (write 3-5,8)'],
  [['extract', '--wrong'], '没有选项 --wrong\n用法：', 'no option --wrong'],
  [['extract', '--out'], '--out 缺少值', '--out wants a value'],
  [['extract', '--json=1'], '--json 不带值', '--json takes no value'],
  [
    ['extract', '-o', '-x'],
    '-o 缺少值；以“-”开头的值请写成 --out=-x',
    '-o wants a value; one that begins with - is written --out=-x',
  ],
  [
    ['extract', 'a.pdf', '--ocr', 'x'],
    '选项 ocr 须为 auto, paddle, tesseract, off 之一，不能是 x',
    'option ocr: one of auto, paddle, tesseract, off is wanted, not x',
  ],
  [['panel', 'none'], '没有这个文件或文件夹：', 'no such file or folder: '],
  [['export', 'none'], '没有这个文件或文件夹：', 'no such file or folder: '],
  [['report', 'none'], '没有这个文件或文件夹：', 'no such file or folder: '],
  [['correct', 'none', 'none.csv'], '没有这个文件或文件夹：', 'no such file or folder: '],
  [['panel'], '请给出一个结果文件夹', 'one folder of results is wanted'],
  [['sangong'], '请给出结果文件夹或 PDF', 'a folder of results, or PDFs, are wanted'],
  [['coverage', 'package.json'], '不是结果文件夹', 'is no folder of results; run yusuan extract package.json first'],
])('what is wrong with %j is told in both languages', async (argv, zh, en) => {
  expect(await told('zh', ...argv)).toContain(zh)
  expect(await told('en', ...argv)).toContain(en)
  expect(await told('en', ...argv, '--language=zh')).toContain(zh)
})

test('whatever a command refuses is refused in Chinese too', () => {
  const folder = fileURLToPath(new URL('../../src/commands/', import.meta.url))
  const texts = readdirSync(folder).flatMap(name =>
    [...readFileSync(`${folder}${name}`, 'utf8').matchAll(/new BudgetError\(\s*'[a-z-]+',\s*(['`])(.*?)\1\s*[,)]/gs)].map(
      ([, , text = '']) => text.replaceAll(/\$\{[^}]*\}/g, 'X'),
    ),
  )
  expect(texts.length).toBeGreaterThan(20)
  expect(texts.filter(text => errorIn('zh', text) === text)).toEqual([])
})

test('what an error names stays as it is, and a sentence without Chinese is told as it is', () => {
  expect(errorIn('zh', 'several departments fit 教育: 教育局, 教育厅; write one of them')).toBe(
    '有几个部门与 教育 相符：教育局, 教育厅；请写明是哪一个',
  )
  expect(errorIn('zh', 'something new')).toBe('something new')
  expect(errorIn('en', 'no such file')).toBe('no such file')
})
