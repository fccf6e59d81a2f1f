import type { DocumentJson } from '../write/document/document.ts'
import {
  claimsText,
  countsOf,
  type Language,
  reconciliation,
  toldOf,
  verdictWord,
  WORDS,
} from '../write/document/reconciliation.ts'
import { escaped } from '../write/document/reconciliation-text.ts'
import type { Pictures } from './pictures.ts'
import { claimCard, type Reported } from './report-claim.ts'

/** Claims of a document that a report shows with pictures; the others stay in its reconciliation sheet. */
const SHOWN = 40

const STYLE = `body{font:15px/1.6 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:70em;margin:2em auto;padding:0 1em;color:#1f2328}
h1{font-size:1.5em}h2{font-size:1.25em;margin-top:2em}section h2{border-bottom:2px solid #8c2f1b}article{margin:1.2em 0;padding:.8em 1em;border:1px solid #d8d4cc;border-radius:8px;break-inside:avoid}
article h3{margin:0;font-size:.95em;color:#59636e}article h4{margin:.4em 0;font-size:.95em}blockquote{margin:.3em 0 .8em;font-size:1.05em;font-weight:600}figure{margin:.6em 0}figcaption{color:#59636e;font-size:.9em}.strip{position:relative;border:1px solid #d8d4cc}.strip img,.strip svg{display:block;width:100%}.strip svg{position:absolute;inset:0;height:100%}
rect{fill-opacity:.12;stroke-width:1.4}.left{fill:#1d5fb4;stroke:#1d5fb4}.right{fill:#8a3ea8;stroke:#8a3ea8}p.side{margin:.1em 0;padding-left:.6em;border-left:4px solid}p.side.left{border-color:#1d5fb4}p.side.right{border-color:#8a3ea8}.difference{color:#a3281a;font-weight:600}`

/** Words that a report says of itself. */
const TEXT = {
  zh: {
    title: '勾稽核对报告',
    contents: '目录',
    clean: '没有不符：',
    untried: '没有可核对的勾稽关系：',
    between: '、',
    rest: (count: number) => `另有 ${count} 项，见 reconciliation.html。`,
  },
  en: {
    title: 'Reconciliation report',
    contents: 'Contents',
    clean: 'Nothing that does not add up: ',
    untried: 'No identity could be tried: ',
    between: ', ',
    rest: (count: number) => `${count} more: see reconciliation.html.`,
  },
} as const

const titleOf = ({ name, document: { document } }: Reported, language: Language): string => {
  const year = document.fiscalYear === null ? '' : `${document.fiscalYear}${language === 'zh' ? '年' : ''}`
  return escaped([document.department ?? name, year].filter(Boolean).join(' '))
}

/** One document of a report: how its identities came out, and each claim with the figures where they are printed. */
async function section(reported: Reported, id: string, pictures: Pictures, language: Language): Promise<string> {
  const { document } = reported
  const { summary } = reconciliation(document, language)
  const told = toldOf(document)
  const cards: string[] = []
  for (const finding of told.slice(0, SHOWN)) cards.push(await claimCard(reported, finding, pictures, language))
  const rest = told.length - cards.length
  return [
    `<section id="${id}"><h2>${titleOf(reported, language)}</h2><p>${escaped(document.source.file)} · sha256 ${document.source.sha256.slice(0, 16)}…</p><p>${escaped(summary)}</p>`,
    ...cards,
    rest > 0 ? `<p>${TEXT[language].rest(rest)}</p>` : '',
    '</section>',
  ].join('\n')
}

/** A line of the contents: the document, and its claims by who is at fault. */
function entry(reported: Reported, id: string, language: Language): string {
  const verdicts = Map.groupBy(toldOf(reported.document), ({ verdict }) => verdict)
  const counts = [...verdicts].map(
    ([verdict, own]) =>
      `${verdictWord(verdict, WORDS[language])}${language === 'zh' ? '：' : ': '}${claimsText(own.length, language)}`,
  )
  return `<li><a href="#${id}">${titleOf(reported, language)}</a> · ${counts.join(' · ')}</li>`
}

const isUntried = ({ checks }: DocumentJson): boolean => countsOf(checks).tried === 0

/**
 * One HTML file that needs nothing beside it: a list of the documents of which something does not add up, then each claim of them with its
 * sentence, both sides, and the pieces of the pages on which the figures are printed. Of the others the names. No script; what a document
 * says stays text.
 */
export async function* reportHtml(
  documents: AsyncIterable<Reported>,
  pictures: Pictures,
  language: Language,
): AsyncGenerator<string> {
  const words = TEXT[language]
  const [entries, sections]: [string[], string[]] = [[], []]
  const [clean, untried]: [string[], string[]] = [[], []]
  let count = 0
  for await (const one of documents) {
    const id = `d${++count}`
    if (toldOf(one.document).length > 0) {
      entries.push(entry(one, id, language))
      sections.push(`${await section(one, id, pictures, language)}\n`)
    } else (isUntried(one.document) ? untried : clean).push(titleOf(one, language))
  }
  yield `<!doctype html>\n<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><title>${words.title}</title><style>${STYLE}</style></head><body><main><h1>${words.title}</h1>\n`
  if (entries.length > 0) yield `<h2>${words.contents}</h2>\n<ol>\n${entries.join('\n')}\n</ol>\n`
  if (clean.length > 0) yield `<p>${words.clean}${clean.join(words.between)}</p>\n`
  if (untried.length > 0) yield `<p>${words.untried}${untried.join(words.between)}</p>\n`
  yield* sections
  yield '</main></body></html>\n'
}
