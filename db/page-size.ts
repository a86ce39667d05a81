/**
 * Of a new database, in bytes: an import writes half as many pages as of SQLite’s own size, which is a tenth of what it
 * saves; the few pages that arriving events change are no dearer. A database that is there keeps the size of its pages.
 */
export const PAGE_SIZE = 8192
