import type { Language } from './chinese.ts'

/** What errors say, in Chinese; `{}` stands for a name, a number or a list, in the same order in both. */
const CHINESE: Readonly<Record<string, string>> = {
  'one folder of results is wanted': '请给出一个结果文件夹',
  'a folder of results, or PDFs, are wanted': '请给出结果文件夹或 PDF',
  '{} is no folder of results; run yusuan extract {} first': '{} 不是结果文件夹；请先运行 yusuan extract {}',
  'one folder of results is wanted, and a patch file': '请给出一个结果文件夹和一个更正文件',
  'one folder of results, or of a document, is wanted': '请给出一个结果文件夹，或其中一份文件的文件夹',
  'a folder of results and a department are wanted': '请给出一个结果文件夹和一个部门',
  'no file, folder or glob given': '没有给出文件、文件夹或通配符',
  'no file, folder, glob or URL given': '没有给出文件、文件夹、通配符或网址',
  'no file given': '没有给出文件',
  'one file, please': '请只给一个文件',
  'one page, please': '请只给一页',
  'several files need --out DIR': '多个文件时须用 --out 指定文件夹',
  'no such file or folder: {}': '没有这个文件或文件夹：{}',
  'no document.json under {}; run yusuan extract first': '{} 下没有 document.json；请先运行 yusuan extract',
  'no results in {}: no manifest.jsonl with outcomes of this version': '{} 中没有结果：没有本版本的 manifest.jsonl',
  '{} is no document of this version of yusuan; the same yusuan extract as before does it again':
    '{} 不是本版本 yusuan 的结果；用同样的 yusuan extract 即可重新提取',
  '{} is damaged; the same yusuan extract as before does it again': '{} 已损坏；用同样的 yusuan extract 即可重新提取',
  '{} is no dataset of an earlier export and would be lost; name another folder with --to':
    '{} 不是先前导出的数据集，写入会使其丢失；请用 --to 另指定文件夹',
  '{} is writing to {}; wait for it, or remove {} if it is gone': '{} 正在写 {}；请等它结束，若它已不在请删除 {}',
  'cannot write {}': '无法写入{}',
  'page {} of {}': '没有第 {} 页，共 {} 页',
  'no page {}': '没有第 {} 页',
  '--page N is missing': '缺少 --page 页码',
  'not a page list: {} (write 3-5,8)': '页码写法不对：{}（应如 3-5,8）',
  'no stage {}; page, grid or table': '没有 {} 这一步；可用 page、grid、table',
  'no format {}; text, md or html': '没有 {} 这种格式；可用 text、md、html',
  'unknown format: {} ({})': '没有 {} 这种格式（可用 {}）',
  '--query prints rows and writes no dataset': '--query 只打印查询结果，不写数据集',
  'no language {}; zh or en': '没有 {} 这种语言；可用 zh、en',
  '--{} wants a number above 0, not {}': '--{} 须为大于 0 的数，不能是 {}',
  '--port wants a number up to 65535, not {}': '--port 须为不超过 65535 的数，不能是 {}',
  '--years wants two years such as 2023,2024, not {}': '--years 须为两个年度，如 2023,2024，不能是 {}',
  '--kind wants budget or final, not {}': '--kind 须为 budget 或 final，不能是 {}',
  '--scope wants department, unit, government or unknown, not {}':
    '--scope 须为 department、unit、government 或 unknown，不能是 {}',
  '--sort wants one of {}, not {}': '--sort 须为 {} 之一，不能是 {}',
  'option {}: {}': '选项 {} 不对：{}',
  'only one year is there: {}': '只有一个年度：{}',
  'no department {} (yusuan coverage lists them)': '没有部门 {}（yusuan coverage 列出全部部门）',
  'several departments fit {}: {}; write one of them': '有几个部门与 {} 相符：{}；请写明是哪一个',
  'no document of scope {}; there are {}': '没有口径为 {} 的文件；现有的口径：{}',
  'no document tells its year': '没有一份文件说明年度',
  'no document of {}': '没有 {} 年的文件',
  'several documents of {}: {}': '{} 年有几份文件：{}',
  'one shell is wanted: {}': '请给出一种 shell：{}',
  'the corrections are no CSV: {}': '更正文件不是 CSV：{}',
  'line {} of the corrections: {}': '更正文件第 {} 行：{}',
  '--queue postgres://… is missing (or YUSUAN_QUEUE in the environment)':
    '缺少 --queue postgres://…（或环境变量 YUSUAN_QUEUE）',
  '--queue wants an address that begins with postgres://': '--queue 须为 postgres:// 开头的地址',
  'the queue cannot be reached ({})': '连不上队列（{}）',
  'passwords are not stored in a queue; give them to yusuan work --password':
    '队列中不保存密码；请用 yusuan work --password 给出',
  '{} needs a package that is not installed: npm install {}': '{} 需要尚未安装的包：npm install {}',
  'OCR by {} is not installed: {}': '识别引擎 {} 尚未安装：{}',
  'pictures need a decoder: npm install --ignore-scripts sharp': '读图片需要解码包：npm install --ignore-scripts sharp',
  'the engine pdfium is a package: npm install --ignore-scripts @embedpdf/pdfium':
    '引擎 pdfium 需另装：npm install --ignore-scripts @embedpdf/pdfium',
  'interrupted; the old dataset is as it was': '已中断；原数据集未变',
  'no such file': '没有这个文件',
  'cannot be read ({})': '无法读取（{}）',
  'the file is empty': '文件是空的',
  'the file needs a password': '文件有密码',
  'this is a web page, not a PDF': '这是网页，不是 PDF',
  'this is not a PDF': '这不是 PDF',
  'the PDF is damaged: {}': 'PDF 已损坏：{}',
  'the PDF has no pages': 'PDF 没有页',
  'no page can be read: {}': '没有一页读得出：{}',
  'the picture is damaged: {}': '图片已损坏：{}',
  "Unknown option '{}'{}": '没有选项 {}',
  "Option '{}' argument missing": '选项 {} 缺少值',
  "Option '{}' does not take an argument": '选项 {} 不带值',
  "Option '{}' argument is ambiguous{}": '选项 {} 的值以“-”开头，请写成 --选项=值',
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The English sentences as patterns; those with more words of their own first, so that a particular one is not taken for a general one. */
const PATTERNS = Object.entries(CHINESE)
  .map(([english, chinese]) => ({
    chinese,
    pattern: new RegExp(`^${english.split('{}').map(literal).join('(.*?)')}$`, 's'),
    words: english.replaceAll('{}', '').length,
  }))
  .sort((a, b) => b.words - a.words)

/** What an error says in the user's language; a sentence that has no Chinese is told as it is. */
export function errorIn(language: Language, message: string): string {
  const known = language === 'zh' ? PATTERNS.find(({ pattern }) => pattern.test(message)) : undefined
  if (!known) return message
  const [, ...parts] = known.pattern.exec(message) ?? []
  return known.chinese.replaceAll('{}', () => parts.shift() ?? '')
}
