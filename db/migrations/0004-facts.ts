/**
 * Tests of the facts row that stand together are read in one pass: within a country from an index that holds
 * all they ask for; first and last orders by date, where they stand alone.
 */
export const facts = `
DROP INDEX facts_country;
CREATE INDEX facts_country ON facts(country, id, email_consent, sms_consent, orders, spent, first_at, last_at);
CREATE INDEX facts_first ON facts(first_at);
CREATE INDEX facts_last ON facts(last_at);
`
