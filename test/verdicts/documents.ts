import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { datasetOf } from '../check/sample.ts'
import type { Claim } from './register.ts'

/** Folders where documents of the register stand; some beside the checkout, or not at all. */
const FOLDERS = ['samples/', '../shared/corpus/dev/', '../shared/corpus/wild/']

/** The PDF of a document of the register; null when it is not here. */
export function fileOf(document: string): string | null {
  const files = FOLDERS.map(folder => fileURLToPath(new URL(`../../${folder}${document}.pdf`, import.meta.url)))
  return files.find(file => existsSync(file)) ?? null
}

/** Findings of a PDF, read now. */
export const findingsOf = async (file: string): Promise<readonly Claim[]> => checkDataset(await datasetOf(file)).findings

/** Findings of a document that was extracted before. */
export const findingsIn = (file: string): readonly Claim[] => JSON.parse(readFileSync(file, 'utf8')).findings
