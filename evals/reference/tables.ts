/**
 * The tables of the reference SQL, by the file that fills them. Types are SQLite's column affinities, so that
 * the texts of a CSV become numbers where they are meant as such. Nothing here is shared with the product.
 */
export const tables = {
  customers: `id INTEGER PRIMARY KEY, email TEXT, phone TEXT, first_name TEXT, last_name TEXT, country TEXT,
    region TEXT, city TEXT, postcode TEXT, accepts_email INTEGER, accepts_sms INTEGER, created_at TEXT,
    birthday TEXT, gender TEXT, tags TEXT`,
  orders: `id INTEGER PRIMARY KEY, customer_id INTEGER, ordered_at TEXT, total REAL, discount_total REAL,
    discount_code TEXT, channel TEXT, device TEXT, status TEXT`,
  products: 'id TEXT PRIMARY KEY, title TEXT, category TEXT, brand TEXT, price REAL',
  items: 'order_id INTEGER, product_id TEXT, quantity INTEGER, price REAL',
  events: `id INTEGER PRIMARY KEY, customer_id INTEGER, type TEXT, occurred_at TEXT, product_id TEXT,
    campaign TEXT`,
  lists: 'list TEXT, customer_id INTEGER',
  companies: `id INTEGER PRIMARY KEY, name TEXT, industry TEXT, employees INTEGER, revenue REAL, country TEXT,
    tech_stack TEXT, funding_stage TEXT, hiring_velocity REAL, headcount_growth REAL`,
  people: `id INTEGER PRIMARY KEY, company_id INTEGER, title TEXT, seniority TEXT, function TEXT, country TEXT,
    years_experience REAL, years_in_role REAL`,
} as const
export type TableName = keyof typeof tables

/** The names that reference SQL uses where they differ from the files: temporary tables come first in a lookup. */
export const dressed = `
CREATE TEMP TABLE products AS SELECT id, title AS product, category, brand, price FROM main.products;
CREATE TEMP TABLE items AS
  SELECT i.order_id, p.title AS product, p.category, p.brand, i.quantity, i.price
  FROM main.items i LEFT JOIN main.products p ON p.id = i.product_id;
CREATE TEMP TABLE events AS
  SELECT e.id, e.customer_id, e.type, e.occurred_at AS at, p.title AS product, e.campaign
  FROM main.events e LEFT JOIN main.products p ON p.id = e.product_id;
CREATE TEMP TABLE segment_members AS SELECT list AS segment, customer_id FROM main.lists;

CREATE INDEX main.orders_customer ON orders(customer_id, ordered_at);
CREATE INDEX temp.products_product ON products(product);
CREATE INDEX temp.items_order ON items(order_id);
CREATE INDEX temp.events_customer ON events(customer_id, type);
CREATE INDEX temp.segment_members_customer ON segment_members(customer_id);
`
