import { claimsText, type countsOf, type Language } from '../write/document/reconciliation.ts'
import chineseErrors from './chinese-errors.json' with { type: 'json' }
import chineseHelp from './chinese-help.json' with { type: 'json' }

export type { Language }

/** What the help says, in Chinese; a test holds that nothing it says is missing. */
const HELP: Readonly<Record<string, string>> = chineseHelp

/** A sentence of the help in the user's language. */
export const inLanguage = (language: Language, text: string): string => (language === 'zh' ? (HELP[text] ?? text) : text)

/** How a command is called, what stands for a word of the user in their language. */
export const usageIn = (language: Language, usage: string): string =>
  usage.replace(/<[^<>]+>/g, words => inLanguage(language, words))

/** The language of a locale, as the environment names it: LC_ALL before LC_MESSAGES before LANG. */
export function localeLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en'
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What errors say, in Chinese, with the English sentences as patterns; `{}` stands for a name, a number or a list, in the same order in both. Those with more words of their own first, so that a particular one is not taken for a general one. */
const PATTERNS = Object.entries(chineseErrors)
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

/** `1 page`, `2 pages`. */
const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

/** What `extract` tells of documents, of an archive and of its progress. Words of the data (statuses, codes) are the same in both languages. */
const EN = {
  error: (n: number) => plural(n, 'error'),
  usage: (command: string) => `usage: ${command}`,
  internal: 'internal error',
  warning: (n: number) => plural(n, 'warning'),
  sizes: (pages: number, tables: number) => `${plural(pages, 'page')}, ${plural(tables, 'table')}`,
  noTitle: '(no title)',
  span: (pages: string, rows: number) => `p. ${pages}, ${plural(rows, 'row')}`,
  more: (n: number) => `… and ${n} more`,
  moreIn: (n: number) => `… and ${n} more in document.json`,
  lookNext: (document: string, manifest: string) =>
    `Look next: ${document} and the CSVs beside it; ${manifest} has one line a document.`,
  looksWrong: (command: string) => `A table looks wrong? ${command}`,
  extracted: (good: number, all: number, where: string) => `${good} of ${plural(all, 'document')} extracted to ${where}`,
  stood: (known: number, all: number) =>
    `${known} of ${plural(all, 'document')} stood from an earlier run (--force does all again, --retry-failed what gave no data)`,
  otherOptions: (n: number) =>
    n === 1
      ? '1 document was extracted with other options before; its results are replaced'
      : `${n} documents were extracted with other options before; their results are replaced`,
  stopping: 'finishing what runs; once more to stop at once',
  stopped: (n: number) => `stopped after ${plural(n, 'document')}; the same command does the rest`,
  dataset: (documents: number, files: number, where: string) =>
    `dataset of ${documents} documents in ${files} files under ${where}`,
  noBudget: (tables: number) =>
    `This looks like no budget and no final accounts: none of its ${tables} tables is a standard table of one`,
  standard: (standard: number, tables: number, goals: number) =>
    `: ${standard} of ${tables} tables are standard tables, ${goals} performance goals`,
  identities: (n: ReturnType<typeof countsOf>, claims: number) =>
    `${n.tried} accounting identities tried: ${n.holds} hold, ${n.rounding} within rounding, ${n.published} contradicted by the document itself (${claimsText(claims, 'en')}), ${n.suspect} where the reading is suspect, ${n.unexplained} unexplained`,
  guarded: (guarded: number, figures: number) => `${guarded} of ${figures} figures are guarded by at least one identity`,
  openNext: (sheet: string) => `Open next: ${sheet}`,
  documents: (all: number, tally: string, replaced: number) =>
    `Documents:  ${all}: ${tally}${replaced === 0 ? '' : `; ${replaced} twice or replaced by a later one`}`,
  noYear: 'no year told',
  years: (first: number, last: number) => (first === last ? `${first}` : `${first} to ${last}`),
  archive: (offices: number, years: string, nameless: number) =>
    `Archive:    ${plural(offices, 'department')}, ${years}${nameless === 0 ? '' : `; ${plural(nameless, 'document')} without a department's name`}`,
  sums: (held: number, rounding: number, broken: number, documents: number) =>
    `Identities: ${held} hold, ${rounding} within rounding, ${broken} broken in ${plural(documents, 'document')}`,
  doubts: (errors: number, warnings: number, documents: number, guarded: number | null) =>
    `Doubts:     ${plural(errors, 'error')} and ${plural(warnings, 'warning')} in ${plural(documents, 'document')}${guarded === null ? '' : `; ${guarded} % of the figures guarded`}`,
  seeIt: (command: string) => `See it:     ${command}`,
  of: (over: number, all: number) => `${over}/${all} documents`,
  pagesRead: (file: string, done: number, all: number) => `${file}: ${done} of ${plural(all, 'page')} read`,
  perMinute: (rate: string) => `${rate} a minute`,
  left: (time: string) => `${time} left`,
  failed: (n: number) => `${n} failed`,
  moreRows: (n: number) => `… and ${n} more: --all, --csv or --json`,
  differ: (n: number, all: number) => `${n} of ${plural(all, 'figure')} differ`,
  noCommand: (word: string, program: string) => `yusuan: no command ${word}; see ${program} --help`,
  openLink: 'yusuan review: open the link in a browser of this machine; Ctrl-C ends it',
  gone: (name: string, program: string) =>
    `the results of ${name} are gone; the same ${program} extract as before does it again`,
  noPictures: (file: string) => `yusuan report: ${file} was not found or has changed; no pictures of it (--pdfs DIR)`,
  otherScopes: (scopes: string) => `yusuan compare: there are documents of another scope too: ${scopes} (--scope)`,
  otherKind: 'yusuan compare: final accounts are compared: of budgets not both years are there (--kind)',
  strangers: (n: number, files: string) => `yusuan correct: ${n} corrections are of documents that are not here: ${files}`,
  nobody: (n: number) => `, ${n} without a department`,
  kinds: { budget: 'budget', 'final-accounts': 'final' },
  noKind: 'other',
  gap: 'missing',
  noOffice: '(no department)',
  noData: (status: string) => `no tables (${status})`,
  partOf: (lead: string) => `a part of the publication of ${lead}`,
  missingTables: (names: string) => `missing: ${names}`,
  emptyTables: (names: string) => `empty: ${names}`,
  scannedPages: (pages: string) => `scanned pages: ${pages}`,
  replaced: 'a later publication replaces it',
  noSangong: 'no table of 三公',
  emptySangong: 'the table of 三公 is empty',
  overYears: 'Changes over the years, all funds',
  haveIt: (n: number, all: number, zeros: number) => `(元, ${n} of ${all} have it${zeros === 0 ? '' : `, ${zeros} of them 0`})`,
  covered: (offices: number, documents: number, nameless: string) =>
    `${plural(offices, 'department')}, ${plural(documents, 'document')}${nameless}`,
  working: 'yusuan work: finishing what runs; once more to stop at once',
  worked: (n: number) => `${plural(n, 'document')} extracted`,
  queued: (added: number, all: number) =>
    `${added} of ${plural(all, 'document')} added to the queue${added < all ? '; the others were there already' : ''}`,
  requeued: (n: number) => `${plural(n, 'document')} of the dead letter queue queued again`,
}

