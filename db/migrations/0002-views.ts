/**
 * The views that SQL shown to people is written over. Instants are `YYYY-MM-DD HH:MM:SS` in UTC, money is in
 * currency units, and each `*_key` is its neighbour folded (case, width, blanks), for comparing texts.
 */
export const views = `
-- How many minor units make one unit of the workspace's currency, as the runtime's Intl data has it.
CREATE VIEW v_currency AS
  SELECT currency, CASE
    WHEN currency IN ('AFN', 'ALL', 'BIF', 'CLP', 'COP', 'DJF', 'GNF', 'HUF', 'IDR', 'IQD', 'IRR', 'ISK', 'JPY',
      'KMF', 'KPW', 'KRW', 'LAK', 'LBP', 'MGA', 'MMK', 'PKR', 'PYG', 'RWF', 'SLL', 'SOS', 'SYP', 'UGX', 'VND',
      'VUV', 'XAF', 'XOF', 'XPF', 'YER') THEN 1.0
    WHEN currency IN ('BHD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 1000.0
    ELSE 100.0 END AS minor_units
  FROM workspace;

-- One row a customer. Consent: subscribed, unsubscribed or null; reachable: 1 where a message would arrive.
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
    f.email_reachable, f.sms_reachable
  FROM customers AS c LEFT JOIN customer_keys AS k ON k.id = c.id LEFT JOIN facts AS f ON f.id = c.id;

-- The ids that customers were imported with.
CREATE VIEW v_identities AS SELECT customer_id, source, external_id FROM identities;

-- Tags and interests (kind: tag, interest).
CREATE VIEW v_labels AS SELECT customer_id, kind, label, key AS label_key FROM customer_labels;

-- What was last said about each channel (email, sms).
CREATE VIEW v_consents AS
  SELECT customer_id, channel, state, datetime(changed_at, 'unixepoch') AS changed_at, source FROM consents;

-- All orders; the cancelled ones never count.
CREATE VIEW v_orders AS
  SELECT id, source, external_id, customer_id, datetime(ordered_at, 'unixepoch') AS ordered_at, status,
    total / (SELECT minor_units FROM v_currency) AS total,
    discount_total / (SELECT minor_units FROM v_currency) AS discount_total,
    refunded_total / (SELECT minor_units FROM v_currency) AS refunded_total,
    discount_code, discount_key AS discount_code_key, channel, device
  FROM orders;

-- Order lines with their products. price: of one piece, as paid; list_price: the product's own.
CREATE VIEW v_items AS
  SELECT i.id, i.order_id, i.customer_id, datetime(i.ordered_at, 'unixepoch') AS ordered_at,
    o.status AS order_status, i.quantity, i.price / (SELECT minor_units FROM v_currency) AS price,
    i.product_id, p.title AS product, p.title_key AS product_key, c.name AS category, c.key AS category_key,
    b.name AS brand, b.key AS brand_key, p.sku, p.sku_key,
    p.price / (SELECT minor_units FROM v_currency) AS list_price
  FROM items AS i JOIN orders AS o ON o.id = i.order_id JOIN products AS p ON p.id = i.product_id
    LEFT JOIN categories AS c ON c.id = i.category_id LEFT JOIN brands AS b ON b.id = p.brand_id;

CREATE VIEW v_product_tags AS SELECT product_id, label AS tag, key AS tag_key FROM product_tags;

-- What customers did, with the product and campaign where there was one.
CREATE VIEW v_events AS
  SELECT e.id, e.customer_id, t.name AS type, t.key AS type_key,
    datetime(e.occurred_at, 'unixepoch') AS occurred_at, e.channel, e.device, e.value,
    m.name AS campaign, m.key AS campaign_key,
    e.product_id, p.title AS product, p.title_key AS product_key, c.name AS category, c.key AS category_key,
    b.name AS brand, b.key AS brand_key, p.sku, p.sku_key,
    p.price / (SELECT minor_units FROM v_currency) AS list_price
  FROM events AS e JOIN event_types AS t ON t.id = e.type_id
    LEFT JOIN campaigns AS m ON m.id = e.campaign_id LEFT JOIN products AS p ON p.id = e.product_id
    LEFT JOIN categories AS c ON c.id = p.category_id LEFT JOIN brands AS b ON b.id = p.brand_id;

-- Members of lists that came from elsewhere.
CREATE VIEW v_list_members AS
  SELECT m.segment_id AS list_id, s.name AS list, m.customer_id
  FROM list_members AS m JOIN segments AS s ON s.id = m.segment_id;
`
