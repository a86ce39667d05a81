/**
 * The ICP and persona of a record beside its other columns, by the codes that people read: a persona’s code is its own
 * inside its ICP only. Both are found by the primary key of `scores`, so that a query that names none of them is read
 * without them. Lists of profiles are read again when the counter `profiles` rises.
 */
export const scored = `
INSERT INTO versions(source, version) VALUES ('profiles', 0);

DROP VIEW v_customers;
-- One row a customer. Consent: subscribed, unsubscribed or null; reachable: 1 where a message would arrive. ICP and
-- persona: the live ones that they score highest under, null where none fits.
CREATE VIEW v_customers AS
  SELECT c.id,
    (SELECT i.external_id FROM identities AS i WHERE i.customer_id = c.id
      ORDER BY i.source <> 'default', i.source, i.external_id LIMIT 1) AS external_id,
    c.email, k.email AS email_key, c.phone, k.phone AS phone_key, c.first_name, k.first_name AS first_name_key,
    c.last_name, k.last_name AS last_name_key, c.gender, k.gender AS gender_key, c.birthday,
    c.country, k.country AS country_key, c.region, k.region AS region_key, c.city, k.city AS city_key,
    c.postcode, k.postcode AS postcode_key, c.latitude, c.longitude, c.language, k.language AS language_key,
    datetime(c.created_at, 'unixepoch') AS created_at,
    CASE f.email_consent WHEN 1 THEN 'subscribed' WHEN 0 THEN 'unsubscribed' END AS email_consent,
    CASE f.sms_consent WHEN 1 THEN 'subscribed' WHEN 0 THEN 'unsubscribed' END AS sms_consent,
    f.email_reachable, f.sms_reachable,
    icp.code AS icp_code, s.icp_score, persona.code AS persona_code, s.persona_score
  FROM customers AS c LEFT JOIN customer_keys AS k ON k.id = c.id LEFT JOIN facts AS f ON f.id = c.id
    LEFT JOIN scores AS s ON s.entity = 'customer' AND s.record_id = c.id
    LEFT JOIN profiles AS icp ON icp.number = s.icp LEFT JOIN profiles AS persona ON persona.number = s.persona;

DROP VIEW v_companies;
-- One row a company. revenue as it was imported; headcount_growth over the past year as a fraction. ICP: the live one
-- that it scores highest under, null where none fits.
CREATE VIEW v_companies AS
  SELECT c.id, c.external_id, c.name, c.name_key, c.domain, c.domain_key, c.industry, c.industry_key, c.employees,
    c.revenue, c.country, c.country_key, c.region, c.region_key, c.city, c.city_key, c.tech_stack, c.funding_stage,
    c.funding_stage_key, c.hiring_velocity, c.headcount_growth, c.relationship, icp.code AS icp_code, s.icp_score
  FROM companies AS c LEFT JOIN scores AS s ON s.entity = 'company' AND s.record_id = c.id
    LEFT JOIN profiles AS icp ON icp.number = s.icp;

DROP VIEW v_people;
-- One row a person who works at a company (company_id, where it is known). ICP: that of the company.
CREATE VIEW v_people AS
  SELECT p.id, p.external_id, p.company_id, p.email, p.email_key, p.phone, p.first_name, p.last_name, p.title,
    p.title_key, p.seniority, p.seniority_key, p."function", p.function_key, p.country, p.country_key, p.region,
    p.region_key, p.city, p.city_key, p.timezone, p.timezone_key, p.years_experience, p.years_in_role,
    icp.code AS icp_code, s.icp_score, persona.code AS persona_code, s.persona_score
  FROM people AS p LEFT JOIN scores AS s ON s.entity = 'person' AND s.record_id = p.id
    LEFT JOIN profiles AS icp ON icp.number = s.icp LEFT JOIN profiles AS persona ON persona.number = s.persona;
`