const ZH: typeof EN = {
  error: n => `${n} 个错误`,
  usage: command => `用法：${command}`,
  internal: '程序错误',
  warning: n => `${n} 个警告`,
  sizes: (pages, tables) => `${pages} 页，${tables} 张表`,
  noTitle: '（无标题）',
  span: (pages, rows) => `第 ${pages} 页，${rows} 行`,
  more: n => `……另有 ${n} 条`,
  moreIn: n => `……另有 ${n} 条，见 document.json`,
  lookNext: (document, manifest) => `接着看：${document} 及旁边的 CSV；${manifest} 每份文件一行。`,
  looksWrong: command => `有表不对？${command}`,
  extracted: (good, all, where) => `${all} 份文件中 ${good} 份已提取到 ${where}`,
  stood: (known, all) => `${all} 份文件中 ${known} 份先前已完成（--force 全部重做，--retry-failed 只重做没有数据的）`,
  otherOptions: n => `${n} 份文件先前用其他选项提取过，其结果已被替换`,
  stopping: '正在完成进行中的文件；再按一次立即停止',
  stopped: n => `完成 ${n} 份后停止；同一命令会继续其余的`,
  dataset: (documents, files, where) => `${documents} 份文件的数据集，共 ${files} 个文件，在 ${where}`,
  noBudget: tables => `看来不是预算也不是决算：${tables} 张表中没有一张是其标准表`,
  standard: (standard, tables, goals) => `：${tables} 张表中 ${standard} 张是标准表，绩效指标 ${goals} 条`,
  identities: (n, claims) =>
    `共核对 ${n.tried} 条勾稽关系：${n.holds} 条成立，${n.rounding} 条为四舍五入，${n.published} 条文件自身不一致（${claimsText(claims, 'zh')}），${n.suspect} 条读取存疑，${n.unexplained} 条原因不明`,
  guarded: (guarded, figures) => `${figures} 个数字中 ${guarded} 个至少受一条勾稽关系保护`,
  openNext: sheet => `接着打开：${sheet}`,
  documents: (all, tally, replaced) =>
    `文件：${all} 份：${tally}${replaced === 0 ? '' : `；${replaced} 份重复或已被后来的公开替代`}`,
  noYear: '未说明年度',
  years: (first, last) => (first === last ? `${first} 年` : `${first} 至 ${last} 年`),
  archive: (offices, years, nameless) =>
    `档案：${offices} 个部门，${years}${nameless === 0 ? '' : `；${nameless} 份没有部门名称`}`,
  sums: (held, rounding, broken, documents) =>
    `勾稽：${held} 条成立，${rounding} 条为四舍五入，${broken} 条不成立（${documents} 份文件）`,
  doubts: (errors, warnings, documents, guarded) =>
    `存疑：${documents} 份文件有 ${errors} 个错误、${warnings} 个警告${guarded === null ? '' : `；${guarded} % 的数字受勾稽保护`}`,
  seeIt: command => `查看：${command}`,
  of: (over, all) => `${over}/${all} 份`,
  pagesRead: (file, done, all) => `${file}：已读 ${done} 页，共 ${all} 页`,
  perMinute: rate => `每分钟 ${rate} 份`,
  left: time => `还需 ${time}`,
  failed: n => `${n} 份失败`,
  moreRows: n => `……另有 ${n} 行：--all、--csv 或 --json`,
  differ: (n, all) => `${all} 个数字中 ${n} 个不同`,
  noCommand: (word, program) => `yusuan：没有 ${word} 这个命令；见 ${program} --help`,
  openLink: 'yusuan review：在本机浏览器中打开上面的链接；按 Ctrl-C 结束',
  gone: (name, program) => `${name} 的结果已不在；用同样的 ${program} extract 即可重新提取`,
  noPictures: file => `yusuan report：${file} 找不到或已改变，没有它的图（--pdfs DIR）`,
  otherScopes: scopes => `yusuan compare：另有其他口径的文件：${scopes}（--scope）`,
  otherKind: 'yusuan compare：预算没有这两个年度，比较的是决算（--kind）',
  strangers: (n, files) => `yusuan correct：${n} 条更正所指的文件不在这里：${files}`,
  nobody: n => `，${n} 份部门不明`,
  kinds: { budget: '预算', 'final-accounts': '决算' },
  noKind: '其他',
  gap: '缺',
  noOffice: '（部门不明）',
  noData: status => `没有表格（${status}）`,
  partOf: lead => `与 ${lead} 是同一公开的两部分`,
  missingTables: names => `缺表：${names}`,
  emptyTables: names => `空表：${names}`,
  scannedPages: pages => `扫描页：${pages}`,
  replaced: '已有更新的版本',
  noSangong: '没有三公经费表',
  emptySangong: '三公经费表没有数字',
  overYears: '逐年变化（全部资金）',
  haveIt: (n, all, zeros) => `（元，${all} 行中 ${n} 行有此数${zeros === 0 ? '' : `，其中 ${zeros} 行为 0`}）`,
  covered: (offices, documents, nameless) => `${offices} 个部门，${documents} 份文件${nameless}`,
  working: 'yusuan work：正在完成进行中的文件；再按一次立即停止',
  worked: n => `已提取 ${n} 份文件`,
  queued: (added, all) => `${all} 份文件中 ${added} 份已入队${added < all ? '，其余的先前已在队列中' : ''}`,
  requeued: n => `死信队列中的 ${n} 份文件已重新入队`,
}

/** What is said in a language. */
export const saidIn = (language: Language): typeof EN => (language === 'zh' ? ZH : EN)
