import { becomes } from '../../corrections/becomes.ts'
import { DOUBTFUL } from '../../evidence.ts'
import { groupedOf } from '../../thousands.ts'
import type { CorrectionView, DocumentView } from '../wire.ts'
import type { Opened } from './correcting.ts'
import { type Check, keyOf, type Table } from './reading.ts'
import { placeWords, useWords, type Word } from './words.ts'

function Terms({ side, onPage }: { readonly side: Check['left']; readonly onPage: (page: number) => void }) {
  return (
    <span class="terms">
      {side.label}{' '}
      {side.terms.map((term, at) => (
        <button
          type="button"
          class="term-link"
          key={`${term.page} ${term.box.join(' ')}`}
          title={`p.${term.page}`}
          onClick={event => {
            event.stopPropagation()
            onPage(term.page)
          }}
        >
          {term.sign === '-' ? '− ' : at > 0 ? '+ ' : ''}
          {term.text || '∅'}
        </button>
      ))}
      {side.terms.length > 1 && side.value !== null ? ` = ${groupedOf(side.value)}` : ''}
    </span>
  )
}

/** The identities through a cell, or without one those that do not hold: both sides and the difference. */
export function Identities({ view, reading, stand: { selected, active, see } }: Omit<Opened, 'correcting'>) {
  const { w, language } = useWords()
  const { checks } = reading.document
  const broken = checks.flatMap(({ outcome }, at) => (outcome === 'broken' ? [at] : []))
  const through = selected === null ? broken : (reading.checksOf.get(keyOf(selected)) ?? [])
  const own = active === null ? through : [active, ...through.filter(at => at !== active)]
  if (own.length === 0) return <p class="note">{w(selected === null ? 'none' : 'noneTried')}</p>
  return (
    <ul class="checks">
      {own.map(at => {
        const check = checks[at]
        const name = check && (view.identityNames[check.identity]?.[language] || check.identity)
        const onHead = (): void => see({ active: at === active ? null : at })
        const onPage = (page: number): void => see({ page })
        return check && <Identity key={at} {...{ check, name, onHead, onPage }} on={at === active} />
      })}
    </ul>
  )
}

interface IdentityProps {
  readonly check: Check
  readonly name: string | undefined
  readonly on: boolean
  readonly onHead: () => void
  readonly onPage: (page: number) => void
}

const TICKS: Readonly<Record<Check['outcome'], string>> = { holds: '✓', rounding: '≈', broken: '✗', 'not-evaluable': '?' }

function Identity({ check, name, on, onHead, onPage }: IdentityProps) {
  const { w, language, named } = useWords()
  return (
    <li class={`${check.outcome} ${on ? 'on' : ''}`}>
      <button type="button" class="check-head" aria-pressed={on} onClick={onHead}>
        <b class="tick">{TICKS[check.outcome]}</b> <span title={check.identity}>{name}</span>{' '}
        {placeWords(language, check.instance)}
        <em>{check.outcome === 'broken' ? named(check.verdict) : named(check.outcome)}</em>
      </button>
      <div class="sides">
        {(['left', 'right'] as const).map(side => (
          <span key={side} class={`side ${side}`}>
            <Terms side={check[side]} onPage={onPage} />
          </span>
        ))}
        {check.difference !== null && (
          <span class="difference">
            {w('difference')} {groupedOf(check.difference)} {check.unit} ({w('tolerance')} {groupedOf(check.tolerance)})
          </span>
        )}
      </div>
    </li>
  )
}

/** A page in a sentence: 第3页, 第30、31页, p. 3. */
const NAMES_PAGE = /第[\d、]+页|\bp(?:\.|ages?) ?\d/

/** What a reader has to know, the worst first. */
export function Findings({ view, stand }: Pick<Opened, 'view' | 'stand'>) {
  const { w, language, named } = useWords()
  const rank = { error: 0, warning: 1, info: 2 }
  const order = view.document.findings
    .map((finding, at) => ({ finding, at }))
    .sort((a, b) => rank[a.finding.severity] - rank[b.finding.severity])
  if (order.length === 0) return <p class="note">{w('none')}</p>
  return (
    <ul class="findings">
      {order.map(({ finding, at }) => (
        <li key={at} class={`${finding.severity} ${at === stand.finding ? 'on' : ''}`}>
          <button type="button" aria-pressed={at === stand.finding} onClick={() => stand.showFinding(at)}>
            <em>{named(finding.verdict)}</em> {finding.message[language]}
            {finding.page === null || NAMES_PAGE.test(finding.message[language]) ? '' : ` (p.${finding.page})`}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Names of the kinds of tables in the reader's language, of none too. */
function useKindTitles(kinds: DocumentView['kinds']): (kind: string) => string {
  const { w, language } = useWords()
  return kind => kinds.find(({ id }) => id === kind)?.[language] ?? (kind || w('noKind'))
}

/** Why a table is what it is: each decision with its evidence and its margin. */
export function Decisions({ table, kinds }: { readonly table: Table; readonly kinds: DocumentView['kinds'] }) {
  const { w } = useWords()
  const titleOf = useKindTitles(kinds)
  return (
    <div class="decisions">
      <p>
        {titleOf(table.kind ?? '')}: {table.kindEvidence.join('；') || w('none')}
      </p>
      {table.decisions.map((decision, at) => (
        <details key={at} open={decision.margin < DOUBTFUL}>
          <summary>
            {decision.what}: <b>{decision.chosen}</b> · {w('margin')} {decision.margin.toFixed(2)}
          </summary>
          {decision.rejected !== null && (
            <p>
              {w('rejected')}: {decision.rejected}
            </p>
          )}
          <ul>
            {decision.evidence.map((one, number) => (
              <li key={number}>
                <b class="c-number">
                  {one.weight > 0 ? '+' : '−'}
                  {Math.abs(one.weight).toFixed(1)}
                </b>{' '}
                {one.name}: {one.because}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}

/** Actions whose name means something else where a value of the data is meant. */
const SAID: Readonly<Record<string, Word>> = { unit: 'setUnit', kind: 'setKind' }

/** Who said what, and whether it still fits. */
export function Corrections({ view, correcting }: Pick<Opened, 'view' | 'correcting'>) {
  const { w, language, named } = useWords()
  const titleOf = useKindTitles(view.kinds)
  const changeOf = (one: CorrectionView): string =>
    [one.old, becomes(one)]
      .filter(text => text !== null)
      .map(text => (one.action === 'kind' ? titleOf(text) : text))
      .join(' → ')
  if (view.corrections.length === 0) return <p class="note">{w('none')}</p>
  return (
    <ul class="corrections">
      {view.corrections.toReversed().map(one => (
        <li key={one.id} class={one.state}>
          <span>
            <b>
              {one.action === 'text' ? '' : `${named(SAID[one.action] ?? one.action)} `}
              {changeOf(one)}
            </b>{' '}
            p.{one.page} {one.table}
          </span>
          <small>
            {one.who} {one.when.slice(0, 16).replace('T', ' ')} {one.why} · {w(one.state)}
            {one.state === 'misfit' ? `：${one.because[language]}` : ''}
          </small>
          {one.state !== 'undone' && (
            <button type="button" onClick={() => void correcting.undo(one)}>
              {w('undo')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
