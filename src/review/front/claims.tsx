import { useMemo, useState } from 'preact/hooks'
import type { Claim, Entry } from '../wire.ts'
import { ListFrame } from './list-frame.tsx'
import { yuanOf } from './money.ts'
import { findingLink } from './route.ts'
import { VirtualRows } from './rows.tsx'
import { searchOf } from './search.ts'
import { useWords } from './words.ts'

const ROW = 76
const VERDICTS = ['published-inconsistency', 'unexplained', 'extraction-suspect', 'rounding'] as const

const sizeOf = ({ fen }: Claim): bigint => (fen === null ? -1n : BigInt(fen))

function Line({ claim, department }: { readonly claim: Claim; readonly department: string }) {
  const { w, named, language } = useWords()
  const [copied, setCopied] = useState(false)
  const sentence = `${department}：${claim[language]}`
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(sentence)
    setCopied(true)
  }
  return (
    <div class="line">
      <span class={`verdict ${claim.verdict}`}>{named(claim.verdict)}</span>
      <span class="c-sentence" title={sentence}>
        <b>{department}</b> {claim[language]}
      </span>
      <span class="c-number">{claim.fen === null ? '' : yuanOf(claim.fen)}</span>
      <span>{claim.page === null ? '' : `p.${claim.page}`}</span>
      <span>
        <a href={findingLink(claim.document, claim.finding)}>{w('show')}</a>{' '}
        <button type="button" onClick={copy}>
          {w(copied ? 'copied' : 'copy')}
        </button>
      </span>
    </div>
  )
}

function Head({ isEmpty }: { readonly isEmpty: boolean }) {
  const { w } = useWords()
  return (
    <>
      <div class="line head">
        <span>{w('verdict')}</span>
        <span>{w('sentence')}</span>
        <span class="c-number">{w('size')}</span>
        <span>{w('page')}</span>
        <span />
      </div>
      {isEmpty && <p class="note">{w('none')}</p>}
    </>
  )
}

/** What does not add up over all documents that no later publication replaces, the largest difference first. */
export function Claims({ entries }: { readonly entries: readonly Entry[] }) {
  const { w, named } = useWords()
  const [verdict, setVerdict] = useState<string>('published-inconsistency')
  const [search, setSearch] = useState('')
  const documents = useMemo(() => new Map(entries.map(entry => [entry.name, entry])), [entries])
  const nameOf = (name: string): string =>
    [documents.get(name)?.department ?? name, documents.get(name)?.year].filter(Boolean).join(' ')
  const claims = useMemo(() => entries.flatMap(entry => (entry.current ? entry.claims : [])), [entries])
  const shown = useMemo(() => {
    const isFound = searchOf(search)
    return claims
      .filter(claim => claim.verdict === verdict)
      .filter(({ document, zh, en }) => {
        const { department, region, file, year } = documents.get(document) ?? {}
        return isFound(department ?? document, region, file, year, zh, en)
      })
      .sort((a, b) => (sizeOf(a) === sizeOf(b) ? 0 : sizeOf(a) < sizeOf(b) ? 1 : -1))
  }, [claims, verdict, search, documents])
  return (
    <ListFrame
      title="claims"
      class="list claims"
      search={search}
      onSearch={setSearch}
      before={VERDICTS.map(one => (
        <button type="button" key={one} aria-pressed={verdict === one} onClick={() => setVerdict(one)}>
          {named(one)} {claims.filter(claim => claim.verdict === one).length}
        </button>
      ))}
    >
      <Head isEmpty={shown.length === 0} />
      <VirtualRows
        rows={shown}
        height={ROW}
        label={w('claims')}
        row={claim => <Line key={`${claim.document} ${claim.finding}`} claim={claim} department={nameOf(claim.document)} />}
      />
    </ListFrame>
  )
}
