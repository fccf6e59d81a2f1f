import { IDENTITY_NAMES } from '../check/identities.ts'
import { type Box, unionAll } from '../geometry.ts'
import type { DocumentJson } from '../write/document/document.ts'
import type { CheckJson } from '../write/document/meaning-schema.ts'
import { countsOf, reconciliation } from '../write/document/reconciliation.ts'
import { escaped } from '../write/document/reconciliation-text.ts'
import type { Pictures } from './pictures.ts'

/** Room above and below the figures concerned, in points: two or three rows, so that a reader sees where they stand. */
const AROUND = 36

/** The figures of one identity on one page, and the strip of the page that shows them. */
interface Strip {
  readonly page: number
  readonly box: Box
  readonly figures: readonly { readonly side: 'left' | 'right'; readonly box: Box }[]
}

/** The strips of the pages that an identity goes through, as wide as the page. */
function stripsOf({ left, right }: CheckJson, pages: ReadonlyMap<number, { width: number; height: number }>): Strip[] {
  const figures = [
    ...left.terms.map(({ page, box }) => ({ page, box, side: 'left' as const })),
    ...right.terms.map(({ page, box }) => ({ page, box, side: 'right' as const })),
  ]
  return [...Map.groupBy(figures, ({ page }) => page)].flatMap(([page, own]) => {
    const size = pages.get(page)
    if (!size) return []
    const [, top, , bottom] = unionAll(own.map(({ box }) => box))
    const box: Box = [0, Math.max(0, top - AROUND), size.width, Math.min(size.height, bottom + AROUND)]
    return [{ page, box, figures: own.map(({ side, box: figure }) => ({ side, box: figure })) }]
  })
}

/** Claims of a document that a report shows with pictures; the others stay in its reconciliation sheet. */
const SHOWN = 40
/** Pages of one claim that are shown. */
const PAGES = 3

const VERDICTS: Readonly<Record<string, string>> = {
  'published-inconsistency': '文件自身不一致',
  'extraction-suspect': '读取存疑',
  unexplained: '未能归因',
}

const STYLE = `body{font:15px/1.6 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:70em;margin:2em auto;padding:0 1em;color:#1f2328}
h1{font-size:1.5em}h2{font-size:1.25em;margin-top:2em;border-bottom:2px solid #8c2f1b}article{margin:1.2em 0;padding:.8em 1em;border:1px solid #d8d4cc;border-radius:8px;break-inside:avoid}
article h3{margin:0;font-size:1.05em}figure{margin:.6em 0}figcaption{color:#59636e;font-size:.9em}.strip{position:relative;border:1px solid #d8d4cc}.strip img,.strip svg{display:block;width:100%}.strip svg{position:absolute;inset:0;height:100%}
rect{fill-opacity:.12;stroke-width:1.4}.left{fill:#1d5fb4;stroke:#1d5fb4}.right{fill:#8a3ea8;stroke:#8a3ea8}p.side{margin:.1em 0;padding-left:.6em;border-left:4px solid}p.side.left{border-color:#1d5fb4}p.side.right{border-color:#8a3ea8}.difference{color:#a3281a;font-weight:600}`

const rectangle = ({ side, box }: Strip['figures'][number]): string => {
  const [x0, top, x1, bottom] = box
  return `<rect class="${side}" x="${x0}" y="${top}" width="${x1 - x0}" height="${bottom - top}"/>`
}

const viewBox = ([x0, top, x1, bottom]: Box): string => `${x0} ${top} ${x1 - x0} ${bottom - top}`

function strip({ page, box, figures }: Strip, jpeg: Uint8Array): string {
  const data = `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`
  return `<figure><div class="strip"><img alt="第${page}页" src="${data}"><svg viewBox="${viewBox(box)}" preserveAspectRatio="none">${figures.map(rectangle).join('')}</svg></div><figcaption>第 ${page} 页</figcaption></figure>`
}

/** A place where nothing is printed counts in a sum, and has to be seen there. */
const BLANK = '（空）'

const side = ({ label, value, terms }: CheckJson['left'], name: 'left' | 'right', unit: string): string => {
  const printed = terms.map(({ sign, text }, at) => `${sign === '-' ? '− ' : at > 0 ? '+ ' : ''}${text || BLANK}`).join(' ')
  const sum =
    terms.length > 1 && value !== null ? ` = ${value}${unit}` : printed.endsWith(unit) || printed === BLANK ? '' : unit
  return `<p class="side ${name}">${escaped(`${label} ${printed}${printed === '' ? '' : sum}`)}</p>`
}

/** A document of a report. */
export interface Reported {
  readonly name: string
  /** What its pages are asked for by; no other document has it. */
  readonly key: string
  readonly document: DocumentJson
}

async function claim({ key, document }: Reported, check: CheckJson, pictures: Pictures): Promise<string> {
  const pages = new Map(document.pages.map(page => [page.page, page]))
  const strips: string[] = []
  for (const one of stripsOf(check, pages).slice(0, PAGES)) {
    const page = pages.get(one.page)
    const jpeg = page && (await pictures.strip(key, page, [one.box[1], one.box[3]]))
    if (jpeg) strips.push(strip(one, jpeg))
  }
  const title = `${check.identity} ${IDENTITY_NAMES.get(check.identity)?.zh ?? ''}`
  return [
    `<article><h3>${escaped(title)} <small>${VERDICTS[check.verdict] ?? ''}</small></h3>`,
    side(check.left, 'left', check.unit),
    side(check.right, 'right', check.unit),
    check.difference === null ? '' : `<p class="difference">差额 ${escaped(check.difference + check.unit)}</p>`,
    ...strips,
    '</article>',
  ].join('\n')
}

/** One document of a report: how its identities came out, and each broken one with the figures where they are printed. */
async function section(reported: Reported, pictures: Pictures): Promise<string> {
  const { document, name } = reported
  const { department, fiscalYear } = document.document
  const { summary } = reconciliation(document, 'zh')
  const broken = document.checks.filter(({ outcome }) => outcome === 'broken')
  const claims: string[] = []
  for (const check of broken.slice(0, SHOWN)) claims.push(await claim(reported, check, pictures))
  const rest = broken.length - claims.length
  const title = [department ?? name, fiscalYear === null ? '' : `${fiscalYear}年`].filter(Boolean).join(' ')
  return [
    `<section><h2>${escaped(title)}</h2><p>${escaped(document.source.file)} · sha256 ${document.source.sha256.slice(0, 16)}…</p><p>${escaped(summary)}</p>`,
    ...claims,
    rest > 0 ? `<p>另有 ${rest} 项，见 reconciliation.html。</p>` : '',
    '</section>',
  ].join('\n')
}

/**
 * One HTML file that needs nothing beside it: what does not add up, with both sides, and the pieces of the pages on which the figures
 * are printed. No script; what a document says stays text.
 */
export async function* reportHtml(documents: AsyncIterable<Reported>, pictures: Pictures): AsyncGenerator<string> {
  let head = `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><title>勾稽核对报告</title><style>${STYLE}</style></head><body><main><h1>勾稽核对报告</h1>\n`
  for await (const document of documents) {
    if (countsOf(document.document.checks).tried === 0) continue
    yield `${head}${await section(document, pictures)}\n`
    head = ''
  }
  yield `${head}</main></body></html>\n`
}
