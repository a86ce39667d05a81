/** A profile and a score for each record, by internal id; 0 is no profile. */
export interface BestColumns {
  /** Numbers of profiles. */
  readonly profile: Int32Array<SharedArrayBuffer>
  /** 0 to 100. */
  readonly score: Uint8Array<SharedArrayBuffer>
}

/** What all records of an entity score. Threads share the memory: a million records take ten megabytes. */
export interface ScoreColumns {
  readonly icp: BestColumns
  /** Empty of profiles where the ICP has none that fits, and for companies always. */
  readonly persona: BestColumns
}

/** Nobody has a profile yet; of ids up to the highest there is. */
export const emptyScores = (highestId: number): ScoreColumns => ({
  icp: emptyColumns(highestId),
  persona: emptyColumns(highestId),
})

const emptyColumns = (highestId: number): BestColumns => ({
  profile: new Int32Array(new SharedArrayBuffer(4 * (highestId + 1))),
  score: new Uint8Array(new SharedArrayBuffer(highestId + 1)),
})
