// Writes what the package brings along, as CycloneDX (dist/sbom.cdx.json) and as a list with licences (dist/LICENSES.md): npm run sbom
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The part of CycloneDX that is read here. */
interface Bom {
  readonly serialNumber?: string
  readonly metadata: { readonly timestamp?: string; readonly component: object }
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
  readonly components: readonly {
    readonly name: string
    readonly version: string
    readonly scope: string
    readonly 'bom-ref': string
    readonly licenses?: readonly {
      readonly license?: { readonly id?: string; readonly name?: string }
      readonly expression?: string
    }[]
  }[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const listed = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 100_000_000,
})
// Time and serial number would make two packages of the same sources differ; npm names the project after its folder.
const { serialNumber: _, metadata, ...all }: Bom = JSON.parse(listed)
const { timestamp: __, component, ...about } = metadata

// What is used by development alone, as the lock file has it: with --omit dev npm drops what both need.
const { packages }: { packages: Record<string, { version: string; dev?: boolean }> } = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
)
const shipped = new Set(
  Object.entries(packages).flatMap(([path, { version, dev }]) =>
    dev ? [] : [`${path.replace(/^.*node_modules\//, '') || 'yusuan'}@${version}`],
  ),
)
const bom = {
  ...all,
  components: all.components.filter(one => shipped.has(one['bom-ref'])),
  dependencies: all.dependencies
    .filter(({ ref }) => shipped.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(other => shipped.has(other)) })),
}

const licenceOf = ({ licenses = [] }: Bom['components'][number]): string =>
  licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression ?? 'unknown').join(', ')
const rows = bom.components.map(one => `| ${one.name} | ${one.version} | ${licenceOf(one)} | ${one.scope} |`)

const LICENSES = `# Packages that yusuan uses

None of them is part of this package: npm installs them beside it. Optional ones can be left out (\`npm install --omit=optional\`).
sharp, which decodes pictures for the recognition of scans, loads libvips (LGPL-3.0-or-later) as a library of its own, unchanged;
without sharp everything works but pictures as input and the recognition by paddle.

| package | version | licence | |
|---|---|---|---|
${rows.join('\n')}
`

mkdirSync(new URL('../../dist/', import.meta.url), { recursive: true })
const named = { ...bom, metadata: { ...about, component: { ...component, name: 'yusuan' } } }
writeFileSync(new URL('../../dist/sbom.cdx.json', import.meta.url), `${JSON.stringify(named, null, 1)}\n`)
writeFileSync(new URL('../../dist/LICENSES.md', import.meta.url), LICENSES)
