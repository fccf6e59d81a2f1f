import type { Dataset } from '../../budget/dataset.ts'
import { inUnit } from '../../budget/money/amount.ts'
import type { ProseFact } from '../../budget/prose/prose.ts'
import { type Finding, findingFrom } from '../../finding.ts'
import type { Term } from '../check.ts'
import { CODES } from '../finding-codes.ts'
import { toldTerm } from '../relations/compare.ts'
import { sangongFact, sangongKey, sangongTerm } from '../relations/said/said-sangong.ts'
import { haveOneWhole, namedIn, type Shared, wholeBy } from '../relations/said/share.ts'
import { percentOf, percentText, ratioCheck } from '../relations/sums/ratio.ts'
import { pagesText } from '../told/quoted.ts'

/** A share of 三公 that is not that of the total of its table, with what it would be of that. */
interface Off extends Shared {
  readonly should: string
}

/** Shares that are said to be of 三公, each with its part. */
const sharesOf = ({ prose }: Dataset): Shared[] =>
  prose.flatMap(share => {
    const part = share.kind === 'share' && !share.aside ? prose[share.of ?? -1] : undefined
    return part?.fen && sangongKey(namedIn(share)) === 'total' ? [{ share, part }] : []
  })

/** Where the table of a document prints its 三公. */
function printedIn(dataset: Dataset): (key: string) => Term | null {
  const isFinal = dataset.metadata.kind === 'final-accounts'
  return key => sangongTerm(dataset, isFinal ? 'fin.07' : 'bud.sangong', key, isFinal ? 'final' : '')
}

function offOf({ share, part }: Shared, total: Term): Off[] {
  const check = ratioCheck({ identity: '', printed: percentOf(share), part: [toldTerm(part)], whole: [total], slack: 0n })
  return check.outcome === 'broken' ? [{ share, part, should: percentText(check.right.terms[0]?.fen ?? 0n) }] : []
}

/** What shares are of where all of them have one whole, by the largest of them, roughly; null where they have none. */
function wholeText(shares: readonly Shared[], unit: string): string | null {
  const [largest] = shares.toSorted((a, b) => ((b.part.fen ?? 0n) > (a.part.fen ?? 0n) ? 1 : -1))
  const whole = largest && shares.length > 1 && haveOneWhole(shares) ? wholeBy(largest) : null
  return whole === null ? null : inUnit(whole, unit).replace(/\..*/, '')
}

/** Shares of 三公 that fit another whole than its total in the table, where no sentence tells another total and the parts are those of the table: nobody is blamed, as what the office counts with it may be left out of the words. */
export function shareDoubts(dataset: Dataset): Finding[] {
  const printed = printedIn(dataset)
  const total = printed('total')
  if (!total?.fen || sangongFact(dataset, dataset.metadata.kind === 'final-accounts' ? 'final' : 'budget') !== null) return []
  const isOfTable = ({ part }: Shared): boolean => printed(sangongKey(part.subject) ?? '')?.fen === part.fen
  const off = sharesOf(dataset)
    .filter(isOfTable)
    .flatMap(shared => offOf(shared, total))
  const [first] = off
  if (!first) return []
  const whole = wholeText(off, total.unit)
  const facts = off.map(({ share }): ProseFact => share)
  const list = off.map(({ share, part, should }) => ({
    zh: `${part.text}称占${share.text}（应为${should}）`,
    en: `${part.text} as ${share.text} (${should})`,
  }))
  return [
    findingFrom({
      ...{ code: 'basis-differs', severity: CODES['basis-differs'], verdict: 'unexplained' },
      ...{ page: first.share.page, box: first.share.box, expected: first.should, actual: first.share.text },
      zh: `${pagesText(facts, 'zh')}所称占“三公”经费的比例与三公经费表的合计${total.text}${total.unit}（${pagesText([total], 'zh')}）不符：${list.map(({ zh }) => zh).join('、')}${whole === null ? '' : `；这些比例合于约${whole}${total.unit}，可能另含其他经费`}`,
      en: `${pagesText(facts, 'en')}: shares of 三公 are not those of ${total.text} ${total.unit}, the total of its table (${pagesText([total], 'en')}): ${list.map(({ en }) => en).join(', ')}${whole === null ? '' : `; they fit about ${whole} ${total.unit}, which may hold other money too`}`,
    }),
  ]
}
