/**
 * Exports of companies and of people at them. Whom they held stands apart from the customers: other ids, which no
 * suppression and no criteria over customers may take for theirs.
 */
export const exportedAccounts = `
ALTER TABLE exports ADD COLUMN entity TEXT NOT NULL DEFAULT 'customer' CHECK(entity IN ('customer', 'company', 'person'));
CREATE TABLE export_accounts(
  export INTEGER NOT NULL, record_id INTEGER NOT NULL, PRIMARY KEY(export, record_id)) STRICT, WITHOUT ROWID;
`
