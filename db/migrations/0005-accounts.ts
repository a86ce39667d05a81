/**
 * Companies and people by the texts that conditions compare (each `*_key` is its neighbour folded), the
 * technologies of a company one by one, and the views that printed SQL reads them through.
 */
export const accounts = `
ALTER TABLE companies ADD COLUMN name_key TEXT;
ALTER TABLE companies ADD COLUMN domain_key TEXT;
ALTER TABLE companies ADD COLUMN industry_key TEXT;
ALTER TABLE companies ADD COLUMN country_key TEXT;
ALTER TABLE companies ADD COLUMN region_key TEXT;
ALTER TABLE companies ADD COLUMN city_key TEXT;
ALTER TABLE companies ADD COLUMN funding_stage_key TEXT;
UPDATE companies SET name_key = fold_text(name), domain_key = fold_text(domain),
  industry_key = fold_text(industry), country_key = fold_text(country), region_key = fold_text(region),
  city_key = fold_text(city), funding_stage_key = fold_text(funding_stage);

CREATE TABLE company_technologies(
  key TEXT NOT NULL, company_id INTEGER NOT NULL, label TEXT NOT NULL,
  PRIMARY KEY(key, company_id)) STRICT, WITHOUT ROWID;
CREATE INDEX company_technologies_company ON company_technologies(company_id);
INSERT OR IGNORE INTO company_technologies(key, company_id, label)
  SELECT fold_text(part.value), c.id, trim(part.value)
  FROM companies c, json_each('["' || replace(replace(replace(c.tech_stack, '\\', '\\\\'), '"', '\\"'), '|', '","') || '"]') part
  WHERE c.tech_stack IS NOT NULL AND fold_text(part.value) <> '';

ALTER TABLE people ADD COLUMN email_key TEXT;
ALTER TABLE people ADD COLUMN title_key TEXT;
ALTER TABLE people ADD COLUMN seniority_key TEXT;
ALTER TABLE people ADD COLUMN function_key TEXT;
ALTER TABLE people ADD COLUMN country_key TEXT;
ALTER TABLE people ADD COLUMN region_key TEXT;
ALTER TABLE people ADD COLUMN city_key TEXT;
ALTER TABLE people ADD COLUMN timezone_key TEXT;
UPDATE people SET email_key = fold_text(email), title_key = fold_text(title),
  seniority_key = fold_text(seniority), function_key = fold_text("function"), country_key = fold_text(country),
  region_key = fold_text(region), city_key = fold_text(city), timezone_key = fold_text(timezone);
CREATE INDEX people_email ON people(email_key) WHERE email_key IS NOT NULL;

ALTER TABLE signals ADD COLUMN type_key TEXT;
ALTER TABLE signals ADD COLUMN topic_key TEXT;
UPDATE signals SET type_key = fold_text(type), topic_key = fold_text(topic);
CREATE INDEX signals_company ON signals(company_id, type_key, occurred_at) WHERE company_id IS NOT NULL;
CREATE INDEX signals_person ON signals(person_id, type_key, occurred_at) WHERE person_id IS NOT NULL;

-- One row a company. revenue as it was imported; headcount_growth over the past year as a fraction.
CREATE VIEW v_companies AS
  SELECT id, external_id, name, name_key, domain, domain_key, industry, industry_key, employees, revenue,
    country, country_key, region, region_key, city, city_key, tech_stack, funding_stage, funding_stage_key,
    hiring_velocity, headcount_growth, relationship
  FROM companies;

-- What companies use, one technology a row.
CREATE VIEW v_technologies AS SELECT company_id, label AS technology, key AS technology_key
  FROM company_technologies;

-- One row a person who works at a company (company_id, where it is known).
CREATE VIEW v_people AS
  SELECT id, external_id, company_id, email, email_key, phone, first_name, last_name, title, title_key,
    seniority, seniority_key, "function", function_key, country, country_key, region, region_key, city, city_key,
    timezone, timezone_key, years_experience, years_in_role
  FROM people;

-- Dated facts about a company, a person, or both.
CREATE VIEW v_signals AS
  SELECT id, type, type_key, topic, topic_key, company_id, person_id,
    datetime(occurred_at, 'unixepoch') AS occurred_at, strength, source
  FROM signals;
`
