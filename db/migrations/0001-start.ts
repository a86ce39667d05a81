/** The first shape of the database. Migrations are append-only: a change is a new file. */
export const start = `
CREATE TABLE workspace(
  id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, timezone TEXT NOT NULL, currency TEXT NOT NULL,
  demo INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL) STRICT;
CREATE TABLE versions(source TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT;

CREATE TABLE customers(
  id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT, phone TEXT, first_name TEXT, last_name TEXT, gender TEXT,
  birthday TEXT, country TEXT, region TEXT, city TEXT, postcode TEXT, latitude REAL, longitude REAL,
  language TEXT, created_at INTEGER) STRICT;
CREATE TABLE identities(
  source TEXT NOT NULL, external_id TEXT NOT NULL, customer_id INTEGER NOT NULL REFERENCES customers(id),
  PRIMARY KEY(source, external_id)) STRICT, WITHOUT ROWID;
CREATE INDEX identities_customer ON identities(customer_id);
CREATE TABLE customer_keys(
  id INTEGER PRIMARY KEY, email TEXT, phone TEXT, first_name TEXT, last_name TEXT, gender TEXT, country TEXT,
  region TEXT, city TEXT, postcode TEXT, language TEXT) STRICT;
CREATE INDEX customer_keys_email ON customer_keys(email);
CREATE TABLE customer_labels(
  kind TEXT NOT NULL, key TEXT NOT NULL, customer_id INTEGER NOT NULL, label TEXT NOT NULL,
  PRIMARY KEY(kind, key, customer_id)) STRICT, WITHOUT ROWID;
CREATE INDEX customer_labels_customer ON customer_labels(customer_id);
CREATE TABLE consents(
  customer_id INTEGER NOT NULL, channel TEXT NOT NULL, state TEXT NOT NULL, changed_at INTEGER,
  source TEXT NOT NULL, PRIMARY KEY(customer_id, channel)) STRICT, WITHOUT ROWID;

CREATE TABLE categories(id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE brands(id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE products(
  id INTEGER PRIMARY KEY, external_id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, title_key TEXT NOT NULL,
  category_id INTEGER, brand_id INTEGER, price INTEGER, sku TEXT, sku_key TEXT) STRICT;
CREATE TABLE product_tags(
  key TEXT NOT NULL, product_id INTEGER NOT NULL, label TEXT NOT NULL,
  PRIMARY KEY(key, product_id)) STRICT, WITHOUT ROWID;

CREATE TABLE orders(
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, external_id TEXT NOT NULL, customer_id INTEGER NOT NULL,
  ordered_at INTEGER NOT NULL, status TEXT NOT NULL, counted INTEGER NOT NULL, total INTEGER NOT NULL,
  discount_total INTEGER NOT NULL, refunded_total INTEGER NOT NULL, discount_code TEXT, discount_key TEXT,
  channel TEXT, device TEXT) STRICT;
CREATE UNIQUE INDEX orders_external ON orders(external_id, source);
CREATE INDEX orders_customer ON orders(customer_id, ordered_at, total) WHERE counted = 1;
CREATE INDEX orders_time ON orders(ordered_at, customer_id, total) WHERE counted = 1;
CREATE TABLE items(
  id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL, customer_id INTEGER NOT NULL, ordered_at INTEGER NOT NULL,
  counted INTEGER NOT NULL, product_id INTEGER NOT NULL, category_id INTEGER, quantity INTEGER NOT NULL,
  price INTEGER NOT NULL) STRICT;
CREATE INDEX items_order ON items(order_id);
CREATE INDEX items_category ON items(category_id, customer_id, ordered_at, order_id) WHERE counted = 1;
CREATE INDEX items_product ON items(product_id, customer_id, ordered_at, order_id) WHERE counted = 1;
CREATE INDEX items_customer ON items(customer_id, product_id, quantity, price) WHERE counted = 1;

CREATE TABLE event_types(id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE campaigns(
  id INTEGER PRIMARY KEY, external_id TEXT UNIQUE, name TEXT NOT NULL, key TEXT NOT NULL, channel TEXT,
  creative_tags TEXT, offer_tags TEXT, goal TEXT, sent_at INTEGER, recipients INTEGER, cost INTEGER) STRICT;
CREATE INDEX campaigns_key ON campaigns(key);
CREATE TABLE events(
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, external_id TEXT NOT NULL, customer_id INTEGER NOT NULL,
  type_id INTEGER NOT NULL, occurred_at INTEGER NOT NULL, product_id INTEGER, campaign_id INTEGER, channel TEXT,
  device TEXT, value REAL) STRICT;
CREATE UNIQUE INDEX events_external ON events(external_id, source);
CREATE INDEX events_time ON events(type_id, occurred_at, customer_id);
CREATE INDEX events_customer ON events(customer_id, type_id, occurred_at);

CREATE TABLE facts(
  id INTEGER PRIMARY KEY, country TEXT, created_at INTEGER, email_consent INTEGER, sms_consent INTEGER,
  email_reachable INTEGER NOT NULL, sms_reachable INTEGER NOT NULL, orders INTEGER NOT NULL,
  spent INTEGER NOT NULL, refunded INTEGER NOT NULL, discount INTEGER NOT NULL, largest INTEGER,
  first_at INTEGER, last_at INTEGER) STRICT;
CREATE INDEX facts_country ON facts(country, email_consent);
CREATE TABLE customer_category(
  category_id INTEGER NOT NULL, customer_id INTEGER NOT NULL, orders INTEGER NOT NULL, last_at INTEGER NOT NULL,
  PRIMARY KEY(category_id, customer_id)) STRICT, WITHOUT ROWID;

CREATE TABLE companies(
  id INTEGER PRIMARY KEY, external_id TEXT NOT NULL UNIQUE, name TEXT, domain TEXT, industry TEXT,
  employees INTEGER, revenue REAL, country TEXT, region TEXT, city TEXT, tech_stack TEXT, funding_stage TEXT,
  hiring_velocity REAL, headcount_growth REAL, relationship TEXT) STRICT;
CREATE TABLE people(
  id INTEGER PRIMARY KEY, external_id TEXT NOT NULL UNIQUE, company_id INTEGER, email TEXT, phone TEXT,
  first_name TEXT, last_name TEXT, title TEXT, seniority TEXT, function TEXT, country TEXT, region TEXT,
  city TEXT, timezone TEXT, years_experience REAL, years_in_role REAL) STRICT;
CREATE INDEX people_company ON people(company_id);
CREATE TABLE signals(
  id INTEGER PRIMARY KEY, external_id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, topic TEXT, company_id INTEGER,
  person_id INTEGER, occurred_at INTEGER NOT NULL, strength REAL, source TEXT) STRICT;

CREATE TABLE segments(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, description TEXT NOT NULL, kind TEXT NOT NULL,
  criteria TEXT, version INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  deleted_at INTEGER) STRICT;
CREATE UNIQUE INDEX segments_name ON segments(name_key) WHERE deleted_at IS NULL;
CREATE TABLE segment_versions(
  segment_id TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL, criteria TEXT,
  deleted INTEGER NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL, proposal_id TEXT,
  PRIMARY KEY(segment_id, version)) STRICT, WITHOUT ROWID;
CREATE TABLE list_members(
  segment_id TEXT NOT NULL, customer_id INTEGER NOT NULL,
  PRIMARY KEY(segment_id, customer_id)) STRICT, WITHOUT ROWID;
CREATE TABLE memberships(
  segment_id TEXT NOT NULL, customer_id INTEGER NOT NULL, version INTEGER NOT NULL, entered_at INTEGER NOT NULL,
  left_at INTEGER, cause TEXT NOT NULL, PRIMARY KEY(segment_id, customer_id, entered_at)) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_current ON memberships(segment_id, customer_id) WHERE left_at IS NULL;
CREATE TABLE refreshes(
  id INTEGER PRIMARY KEY, segment_id TEXT NOT NULL, version INTEGER NOT NULL, as_of INTEGER NOT NULL,
  members INTEGER NOT NULL, entered INTEGER NOT NULL, "left" INTEGER NOT NULL, cause TEXT NOT NULL) STRICT;
CREATE INDEX refreshes_segment ON refreshes(segment_id, id);

CREATE TABLE previews(
  id TEXT PRIMARY KEY, entity TEXT NOT NULL, criteria TEXT NOT NULL, as_of INTEGER NOT NULL,
  count INTEGER NOT NULL, total INTEGER NOT NULL, members BLOB NOT NULL, members_hash TEXT NOT NULL,
  body TEXT NOT NULL, created_at INTEGER NOT NULL, actor TEXT NOT NULL) STRICT;
CREATE TABLE proposals(
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, change TEXT NOT NULL, target_id TEXT, base_version INTEGER,
  preview_id TEXT REFERENCES previews(id), summary TEXT NOT NULL, difference TEXT NOT NULL, count INTEGER, total INTEGER,
  members_hash TEXT, as_of INTEGER NOT NULL, content_hash TEXT NOT NULL, state TEXT NOT NULL,
  tolerance REAL NOT NULL, actor TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
  decided_at INTEGER, decided_by TEXT, outcome TEXT) STRICT;
CREATE INDEX proposals_state ON proposals(state, created_at);
CREATE TRIGGER proposals_decided_once BEFORE UPDATE ON proposals WHEN OLD.state <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'a decided proposal never changes'); END;
CREATE TRIGGER proposals_content_fixed BEFORE UPDATE OF
  kind, change, target_id, base_version, preview_id, summary, difference, count, total, members_hash, as_of,
  content_hash, tolerance, created_at ON proposals
  BEGIN SELECT RAISE(ABORT, 'the content of a proposal never changes'); END;
CREATE TABLE log(
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
  subject TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
CREATE INDEX log_subject ON log(subject, id);
CREATE TRIGGER log_no_update BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE users(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT, role TEXT NOT NULL, passphrase TEXT,
  created_at INTEGER NOT NULL) STRICT;
CREATE TABLE sessions(
  token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL) STRICT;
CREATE TABLE signin_codes(
  code_hash TEXT PRIMARY KEY, user_id TEXT, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
  used_at INTEGER) STRICT;

CREATE TABLE threads(
  id TEXT PRIMARY KEY, user_id TEXT, title TEXT NOT NULL, version INTEGER NOT NULL, created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL, deleted_at INTEGER) STRICT;
CREATE TABLE messages(
  thread_id TEXT NOT NULL REFERENCES threads(id), seq INTEGER NOT NULL, id TEXT NOT NULL, role TEXT NOT NULL,
  parts TEXT NOT NULL, metadata TEXT, created_at INTEGER NOT NULL,
  PRIMARY KEY(thread_id, seq)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX messages_id ON messages(thread_id, id);

CREATE TABLE imports(
  id TEXT PRIMARY KEY, format TEXT NOT NULL, files TEXT NOT NULL, started_at INTEGER NOT NULL,
  finished_at INTEGER, state TEXT NOT NULL, report TEXT) STRICT;

INSERT INTO versions(source, version) VALUES
  ('customers', 0), ('consents', 0), ('products', 0), ('orders', 0), ('events', 0), ('lists', 0),
  ('segments', 0), ('companies', 0), ('people', 0), ('signals', 0);
`
