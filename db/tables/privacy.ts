/** Whoever was erased and is kept out. */

export interface SuppressedTable {
  /** Of who they are in their source. */
  hash: string
  at: number
}

export interface SuppressionSecretTable {
  id: 1
  secret: Uint8Array
}
