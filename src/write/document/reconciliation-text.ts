import type { DocumentJson } from './document.ts'
import {
  claimsOf,
  countsOf,
  isOtherError,
  type Language,
  reconciliation,
  type Section,
  verdictWord,
  WORDS,
} from './reconciliation.ts'

/** Characters that Markdown and its usual extensions take for markup, and those that begin a heading, list or quotation. */
const MARKUP = /[\\`*_[\]|~$]|^[#+=-](?=\s|$)/g
const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '@': '&#64;' }

/** What is made a link without being marked as one; an entity in it shows the same character and ends that. */
const ADDRESS = /(?<=\b(?:https?|ftp|mailto|javascript|data|www))[:.]/gi

/** A printed text as Markdown that shows the same characters on one line: whatever a PDF says, it stays text. */
export const markdownText = (text: string): string =>
  text
    .replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .replaceAll(MARKUP, '\\$&')
    .replaceAll(/[<>&@]/g, character => ENTITIES[character] ?? '')
    .replaceAll(ADDRESS, character => `&#${character.charCodeAt(0)};`)

/** The lines of a table of Markdown. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (texts: readonly string[]): string => `| ${texts.map(markdownText).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)]
}

const sectionMarkdown = ({ heading, lines, head, rows }: Section): string[] => [
  `## ${markdownText(heading)}`,
  '',
  ...lines.map(line => `${markdownText(line)}\n`),
  ...(rows.length === 0 ? [] : [...markdownTable(head, rows), '']),
]

/** The reconciliation sheet as Markdown, Chinese and then English. */
export const reconciliationMarkdown = (document: DocumentJson): string =>
  (['zh', 'en'] as const)
    .map(language => {
      const { title, summary, sections } = reconciliation(document, language)
      return [`# ${markdownText(title)}`, '', markdownText(summary), '', ...sections.flatMap(sectionMarkdown)].join('\n')
    })
    .join('\n')

/** A printed text as HTML that shows the same characters. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const sectionHtml = ({ heading, lines, head, rows }: Section): string =>
  [
    `<h2>${escaped(heading)}</h2>`,
    ...lines.map(line => `<p>${escaped(line)}</p>`),
    ...(rows.length === 0
      ? []
      : [
          '<table>',
          `<tr>${head.map(text => `<th>${escaped(text)}</th>`).join('')}</tr>`,
          ...rows.map(row => `<tr>${row.map(text => `<td>${escaped(text)}</td>`).join('')}</tr>`),
          '</table>',
        ]),
  ].join('\n')

const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:72em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #bbb;padding:.25em .6em;text-align:left;vertical-align:top}th{background:#f3f3f3}'

/** The reconciliation sheet as one HTML page without anything from outside, Chinese and then English. */
export function reconciliationHtml(document: DocumentJson): string {
  const sheets = (['zh', 'en'] as const).map(language => ({ language, ...reconciliation(document, language) }))
  const parts = sheets.map(({ language, title, summary, sections }) =>
    [
      `<section lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
      `<h1>${escaped(title)}</h1>`,
      `<p>${escaped(summary)}</p>`,
      ...sections.map(sectionHtml),
      '</section>',
    ].join('\n'),
  )
  return `<!doctype html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><title>${escaped(sheets[0]?.title ?? '')}</title><style>${STYLE}</style></head>\n<body>\n${parts.join('\n')}\n</body>\n</html>\n`
}

/** The reconciliation sheet for a terminal, in one language. */
export function reconciliationLines(document: DocumentJson, language: 'zh' | 'en'): string[] {
  const { title, summary, sections } = reconciliation(document, language)
  return [
    title,
    summary,
    ...sections.flatMap(({ heading, lines, head, rows }) => [
      '',
      heading,
      ...lines.map(line => `  ${line}`),
      ...(rows.length > 0 ? [`  ${head.join(' · ')}`] : []),
      ...rows.map(row => `  ${row.join(' · ')}`),
    ]),
  ]
}

/** What is to be known of a document among many: each contradiction of its own to quote, what else is wrong, and how many readings are in doubt; empty where there is nothing. */
export function claimLines(document: DocumentJson, language: Language): string[] {
  const words = WORDS[language]
  const { suspect, unexplained } = countsOf(document.checks)
  const told = [...claimsOf(document), ...document.findings.filter(isOtherError)]
  return [
    ...told.map(
      ({ message, identities, verdict, code }) =>
        `  ${verdictWord(verdict, words)} · ${message[language]} · ${(identities ?? [code]).join(' ')}`,
    ),
    ...(suspect > 0 ? [`  ${words.suspect} ${suspect}`] : []),
    ...(unexplained > 0 ? [`  ${words.unexplained} ${unexplained}`] : []),
  ]
}
